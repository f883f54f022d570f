/** Python in the sandbox: a session that starts before a job comes, and lasts as long as the worker. */
import * as torch from 'torch';
import type * as Program from '../../graders/python/program.ts';
import type { Output } from './output.ts';
import type { Plot } from './plot.ts';
import type { Failure, PythonExerciseJob, PythonNotebookJob, PythonTexts, Result } from './protocol.ts';
import { type Look, look } from './snapshot.ts';

/** What a session has around it. */
interface Surroundings {
  output: Output;
  plot: Plot;
  /** Undefined where the browser has no WebGPU. */
  gpu: GPU | undefined;
}

export class Python {
  /** Why there is no GPU, once one has been asked for. */
  #noGpu: string | null = null;
  readonly #gpu: GPU | undefined;
  readonly #program: typeof Program;
  readonly #session: Program.PythonSession;
  readonly #output: Output;
  readonly #print: LineWriter;

  static async start(
    { program, texts }: PythonTexts,
    load: (code: string) => string,
    around: Surroundings,
  ): Promise<Python> {
    return new Python(await import(load(program)), JSON.parse(texts), around);
  }

  private constructor(program: typeof Program, texts: Program.Sources, { output, plot, gpu }: Surroundings) {
    this.#program = program;
    this.#gpu = gpu;
    this.#output = output;
    this.#print = new LineWriter((text) => output.add('print', text));
    this.#session = new program.PythonSession(texts, {
      write: (text) => this.#print.write(text),
      show: (picture) => plot.chart(picture),
    });
    this.#session.provide('plot', plot);
    this.#session.rehearse();
  }

  /** @throws PythonFailure */
  async run(job: PythonNotebookJob | PythonExerciseJob): Promise<Result> {
    await this.#openGpu(job);
    try {
      return job.kind === 'python exercise' ? await this.#grade(job) : await this.#runCells(job);
    } finally {
      this.#print.end();
    }
  }

  /** Python cannot wait for a GPU once it runs, so it is opened beforehand for code that names it. */
  async #openGpu(job: PythonNotebookJob | PythonExerciseJob): Promise<void> {
    const sources = job.kind === 'python exercise' ? job.sources : job.cells.map(({ code }) => code);
    if (!sources.some((source) => /\bwebgpu\b/.test(source))) return;
    try {
      await torch.webgpu.init({ gpu: this.#gpu });
    } catch (error) {
      this.#noGpu = (error as Error).message;
    }
  }

  async #grade({ sources, cases, device }: PythonExerciseJob): Promise<Result> {
    const outcomes = await this.#program.gradePython(this.#session, sources, cases, device);
    this.#session.showFigures();
    if (!Array.isArray(outcomes)) throw new PythonFailure(outcomes);
    return { kind: 'exercise', outcomes };
  }

  async #runCells({ cells, shown }: PythonNotebookJob): Promise<Result> {
    const snapshots: Look[][] = [];
    for (const [at, { code, looks }] of cells.entries()) {
      this.#output.cell = at;
      this.#output.silent = at < shown;
      try {
        const text = this.#session.show(await this.#session.finish(code, nameOf(at)));
        this.#session.showFigures();
        this.#print.end();
        if (text !== null) this.#output.add('value', text);
        snapshots.push(await Promise.all(looks.map((expression) => this.#look(expression))));
      } catch (error) {
        throw this.#failure(error);
      }
    }
    return { kind: 'notebook', snapshots };
  }

  #look(expression: string): Promise<Look> {
    const { bridge } = this.#session;
    return look(bridge.toEngine(this.#session.run(expression, 'picture')));
  }

  #failure(error: unknown): PythonFailure {
    const { name, line, file, ...told } = this.#session.describe(error);
    const isNoGpu = this.#noGpu !== null && told.message.startsWith('The webgpu device is not ready');
    const message = isNoGpu ? (this.#noGpu as string) : told.message;
    const traceback = told.traceback.replace(told.message, () => message);
    const cell = Number(/^cell (\d+)$/.exec(file ?? '')?.[1] ?? Number.NaN) - 1;
    return new PythonFailure({ name, message, line, cell, traceback });
  }
}

/** What tracebacks call a cell: the cells of a page are counted from 1. */
function nameOf(cell: number): string {
  return `cell ${cell + 1}`;
}

/** An error of Python's, which knows its line. */
export class PythonFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
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
