/** What PyTorch calls `torch.random`. Source: https://docs.pytorch.org/docs/stable/random.html */

import { type ModeGuard, runIn } from '../autograd/modes.ts';
import type { Tensor } from '../core/tensor.ts';
import { default_generator, type Generator } from './generator.ts';

export { default_generator };

/** Starts the default stream over from `seed`, of which a fraction is dropped; the same numbers follow as in PyTorch. */
export function manual_seed(seed: number | bigint): Generator {
  return default_generator.manual_seed(typeof seed === 'number' ? Math.trunc(seed) : seed);
}

/** Starts the default stream over from a seed that cannot be foreseen, and hands it back. */
export function seed(): number | bigint {
  return default_generator.seed();
}

/** The seed that the default stream was last started from. */
export function initial_seed(): number | bigint {
  return default_generator.initial_seed();
}

/** The default stream's state, as PyTorch saves it: a uint8 tensor of 5056 elements. */
export function get_rng_state(): Tensor {
  return default_generator.get_state();
}

/** Takes the default stream back to a saved state, also one that PyTorch saved. */
export function set_rng_state(state: Tensor): void {
  default_generator.set_state(state);
}

/**
 * Random numbers drawn while `body` runs leave the default stream as it was; without a body, until the guard is
 * disposed of. Source: https://docs.pytorch.org/docs/stable/random.html#torch.random.fork_rng
 */
export function fork_rng(): ModeGuard;
export function fork_rng<T>(body: () => T): T;
export function fork_rng<T>(body?: () => T): T | ModeGuard {
  const before = get_rng_state();
  const exit = (): void => set_rng_state(before);
  const guard = { exit, [Symbol.dispose]: exit };
  return body ? runIn(guard, body) : guard;
}
