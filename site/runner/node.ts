/** Runs a lesson in Node: its cells as JSON on stdin, what they print and show as JSON on stdout. */
import { text } from 'node:stream/consumers';
import { type CellSource, cellLine, compileNotebook } from '../code/notebook.ts';
import type { Picture } from '../plots/types.ts';
import { runNotebook } from './notebook.ts';
import { Output } from './output.ts';
import { Plot } from './plot.ts';
import { ENGINE, type Line } from './protocol.ts';
import type { Look } from './snapshot.ts';

export interface LessonRun {
  lines: Line[];
  /** For each cell, what its looks saw. */
  snapshots: Look[][];
  /** What the cells drew, as it looked in the end. */
  pictures: Picture[];
}

async function main(): Promise<void> {
  const cells: CellSource[] = JSON.parse(await text(process.stdin));
  const { code, firstLines } = compileNotebook(cells);
  const module = code.replaceAll(ENGINE, new URL('../../engine/index.ts', import.meta.url).href);
  const lines: Line[] = [];
  const output = new Output((batch) => lines.push(...batch));
  output.capture(globalThis);
  const pictures = new Set<Picture>();
  const plot = new Plot(output, (changed) => {
    for (const picture of changed) pictures.add(picture);
  });
  Object.assign(globalThis, { plot });
  try {
    const url = `data:text/javascript,${encodeURIComponent(module)}`;
    const snapshots = await runNotebook(await import(url), 0, output);
    await output.flush();
    await plot.flush();
    const run: LessonRun = { lines, snapshots, pictures: [...pictures] };
    process.stdout.write(JSON.stringify(run));
  } catch (error) {
    const line = /data:text\/javascript\S*?:(\d+):\d+/.exec(String((error as Error).stack))?.[1];
    const at = line === undefined ? null : cellLine(firstLines, Number(line));
    const place = at ? `cell '${cells[at.cell].id}', line ${at.line}: ` : '';
    process.stderr.write(`${place}${error instanceof Error ? error.stack?.split('\n')[0] : error}\n`);
    process.exitCode = 1;
  }
}

await main();
