import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, and an opacity that is the same for all. */
  readonly pixels: Uint8Array;
}

const mostColours = 256;
const compress = promisify(deflate);

/**
 * A PNG that refers to at most 256 colours, which is less than half the size of one with free colours.
 * https://www.w3.org/TR/png-3/
 */
export async function encodePng({ width, height, pixels }: Bitmap): Promise<Buffer> {
  const { palette, indexes } = indexed(pixels, width, height);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, referring to the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", await compress(indexes)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Lines of indexes, each behind the byte that says how it is filtered: not at all. */
function indexed(pixels: Uint8Array, width: number, height: number): { palette: Buffer; indexes: Buffer } {
  for (let coarseness = 0; ; coarseness += 1) {
    const colours = new Map<number, number>();
    const indexes = Buffer.alloc((width + 1) * height);
    const mask = (0xff << coarseness) & 0xff;
    let [before, index] = [-1, 0];
    for (let line = 0, at = 0; line < height && colours.size <= mostColours; line += 1)
      for (let to = line * (width + 1) + 1; to < (line + 1) * (width + 1); to += 1, at += 4) {
        const colour =
          (((pixels[at] ?? 0) & mask) << 16) |
          (((pixels[at + 1] ?? 0) & mask) << 8) |
          ((pixels[at + 2] ?? 0) & mask);
        // Mostly the same as the pixel before.
        if (colour !== before) {
          index = colours.get(colour) ?? colours.size;
          if (index === colours.size) colours.set(colour, index);
          before = colour;
        }
        indexes[to] = index;
      }
    if (colours.size <= mostColours) return { palette: paletteOf(colours.keys()), indexes };
  }
}

function paletteOf(colours: Iterable<number>): Buffer {
  return Buffer.from([...colours].flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]));
}
