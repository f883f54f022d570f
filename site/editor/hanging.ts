/** Tells each line's indentation to styles/code.css, which puts the rest of a long line a little to the right of it. */
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export const hangingIndent: Extension = EditorView.decorations.compute(['doc'], indentations);

function indentations({ doc }: EditorState): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (let number = 1; number <= doc.lines; number++) {
    const { from, text } = doc.line(number);
    const indent = text.search(/\S|$/);
    if (indent > 0) {
      marks.push(Decoration.line({ attributes: { style: `--indent:${indent}` } }).range(from));
    }
  }
  return Decoration.set(marks);
}
