import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { CodeError, eraseTypes, parse } from './strip.ts';

/** Where Node blanks a character beyond ASCII it puts a wider space: the width of blanks is no matter here. */
const narrow = (code: string) => code.replace(/[^\S\n]+/g, ' ');

const stripTypes = (source: string): string => eraseTypes(source, parse(source));

describe('stripping types', () => {
  const files = globSync('{engine,graders,exercises,site}/**/*.ts', {
    exclude: ['**/*.d.ts', '**/node_modules/**'],
  });

  it('strips every file of the project as Node does', () => {
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      expect(narrow(stripTypes(source)), file).toBe(narrow(stripTypeScriptTypes(source)));
    }
  });

  it.each([
    'const f = <T,>(x: T): T => x; const g = async (x?: number): Promise<void> => {};',
    'const k = (x: number): {\n  a: number;\n} => ({ a: x });',
    'let q!: number;\nconst t = [1, 2] as const\n;[1].map((x): number => x)',
    'abstract class A<T> extends Map<string, T> implements X, Y { private readonly x?: number = 1; declare y: string; w!: string; static #p: number = 2; public static async go<T>(this: A<T>, q: T): Promise<T> { return q } abstract foo(): void; [key: string]: any; override get z(): number { return 1 } }',
    'function over(a: string): void;\nfunction over(a: number): void;\nfunction over(a: any) {}',
    'const { a, b }: { a: number; b: string } = foo<string>(1);\nfor (const x of xs as number[]) {}',
    'import { type A, nn, type B } from "torch"; import type { C } from "torch"; export type { D } from "torch";',
    'const x = (a as any) as number; const y = z! + (w satisfies object as number);',
    'using u = torch.no_grad();\nfunction g(this: T, a?: number): asserts a is number {}',
  ])('gives what Node gives, to the column: %s', (source) => {
    expect(stripTypes(source)).toBe(stripTypeScriptTypes(source));
  });

  it.each([
    ['enum A { B }', 1, 1],
    ['class A {\n  constructor(private x: number) {}\n}', 2, 15],
    ['const a = 1;\nconst b = ;', 2, 11],
  ])('says where %s cannot be read', (source, line, column) => {
    const error = (() => {
      try {
        stripTypes(source);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(CodeError);
    expect(error).toMatchObject({ line, column });
  });
});
