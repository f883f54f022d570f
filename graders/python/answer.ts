/** An exercise answered in Python: its functions, as graders/run.ts calls those of a module. */

import type { Exports } from '../run.ts';
import type { CaseInput, Thrown } from '../types.ts';
import type { Py } from './brython.ts';
import type { PythonSession } from './session.ts';

const filename = 'answer.py';

let answers = 0;

/** Runs the source in a module of its own. @throws the Python exception that it ends in */
export async function exportsOf(
  session: PythonSession,
  source: string,
  cases: readonly CaseInput[],
): Promise<Exports> {
  const module = `answer${++answers}`;
  await session.finish(source, filename, module);
  const names = session.brython.imported[module];
  const wanted = new Set(cases.map((one) => one.function));
  return Object.fromEntries([...wanted].map((name) => [name, callable(session, names[name], name)]));
}

function callable(session: PythonSession, python: Py, name: string) {
  const { bridge, brython } = session;
  const given = (value: unknown): Py =>
    Array.isArray(value) ? brython.$list(value.map(given)) : bridge.toPython(value);
  return async (...args: unknown[]): Promise<unknown> => {
    if (python === undefined || !bridge.isCallable(python)) {
      throw bridge.error('NameError', `there is no function '${name}': keep \`def ${name}\` in the code`);
    }
    return bridge.toEngine(await session.call(python, args.map(given)));
  };
}

/** What the code threw, at the learner's own line. */
export function explain(session: PythonSession, error: unknown): Thrown {
  const { name, message, line, file } = session.describe(error);
  return { name, message, line: file === filename ? line : null };
}
