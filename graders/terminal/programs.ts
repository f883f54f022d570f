/**
 * The child's program and the engine, each as one file of JavaScript: stripping the types of a hundred files at every
 * run would take longer than any grading. They are made anew when a source has changed.
 */

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { root } from '../paths.ts';
import { compiledSources } from '../python/sources.ts';

const cache = join(root, 'node_modules', '.cache', 'handgrad-terminal');

let made: Promise<string> | null = null;

/** The folder that holds child.mjs, torch.mjs and Python's part. */
export function programsFolder(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = join(cache, stamp());
  if (existsSync(folder)) return folder;
  const torch = await bundle(join(root, 'engine', 'index.ts'), 'torch');
  const child = await bundle(join(root, 'graders', 'terminal', 'child.ts'), './torch.mjs');
  const python = await bundle(join(root, 'graders', 'python', 'program.ts'), 'torch');
  rmSync(cache, { recursive: true, force: true });
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'torch.mjs'), torch);
  writeFileSync(join(unfinished, 'child.mjs'), child);
  writeFileSync(join(unfinished, 'python.mjs'), python);
  writeFileSync(join(unfinished, 'python.json'), JSON.stringify(compiledSources()));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was quicker
  }
  return folder;
}

/** Changes when a source of the engine or of the grader does. */
function stamp(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync('{engine/**/*.ts,graders/**/*.{ts,py,json}}', { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
