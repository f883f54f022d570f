/** What the two devices run against each other. A program is text: it is shown to the learner, and run in the sandbox. */
import type { Device } from '../runner/device.ts';
import { ENGINE } from '../runner/protocol.ts';

export interface Contest {
  id: string;
  title: string;
  sizes: number[];
  /** A size, in words. */
  label: (size: number) => string;
  /** Makes what is computed with: lines of code in `n` and `device`. */
  setup: string;
  /** What is timed: an expression. */
  step: string;
}

const thousands = (size: number) => size.toLocaleString('en-GB').replaceAll(',', ' ');

export const contests: Contest[] = [
  {
    id: 'product',
    title: 'Multiply two matrices',
    sizes: [32, 64, 128, 256, 512, 1024, 2048],
    label: (n) => `${n} × ${n}`,
    setup: 'const a = torch.rand(n, n).to(device);\nconst b = torch.rand(n, n).to(device);',
    step: 'a.matmul(b).sum()',
  },
  {
    id: 'formula',
    title: 'A formula for every element',
    sizes: [1_000, 10_000, 100_000, 1_000_000, 4_000_000],
    label: thousands,
    setup: 'const x = torch.rand(n).to(device);',
    step: 'x.mul(2).add(1).sin().mul(x).exp().sum()',
  },
  {
    id: 'tiny',
    title: 'One addition, of a small vector',
    sizes: [10, 100, 1_000, 10_000],
    label: thousands,
    setup: 'const x = torch.rand(n).to(device);\nconst y = torch.rand(n).to(device);',
    step: 'x.add(y).sum()',
  },
];

/** What a lane reports: the time of one step, in milliseconds. */
export interface Lap {
  size: number;
  ms: number;
}

/** A lane goes on to larger sizes until one step takes longer than this. */
const SLOWEST_STEP_MS = 2_000;
/** Steps are repeated for so long, and their time divided: a sandbox's clock ticks ten times a millisecond at best. */
const ENOUGH_MS = 250;

/** A notebook's module (runner/notebook.ts) that prints a Lap a size. The first step of each size is not counted. */
export function raceProgram({ sizes, setup, step }: Contest, device: Device): string {
  return `import * as torch from '${ENGINE}';
const device = '${device}';
async function race() {
  for (const n of ${JSON.stringify(sizes)}) {
    ${setup}
    const once = () => (${step}).item();
    await once();
    const start = performance.now();
    let steps = 0;
    while (performance.now() - start < ${ENOUGH_MS}) {
      await once();
      steps++;
    }
    const ms = (performance.now() - start) / steps;
    console.log(JSON.stringify({ size: n, ms }));
    await new Promise((resolve) => setTimeout(resolve));
    if (ms > ${SLOWEST_STEP_MS}) return;
  }
}
export const cells = [{ run: race, looks: [] }];`;
}

/** A printed line as a Lap; null for anything else. */
export function readLap(text: string): Lap | null {
  try {
    const { size, ms } = JSON.parse(text);
    return Number.isFinite(size) && Number.isFinite(ms) ? { size, ms } : null;
  } catch {
    return null;
  }
}
