/** How a run ended, in words for the learner. */
import type { Choice } from './device.ts';
import type { Outcome } from './sandbox.ts';

/** Null for a run that came to its own end. */
export function interruption(outcome: Outcome): string | null {
  switch (outcome.status) {
    case 'timeout':
      return `Stopped after ${Math.round(outcome.ms / 1000)} seconds: is there a loop that never ends?`;
    case 'stopped':
      return 'Stopped.';
    case 'flooded':
      return 'Stopped: it printed more than the page can hold.';
    default:
      return null;
  }
}

export function deviceLine({ device, why }: Choice): string {
  return device === 'webgpu' ? `Runs on your GPU: ${why}` : `Runs on the cpu: ${why}`;
}
