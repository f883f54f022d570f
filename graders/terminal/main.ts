/**
 * `npm run grade`: the course's exercises in a terminal. `npm run grade -- help` says what it can do.
 */

import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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
import { gradeFile } from './grade.ts';
import { readProgress, writeProgress } from './progress.ts';
import { paint, renderVerdict } from './render.ts';

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
  --watch   grades again whenever the file is saved
  --json    prints the verdict as JSON

Exit codes: 0 solved, 1 not solved, 2 a mistake in the command.`;

/** A wrong command: what to do is in its message. */
class UsageError extends Error {}

/** In which language the learner works: TypeScript unless said otherwise. */
const isPython = process.argv.includes('--python');

const fileOf = ({ id }: Exercise): string => join(learnerFolder, `${id}.${isPython ? 'py' : 'ts'}`);

/** The one exercise whose id begins so: `04/02` is short for `04-…/02-…`. */
function find(text: string): Exercise {
  const [chapter, name = ''] = text
    .replace(/^my\//, '')
    .replace(/\.(ts|py)$/, '')
    .split('/');
  const found = exerciseIds().filter((id) => {
    const [ownChapter, ownName] = id.split('/');
    return ownChapter.startsWith(chapter) && ownName.startsWith(name);
  });
  if (found.length === 0)
    throw new UsageError(`no exercise begins with '${text}': \`npm run grade\` lists them all`);
  if (found.length > 1) throw new UsageError(`'${text}' could be any of ${found.join(', ')}`);
  return readExercise(found[0]);
}

/** @throws UsageError where the exercise is not to be had in the language */
function starterOf({ id, starter, pythonStarter }: Exercise): string {
  if (!isPython) return starter;
  if (pythonStarter === null)
    throw new UsageError(`${id} is not to be had in Python: solve it without --python`);
  return pythonStarter;
}

function ensureFile(exercise: Exercise): string {
  const file = fileOf(exercise);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, starterOf(exercise));
    console.log(`Your file is ${paint('bold', relative(root, file))}: edit it and run this again.\n`);
  }
  return file;
}

function remember(progress: Progress, id: string, change: Parameters<typeof withProgress>[2]): void {
  writeProgress(withProgress(progress, id, change, Date.now()));
}

async function grade(exercise: Exercise, asJson: boolean): Promise<boolean> {
  if (exercise.device === 'webgpu') {
    throw new UsageError(
      `${exercise.id} runs on a GPU, which the terminal has no way to: solve it in the page (npm start).`,
    );
  }
  const file = ensureFile(exercise);
  const { verdict, output } = await gradeFile(exercise, file);
  const isSolved = verdict.state === 'passed';
  writeProgress(withVerdict(readProgress(), exercise.id, isSolved, Date.now()));
  if (asJson) {
    console.log(JSON.stringify({ exercise: exercise.id, file: relative(root, file), verdict, output }));
    return isSolved;
  }
  console.log(paint('bold', `${exercise.id}  ${exercise.title}`));
  if (output) console.log(paint('dim', output.trimEnd()));
  console.log(renderVerdict(verdict));
  if (isSolved)
    console.log(
      `\n${exercise.explanation.trim()}\n\n${paint('dim', isPython ? 'Another way:' : 'In PyTorch:')}\n${shownReference(exercise.reference)}`,
    );
  return isSolved;
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
      `  ${status ? signs[status] : '          '.slice(1)} ${id.split('/')[1].padEnd(28)} ${exercise.title}${where}`,
    );
  }
  const width = 30;
  const filled = ids.length === 0 ? 0 : Math.round((solved / ids.length) * width);
  console.log(`\n[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${solved} of ${ids.length} solved`);
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
    console.log(`${paint('bold', `Hint ${position + 1} of ${exercise.hints.length}:`)} ${text}`);
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

function exportTo(path: string): void {
  const files = exerciseIds().filter((id) => existsSync(join(learnerFolder, `${id}.ts`)));
  const code = Object.fromEntries(
    files.map((id) => [id, readFileSync(join(learnerFolder, `${id}.ts`), 'utf8')]),
  );
  writeFileSync(path, `${JSON.stringify({ ...readProgress(), code }, null, 1)}\n`);
  console.log(`Your progress and the code of ${files.length} exercises are in ${path}.`);
}

/** All of the file or nothing; a file of the learner's is never overwritten. */
function importFrom(path: string): void {
  const ids = new Set(exerciseIds());
  const { code = {}, ...theirs } = parseProgress(readFileSync(path, 'utf8'));
  writeProgress(mergeProgress(readProgress(), theirs));
  let kept = 0;
  for (const [id, text] of Object.entries(code)) {
    const file = join(learnerFolder, `${id}.ts`);
    if (!ids.has(id)) continue;
    if (existsSync(file)) {
      if (readFileSync(file, 'utf8') !== text) kept++;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(
    `${path} was added to what is here.${kept > 0 ? ` Your own code of ${kept} exercises was kept.` : ''}`,
  );
}

async function gradeAll(asJson: boolean): Promise<boolean> {
  const exercises = exerciseIds()
    .map(readExercise)
    .filter((exercise) => exercise.device !== 'webgpu' && existsSync(fileOf(exercise)));
  if (exercises.length === 0)
    throw new UsageError('there are no files in my/ yet: `npm run grade -- next` begins');
  let allSolved = true;
  for (const exercise of exercises) {
    allSolved = (await grade(exercise, asJson)) && allSolved;
    if (!asJson) console.log();
  }
  return allSolved;
}

/** Grades at every save, until Ctrl+C. */
function watchFile(exercise: Exercise, asJson: boolean): Promise<never> {
  const file = ensureFile(exercise);
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    clearTimeout(timer);
    // Editors save in several steps: wait for the last.
    timer = setTimeout(() => {
      running = running.then(async () => {
        if (!asJson && process.stdout.isTTY) console.clear();
        await grade(exercise, asJson);
        if (!asJson) console.log(paint('dim', '\nWatching. Save the file to grade it again; Ctrl+C ends.'));
      });
    }, 80);
  };
  watch(dirname(file), (_event, name) => {
    if (name === null || file.endsWith(name)) again();
  });
  again();
  return new Promise(() => {});
}

async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const words = args.filter((arg) => !arg.startsWith('--'));
  const unknown = flags.find((flag) => !['--watch', '--json', '--python'].includes(flag));
  if (unknown) throw new UsageError(`there is no option ${unknown}\n\n${help}`);
  const asJson = flags.includes('--json');
  const [command, target] = words;
  const named = (): Exercise => {
    if (!target)
      throw new UsageError(`which exercise? For example: npm run grade -- ${command} 04-indexing/01`);
    return find(target);
  };
  const one = (exercise: Exercise): Promise<boolean> =>
    flags.includes('--watch') ? watchFile(exercise, asJson) : grade(exercise, asJson);
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
    case 'skip': {
      remember(readProgress(), named().id, { status: 'skipped' });
      return 0;
    }
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

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
