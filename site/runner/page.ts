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

/** What needs a GPU cannot run here; the message says why, to the learner. */
export class NoGpu extends Error {
  override name = 'NoGpu';

  constructor(why: string) {
    super(`This needs WebGPU, and ${why}.`);
  }
}

let openedGpu: Promise<PageSandbox> | null = null;

/** The same on WebGPU alone, be the adapter a software one, for what the cpu cannot do. Throws NoGpu where there is none. */
export function gpuSandbox(): Promise<PageSandbox> {
  openedGpu ??= openGpu().catch((error) => {
    openedGpu = null;
    throw error;
  });
  return openedGpu;
}

async function openGpu(): Promise<PageSandbox> {
  const choice = await chooseDevice('webgpu');
  if (choice.device === 'cpu') throw new NoGpu(choice.why);
  const page = await open(Promise.resolve(choice));
  if (page.choice.device === 'cpu') throw new NoGpu(page.choice.why);
  return page;
}
