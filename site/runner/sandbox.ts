/**
 * Runs jobs in the sandbox: one at a time, each in a worker of its own that has loaded the engine beforehand. A job
 * ends by its own last line, by its time limit, or by `signal`: the worker is thrown away in each case.
 */
import type { Picture } from '../plots/types.ts';
import type { Device } from './device.ts';
import { openFrame } from './frame.ts';
import { type Boot, ENGINE, type Failure, type Job, type Line, type Reply, type Result } from './protocol.ts';
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
}

/** What a picture counts for: as many characters as a screenful. */
const PICTURE = 2_000;

/** Characters beyond which a job has got around its own limits (output.ts) and is stopped. */
const FLOOD = 4_000_000;

/** The engine's loading has failed if it takes longer than this. */
const BOOT_LIMIT = 60_000;

export class Sandbox {
  readonly device: Device;
  #frame: ReturnType<typeof openFrame> | null = null;
  #spare: Promise<MessagePort> | null = null;

  constructor(device: Device) {
    this.device = device;
  }

  /** Loads the engine, so that the next job starts at once. */
  warm(): Promise<MessagePort> {
    this.#spare ??= this.#startWorker();
    return this.#spare;
  }

  /** Throws where the sandbox itself cannot be had; whatever the job does is an Ending. */
  async run(job: Job, options: RunOptions): Promise<Ending> {
    const port = await this.warm();
    this.#spare = null;
    const ending = await serveJob(port, job, options);
    port.close();
    this.warm().catch(() => {}); // starting the next worker ends this one; if it fails, the next run says so
    return ending;
  }

  async #startWorker(): Promise<MessagePort> {
    this.#frame ??= openFrame();
    const [{ control }, { default: engine }, { default: program }] = await Promise.all([
      this.#frame,
      import('virtual:sandbox/engine'),
      import('virtual:sandbox/program'),
    ]);
    const { port1: port, port2 } = new MessageChannel();
    const boot: Boot = { engine, program, name: ENGINE, device: this.device };
    control.postMessage(boot, [port2]);
    try {
      await ready(port);
    } catch (error) {
      this.#spare = null;
      throw error;
    }
    return port;
  }
}

function ready(port: MessagePort): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the engine did not load in time')), BOOT_LIMIT);
    port.onmessage = ({ data }: MessageEvent<Reply>) => {
      clearTimeout(timer);
      if (data.type === 'ready') resolve();
      else reject(new Error(data.type === 'broken' ? data.message : 'the engine did not load'));
    };
  });
}

function serveJob(
  port: MessagePort,
  job: Job,
  { limit, onLines, onPictures, signal }: RunOptions,
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
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    port.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type === 'done') return end({ state: 'done', result: data.result });
      if (data.type === 'failed') return end({ state: 'failed', failure: data.failure });
      if (data.type === 'lines') characters += data.lines.reduce((sum, { text }) => sum + text.length, 0);
      if (data.type === 'pictures') characters += data.pictures.length * PICTURE;
      if (characters > FLOOD) return end({ state: 'flooded' });
      if (data.type === 'lines') onLines?.(data.lines);
      if (data.type === 'pictures') onPictures?.(data.pictures);
    };
    port.postMessage(job);
  });
}
