/**
 * The child's program and the engine, each as one file of JavaScript: stripping the types of a hundred files at every
 * run would take longer than any grading. They are made anew when a source has changed. The engine is a script, for V8
 * keeps what it compiled of scripts alone; what Node keeps of modules is out of reach for a process without rights.
 */

import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { transform } from 'esbuild';
import { bundle } from '../bundle.ts';
import { root } from '../paths.ts';

const cache = join(root, 'node_modules', '.cache', 'handgrad-terminal');

let made: Promise<string> | null = null;

/** The folder that holds child.mjs, torch.mjs and Python's part: made anew where a process with newer sources removed it. */
export async function programsFolder(): Promise<string> {
  made ??= make();
  const folder = await made;
  if (existsSync(folder)) return folder;
  made = make();
  return made;
}

async function make(): Promise<string> {
  const name = stamp();
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const engine = await asScript(await bundle(join(root, 'engine', 'index.ts'), 'torch'));
  const { names, cache: compiled } = runOnce(engine);
  const child = await bundle(join(root, 'graders', 'terminal', 'child.ts'), './torch.mjs');
  // Only here: its compiler takes longer to load than most files to be graded.
  const { compiledSources } = await import('../python/sources.ts');
  const python = await bundle(join(root, 'graders', 'python', 'program.ts'), 'torch');
  removeOthers(name);
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'engine.js'), engine);
  writeFileSync(join(unfinished, 'engine.cache'), compiled);
  writeFileSync(join(unfinished, 'torch.mjs'), torchModule(names));
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

/** Removes what earlier sources gave; another process may just be making what these give. */
function removeOthers(name: string): void {
  mkdirSync(cache, { recursive: true });
  for (const other of readdirSync(cache)) {
    if (!other.startsWith(name)) rmSync(join(cache, other), { recursive: true, force: true });
  }
}

/** A module without imports as a script whose value is what the module exports. */
async function asScript(module: string): Promise<string> {
  const { code } = await transform(module, { format: 'iife', globalName: 'torch', minifyWhitespace: true });
  return `(() => {${code}return torch;})()`;
}

/** The names that a script's value has, and what V8 compiled to run it. */
function runOnce(source: string): { names: string[]; cache: Buffer } {
  const script = new Script(source);
  const names = Object.keys(script.runInThisContext());
  return { names, cache: script.createCachedData() };
}

/** The module `torch`: what the script gives, by its names. */
function torchModule(names: readonly string[]): string {
  return `import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const script = new Script(readFileSync(pathOf('engine.js'), 'latin1'), {
  filename: pathOf('engine.js'),
  cachedData: readFileSync(pathOf('engine.cache')),
});
const torch = script.runInThisContext();
const { ${names.map((name, at) => `${name}: v${at}`).join(', ')} } = torch;
export { ${names.map((name, at) => `v${at} as ${name}`).join(', ')} };
`;
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
