/** Runs the module that code/notebook.ts makes of a lesson's cells: the same in the sandbox and when the site is built. */
import { format } from './format.ts';
import type { Output } from './output.ts';
import { type Look, look } from './snapshot.ts';

export interface NotebookModule {
  cells: {
    /** Gives the value of the cell's last expression, undefined where it ends otherwise. */
    run(): Promise<unknown>;
    /** What pictures of this cell show. */
    looks: (() => unknown)[];
  }[];
}

/** Prints what the cells from `shown` on print, and gives what each cell's looks saw right after it. */
export async function runNotebook(
  { cells }: NotebookModule,
  shown: number,
  output: Output,
): Promise<Look[][]> {
  const snapshots: Look[][] = [];
  for (const [at, { run, looks }] of cells.entries()) {
    output.cell = at;
    output.silent = at < shown;
    const value = await run();
    if (value !== undefined) output.add('value', format(value));
    snapshots.push(await Promise.all(looks.map((expression) => look(expression()))));
  }
  return snapshots;
}
