/** Whole programs of Python, run here as the oracle runs them under PyTorch. */

import * as torch from 'torch';
import type { PythonSession } from './session.ts';

/** Whole programs run one after the other in one session: each starts as in a new one. */
export function runProgram(
  session: PythonSession,
  source: string,
  filename: string,
  read: () => string,
): string {
  torch.manual_seed(0);
  torch.set_printoptions({ profile: 'default' });
  session.run('import numpy; numpy.random.seed(0)', '<seed>', 'seed');
  delete session.brython.imported.__main__;
  let ending = '';
  try {
    session.run(source, filename);
  } catch (error) {
    const { name, message, frames } = session.describe(error);
    const places = frames.filter(({ file }) => file === filename);
    const lines = places.map(({ line, within }) => `${filename}:${line}${within ? ` in ${within}` : ''}\n`);
    ending = `${lines.join('')}${name}: ${message}\n`;
  } finally {
    torch.set_grad_enabled(true);
    torch.set_default_dtype(torch.float32);
  }
  return read() + ending;
}
