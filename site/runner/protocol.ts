/**
 * What the page and its sandbox say to each other. The page is trusted, the sandbox is not: it runs the learner's
 * code, and all that comes out of it is text to show and data to judge.
 */
import type { CaseInput } from '../../graders/types.ts';
import type { Picture } from '../plots/types.ts';
import type { Device } from './device.ts';
import type { Look } from './snapshot.ts';

/** What the programs that run in the sandbox import the engine by: no learner's string says it by chance. */
export const ENGINE = 'handgrad:engine';

/** The first message of a worker's life. All others go over the port that comes with it. */
export interface Boot {
  /** The engine: a module, as text. */
  engine: string;
  /** The worker's own program: a module, as text, that imports ENGINE. */
  program: string;
  /** ENGINE: what `program` imports the engine by. */
  name: string;
  device: Device;
  /** Kernels that earlier jobs needed, as WGSL: the GPU has no other memory of them. */
  kernels: readonly string[];
}

/** A lesson's cells: see code/notebook.ts. */
export interface NotebookJob {
  kind: 'notebook';
  /** A module that imports ENGINE. */
  code: string;
  /** What the cells before this one print is left out. */
  shown: number;
  /** The worker's place among others. Its ports to them come with the job, in the order of `peers`. */
  group?: { rank: number; world_size: number; peers: number[] };
}

/** An exercise: modules that all answer it, and the calls to make of what each exports. */
export interface ExerciseJob {
  kind: 'exercise';
  /** They import ENGINE. */
  modules: string[];
  /** Without what is expected of them: that stays in the page. */
  cases: CaseInput[];
  /** Where the calls are made, whatever device the worker has. */
  device: Device;
}

/** A lesson's cells in Python. */
export interface PythonNotebookJob {
  kind: 'python notebook';
  cells: { code: string; looks: string[] }[];
  /** What the cells before this one print is left out. */
  shown: number;
}

/** An exercise in Python: sources that all answer it. */
export interface PythonExerciseJob {
  kind: 'python exercise';
  sources: string[];
  cases: CaseInput[];
  device: Device;
}

/** Python itself, which comes before a job that needs it: a worker that runs none never has it. */
export interface PythonTexts {
  kind: 'python';
  /** A module that imports ENGINE: graders/python/program.ts. */
  program: string;
  /** What a session is made of, as JSON. */
  texts: string;
}

/** What a worker is sent once it is ready: one job in its life, so that no run sees what an earlier one left. */
export type Job = NotebookJob | ExerciseJob | PythonNotebookJob | PythonExerciseJob;

/** One thing printed, by `console.log` and its like, or the value of a cell's last expression. */
export interface Line {
  cell: number;
  kind: 'print' | 'warn' | 'value' | 'error';
  text: string;
}

/** What the learner's code threw. */
export interface Failure {
  name: string;
  message: string;
  /** The line of the job's module; null where it cannot be told. */
  line: number | null;
  /** The index of the cell that the line is of, where the job has told them apart. */
  cell?: number;
  /** Python's own account of how it came there. */
  traceback?: string;
}

export type Reply =
  | { type: 'ready' }
  /** The worker's own program failed: nothing the learner did. */
  | { type: 'broken'; message: string }
  | { type: 'lines'; lines: Line[] }
  /** As they look now: each stands for itself as it was sent before. */
  | { type: 'pictures'; pictures: Picture[] }
  /** Those that the job needed. */
  | { type: 'kernels'; sources: string[] }
  | { type: 'done'; result: Result }
  | { type: 'failed'; failure: Failure };

export interface NotebookResult {
  kind: 'notebook';
  /** For each cell, what its looks saw. */
  snapshots: Look[][];
}

export interface ExerciseResult {
  kind: 'exercise';
  /** For each module, what its calls did: to be read by graders/received.ts. */
  outcomes: unknown[];
}

export type Result = NotebookResult | ExerciseResult;
