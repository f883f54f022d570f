/** `node engine/corpus/run.ts [family] [text]`: how many cases give PyTorch's result, and how the others differ. */

import { difference, type Recorded, runCase } from './corpus.ts';
import { families } from './files.ts';

const [wanted, text] = process.argv.slice(2);
let [right, total] = [0, 0];
for (const [family, cases] of families()) {
  if (wanted && wanted !== family && wanted !== 'all') continue;
  let good = 0;
  for (const one of cases) {
    if (text && !one.py.includes(text)) continue;
    const got = await runCase(one);
    const wrong = difference(got, one.expected, true);
    total++;
    if (wrong === null) good++;
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
console.log(`${right} of ${total} give PyTorch's result`);
