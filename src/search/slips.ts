/** How many slips of a hand make what is typed from the beginning of one of the texts; none when they are too many. */
export function slipsToBegin(typed: string, texts: readonly string[]): number | undefined {
  const most = typed.length < 8 ? 1 : 2;
  // A hand rarely slips on the first letter.
  const slips = texts.filter((text) => text[0] === typed[0]).map((text) => slipsBetween(typed, text, most));
  const fewest = Math.min(...slips);
  return fewest <= most ? fewest : undefined;
}

/** Letters left out, put in, replaced or swapped with their neighbour; what follows in the text does not count. */
function slipsBetween(typed: string, text: string, most: number): number {
  const width = Math.min(text.length, typed.length + most);
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= width; at += 1) {
      const isSame = typed[row - 1] === text[at - 1];
      const isSwapped = at > 1 && typed[row - 1] === text[at - 2] && typed[row - 2] === text[at - 1];
      here.push(
        Math.min(
          (above[at - 1] ?? 0) + (isSame ? 0 : 1),
          (above[at] ?? 0) + 1,
          (here[at - 1] ?? 0) + 1,
          isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...here) > most) return Infinity;
    before = above;
    above = here;
  }
  return Math.min(...above);
}
