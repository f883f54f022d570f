/** A lesson's cells in Python, and what PyTorch prints for each: site/lessons/<slug>.py and its recording. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonsFolder } from '../../graders/paths.ts';
import type { Line } from '../runner/protocol.ts';

export interface PythonCell {
  id: string;
  code: string;
  /** What PyTorch printed. */
  text: string;
}

/** Empty for a lesson that has next to no Python. */
export function pythonCells(slug: string): PythonCell[] {
  const path = join(lessonsFolder, `${slug}.py`);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const cells = source.split(/^# %% (.+)\n/m).slice(1);
  if (cells.length < 4) return [];
  const recorded = JSON.parse(readFileSync(join(lessonsFolder, 'expected', `${slug}.json`), 'utf8')).cells;
  return Array.from({ length: cells.length / 2 }, (_, k) => {
    const id = cells[2 * k].trim();
    return { id, code: cells[2 * k + 1].trimEnd(), text: recorded[id] ?? '' };
  });
}

/** PyTorch's text in the pieces in which the same cell prints it here: a test holds that they say the same. */
export function asLines(
  text: string,
  printedHere: readonly Pick<Line, 'kind' | 'text'>[],
): Pick<Line, 'kind' | 'text'>[] {
  const rows = text.split('\n');
  return printedHere.map(({ kind, text: here }) => ({
    kind,
    text: rows.splice(0, here.split('\n').length).join('\n'),
  }));
}
