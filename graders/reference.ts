/** The part of a reference.py that a learner is shown: the functions in real PyTorch and what they need, without the cases. */
export function shownReference(source: string): string {
  const blocks = source.split(/\n(?=\S)/);
  const isDefinition = (block: string): boolean => /^(def |class |@)/.test(block);
  const last = blocks.findLastIndex(isDefinition);
  // What is assigned after the last function is for the cases alone.
  return blocks
    .filter(
      (block, k) =>
        isDefinition(block) ||
        /^(import|from) (?!handgrad)/.test(block) ||
        (k < last && /^\w[\w, ]* = /.test(block)),
    )
    .map((block) => block.trimEnd())
    .join('\n')
    .replace(/\n(?=def |class |@)/g, '\n\n\n')
    .trim();
}
