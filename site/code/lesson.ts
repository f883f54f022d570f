/** A lesson's cells and pictures, read from its MDX: what is run when the site is built, and by the lesson's test. */
import type { CellSource } from './notebook.ts';

export interface LessonCell extends CellSource {
  /** It has no counterpart in PyTorch: it shows something of this page, or of this machine. */
  here: boolean;
  /** It needs WebGPU, which is not there when the site is built: it runs in the page alone. */
  gpu: boolean;
}

const CELL = /<Cell\b([^>]*)>\s*```ts\n([\s\S]*?)\n```\s*<\/Cell>/;
const PICTURE = /<(?:TensorGrid|Memory)\b([^>]*?)\/>/;

/** In the order of the page; each cell with the pictures that stand between it and the next. */
export function readLesson(mdx: string): LessonCell[] {
  const cells: LessonCell[] = [];
  for (const [tag, cellAttributes, code, pictureAttributes] of mdx.matchAll(
    new RegExp(`${CELL.source}|${PICTURE.source}`, 'g'),
  )) {
    if (code === undefined) {
      const cell = cells.at(-1);
      if (!cell) throw new Error(`${tag} stands above the first cell: it has nothing to show`);
      cell.looks.push(attribute(pictureAttributes, 'of'));
    } else {
      const flags = cellAttributes.replace(/"[^"]*"/g, '');
      cells.push({
        id: attribute(cellAttributes, 'id'),
        code,
        looks: [],
        here: /\shere\b(?!=)/.test(flags),
        gpu: /\sgpu\b(?!=)/.test(flags),
      });
    }
  }
  const doubled = cells.find(({ id }, at) => cells.findIndex((cell) => cell.id === id) < at);
  if (doubled) throw new Error(`two cells have the id '${doubled.id}'`);
  return cells;
}

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes);
  if (!match) throw new Error(`a tag lacks ${name}="…": ${attributes.trim() || 'it has no attributes'}`);
  return match[1];
}
