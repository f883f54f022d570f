/** The page's one sandbox, on the device that suits the machine. */
import { type Choice, chooseDevice } from './device.ts';
import { Sandbox } from './sandbox.ts';

export interface PageSandbox {
  sandbox: Sandbox;
  choice: Choice;
}

let opened: Promise<PageSandbox> | null = null;

/** Opens the sandbox and loads the engine, the first time; a GPU that fails to start gives way to the cpu. */
export function pageSandbox(): Promise<PageSandbox> {
  opened ??= open(chooseDevice());
  return opened;
}

async function open(chosen: Promise<Choice>): Promise<PageSandbox> {
  const choice = await chosen;
  const sandbox = new Sandbox(choice.device);
  try {
    await sandbox.warm();
    return { sandbox, choice };
  } catch (error) {
    if (choice.device === 'cpu') throw error;
    const why = `${choice.why} did not start: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
    return open(Promise.resolve({ device: 'cpu', why }));
  }
}
