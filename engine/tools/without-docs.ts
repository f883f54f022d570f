/** What is shipped has no use for the records' docs, examples and types: the reference page and the editor's types have them. */

import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const text = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/.source;
const docs = new RegExp(`(?<=[{,]\\s*)(?:doc|example|returns):\\s*(?:${text}),?`, 'g');

/** A plugin of esbuild's that leaves them out of the operator records. */
export const withoutDocs: Plugin = {
  name: 'without-docs',
  setup(build) {
    build.onLoad({ filter: /[\\/]engine[\\/]ops[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(docs, ''),
      loader: 'ts',
    }));
  },
};
