/**
 * The program of the sandbox's worker: does one job, then waits to be thrown away. It shares its realm with
 * the learner's code, so nothing it says is proof of anything: the page judges what comes out.
 */
import * as torch from 'torch';
import { runCases } from '../../graders/run.ts';
import { shut } from '../../graders/shut.ts';
import { thrownBy } from '../../graders/thrown.ts';
import type { Outcome } from '../../graders/types.ts';
import type { Device } from './device.ts';
import { runNotebook } from './notebook.ts';
import { Output } from './output.ts';
import { Plot } from './plot.ts';
import type {
  ExerciseJob,
  Job,
  NotebookJob,
  PythonExerciseJob,
  PythonNotebookJob,
  PythonTexts,
  Reply,
  Result,
} from './protocol.ts';
import { Python, PythonFailure } from './python.ts';

/** Serves `port`. `load` gives the address of a module made from its text, joined to the engine. */
export async function serve(
  port: MessagePort,
  load: (code: string) => string,
  device: Device,
  kernels: readonly string[],
): Promise<void> {
  Error.stackTraceLimit = 100; // the engine's own frames stand above the learner's
  const send = port.postMessage.bind(port) as (reply: Reply) => void;
  if (device === 'webgpu') {
    await torch.webgpu.init();
    torch.webgpu.warmup(kernels).catch(() => {}); // what is no kernel was none of ours
  }
  const tellKernels = (): void => {
    if (device === 'webgpu') send({ type: 'kernels', sources: torch.webgpu.kernels() });
  };
  const { gpu } = navigator; // which nobody reaches from here on
  shut(globalThis);
  const output = new Output((lines) => send({ type: 'lines', lines }));
  const plot = new Plot(output, (pictures) => send({ type: 'pictures', pictures }));
  let python: Python | null = null;
  port.onmessage = async ({ data: message, ports }: MessageEvent<PythonTexts | Job>) => {
    if (message.kind === 'python') {
      try {
        python = await Python.start(message, load, { output, plot, gpu });
        return send({ type: 'ready' });
      } catch (error) {
        return send({ type: 'broken', message: String(error) });
      }
    }
    port.onmessage = null;
    if (message.kind === 'notebook' && message.group) joinGroup(message.group, ports);
    output.capture(globalThis);
    Object.assign(globalThis, { plot });
    const urls = modulesOf(message).map(load);
    try {
      if (device === 'webgpu') await torch.webgpu.init(); // the GPU may have been lost while this worker waited
      const result = isPython(message) ? await python!.run(message) : await run(message, urls, output);
      await plot.flush();
      await output.flush();
      tellKernels();
      send({ type: 'done', result });
    } catch (error) {
      await plot.flush().catch(() => {}); // the code's own failure is the one to tell
      await output.flush();
      tellKernels();
      const failure =
        error instanceof PythonFailure ? error.failure : thrownBy(error, (stack) => lineIn(stack, urls));
      send({ type: 'failed', failure });
    }
  };
  send({ type: 'ready' });
}

function isPython(job: Job): job is PythonNotebookJob | PythonExerciseJob {
  return job.kind === 'python notebook' || job.kind === 'python exercise';
}

/** `torch.distributed` then works in the job's code as it does in a process of PyTorch's. */
function joinGroup(
  { rank, world_size, peers }: NonNullable<NotebookJob['group']>,
  ports: readonly MessagePort[],
): void {
  const byRank = new Map(peers.map((peer, at) => [peer, ports[at]]));
  torch.distributed.init_process_group({ rank, world_size, ports: byRank });
}

function modulesOf(job: Job): string[] {
  if (job.kind === 'notebook') return [job.code];
  return job.kind === 'exercise' ? job.modules : [];
}

async function run(job: NotebookJob | ExerciseJob, urls: string[], output: Output): Promise<Result> {
  if (job.kind === 'notebook') {
    return { kind: 'notebook', snapshots: await runNotebook(await import(urls[0]), job.shown, output) };
  }
  const explain = (error: unknown) => thrownBy(error, (stack) => lineIn(stack, urls));
  const outcomes: Outcome[][] = [];
  for (const url of urls) outcomes.push(await runCases(await import(url), job.cases, job.device, explain));
  return { kind: 'exercise', outcomes };
}

/** The line of the module at one of `urls` that is nearest to where the error was thrown. */
function lineIn(stack: string, urls: string[]): number | null {
  const places = urls.flatMap((url) => {
    const at = stack.indexOf(`${url}:`);
    return at < 0 ? [] : [{ at, line: Number.parseInt(stack.slice(at + url.length + 1), 10) }];
  });
  const line = places.sort((a, b) => a.at - b.at)[0]?.line;
  return Number.isInteger(line) ? line : null;
}
