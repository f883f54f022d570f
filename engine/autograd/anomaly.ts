/** Anomaly mode: backward() stops at the first operation whose gradient is nan. */

import { RuntimeError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import type { ModeGuard } from './modes.ts';
import { runIn } from './modes.ts';
import type { Gradients, Node } from './node.ts';

let mode = { enabled: false, checksNan: true };

export function is_anomaly_enabled(): boolean {
  return mode.enabled;
}

export interface AnomalyOptions {
  mode?: boolean;
  check_nan?: boolean;
}

/**
 * Turns anomaly mode on or off: from now on, while the guard lasts, or while `body` runs.
 * Source: https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.set_detect_anomaly
 */
export function set_detect_anomaly(enabled: boolean, options?: AnomalyOptions | boolean): ModeGuard;
export function set_detect_anomaly<T>(enabled: boolean, body: () => T): T;
export function set_detect_anomaly<T>(
  enabled: boolean,
  options: AnomalyOptions | boolean | (() => T) = true,
  body?: () => T,
): T | ModeGuard {
  const before = mode;
  const own = typeof options === 'function' ? options : body;
  const checksNan = typeof options === 'object' ? (options.check_nan ?? true) : options !== false;
  mode = { enabled, checksNan };
  const exit = (): void => {
    mode = before;
  };
  const guard = { exit, [Symbol.dispose]: exit };
  return own ? runIn(guard, own) : guard;
}

/** Anomaly mode while `body` runs. Source: https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.detect_anomaly */
export function detect_anomaly(): ModeGuard;
export function detect_anomaly<T>(body: () => T): T;
export function detect_anomaly<T>(body?: () => T): T | ModeGuard {
  return body ? set_detect_anomaly(true, body) : set_detect_anomaly(true);
}

const hasNan = (gradient: Tensor): boolean =>
  gradient.toTypedArray().some((value: number | bigint) => Number.isNaN(Number(value)));

/** @throws RuntimeError in anomaly mode, where a node on the cpu made a nan: a GPU's numbers are not read for it */
export function checkAnomaly(node: Node, outgoing: Gradients): void {
  if (!mode.enabled || !mode.checksNan) return;
  outgoing.forEach((gradient, index) => {
    if (gradient?.is_cpu && hasNan(gradient)) {
      throw new RuntimeError(`Function '${node.name}' returned nan values in its ${index}th output.`);
    }
  });
}
