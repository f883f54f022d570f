/**
 * The program of the sandbox's worker: does one job, then waits to be thrown away. It shares its realm with
 * the learner's code, so nothing it says is proof of anything: the page judges what comes out.
 */
import * as torch from 'torch';
import type { Device } from './device.ts';
import { type NotebookModule, runNotebook } from './notebook.ts';
import { Output } from './output.ts';
import type { Failure, Job, Reply, Result } from './protocol.ts';

/** Serves `port`. `load` gives the address of a module made from its text, joined to the engine. */
export async function serve(
  port: MessagePort,
  load: (code: string) => string,
  device: Device,
): Promise<void> {
  Error.stackTraceLimit = 100; // the engine's own frames stand above the learner's
  const send = port.postMessage.bind(port) as (reply: Reply) => void;
  if (device === 'webgpu') await torch.webgpu.init();
  port.onmessage = async ({ data: job }: MessageEvent<Job>) => {
    port.onmessage = null;
    const moduleUrl = load(job.code);
    const output = new Output((lines) => send({ type: 'lines', lines }));
    output.capture(globalThis);
    try {
      const result = await run(job, moduleUrl, output);
      await output.flush();
      send({ type: 'done', result });
    } catch (error) {
      await output.flush();
      send({ type: 'failed', failure: failureOf(error, moduleUrl) });
    }
  };
  send({ type: 'ready' });
}

async function run(job: Job, moduleUrl: string, output: Output): Promise<Result> {
  const module: NotebookModule = await import(moduleUrl);
  return { kind: 'notebook', snapshots: await runNotebook(module, job.shown, output) };
}

/** The error, with the line of `moduleUrl` that is nearest to where it was thrown. */
function failureOf(error: unknown, moduleUrl: string): Failure {
  if (!(error instanceof Error))
    return { name: 'Error', message: `the code threw ${String(error)}`, line: null };
  const stack = String(error.stack);
  const at = stack.indexOf(`${moduleUrl}:`);
  const line = at < 0 ? NaN : Number.parseInt(stack.slice(at + moduleUrl.length + 1), 10);
  return { name: error.name, message: error.message, line: Number.isNaN(line) ? null : line };
}
