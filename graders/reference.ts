/** The part of a reference.py that a learner is shown: the functions in real PyTorch, without the cases. */
export function shownReference(source: string): string {
  const blocks = source.split(/\n(?=\S)/);
  return blocks
    .filter((block) => /^(def |class |@|import (?!handgrad)|from (?!handgrad))/.test(block))
    .map((block) => block.trimEnd())
    .join('\n')
    .replace(/\n(?=def |class |@)/g, '\n\n\n')
    .trim();
}
