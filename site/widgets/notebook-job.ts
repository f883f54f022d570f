/** A page's cells as a job for the sandbox, in either language. */
import type { Language } from '../../graders/both.ts';
import type { CellSource } from '../code/notebook.ts';
import type { Failure, NotebookJob, PythonNotebookJob } from '../runner/protocol.ts';

interface Prepared {
  job: NotebookJob | PythonNotebookJob;
  /** The cell where a failure was, and the line in it. */
  placeOf(failure: Failure): { cell: number; line: number } | null;
}

/** @throws CellError where a cell of TypeScript is no program: Python says so when it runs */
export async function notebookJob(language: Language, cells: CellSource[], shown: number): Promise<Prepared> {
  if (language === 'py') {
    return {
      job: { kind: 'python notebook', cells: cells.map(({ code, looks }) => ({ code, looks })), shown },
      placeOf: ({ cell, line }) => (cell === undefined || line === null ? null : { cell, line }),
    };
  }
  const { cellLine, compileNotebook } = await import('../code/notebook.ts');
  const { code, firstLines } = compileNotebook(cells);
  return {
    job: { kind: 'notebook', code, shown },
    placeOf: ({ line }) => (line === null ? null : cellLine(firstLines, line)),
  };
}
