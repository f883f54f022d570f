/** What users call is described where it is written, and says which page of PyTorch's it follows. Operators have `doc`. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as torch from './index.ts';

/** The comments above what a folder exports, by name; '' where there is none. */
function comments(folder: string): Map<string, string> {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((name) => /^(?!.*(\.test|generated)\.ts$).*\.ts$/.test(name));
  const found = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(join(path, file), 'utf8');
    const exports =
      /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?:\/\/ .*\n)*)?^export (?:abstract |async )?(?:class|function|const) (\w+)/gm;
    for (const [, comment = '', name] of text.matchAll(exports)) {
      // Of a class and what makes it callable by name, one is described.
      found.set(name, found.get(name) || comment);
    }
  }
  return found;
}

const namespaces: [name: string, exports: object, folder: string][] = [
  ['nn', torch.nn, 'nn'],
  ['nn.functional', torch.nn.functional, 'nn'],
  ['nn.init', torch.nn.init, 'nn'],
  ['nn.utils', torch.nn.utils, 'nn'],
  ['optim', torch.optim, 'optim'],
  ['optim.lr_scheduler', torch.optim.lr_scheduler, 'optim'],
  ['utils.data', torch.utils.data, 'data'],
  ['autograd', torch.autograd, 'autograd'],
  ['func', torch.func, 'func'],
  ['distributed', torch.distributed, 'distributed'],
  ['random', torch.random, 'random'],
  ['webgpu', torch.webgpu, 'devices/webgpu'],
];

test.each(namespaces)('torch.%s', (name, exports, folder) => {
  const written = comments(folder);
  const lacking = Object.entries(exports).flatMap(([own, value]) => {
    const comment = written.get(own);
    if (typeof value !== 'function' || comment === undefined) return [];
    if (comment === '') return [`torch.${name}.${own} has no comment`];
    const isClass = /^(nn|optim|optim\.lr_scheduler|utils\.data)$/.test(name) && /^[A-Z]/.test(own);
    return isClass && !/https?:/.test(comment) ? [`torch.${name}.${own} names no source`] : [];
  });
  expect(lacking).toEqual([]);
});
