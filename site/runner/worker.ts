/**
 * The program of the sandbox's worker: does one job, then waits to be thrown away. It shares its realm with
 * the learner's code, so nothing it says is proof of anything: the page judges what comes out.
 */
import * as torch from 'torch';
import type * as Python from '../../graders/python/program.ts';
import { runCases } from '../../graders/run.ts';
import { shut } from '../../graders/shut.ts';
import { thrownBy } from '../../graders/thrown.ts';
import type { Outcome, Thrown } from '../../graders/types.ts';
import type { Device } from './device.ts';
import { runNotebook } from './notebook.ts';
import { Output } from './output.ts';
import { Plot } from './plot.ts';
import type { ExerciseJob, Job, NotebookJob, PythonExerciseJob, Reply, Result } from './protocol.ts';

/** Serves `port`. `load` gives the address of a module made from its text, joined to the engine. */
export async function serve(
  port: MessagePort,
  load: (code: string) => string,
  device: Device,
): Promise<void> {
  Error.stackTraceLimit = 100; // the engine's own frames stand above the learner's
  const send = port.postMessage.bind(port) as (reply: Reply) => void;
  if (device === 'webgpu') await torch.webgpu.init();
  shut(globalThis);
  port.onmessage = async ({ data: job, ports }: MessageEvent<Job>) => {
    port.onmessage = null;
    if (job.kind === 'notebook' && job.group) joinGroup(job.group, ports);
    const output = new Output((lines) => send({ type: 'lines', lines }));
    output.capture(globalThis);
    const plot = new Plot(output, (pictures) => send({ type: 'pictures', pictures }));
    Object.assign(globalThis, { plot });
    const urls = modulesOf(job).map(load);
    try {
      const result =
        job.kind === 'python exercise' ? await runPython(job, urls[0], output) : await run(job, urls, output);
      await plot.flush();
      await output.flush();
      send({ type: 'done', result });
    } catch (error) {
      await plot.flush().catch(() => {}); // the code's own failure is the one to tell
      await output.flush();
      const failure =
        error instanceof PythonFailure ? error.thrown : thrownBy(error, (stack) => lineIn(stack, urls));
      send({ type: 'failed', failure });
    }
  };
  send({ type: 'ready' });
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
  return job.kind === 'exercise' ? job.modules : [job.python.program];
}

/** @throws PythonFailure where a source does not come to its calls */
async function runPython(
  { sources, cases, device, python }: PythonExerciseJob,
  url: string,
  output: Output,
): Promise<Result> {
  const { gradePython }: typeof Python = await import(url);
  const print = new LineWriter((text) => output.add('print', text));
  const outlet = { write: (text: string) => print.write(text), show: () => {} };
  const outcomes = await gradePython(JSON.parse(python.texts), outlet, sources, cases, device);
  print.end();
  if (!Array.isArray(outcomes)) throw new PythonFailure(outcomes);
  return { kind: 'exercise', outcomes };
}

/** An error of Python's, which knows its line. */
class PythonFailure extends Error {
  readonly thrown: Thrown;

  constructor(thrown: Thrown) {
    super(thrown.message);
    this.thrown = thrown;
  }
}

/** Python prints piece by piece: this makes lines of them. */
class LineWriter {
  #line = '';
  readonly #send: (line: string) => void;

  constructor(send: (line: string) => void) {
    this.#send = send;
  }

  write(text: string): void {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() as string;
    for (const line of lines) this.#send(line);
  }

  end(): void {
    if (this.#line) this.#send(this.#line);
    this.#line = '';
  }
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
