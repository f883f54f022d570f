/** How a run ended, in words for the learner. */
import type { Language } from '../../graders/both.ts';
import type { Choice } from './device.ts';

/** A run that did not come to its own end. */
export type Interrupted =
  | { state: 'timeout'; seconds: number }
  | { state: 'stopped' }
  /** It printed more than the sandbox lets through. */
  | { state: 'flooded' };

/** Python has a word of its own for Ctrl+C. */
export function interruption(run: Interrupted, language: Language = 'ts'): string {
  switch (run.state) {
    case 'timeout':
      return `Stopped after ${Math.round(run.seconds)} seconds: is there a loop that never ends, ${language === 'py' ? '' : 'a promise that never settles, '}or memory that keeps filling up?`;
    case 'stopped':
      return language === 'py' ? 'KeyboardInterrupt' : 'Stopped.';
    case 'flooded':
      return 'Stopped: it printed more than the page can hold.';
  }
}

export function deviceLine({ device, why }: Choice): string {
  return device === 'webgpu' ? `Runs on your GPU: ${why}` : `Runs on the cpu: ${why}`;
}

/** A lesson's cells print what PyTorch prints, so their tensors are made on the cpu, as PyTorch makes them. */
export function cellDeviceLine(choice: Choice): string {
  return choice.device === 'webgpu'
    ? `On the cpu, as in PyTorch, until a tensor goes .to('webgpu'): ${choice.why}`
    : deviceLine(choice);
}
