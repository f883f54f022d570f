/**
 * Code as the type checker sees it: a lesson's cell stands within the cells above it, each in a block inside the one
 * before, so that a name is known further down and may be declared again.
 */

export interface Placed {
  readonly code: string;
  /** Where in it the editor's own first character stands. */
  readonly start: number;
}

/** Blocks hold no imports: they go to the top. */
const IMPORT = /^import\s[^;'"]*['"][^'"]+['"];?/gm;

export function place(own: string, above: readonly string[]): Placed {
  if (above.length === 0) return { code: own, start: 0 };
  const imports = new Set<string>();
  const bodies = [...above, own].map((code) =>
    code.replace(IMPORT, (line) => {
      imports.add(line);
      return line.replace(/[^\n]/g, ' ');
    }),
  );
  const head = `${[...imports].join('\n')}\n${bodies.slice(0, -1).join('\n{\n')}\n{\n`;
  return { code: `${head}${bodies.at(-1)}\n${'}'.repeat(above.length)}`, start: head.length };
}
