/** Whole programs in Python print what they print under real PyTorch. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programsFolder } from '../paths.ts';
import { runProgram } from './programs.ts';
import { PythonSession } from './session.ts';
import { compiledSources } from './sources.ts';

let written = '';
const write = (text: string): void => {
  written += text;
};
const session = new PythonSession(compiledSources(), { write, show: () => {} });

test.each(readdirSync(programsFolder))('the programs of %s print what they print under PyTorch', (folder) => {
  const { programs } = JSON.parse(
    readFileSync(join(programsFolder, '..', 'expected', `${folder}.json`), 'utf8'),
  );
  const names = readdirSync(join(programsFolder, folder)).filter((name) => name.endsWith('.py'));
  const printed = names.map((name) => {
    written = '';
    const source = readFileSync(join(programsFolder, folder, name), 'utf8');
    return [name.replace(/\.py$/, ''), runProgram(session, source, name, () => written)];
  });
  expect(Object.fromEntries(printed)).toEqual(programs);
});
