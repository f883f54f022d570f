/**
 * A lesson's cells in Python, and what PyTorch prints for each: site/lessons/<slug>.py and its recording. A cell is headed
 * by `# %% name`; one that PyTorch cannot run by `# %% name here`, or `# %% name gpu` where a GPU has to be at hand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonsFolder } from '../../graders/paths.ts';
import type { Line } from '../runner/protocol.ts';

export interface PythonCell {
  id: string;
  code: string;
  /** What PyTorch printed; null for a cell that it cannot run. */
  text: string | null;
}

/** Empty for a page without Python. */
export function pythonCells(slug: string): PythonCell[] {
  const path = join(lessonsFolder, `${slug}.py`);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const cells = source.split(/^# %% (.+)\n/m).slice(1);
  if (cells.length === 0) return [];
  const recorded = JSON.parse(readFileSync(join(lessonsFolder, 'expected', `${slug}.json`), 'utf8')).cells;
  return Array.from({ length: cells.length / 2 }, (_, k) => {
    const [id, mark] = cells[2 * k].trim().split(' ');
    return { id, code: cells[2 * k + 1].trimEnd(), text: mark ? null : (recorded[id] ?? '') };
  });
}

/**
 * PyTorch's text in the pieces in which the same cell prints it here: a test holds that they say the same. What PyTorch
 * cannot run prints in either language what it prints here.
 */
export function asLines(
  text: string | null,
  printedHere: readonly Pick<Line, 'kind' | 'text'>[],
): readonly Pick<Line, 'kind' | 'text'>[] {
  if (text === null) return printedHere;
  const rows = text.split('\n');
  return printedHere.map(({ kind, text: here }) => ({
    kind,
    text: rows.splice(0, here.split('\n').length).join('\n'),
  }));
}
