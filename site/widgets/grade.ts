/** Grades a learner's code in the page: the calls are made in the sandbox, the judging is done out here. */

import type { Language } from '../../graders/both.ts';
import { readCases, type StoredCases } from '../../graders/expected.ts';
import { behaveAlike, judge } from '../../graders/judge.ts';
import { readOutcomes } from '../../graders/received.ts';
import type { Case, CaseInput, Outcome, Thrown, Verdict } from '../../graders/types.ts';
import { compileModule } from '../code/module.ts';
import { CodeError } from '../code/strip.ts';
import type { Picture } from '../plots/types.ts';
import type { Device } from '../runner/device.ts';
import type { ExerciseJob, Job, Line, PythonExerciseJob } from '../runner/protocol.ts';
import type { Sandbox } from '../runner/sandbox.ts';

/** What an exercise's page fetches once the learner runs their code. */
export interface ExerciseData {
  recorded: StoredCases;
  /** Where the exercise is about what one device alone can do. */
  device: Device | null;
  /** The arrays that `recorded` names, in base64. */
  arrays: Record<string, string>;
  /** Known wrong answers, and what their authors are told. */
  mistakes: { says: string; code: string }[];
}

export interface GradeOptions {
  /** Milliseconds. */
  limit: number;
  signal: AbortSignal;
  language: Language;
  onLines(lines: Line[]): void;
  onPictures(pictures: Picture[]): void;
  /** The verdict, and again where the mistake in it has been recognised. */
  onVerdict(verdict: Verdict): void;
}

export async function fetchExercise(url: string): Promise<ExerciseData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the exercise's cases could not be loaded (${response.status})`);
  return response.json();
}

export async function grade(
  source: string,
  data: ExerciseData,
  sandbox: Sandbox,
  options: GradeOptions,
): Promise<void> {
  const { onVerdict } = options;
  const cases = readCases(data.recorded, (file) => bytesOf(data.arrays[file]));
  const failed = (error: Thrown): void =>
    onVerdict({ state: 'error', passed: 0, total: cases.length, call: null, error, mistake: null });
  let job: Job;
  try {
    job =
      options.language === 'py'
        ? pythonJobOf(source, cases, data)
        : jobOf([compileModule(source)], cases, data, sandbox);
  } catch (error) {
    if (error instanceof CodeError)
      return failed({ name: error.name, message: error.message, line: error.line });
    throw error;
  }
  const ending = await sandbox.run(job, options);
  if (ending.state === 'failed') return failed(ending.failure);
  if (ending.state !== 'done') return onVerdict(ending);
  if (ending.result.kind !== 'exercise') throw new Error('the sandbox answered another question');
  let outcomes: Outcome[];
  try {
    outcomes = readOutcomes(ending.result.outcomes[0], cases);
  } catch (error) {
    return failed({ name: 'Error', message: (error as Error).message, line: null });
  }
  const verdict = judge(outcomes, cases);
  onVerdict(verdict);
  if (verdict.state === 'passed') return;
  const mistake = await knownMistake(outcomes, cases, data, sandbox, options);
  if (mistake && !options.signal.aborted) onVerdict(judge(outcomes, cases, mistake));
}

/** What is said of the mistake that does just what the learner's code did, or null. */
async function knownMistake(
  outcomes: Outcome[],
  cases: Case[],
  data: ExerciseData,
  sandbox: Sandbox,
  { limit, signal, language }: GradeOptions,
): Promise<string | null> {
  const modules = data.mistakes.map(({ code }) => compileModule(code));
  // Where the learner's calls were made: another device may differ in the last bits.
  const where = language === 'py' ? { ...data, device: pythonDevice(data) } : data;
  const ending = await sandbox.run(jobOf(modules, cases, where, sandbox), { limit, signal });
  if (ending.state !== 'done' || ending.result.kind !== 'exercise') return null;
  const found = ending.result.outcomes.findIndex((theirs) =>
    behaveAlike(outcomes, readOutcomes(theirs, cases), cases),
  );
  return data.mistakes[found]?.says ?? null;
}

function jobOf(modules: string[], cases: Case[], { device }: ExerciseData, sandbox: Sandbox): ExerciseJob {
  return { kind: 'exercise', modules, cases: cases.map(inputOf), device: device ?? sandbox.device };
}

function pythonJobOf(source: string, cases: Case[], data: ExerciseData): PythonExerciseJob {
  return {
    kind: 'python exercise',
    sources: [source],
    cases: cases.map(inputOf),
    device: pythonDevice(data),
  };
}

/** Python reads at every step, which on a GPU costs more than it saves: its calls are made there only if they have to. */
function pythonDevice({ device }: ExerciseData): Device {
  return device ?? 'cpu';
}

/** A case without anything that tells what is right. */
function inputOf({ function: name, args, weights }: Case): CaseInput {
  return { function: name, args, weights };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
