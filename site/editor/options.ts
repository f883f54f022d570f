/** How strictly the learner's code is checked: what helps is told, what only a finished program needs is not. */
import ts from 'typescript';

export const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['esnext'],
  types: [],
  strict: true,
  noImplicitAny: false, // a learner may leave types out, as in Python
  strictNullChecks: false, // and writes x.grad where they know that there is one
  strictPropertyInitialization: false,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};
