/**
 * `npm run oracle [-- filter] [-- --check]`: real PyTorch records the expectations of exercises, lessons and the
 * engine's tests. With --check nothing is written: what is recorded is compared with what PyTorch says now.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exerciseIds } from '../exercises.ts';
import { exercisesFolder, lessonsFolder, programsFolder, root } from '../paths.ts';
import { findPython } from './python.ts';
import { sameRecording } from './same.ts';

interface Recording {
  readonly kind: 'exercise' | 'lesson' | 'programs';
  readonly id: string;
  readonly source: string;
  /** A folder for an exercise, a file for a lesson or a folder of programs. */
  readonly target: string;
}

function recordings(): Recording[] {
  const exercises = exerciseIds().map((id): Recording => {
    const folder = join(exercisesFolder, ...id.split('/'));
    return { kind: 'exercise', id, source: join(folder, 'reference.py'), target: join(folder, 'expected') };
  });
  const files = existsSync(lessonsFolder)
    ? readdirSync(lessonsFolder)
        .filter((name) => name.endsWith('.py'))
        .sort()
    : [];
  const lessons = files.map((name): Recording => {
    const slug = basename(name, '.py');
    return {
      kind: 'lesson',
      id: `lesson ${slug}`,
      source: join(lessonsFolder, name),
      target: join(lessonsFolder, 'expected', `${slug}.json`),
    };
  });
  const python = join(root, 'graders', 'python');
  const tutorial: Recording = {
    kind: 'lesson',
    id: 'tutorial',
    source: join(python, 'tutorial.py'),
    target: join(python, 'expected', 'tutorial.json'),
  };
  const programs = readdirSync(programsFolder).map((name): Recording => {
    const source = join(programsFolder, name);
    return {
      kind: 'programs',
      id: `programs ${name}`,
      source,
      target: join(python, 'expected', `${name}.json`),
    };
  });
  return [...exercises, ...lessons, tutorial, ...programs];
}

/** The engine's own recorders: `record.py` in a folder of engine/, which take --check themselves. */
function engineRecorders(): string[] {
  const engine = join(root, 'engine');
  return readdirSync(engine)
    .map((name) => join(engine, name, 'record.py'))
    .filter((path) => existsSync(path));
}

function record(python: string, list: readonly Recording[], targetOf: (one: Recording) => string): void {
  const script = fileURLToPath(new URL('record.py', import.meta.url));
  const args = list.flatMap((one) => [one.kind, one.source, targetOf(one)]);
  const { status } = spawnSync(python, ['-B', script, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error('PyTorch could not run a reference: its traceback stands above');
}

function files(target: string): string[] {
  return target.endsWith('.json') ? [''] : readdirSync(target).sort();
}

/** Compares fresh recordings with the ones in the project; says what differs. */
function compare(list: readonly Recording[], targetOf: (one: Recording) => string): number {
  let different = 0;
  for (const one of list) {
    const problem = existsSync(one.target) ? differenceOf(one.target, targetOf(one)) : 'not recorded yet';
    if (problem === null) continue;
    different++;
    console.error(`${one.id}: ${problem}`);
  }
  return different;
}

function differenceOf(recorded: string, fresh: string): string | null {
  const [old, now] = [files(recorded), files(fresh)];
  const stray = old.find((name) => !now.includes(name)) ?? now.find((name) => !old.includes(name));
  if (stray) return `${stray} is ${old.includes(stray) ? 'no longer' : 'newly'} recorded`;
  for (const name of now) {
    const [a, b] = [readFileSync(join(recorded, name)), readFileSync(join(fresh, name))];
    if (!sameRecording(name || recorded, a, b))
      return `${name || relative(root, recorded)} differs from what PyTorch gives now`;
  }
  return null;
}

function main(args: readonly string[]): number {
  const check = args.includes('--check');
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const list = recordings().filter(
    ({ id }) => filters.length === 0 || filters.some((filter) => id.includes(filter)),
  );
  if (filters.length > 0 && list.length === 0)
    throw new Error(`nothing to record is called '${filters.join(' ')}'`);
  const { python, torch } = findPython();
  console.log(`PyTorch ${torch}: ${list.length} recordings${check ? ' to check' : ''}`);
  const scratch = mkdtempSync(join(tmpdir(), 'handgrad-oracle-'));
  try {
    const targetOf = (one: Recording): string =>
      check
        ? join(scratch, one.kind === 'exercise' ? one.id.replace('/', '-') : `${basename(one.source)}.json`)
        : one.target;
    record(python, list, targetOf);
    let different = check ? compare(list, targetOf) : 0;
    if (filters.length === 0) {
      for (const script of engineRecorders()) {
        const { status } = spawnSync(python, ['-B', script, ...(check ? ['--check'] : [])], {
          stdio: 'inherit',
        });
        if (status !== 0) different++;
      }
    }
    if (check)
      console.log(different === 0 ? 'All recordings are what PyTorch gives.' : `${different} differ.`);
    return different === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`oracle: ${(error as Error).message}`);
  process.exitCode = 1;
}
