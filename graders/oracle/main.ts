/**
 * `npm run oracle [-- filter] [-- --check]`: real PyTorch records the expectations of exercises, lessons and the
 * engine's tests. Recordings that still say the same are left as they are; with --check all are.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exerciseIds } from '../exercises.ts';
import { exercisesFolder, lessonsFolder, programsFolder, root } from '../paths.ts';
import { findPython } from './python.ts';
import { sameRecording } from './same.ts';

interface Recording {
  readonly kind: 'exercise' | 'lesson' | 'programs' | 'engine';
  readonly id: string;
  readonly source: string;
  /** A folder for an exercise or a part of the engine, a file for a lesson or a folder of programs. */
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
  return [...exercises, ...lessons, tutorial, ...programs, ...engineRecordings()];
}

/** The engine's own: a `record.py` in a folder of engine/ fills the folder `expected` beside it. */
function engineRecordings(): Recording[] {
  const engine = join(root, 'engine');
  return readdirSync(engine)
    .map((name): Recording => {
      const folder = join(engine, name);
      return {
        kind: 'engine',
        id: `engine ${name}`,
        source: join(folder, 'record.py'),
        target: join(folder, 'expected'),
      };
    })
    .filter(({ source }) => existsSync(source));
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

/** What a file of a recording is to PyTorch's answer of now, or null where they say the same. */
async function changeOf(recorded: string, fresh: string): Promise<string | null> {
  if (!existsSync(fresh)) return 'is no longer recorded';
  if (!existsSync(recorded)) return 'is not recorded yet';
  const isSame = await sameRecording(recorded, readFileSync(recorded), readFileSync(fresh));
  return isSame ? null : 'differs from what PyTorch gives now';
}

/** A file in which a recording is not what PyTorch gives now. */
type Change = readonly [name: string, how: string];

/** All of these of a recording. */
async function changesOf({ target }: Recording, fresh: string): Promise<Change[]> {
  const names = new Set([...(existsSync(target) ? files(target) : []), ...files(fresh)]);
  const found: Change[] = [];
  for (const name of names) {
    const how = await changeOf(join(target, name), join(fresh, name));
    if (how) found.push([name, how]);
  }
  return found;
}

/** Takes over these files: the others may differ in their last digits alone. */
function replace({ target }: Recording, fresh: string, changes: readonly Change[]): void {
  for (const [name] of changes) {
    rmSync(join(target, name), { force: true });
    if (existsSync(join(fresh, name))) cpSync(join(fresh, name), join(target, name));
  }
}

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const list = recordings().filter(
    ({ id }) => filters.length === 0 || filters.some((filter) => id.includes(filter)),
  );
  if (list.length === 0) throw new Error(`nothing to record is called '${filters.join(' ')}'`);
  const { python, torch } = findPython();
  console.log(`PyTorch ${torch}: ${list.length} recordings${check ? ' to check' : ''}`);
  const scratch = mkdtempSync(join(tmpdir(), 'handgrad-oracle-'));
  try {
    const freshOf = (one: Recording): string =>
      join(scratch, one.id.replaceAll(/[ /]/g, '-') + extname(one.target));
    record(python, list, freshOf);
    let different = 0;
    for (const one of list) {
      const changes = await changesOf(one, freshOf(one));
      if (changes.length === 0) continue;
      different++;
      const [[name, how]] = changes;
      if (check) console.error(`${one.id}: ${name || relative(root, one.target)} ${how}`);
      else replace(one, freshOf(one), changes);
    }
    if (!check) console.log(`${different} written, the others are as they were.`);
    else console.log(different === 0 ? 'All recordings are what PyTorch gives.' : `${different} differ.`);
    return check && different > 0 ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`oracle: ${(error as Error).message}`);
  process.exitCode = 1;
}
