import tables from "./fonts/widths.json" with { type: "json" };

/** As the font files call themselves. */
export const fonts = {
  regular: { family: "Inter", widths: widthsOf(tables.Regular) },
  bold: { family: "Inter SemiBold", widths: widthsOf(tables.SemiBold) },
} as const;
export type Weight = keyof typeof fonts;

/** Of a character that the fonts lack; as wide as their widest letters, so that nothing is drawn over the edge. */
const unknownWidth = 1_000;

/** How wide a text is, by the fonts' own advance widths; kerning can make it a hundredth narrower or wider. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const { widths } = fonts[weight];
  const thousandths = Array.from(text).reduce((sum, sign) => sum + (widths.get(sign) ?? unknownWidth), 0);
  return (thousandths * size) / 1_000;
}

/** The size at which a text is no wider than that, if it has to be smaller at all. */
export function sizeFor(text: string, size: number, weight: Weight, most: number): number {
  return Math.min(size, (size * most) / widthOf(text, size, weight));
}

/** Breaks between words, into as few lines as possible. */
export function linesOf(text: string, size: number, weight: Weight, most: number): readonly string[] {
  return text.split(" ").reduce<readonly string[]>((lines, word) => {
    const longer = [...lines.slice(-1), word].join(" ");
    return lines.length > 0 && widthOf(longer, size, weight) <= most
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);
}

function widthsOf(table: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([width, signs]) =>
      Array.from(signs, (sign) => [sign, Number(width)] as const),
    ),
  );
}
