/** Longer lines are no questions; without a bound a pipe without line ends would fill the memory. */
const longestLine = 65_536;

/** Lines of a byte stream, with any line end, a last one without; what is not UTF-8 becomes U+FFFD. */
export async function* readLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const text = rest + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    const lines = text.split(/\r?\n/);
    rest = (lines.pop() ?? "").slice(0, longestLine);
    yield* lines.map((line) => line.slice(0, longestLine));
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
