import type { CallText, Finding, Verdict } from './types.ts';

/** What a learner writes. */
export type Language = 'ts' | 'py';

/** Code in prose that Python writes otherwise says so: `x.index(0) py: x[0]`. A reader is shown the one of their language. */
const SIGN = ' py: ';

/** The same code in both languages. */
export function inBoth(code: string): { ts: string; py: string } {
  const [ts, py = ts] = code.split(SIGN);
  return { ts, py };
}

/** Code that is written in each language, as one text, which is what `inBoth` takes apart. */
export function bothOf(write: (language: Language) => string): string {
  const [ts, py] = [write('ts'), write('py')];
  return ts === py ? ts : ts + SIGN + py;
}

/** A text with the code between its backticks in one language. */
export function textIn(language: Language, text: string): string {
  return text.replace(/`[^`]+`/g, (code) => `\`${inBoth(code.slice(1, -1))[language]}\``);
}

/** A verdict in the language of the code that was judged. */
export function verdictIn(language: Language, verdict: Verdict): Verdict {
  const textOf = ({ text, number }: CallText): CallText => ({ text: inBoth(text)[language], number });
  switch (verdict.state) {
    case 'failed':
      return {
        ...verdict,
        call: textOf(verdict.call),
        finding: findingIn(language, verdict.finding),
        ...told(language, verdict),
      };
    case 'error':
      return { ...verdict, call: verdict.call && textOf(verdict.call), ...told(language, verdict) };
    default:
      return verdict;
  }
}

function told(language: Language, { mistake }: { mistake: string | null }): { mistake: string | null } {
  return { mistake: mistake && textIn(language, mistake) };
}

function findingIn(language: Language, finding: Finding): Finding {
  const side = (given: Finding['got']): Finding['got'] =>
    typeof given === 'string' ? inBoth(given)[language] : given;
  return {
    ...finding,
    message: textIn(language, finding.message),
    expected: side(finding.expected),
    got: side(finding.got),
    causes: finding.causes.map((cause) => textIn(language, cause)),
  };
}
