/** A Python with real PyTorch and NumPy in it. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../paths.ts';

const names = process.platform === 'win32' ? ['python.exe'] : ['python3', 'python'];

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const environments = [join(root, '.venv'), process.env.VIRTUAL_ENV ?? ''].filter(Boolean);
  return [
    process.env.HANDGRAD_PYTHON ?? '',
    ...environments.map((folder) => join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', names[0])),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ].filter((path) => path !== '' && existsSync(path));
}

function torchVersion(python: string): string | null {
  const script = 'import numpy, torch; print(torch.__version__)';
  const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8', timeout: 60_000 });
  return status === 0 ? stdout.trim() : null;
}

/** @throws Error that says how to get one, where there is none. */
export function findPython(): { python: string; torch: string } {
  for (const python of new Set(candidates())) {
    const torch = torchVersion(python);
    if (torch) return { python, torch };
  }
  throw new Error(
    'the oracle is real PyTorch, and no Python here has it. In the project: `python3 -m venv .venv && ' +
      '.venv/bin/pip install torch numpy`, or name a Python that has both in HANDGRAD_PYTHON.',
  );
}
