/**
 * Runs jobs in the sandbox: one at a time, each in a worker of its own that has loaded the engine beforehand. A job
 * ends by its own last line, by its time limit, or by `signal`: the worker is thrown away in each case.
 */
import type { Picture } from '../plots/types.ts';
import type { Device } from './device.ts';
import { openFrame } from './frame.ts';
import {
  type Boot,
  ENGINE,
  type Failure,
  type Job,
  type Line,
  type PythonTexts,
  type Result,
} from './protocol.ts';
import { readReply } from './received.ts';
import type { Interrupted } from './words.ts';

type End = { state: 'done'; result: Result } | { state: 'failed'; failure: Failure } | Interrupted;

/** How a job ended, and how long it took. */
export type Ending = End & { ms: number };

export interface RunOptions {
  /** Milliseconds that the job may take, not counting the loading of the engine. */
  limit: number;
  onLines?: (lines: Line[]) => void;
  onPictures?: (pictures: Picture[]) => void;
  signal?: AbortSignal;
  /** Handed to the job: see NotebookJob's `group`. */
  ports?: MessagePort[];
}

/** What a picture counts for: as many characters as a screenful. */
const PICTURE = 2_000;

/** Characters of kernels that are kept for the next worker: some hundreds of kernels. */
const KERNELS = 1_000_000;

/** Characters beyond which a job has got around its own limits (output.ts) and is stopped. */
const FLOOD = 4_000_000;

/**
 * Milliseconds that the engine's loading may take: in a frame that may have suffered from an earlier job, and then
 * in a new one.
 */
const BOOT_LIMITS = [15_000, 60_000];

export class Sandbox {
  readonly device: Device;
  #frame: ReturnType<typeof openFrame> | null = null;
  /** What was asked for last. */
  #before: Promise<unknown> = Promise.resolve();
  #spare: Promise<MessagePort> | null = null;
  #hasRunPython = false;
  /** The same worker, once it has Python. */
  #pythonSpare: Promise<MessagePort> | null = null;
  /** What the last job's GPU compiled: the next worker does so beforehand. */
  #kernels: readonly string[] = [];

  constructor(device: Device) {
    this.device = device;
  }

  /** Loads the engine, and Python for who asks for it, so that the next job starts at once. */
  async warm(python = false): Promise<void> {
    await this.#inTurn(() => this.#worker(python));
  }

  /** Throws where the sandbox itself cannot be had; whatever the job does is an Ending. */
  run(job: Job, options: RunOptions): Promise<Ending> {
    return this.#inTurn(() => this.#runAlone(job, options));
  }

  /** One after another: a worker that is started ends the one before it, and the job in it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#before.then(work);
    this.#before = turn.catch(() => {});
    return turn;
  }

  /** The worker that has loaded the engine, and Python where it is asked for. */
  #worker(python: boolean): Promise<MessagePort> {
    this.#spare ??= this.#startWorker(BOOT_LIMITS[0]).catch(() => {
      this.#discardFrame();
      return this.#startWorker(BOOT_LIMITS[1]);
    });
    if (python) this.#pythonSpare ??= addPython(this.#spare);
    // A worker that is being given Python is heard by nobody else until it has it.
    const spare = this.#pythonSpare ?? this.#spare;
    spare.catch(() => {
      if (spare === this.#spare || spare === this.#pythonSpare) this.#forgetSpare();
    });
    return spare;
  }

  async #runAlone(job: Job, options: RunOptions): Promise<Ending> {
    const inPython = job.kind === 'python notebook' || job.kind === 'python exercise';
    this.#hasRunPython ||= inPython;
    const port = await this.#worker(inPython);
    if (options.signal?.aborted) return { state: 'stopped', ms: 0 }; // and the worker is left for the next job
    this.#forgetSpare();
    const ending = await serveJob(port, job, options, (sources) => {
      if (sources.reduce((sum, { length }) => sum + length, 0) <= KERNELS) this.#kernels = sources;
    });
    port.close();
    if (ending.state !== 'done' && ending.state !== 'failed') this.#discardFrame();
    this.#worker(this.#hasRunPython).catch(() => {}); // ends this one; if it cannot be had, the next run says so
    return ending;
  }

  #forgetSpare(): void {
    this.#spare = null;
    this.#pythonSpare = null;
  }

  /** A job that had to be stopped may have taken its process with it: the next one gets a new frame. */
  #discardFrame(): void {
    this.#frame?.then(({ frame }) => frame.remove());
    this.#frame = null;
  }

  async #startWorker(limit: number): Promise<MessagePort> {
    this.#frame ??= openFrame();
    const [{ control }, { default: engine }, { default: program }] = await Promise.all([
      this.#frame,
      import('virtual:sandbox/engine'),
      import('virtual:sandbox/program'),
    ]);
    const { port1: port, port2 } = new MessageChannel();
    const boot: Boot = { engine, program, name: ENGINE, device: this.device, kernels: this.#kernels };
    control.postMessage(boot, [port2]);
    await ready(port, limit);
    return port;
  }
}

async function addPython(spare: Promise<MessagePort>): Promise<MessagePort> {
  const [port, { default: program }, { default: texts }] = await Promise.all([
    spare,
    import('virtual:sandbox/python'),
    import('virtual:sandbox/python-texts'),
  ]);
  port.postMessage({ kind: 'python', program, texts } satisfies PythonTexts);
  await ready(port, BOOT_LIMITS[0]);
  return port;
}

function ready(port: MessagePort, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the engine did not load in time')), limit);
    port.onmessage = ({ data }) => {
      clearTimeout(timer);
      const reply = readReply(data);
      if (reply?.type === 'ready') resolve();
      else reject(new Error(reply?.type === 'broken' ? reply.message : 'the engine did not load'));
    };
  });
}

function serveJob(
  port: MessagePort,
  job: Job,
  { limit, onLines, onPictures, signal, ports = [] }: RunOptions,
  onKernels: (sources: string[]) => void,
): Promise<Ending> {
  const start = performance.now();
  let characters = 0;
  return new Promise((resolve) => {
    const end = (how: End) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      port.onmessage = null;
      resolve({ ...how, ms: performance.now() - start });
    };
    const stop = () => end({ state: 'stopped' });
    const timer = setTimeout(() => end({ state: 'timeout', seconds: limit / 1000 }), limit);
    signal?.addEventListener('abort', stop);
    port.onmessage = ({ data }) => {
      const reply = readReply(data);
      if (reply?.type === 'done') return end({ state: 'done', result: reply.result });
      if (reply?.type === 'failed') return end({ state: 'failed', failure: reply.failure });
      if (reply?.type === 'lines') characters += reply.lines.reduce((sum, { text }) => sum + text.length, 0);
      if (reply?.type === 'pictures') characters += reply.pictures.length * PICTURE;
      if (characters > FLOOD) return end({ state: 'flooded' });
      if (reply?.type === 'kernels') onKernels(reply.sources);
      if (reply?.type === 'lines') onLines?.(reply.lines);
      if (reply?.type === 'pictures') onPictures?.(reply.pictures);
    };
    port.postMessage(job, ports);
  });
}
