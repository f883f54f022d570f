/**
 * What programs written for other machines ask and set, with PyTorch's answers where there is no CUDA: such a program
 * then goes its way on the cpu. Settings that PyTorch has for speed alone are kept, and change nothing.
 */

const no = (): boolean => false;
const nothing = (): void => {};

export const cuda = {
  is_available: no,
  is_initialized: no,
  device_count: (): number => 0,
  manual_seed: nothing as (seed: number) => void,
  manual_seed_all: nothing as (seed: number) => void,
  empty_cache: nothing,
  synchronize: nothing,
};

export const backends = {
  cuda: { is_built: no, matmul: { allow_tf32: false } },
  cudnn: { is_available: no, enabled: true, deterministic: false, benchmark: false, allow_tf32: true },
  mps: { is_available: no, is_built: no },
};

let isDeterministic = false;
let precision = 'highest';

/** Everything here computes the same each time, asked or not. */
export function use_deterministic_algorithms(mode: boolean): void {
  isDeterministic = mode;
}

export function are_deterministic_algorithms_enabled(): boolean {
  return isDeterministic;
}

export function set_float32_matmul_precision(wanted: string): void {
  precision = wanted;
}

export function get_float32_matmul_precision(): string {
  return precision;
}

/** A program here has one thread. */
export const get_num_threads = (): number => 1;
export const set_num_threads: (count: number) => void = nothing;

/** The function or module as it is: work is fused without it where it can be. */
export function compile<T>(model: T, _options: Record<string, unknown> = {}): T {
  return model;
}
