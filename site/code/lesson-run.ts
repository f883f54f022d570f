/** What a lesson's cells print, found by running them on the engine when the site is built. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Picture } from '../plots/types.ts';
import type { LessonRun } from '../runner/node.ts';
import type { Line } from '../runner/protocol.ts';
import type { Look } from '../runner/snapshot.ts';
import { type LessonCell, readLesson } from './lesson.ts';
import type { CellSource } from './notebook.ts';

export interface RanCell {
  id: string;
  code: string;
  lines: Line[];
  /** One for each picture below the cell, in order. */
  snapshots: Look[];
  /** What it drew with `plot`. */
  pictures: Picture[];
}

const runs = new Map<string, Promise<RanCell[]>>();

/** The cells of a lesson's MDX, run from the first to the last; those for a GPU print nothing. Throws where one fails. */
export function runLesson(mdx: string): Promise<RanCell[]> {
  const known = runs.get(mdx) ?? runWithoutGpu(readLesson(mdx));
  runs.set(mdx, known);
  return known;
}

async function runWithoutGpu(cells: LessonCell[]): Promise<RanCell[]> {
  const ran = new Map((await runCells(cells.filter(({ gpu }) => !gpu))).map((cell) => [cell.id, cell]));
  return cells.map(({ id, code }) => ran.get(id) ?? { id, code, lines: [], snapshots: [], pictures: [] });
}

/** Runs `cells` in a process of their own: what one lesson seeds or sets, no other sees. */
export async function runCells(cells: CellSource[]): Promise<RanCell[]> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(JSON.stringify(cells));
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (printed === '') throw new Error(complaints);
  const run: LessonRun = JSON.parse(printed);
  return cells.map(({ id, code }, at) => ({
    id,
    code,
    lines: run.lines.filter((line) => line.cell === at),
    snapshots: run.snapshots[at],
    pictures: run.pictures.filter((picture) => picture.cell === at),
  }));
}

/** Found from the working directory: when the site is built, this file has been bundled to elsewhere. */
const PROGRAM = resolve('site/runner/node.ts');
