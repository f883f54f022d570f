/** The module `_random`: streams of random numbers for Python's `random` and for `numpy.random`. */

import * as torch from 'torch';
import type { Bridge } from '../bridge.ts';
import type { Py } from '../brython.ts';
import { Pcg } from './pcg.ts';
import { Twister } from './twister.ts';

type Source = Twister | Pcg;

/** A whole number's words of 32 bits, the lowest first. */
function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n || words.length === 0; rest >>= 32n) {
    words.push(Number(rest & 0xffffffffn));
  }
  return words;
}

export function installRandom(bridge: Bridge): void {
  const { brython } = bridge;
  const sourceOf = (self: Py): Source => self.source;
  const whole = (value: Py): bigint => BigInt(bridge.toEngine(value) as number | bigint);
  const functions: Record<string, (...args: Py[]) => unknown> = {
    twister: () => ({ source: new Twister(), __class__: bridge.none }),
    pcg: (seed) => ({ source: new Pcg(whole(seed)), __class__: bridge.none }),
    seed: (self, value) => void self.source.seed(Number(value)),
    seed_by_words: (self, values: Py[]) =>
      void self.source.seedByWords(values.flatMap((value) => wordsOf(whole(value)))),
    /** @param kind a method that gives one float */
    floats(self, kind: 'double' | 'normal' | 'exponential' | 'single', count: number) {
      const source = sourceOf(self) as unknown as Record<string, () => number>;
      return torch.tensor(
        Float64Array.from({ length: count }, () => source[kind]()),
        { dtype: torch.float64 },
      );
    },
    float: (self, kind) => bridge.float(self.source[kind]()),
    up_to: (self, most) => BigInt(sourceOf(self).upTo(Number(bridge.toEngine(most)))),
    whole_numbers: (self, low, most, count) => {
      const first = whole(low);
      const draw = (): bigint => first + BigInt(sourceOf(self).upTo(Number(bridge.toEngine(most))));
      return torch.tensor(BigInt64Array.from({ length: count }, draw), { dtype: torch.int64 });
    },
    order: (self, count) => bridge.list(sourceOf(self).order(count)),
    some: (self, count, wanted) => bridge.list(self.source.some(count, wanted)),
    bits(self, count) {
      const source = self.source as Twister;
      let [value, shift] = [0n, 0n];
      for (let left = count; left > 0; left -= 32, shift += 32n) {
        value |= BigInt(source.bits(Math.min(left, 32))) << shift;
      }
      return value;
    },
  };
  const module = brython.module.$factory('_random');
  for (const [name, call] of Object.entries(functions)) {
    module[name] = bridge.nativeFunction('_random', name, (...args) => bridge.toPython(call(...args)));
  }
  brython.imported._random = module;
}
