/** The reference for the pages: collect.ts runs once a build. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Entry, shortTitle } from './entry.ts';
import { FAMILIES } from './families.ts';

export interface Family {
  readonly title: string;
  readonly about: string;
  /** Where it stands on the page of all operators. */
  readonly anchor: string;
  readonly entries: readonly Entry[];
}

/** Found from the working directory: when the site is built, this file has been bundled to elsewhere. */
const PROGRAM = resolve('site/reference/collect.ts');

async function collect(): Promise<Entry[]> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (printed === '') throw new Error(complaints);
  return JSON.parse(printed);
}

let families: Promise<Family[]> | undefined;

/** All operators by family. @throws Error for a file of engine/ops/ that no family names */
export function reference(): Promise<Family[]> {
  families ??= collect().then(intoFamilies);
  return families;
}

function intoFamilies(entries: readonly Entry[]): Family[] {
  const homeless = entries.find(({ file }) => !FAMILIES.some(({ files }) => files.includes(file)));
  if (homeless) {
    throw new Error(
      `'${homeless.title}' of engine/ops/${homeless.file}.ts has no family: name the file in site/reference/families.ts`,
    );
  }
  return FAMILIES.map(({ title, about, files }) => ({
    title,
    about,
    anchor: title.toLowerCase().replace(/\W+/g, '-'),
    entries: entries
      .filter(({ file }) => files.includes(file))
      .sort((a, b) => (shortTitle(a).toLowerCase() < shortTitle(b).toLowerCase() ? -1 : 1)),
  }));
}
