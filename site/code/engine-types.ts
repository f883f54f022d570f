/** What the editor's type checker reads: the engine's declarations and the language's own library. For Node alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from '../../graders/paths.ts';

/** Files by their path in the checker's own file system. */
export type TypeFiles = Record<string, string>;

/** Declared besides the language: what a run prints with. */
export const globals = `/** Shows values below the code. */
declare function print(...values: unknown[]): void;
/** Draws below the code, as in plot.line('loss', loss) and plot.graph(loss, { w }). */
declare const plot: Record<'line' | 'graph' | 'contour' | 'path' | 'boundary' | 'image', (...what: any[]) => void>;
declare const console: { log(...values: unknown[]): void; info(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void };
declare const performance: { now(): number };
declare function setTimeout(run: (...given: any[]) => void, milliseconds?: number): number;
`;

let files: TypeFiles | null = null;

export function typeFiles(): TypeFiles {
  files ??= { '/globals.d.ts': globals, ...libraryFiles(), ...engineFiles() };
  return files;
}

/** lib.esnext and what it refers to: no DOM, which code in the sandbox does not have. */
function libraryFiles(): TypeFiles {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript'));
  const wanted = /^lib\.(decorators(\.legacy)?|es\d+.*|esnext.*)\.d\.ts$/;
  const names = readdirSync(folder).filter((name) => wanted.test(name) && !name.endsWith('.full.d.ts'));
  return Object.fromEntries(
    names.map((name) => [`/${name}`, bare(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** The licence at a file's head is kept once, by the package itself. */
function bare(library: string): string {
  return library.replace(/^\/\*![\s\S]*?\*\//, '').trimStart();
}

function engineFiles(): TypeFiles {
  const emitted: TypeFiles = {};
  const engine = join(root, 'engine');
  const program = ts.createProgram([join(engine, 'index.ts')], {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    skipLibCheck: true,
    types: [],
  });
  program.emit(undefined, (path, text) => {
    emitted[`/node_modules/torch${path.slice(engine.length)}`] = text;
  });
  return {
    ...emitted,
    '/node_modules/torch/package.json':
      '{"name":"torch","type":"module","exports":{".":{"types":"./index.d.ts"}}}',
  };
}
