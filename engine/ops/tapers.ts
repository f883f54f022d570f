/** Windows for signals: numbers that rise from the ends to the middle. */

import { cppNames, get_default_dtype } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import type { Bound } from '../core/schema.ts';
import { i0 } from '../devices/cpu/bessel.ts';
import { creationOptions, deviceFor, withGrad } from './creation.ts';
import { vectorOf } from './ranges.ts';

type Shape = (k: number, last: number, ...options: number[]) => number;

/** `name`: a window whose numbers `shape` gives from their place and that of the last. */
function defineWindow(
  name: string,
  options: readonly (readonly [string, number])[],
  shape: Shape,
  doc: string,
): void {
  const own = options.map(([option, value]) => `${option}: float = ${value}, `).join('');
  defineOperator({
    name: `${name}_window`,
    schema: `window_length: int, periodic: bool = true, ${own}*, ${creationOptions}`,
    doc: `${doc} A periodic one leaves out the last number of the symmetric one.`,
    example: `torch.${name}_window(5)`,
    as: 'function',
    forward(args) {
      const { window_length, periodic, dtype, device, requires_grad } = args;
      const type = dtype ?? get_default_dtype();
      if (window_length < 0) {
        throw new RuntimeError(
          `${name}_window requires non-negative window_length, got window_length=${window_length}`,
        );
      }
      if (!type.is_floating_point) {
        throw new RuntimeError(
          `${name}_window expects floating point dtypes, got: TensorOptions(dtype=${cppNames[type.name]}, device=cpu, layout=Strided (default), requires_grad=false (default), pinned_memory=false, memory_format=(nullopt))`,
        );
      }
      const values = options.map(([option]) => (args as Bound)[option] as number);
      const last = periodic ? window_length : window_length - 1;
      const made = vectorOf(window_length, type, (k) =>
        window_length === 1 ? 1 : shape(k, last, ...values),
      );
      return withGrad(made.to(deviceFor(device).toString()), requires_grad);
    },
  });
}

const wave = (k: number, last: number): number => Math.cos((2 * Math.PI * k) / last);

defineWindow('bartlett', [], (k, last) => 1 - Math.abs((2 * k) / last - 1), 'A triangle.');
defineWindow(
  'hann',
  [],
  (k, last) => 0.5 - 0.5 * wave(k, last),
  'One period of a cosine, from 0 to 1 and back.',
);
defineWindow(
  'hamming',
  [
    ['alpha', 0.54],
    ['beta', 0.46],
  ],
  (k, last, alpha, beta) => alpha - beta * wave(k, last),
  'A cosine that does not quite reach 0.',
);
defineWindow(
  'blackman',
  [],
  (k, last) => 0.42 - 0.5 * wave(k, last) + 0.08 * wave(2 * k, last),
  'Two cosines.',
);
defineWindow(
  'kaiser',
  [['beta', 12]],
  (k, last, beta) => i0(beta * Math.sqrt(Math.max(0, 1 - ((2 * k) / last - 1) ** 2))) / i0(beta),
  "Kaiser's window, the steeper the larger `beta`.",
);
