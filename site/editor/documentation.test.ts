import ts from 'typescript';
import { expect, test } from 'vitest';
import { classDocumentation, symbolAt } from './documentation.ts';

const files: Record<string, string> = {
  '/lib.d.ts': 'interface Array<T> {} interface Function {} interface Object {}',
  '/layers.d.ts': '/** Weighs its inputs. */ export class Linear { constructor(size: number); }',
  '/nn.d.ts': `import * as layers from './layers';
    export declare const Linear: typeof layers.Linear & (new (...args: unknown[]) => layers.Linear);
    export { Linear as Dense } from './layers';`,
  '/code.ts': `import * as nn from './nn'; const layer = new nn.Linear(2); nn.Dense; layer;`,
};

const service = ts.createLanguageService({
  getCompilationSettings: () => ({ noLib: true }),
  getScriptFileNames: () => Object.keys(files),
  getScriptVersion: () => '1',
  getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(files[path]),
  getCurrentDirectory: () => '/',
  getDefaultLibFileName: () => '/lib.d.ts',
  fileExists: (path) => path in files,
  readFile: (path) => files[path],
});

test.each([
  ['Linear(2)', 'Weighs its inputs.'],
  ['Dense', 'Weighs its inputs.'],
  ['layer;', ''],
])('at %s', (text, expected) => {
  const symbol = symbolAt(service, '/code.ts', files['/code.ts'].indexOf(text));
  expect(classDocumentation(service, symbol)).toBe(expected);
});
