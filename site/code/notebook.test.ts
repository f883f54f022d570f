import { describe, expect, it } from 'vitest';
import type { NotebookModule } from '../runner/notebook.ts';
import { ENGINE } from '../runner/protocol.ts';
import { CellError, cellLine, compileNotebook } from './notebook.ts';

/** The values of the cells' last expressions, with a stand-in for the engine. */
async function run(...cells: string[]): Promise<unknown[]> {
  const { code } = compileNotebook(cells.map((each, at) => ({ id: `${at}`, code: each, looks: [] })));
  const engine = 'data:text/javascript,export const nn = "nn"; export const one = 1;';
  const url = `data:text/javascript,${encodeURIComponent(code.replaceAll(ENGINE, engine))}`;
  const module: NotebookModule = await import(/* @vite-ignore */ url);
  const values: unknown[] = [];
  for (const cell of module.cells) values.push(await cell.run());
  return values;
}

describe('compileNotebook', () => {
  it('shares names between cells, however they are declared', async () => {
    const values = await run(
      "import * as torch from 'torch';\nimport { nn as net } from 'torch';\nconst a: number = torch.one;",
      'const { b, c: [d, ...e] = [2, 3, 4] } = { b: 5 } as any, [g = 6] = [];\nfunction f(x: number): number { return x + a; }',
      'class Box<T> { constructor(v: T) { this.v = v; } v: T; }\nlet later;',
      '[a, b, d, e, g, f(1), new Box(7).v, later, net]',
    );
    expect(values[3]).toEqual([1, 5, 2, [3, 4], 6, 2, 7, undefined, 'nn']);
  });

  it('lets a cell declare a name again', async () => {
    expect(await run('const a = 1;\na', 'let a = 2;\na', 'function a() { return 3 }\na()', 'a()')).toEqual([
      1, 2, 3, 3,
    ]);
  });

  it('gives the value of a last expression, and of nothing else', async () => {
    expect(
      await run('1; 2 // two', 'const a = 1;', 'let b = 1; b = 2', 'for (const x of [1]) x', '', '({ a })'),
    ).toEqual([2, undefined, undefined, undefined, undefined, { a: 1 }]);
  });

  it('awaits at the top, and keeps statements apart without semicolons', async () => {
    expect(
      await run('const p = await Promise.resolve([1, 2])\nconst [q, r] = p\n;[q, r].map((x) => x)'),
    ).toEqual([[1, 2]]);
  });

  it('tells which line of which cell a line of the module is', () => {
    const { code, firstLines } = compileNotebook([
      { id: 'a', code: '1;\n2;', looks: ['x'] },
      { id: 'b', code: "import * as torch from 'torch';\nlet x = 1;\nHERE;", looks: [] },
    ]);
    const line = code.split('\n').findIndex((text) => text.includes('HERE')) + 1;
    expect(cellLine(firstLines, line)).toEqual({ cell: 1, line: 3 });
    expect(cellLine(firstLines, 1)).toBeNull();
  });

  it.each([
    ['const = 1', /Unexpected token/],
    ["import fs from 'node:fs';", /Only 'torch' can be imported/],
    ['export const a = 1;', /leave out `export`/],
  ])('names the cell that is no program: %s', (code, message) => {
    const compile = () => compileNotebook([{ id: 'bad', code, looks: [] }]);
    expect(compile).toThrow(CellError);
    expect(compile).toThrow(message);
  });
});
