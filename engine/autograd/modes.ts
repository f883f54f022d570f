/** Whether operations are recorded: grad mode and inference mode, as values of the running code. */

let gradEnabled = true;
let inferenceEnabled = false;

export function is_grad_enabled(): boolean {
  return gradEnabled;
}

export function is_inference_mode_enabled(): boolean {
  return inferenceEnabled;
}

/** Puts the earlier mode back when it is disposed of: `using _ = torch.no_grad();`. */
export interface ModeGuard extends Disposable {
  /** Puts the earlier mode back now. */
  exit(): void;
}

function setMode(grad: boolean, inference: boolean): ModeGuard {
  const before = [gradEnabled, inferenceEnabled] as const;
  gradEnabled = grad;
  inferenceEnabled = inference;
  const exit = (): void => {
    [gradEnabled, inferenceEnabled] = before;
  };
  return { exit, [Symbol.dispose]: exit };
}

/** Runs `body` in a mode; where it hands back a promise, the mode lasts until that settles. */
export function runIn<T>(guard: ModeGuard, body: () => T): T {
  let result: T;
  try {
    result = body();
  } catch (error) {
    guard.exit();
    throw error;
  }
  if (result instanceof Promise) return result.finally(guard.exit) as T;
  guard.exit();
  return result;
}

function mode(grad: () => boolean, inference: () => boolean) {
  function enter(): ModeGuard;
  function enter<T>(body: () => T): T;
  function enter<T>(body?: () => T): T | ModeGuard {
    const guard = setMode(grad(), inference());
    return body ? runIn(guard, body) : guard;
  }
  return enter;
}

/**
 * Records nothing while `body` runs and hands back its result; without a body, until the guard is disposed of.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.no_grad.html
 */
export const no_grad = mode(
  () => false,
  () => inferenceEnabled,
);

/** Records again within a no_grad. Source: https://docs.pytorch.org/docs/stable/generated/torch.enable_grad.html */
export const enable_grad = mode(
  () => true,
  () => inferenceEnabled,
);

/**
 * As no_grad, and what is made within can never take part in autograd.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad_mode.inference_mode.html
 */
export const inference_mode = mode(
  () => false,
  () => true,
);

/** Sets whether operations are recorded from now on, or while the guard or the body lasts. */
export function set_grad_enabled(enabled: boolean): ModeGuard;
export function set_grad_enabled<T>(enabled: boolean, body: () => T): T;
export function set_grad_enabled<T>(enabled: boolean, body?: () => T): T | ModeGuard {
  const guard = setMode(enabled, inferenceEnabled);
  return body ? runIn(guard, body) : guard;
}

/** The engine's own no_grad for code that is never asynchronous: cheaper, and returns before any other code runs. */
export function withGradMode<A extends unknown[], T>(
  enabled: boolean,
  body: (...args: A) => T,
  ...args: A
): T {
  const before = gradEnabled;
  gradEnabled = enabled;
  try {
    return body(...args);
  } finally {
    gradEnabled = before;
  }
}
