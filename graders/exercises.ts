/** Exercises on disk. For Node alone: the page gets the same from the site's build. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readCases, type StoredCases } from './expected.ts';
import { exercisesFolder } from './paths.ts';
import { shownReference } from './reference.ts';
import type { Case } from './types.ts';

export const kinds = ['predict', 'write', 'fix', 'gradient', 'view', 'speed'] as const;

export interface Frontmatter {
  readonly title: string;
  readonly kind: (typeof kinds)[number];
  /** 1 (a warm-up) to 3 (a challenge). */
  readonly difficulty: 1 | 2 | 3;
  /** What it teaches, in a few words. */
  readonly teaches: string;
  readonly hints: readonly string[];
  /**
   * Given where only one device will do: `cpu` for sharing memory with an array and for sizes that depend on data,
   * `webgpu` for kernels of the learner's own.
   */
  readonly device?: 'cpu' | 'webgpu';
  /** Shown once it is solved: why the solution is as it is. */
  readonly explanation: string;
}

export interface Mistake {
  readonly name: string;
  /** What who makes it is told: the file's first line, `// @says …`. */
  readonly says: string;
  readonly code: string;
}

export interface Exercise extends Frontmatter {
  /** `04-indexing/02-boolean-mask` */
  readonly id: string;
  readonly folder: string;
  /** The text in MDX, without its frontmatter. */
  readonly text: string;
  readonly starter: string;
  /** The starter in Python; null where there is none. */
  readonly pythonStarter: string | null;
  readonly solution: string;
  /** What a learner is shown of the reference; where that is no solution, as for kernels of one's own, `solution.py`. */
  readonly pythonSolution: string;
  readonly reference: string;
  readonly mistakes: readonly Mistake[];
}

/** All exercises' ids, in the order of the course. */
export function exerciseIds(): string[] {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  return folders(exercisesFolder).flatMap((chapter) =>
    folders(join(exercisesFolder, chapter)).map((name) => `${chapter}/${name}`),
  );
}

/** @throws Error that names the file and what it lacks. */
export function readExercise(id: string): Exercise {
  return readExerciseIn(exercisesFolder, id);
}

export function readExerciseIn(home: string, id: string): Exercise {
  const folder = join(home, ...id.split('/'));
  const read = (name: string): string => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new Error(`${id} has no ${name}`);
    return readFileSync(path, 'utf8');
  };
  const { data, text } = splitFrontmatter(read('exercise.mdx'), id);
  return {
    ...data,
    id,
    folder,
    text,
    starter: read('starter.ts'),
    pythonStarter: existsSync(join(folder, 'starter.py')) ? read('starter.py') : null,
    solution: read('solution.ts'),
    pythonSolution: existsSync(join(folder, 'solution.py'))
      ? read('solution.py')
      : shownReference(read('reference.py')),
    reference: read('reference.py'),
    mistakes: readMistakes(folder, id),
  };
}

function splitFrontmatter(source: string, id: string): { data: Frontmatter; text: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!match) throw new Error(`${id}/exercise.mdx must begin with frontmatter between two lines of ---`);
  try {
    return { data: (load(match[1]) ?? {}) as Frontmatter, text: match[2].trim() };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    throw new Error(
      `${id}/exercise.mdx, line ${(mark?.line ?? 0) + 2}: the frontmatter is no YAML (${reason}): put a text with a colon or a quote into quotes`,
    );
  }
}

function readMistakes(folder: string, id: string): Mistake[] {
  const path = join(folder, 'mistakes');
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => {
    const code = readFileSync(join(path, name), 'utf8');
    const says = /^\/\/ @says (.+)/.exec(code)?.[1];
    if (!says)
      throw new Error(`${id}/mistakes/${name} must begin with a line '// @says …': what its author is told`);
    return { name: name.replace(/\.ts$/, ''), says, code };
  });
}

/** The recorded cases. @throws Error where there are none yet. */
export function casesOf({ id, folder }: Exercise): Case[] {
  const path = join(folder, 'expected');
  if (!existsSync(join(path, 'cases.json'))) {
    throw new Error(`${id} has no recorded expectations: run \`npm run oracle -- ${id}\``);
  }
  const stored = JSON.parse(readFileSync(join(path, 'cases.json'), 'utf8')) as StoredCases;
  return readCases(stored, (file) => readFileSync(join(path, file)));
}
