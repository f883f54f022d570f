/** PyTorch's Generator objects and the default one. Source: https://docs.pytorch.org/docs/stable/generated/torch.Generator.html */

import { uint8 } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { CpuStorage } from '../core/storage.ts';
import { Tensor } from '../core/tensor.ts';
import { cpu } from '../devices/cpu/device.ts';
import { RandomStream, STATE_BYTES } from './stream.ts';

/** The seed of a Generator that was not given one. */
const DEFAULT_SEED = 67280421310721n;

/** A stream of random numbers of one's own: give it to a random operator as `{ generator }`. */
export class Generator extends RandomStream {
  /** @throws RuntimeError for another device than 'cpu': the samples of all devices are drawn there */
  constructor(device = 'cpu') {
    super(DEFAULT_SEED);
    if (device !== 'cpu')
      throw new RuntimeError(`Device type ${device} is not supported for torch.Generator() api.`);
  }

  get device(): string {
    return 'cpu';
  }

  /**
   * Starts over from `seed`.
   * @param seed from -2^63 to 2^64 - 1, a negative one counting from 2^64 down
   * @throws RuntimeError for what is no whole number, ValueError outside of that range
   */
  manual_seed(seed: number | bigint): this {
    if (typeof seed !== 'bigint' && !Number.isInteger(seed)) {
      const type = typeof seed === 'number' ? 'float' : typeof seed;
      throw new RuntimeError(`manual_seed expected a long, but got ${type}`);
    }
    const whole = BigInt(seed);
    if (whole < -(2n ** 63n) || whole >= 2n ** 64n) throw new ValueError('Overflow when unpacking long long');
    this.restart(BigInt.asUintN(64, whole));
    return this;
  }

  /** Starts over from a seed that cannot be foreseen, and hands it back. */
  seed(): number | bigint {
    const [seed] = crypto.getRandomValues(new BigUint64Array(1));
    this.restart(seed);
    return this.initial_seed();
  }

  /** The seed it was last started from; a bigint beyond 2^53. */
  initial_seed(): number | bigint {
    const seed = Number(this.initialSeed);
    return Number.isSafeInteger(seed) ? seed : this.initialSeed;
  }

  /** The state as PyTorch saves it: a uint8 tensor of 5056 elements. */
  get_state(): Tensor {
    const storage = new CpuStorage(cpu, uint8, this.save());
    return new Tensor({ storage, dtype: uint8, sizes: [STATE_BYTES] });
  }

  /** Goes on from a saved state, also one that PyTorch saved. @throws RuntimeError or TypeError for anything else */
  set_state(state: Tensor): this {
    if (!(state instanceof Tensor))
      throw new TypeError(`expected a torch.ByteTensor, but got ${typeof state}`);
    if (state.dtype !== uint8 || !state.is_cpu) throw new TypeError('RNG state must be a torch.ByteTensor');
    this.restore(state.toTypedArray() as Uint8Array);
    return this;
  }

  /** Another Generator in the same state. */
  clone_state(): Generator {
    return new Generator().set_state(this.get_state());
  }
}

/** The stream behind all random operators that are given no generator. */
export const default_generator = new Generator();
default_generator.seed();
