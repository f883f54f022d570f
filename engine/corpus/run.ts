/**
 * `node engine/corpus/run.ts [--webgpu] [family] [text]`: how many cases give PyTorch's result, and how the others
 * differ. With --webgpu tensors are made on the GPU, through Dawn.
 */

import { initDawn } from '../tools/dawn.ts';
import { difference, onCpu, onWebgpu, type Recorded, runCase } from './corpus.ts';
import { families } from './files.ts';
import { refusal } from './refusals.ts';

const webgpu = process.argv.includes('--webgpu');
const [wanted, text] = process.argv.slice(2).filter((argument) => argument !== '--webgpu');
if (webgpu) await initDawn();

let [right, refused, total] = [0, 0, 0];
for (const [family, cases] of families()) {
  if (wanted && wanted !== family && wanted !== 'all') continue;
  let good = 0;
  for (const one of cases) {
    if (text && !one.py.includes(text)) continue;
    const got = await runCase(one, webgpu ? 'webgpu' : 'cpu');
    const wrong = difference(got, one.expected, webgpu ? onWebgpu : onCpu);
    total++;
    if (wrong === null) good++;
    else if (webgpu && refusal(got, one.expected)) refused++;
    else {
      const isText =
        wrong.endsWith('another text') && got.kind === 'tensor' && one.expected.kind === 'tensor';
      const show = (value: Recorded): string =>
        isText ? `\n${(value as { text: string }).text}` : JSON.stringify(value).slice(0, 600);
      console.log(
        `${family}: ${wrong}\n  py ${one.py}\n  ts ${one.ts}\n  expected ${show(one.expected)}\n  got      ${show(got)}`,
      );
    }
  }
  right += good;
  console.log(`── ${family}: ${good} of ${cases.length}`);
}
console.log(`${right} of ${total} give PyTorch's result${webgpu ? `, ${refused} are refused by name` : ''}`);
// Dawn's threads would keep the process alive.
process.exit();
