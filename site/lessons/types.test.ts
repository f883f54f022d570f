/** The editor finds nothing to complain of in a lesson's cells before the learner has touched them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../../graders/paths.ts';
import { globals } from '../code/engine-types.ts';
import { readLesson } from '../code/lesson.ts';
import { OPTIONS } from '../editor/options.ts';
import { place } from '../editor/place.ts';

const folder = join(root, 'site', 'content', 'docs');
const lessons = readdirSync(folder).filter((name) => /^\d\d-.*\.mdx$/.test(name));

/** All of a lesson's cells as its last one stands below the others. */
function placed(lesson: string): string {
  const cells = readLesson(readFileSync(join(folder, lesson), 'utf8')).map(({ code }) => code);
  return place(cells.at(-1)!, cells.slice(0, -1)).code;
}

test('every cell of every lesson is sound in its types', () => {
  const texts = new Map(lessons.map((lesson) => [join(root, `${lesson}.ts`), placed(lesson)]));
  texts.set(join(root, 'globals.d.ts'), globals);
  const options = { ...OPTIONS, lib: ['lib.esnext.d.ts'], paths: { torch: [join(root, 'engine/index.ts')] } };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const problems = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  const words = problems.map(({ file, start, messageText }) => {
    const { line } = file!.getLineAndCharacterOfPosition(start!);
    return `${file!.text.split('\n')[line].trim()}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(words).toEqual([]);
});
