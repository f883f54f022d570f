/** A file of cells, each headed by `# %% name`, run as a notebook runs them. For Node alone. */

import { readFileSync } from 'node:fs';
import { PythonSession } from './session.ts';
import { readSources } from './sources.ts';

export interface ShownCell {
  name: string;
  /** What stands behind the name: `here` for what PyTorch cannot run, `gpu` for what needs a GPU. */
  mark: string;
  /** All that it prints, and the value of its last expression. */
  text: string;
}

/** What a lesson's cells draw with in the page. */
const noPlot = Object.fromEntries(
  ['line', 'graph', 'contour', 'path', 'boundary', 'image'].map((name) => [name, () => {}]),
);

/** Where something lies in memory is different each time. */
export const withoutAddresses = (text: string): string =>
  text.replace(/\b(0x[0-9a-f]{6,}|\d{5,})\b/g, '<address>');

/** What a notebook would show of each cell. Those for a GPU are left out. */
export function showCells(path: string): ShownCell[] {
  let written = '';
  const write = (text: string): void => {
    written += text;
  };
  const session = new PythonSession(readSources(), { write, show: () => {} });
  session.provide('plot', noPlot);
  return readFileSync(path, 'utf8')
    .split(/^(?=# %% )/m)
    .flatMap((code) => {
      const [, name, mark = ''] = /^# %% (\S+) ?(\w*)/.exec(code) ?? [];
      if (!name || mark === 'gpu') return [];
      written = '';
      try {
        const value = session.show(session.run(code, `${name}.py`));
        if (value !== null) written += `${value}\n`;
      } catch (error) {
        const { name: type, message } = session.describe(error);
        written += `${type}: ${message}`;
      }
      return [{ name, mark, text: written.replace(/\n+$/, '') }];
    });
}
