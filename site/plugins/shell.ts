/**
 * Two scripts of Starlight's that cost every page dearly, each replaced by one of site/shell with the same interface:
 * the one that follows the reader through the table of contents, and the start of the search.
 */
import { fileURLToPath } from 'node:url';

const CONTENTS = fileURLToPath(new URL('../shell/contents.ts', import.meta.url));
const SEARCH = fileURLToPath(new URL('../shell/search.ts', import.meta.url));

/** A Vite plugin. */
export function shell() {
  return {
    name: 'handgrad-shell',
    enforce: 'pre' as const,
    resolveId(id: string, importer = '') {
      if (/\bcomponents-internals\/TableOfContents\/starlight-toc(\.js)?$/.test(id)) return CONTENTS;
      return id === '@pagefind/default-ui' && importer !== SEARCH ? SEARCH : undefined;
    },
  };
}
