/** Code in prose that Python writes otherwise says so: `x.index(0) py: x[0]`. A reader is shown the one of their language. */
const SIGN = ' py: ';

/** The same code in both languages. */
export function inBoth(code: string): { ts: string; py: string } {
  const [ts, py = ts] = code.split(SIGN);
  return { ts, py };
}

/** A text with the code between its backticks in one language. */
export function textIn(language: 'ts' | 'py', text: string): string {
  return text.replace(/`[^`]+`/g, (code) => `\`${inBoth(code.slice(1, -1))[language]}\``);
}
