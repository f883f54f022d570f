/**
 * `npm run grade`: the course's exercises in a terminal. `npm run grade -- help` says what it can do.
 */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { textIn, verdictIn } from '../both.ts';
import { type Exercise, exerciseIds, readExercise } from '../exercises.ts';
import { learnerFolder, root } from '../paths.ts';
import {
  mergeProgress,
  type Progress,
  parseProgress,
  progressOf,
  withProgress,
  withVerdict,
} from '../progress.ts';
import { shownReference } from '../reference.ts';
import { ensureFile, fileOf, find, isPython, UsageError } from './files.ts';
import { type Graded, gradeFile } from './grade.ts';
import { readProgress, writeProgress } from './progress.ts';
import { paint, progressBar, renderVerdict } from './render.ts';
import { watchFiles } from './watch.ts';

const help = `npm run grade                     lists the exercises and their state
npm run grade -- 04-indexing/02   grades one (its file is made in my/ on first use)
npm run grade -- all              grades every file there is in my/
npm run grade -- next             the next exercise that is not solved
npm run grade -- hint 04/02       opens the next of three hints
npm run grade -- solution 04/02   shows the solution: once solved, or when asked twice
npm run grade -- skip 04/02       marks it as skipped
npm run grade -- reset 04/02      puts the starter back
npm run grade -- export FILE      your progress and code in a file, for the page
npm run grade -- import FILE      adds such a file to what is here; nothing is overwritten
  --python  in Python: your file is my/….py, your code is PyTorch's own
  --watch   grades again whenever the file is saved; keys go on to the next, or open a hint
  --json    prints the verdict as JSON

Exit codes: 0 solved, 1 not solved, 2 a mistake in the command.`;

function remember(progress: Progress, id: string, change: Parameters<typeof withProgress>[2]): void {
  writeProgress(withProgress(progress, id, change, Date.now()));
}

/** Tells a verdict (a pass among many in a line) and notes it. */
function tell(exercise: Exercise, graded: Graded, { asJson = false, briefly = false }): boolean {
  const { output } = graded;
  const verdict = verdictIn(language, graded.verdict);
  const isSolved = verdict.state === 'passed';
  const head = paint('bold', `${exercise.id}  ${exercise.title}`);
  if (asJson) {
    const file = relative(root, fileOf(exercise));
    console.log(JSON.stringify({ exercise: exercise.id, file, verdict, output }));
  } else if (briefly && isSolved) {
    console.log(`${paint('green', '✓')} ${head}`);
  } else {
    console.log(head);
    if (output) console.log(paint('dim', output.trimEnd()));
    console.log(renderVerdict(verdict));
    if (isSolved)
      console.log(
        `\n${inTheirs(exercise.explanation.trim())}\n\n${paint('dim', isPython ? 'Another way:' : 'In PyTorch:')}\n${shownReference(exercise.reference)}`,
      );
  }
  writeProgress(withVerdict(readProgress(), exercise.id, isSolved, Date.now()));
  return isSolved;
}

/** What the learner writes. */
const language = isPython ? 'py' : 'ts';

/** Prose with its code in that language. */
const inTheirs = (text: string): string => textIn(language, text);

/** @throws UsageError for an exercise that needs a GPU */
function requireCpu({ id, device }: Exercise): void {
  if (device !== 'webgpu') return;
  throw new UsageError(
    `${id} runs on a GPU, which the terminal has no way to: solve it in the page (npm start).`,
  );
}

async function grade(exercise: Exercise, asJson: boolean): Promise<boolean> {
  return tell(exercise, await gradeFile(exercise, ensureFile(exercise)), { asJson });
}

function list(): void {
  const progress = readProgress();
  const ids = exerciseIds();
  const solved = ids.filter((id) => progressOf(progress, id)?.status === 'solved').length;
  const signs = {
    solved: paint('green', '✓ solved '),
    started: paint('yellow', '… started'),
    skipped: paint('dim', '- skipped'),
  };
  let chapter = '';
  for (const id of ids) {
    const exercise = readExercise(id);
    if (id.split('/')[0] !== chapter) {
      [chapter] = id.split('/');
      console.log(`\n${paint('bold', chapter)}`);
    }
    const status = progressOf(progress, id)?.status;
    const where = exercise.device === 'webgpu' ? paint('dim', ' (in the page: it needs a GPU)') : '';
    console.log(
      `  ${status ? signs[status] : ' '.repeat(9)} ${id.split('/')[1].padEnd(28)} ${exercise.title}${where}`,
    );
  }
  console.log(`\n${progressBar(solved, ids.length)}`);
}

function next(): Exercise {
  const progress = readProgress();
  const open = exerciseIds()
    .filter((id) => !['solved', 'skipped'].includes(progressOf(progress, id)?.status ?? ''))
    .map(readExercise)
    .find(({ device }) => device !== 'webgpu');
  if (!open) throw new UsageError('every exercise is solved or skipped: well done');
  return open;
}

function hint(exercise: Exercise): void {
  const progress = readProgress();
  const opened = Math.min((progressOf(progress, exercise.id)?.hints ?? 0) + 1, exercise.hints.length);
  remember(progress, exercise.id, { hints: opened });
  exercise.hints.slice(0, opened).forEach((text, position) => {
    console.log(`${paint('bold', `Hint ${position + 1} of ${exercise.hints.length}:`)} ${inTheirs(text)}`);
  });
}

function solution(exercise: Exercise): boolean {
  const progress = readProgress();
  const own = progressOf(progress, exercise.id);
  if (own?.status !== 'solved' && !own?.sawSolution) {
    remember(progress, exercise.id, { sawSolution: true });
    console.log('Not solved yet. Ask once more to see the solution; `hint` may be enough.');
    return false;
  }
  console.log(isPython ? shownReference(exercise.reference) : exercise.solution);
  return true;
}

function reset(exercise: Exercise): void {
  rmSync(fileOf(exercise), { force: true });
  ensureFile(exercise);
}

/** The learner's files by the names of their code in a file of progress: those in Python end in `.py`, as in the page. */
function filesByName(): Map<string, string> {
  const ids = exerciseIds();
  const inTypeScript = ids.map((id) => [id, join(learnerFolder, `${id}.ts`)] as const);
  const inPython = ids.map((id) => [`${id}.py`, join(learnerFolder, `${id}.py`)] as const);
  return new Map([...inTypeScript, ...inPython]);
}

function exportTo(path: string): void {
  const files = [...filesByName()].filter(([, file]) => existsSync(file));
  const code = Object.fromEntries(files.map(([name, file]) => [name, readFileSync(file, 'utf8')]));
  writeFileSync(path, `${JSON.stringify({ ...readProgress(), code }, null, 1)}\n`);
  console.log(`Your progress and ${files.length} files of code are in ${path}.`);
}

/** All of the file or nothing; a file of the learner's is never overwritten. */
function importFrom(path: string): void {
  const files = filesByName();
  const { code = {}, ...theirs } = parseProgress(readFileSync(path, 'utf8'));
  writeProgress(mergeProgress(readProgress(), theirs));
  let kept = 0;
  for (const [name, text] of Object.entries(code)) {
    const file = files.get(name);
    if (!file) continue;
    if (existsSync(file)) {
      if (readFileSync(file, 'utf8') !== text) kept++;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const words = kept === 1 ? 'One file of your own was' : `${kept} files of your own were`;
  console.log(`${path} was added to what is here.${kept > 0 ? ` ${words} kept.` : ''}`);
}

async function gradeAll(asJson: boolean): Promise<boolean> {
  const exercises = exerciseIds()
    .map(readExercise)
    .filter((exercise) => exercise.device !== 'webgpu' && existsSync(fileOf(exercise)));
  if (exercises.length === 0)
    throw new UsageError('there are no files in my/ yet: `npm run grade -- next` begins');
  // As many at once as there are processors, told in the order of the course.
  const lanes: Promise<unknown>[] = Array(availableParallelism()).fill(Promise.resolve());
  const graded = exercises.map((exercise, at) => {
    const one = lanes[at % lanes.length].then(() => gradeFile(exercise, fileOf(exercise)));
    lanes[at % lanes.length] = one;
    return one;
  });
  let solved = 0;
  for (const [at, exercise] of exercises.entries()) {
    if (tell(exercise, await graded[at], { asJson, briefly: true })) solved++;
  }
  if (!asJson) console.log(`\n${progressBar(solved, exercises.length)}`);
  return solved === exercises.length;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) args = ['help'];
  const flags = args.filter((arg) => arg.startsWith('-'));
  const words = args.filter((arg) => !arg.startsWith('-'));
  const unknown = flags.find((flag) => !['--watch', '--json', '--python'].includes(flag));
  if (unknown) throw new UsageError(`there is no option ${unknown}\n\n${help}`);
  const asJson = flags.includes('--json');
  const [command, target] = words;
  const named = (): Exercise => {
    if (!target)
      throw new UsageError(`which exercise? For example: npm run grade -- ${command} 04-indexing/01`);
    return find(target);
  };
  const one = (exercise: Exercise): Promise<boolean> => {
    requireCpu(exercise);
    return flags.includes('--watch')
      ? watchFiles(exercise, { grade: (which) => grade(which, asJson), next, hint, clears: !asJson })
      : grade(exercise, asJson);
  };
  switch (command) {
    case undefined:
      list();
      return 0;
    case 'help':
      console.log(help);
      return 0;
    case 'all':
      return (await gradeAll(asJson)) ? 0 : 1;
    case 'next':
      return (await one(next())) ? 0 : 1;
    case 'hint':
      hint(named());
      return 0;
    case 'solution':
      return solution(named()) ? 0 : 1;
    case 'skip':
      remember(readProgress(), named().id, { status: 'skipped' });
      return 0;
    case 'reset':
      reset(named());
      return 0;
    case 'export':
    case 'import':
      if (!target) throw new UsageError(`which file? For example: npm run grade -- ${command} progress.json`);
      if (command === 'export') exportTo(target);
      else importFrom(target);
      return 0;
    default:
      return (await one(find(command))) ? 0 : 1;
  }
}

// Whoever reads may stop reading, as `head` does.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
