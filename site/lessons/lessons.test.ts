/** Every lesson prints what PyTorch printed, digit for digit: its cells in TypeScript, and in Python as it runs here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonsFolder } from '../../graders/paths.ts';
import { showCells, withoutAddresses } from '../../graders/python/notebook.ts';
import { readLesson } from '../code/lesson.ts';
import { runLesson } from '../code/lesson-run.ts';
import { asLines, pythonCells } from '../code/python-lesson.ts';

const PAGES = join(lessonsFolder, '../content/docs');
const slugs = readdirSync(PAGES)
  .filter((name) => /^\d\d-.*\.mdx$/.test(name))
  .map((name) => name.replace('.mdx', ''));

/** Python's words and JavaScript's for the same three values. */
const WORDS: Record<string, string> = { True: 'true', False: 'false', None: 'null' };
const normal = (text: string) => text.replace(/\b(True|False|None)\b/g, (word) => WORDS[word]);

describe.each(slugs)('%s', (slug) => {
  const lesson = readFileSync(join(PAGES, `${slug}.mdx`), 'utf8');
  const path = join(lessonsFolder, 'expected', `${slug}.json`);
  const recorded: Record<string, string> = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8')).cells
    : {};

  it('prints what PyTorch prints', async () => {
    const printed = (await runLesson(lesson))
      .filter(({ id }) => id in recorded)
      .map(({ id, lines }) => [id, normal(lines.map(({ text }) => text).join('\n'))]);
    const expected = Object.entries(recorded).map(([id, text]) => [id, normal(text)]);
    expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(expected));
  });

  it('shows in Python just what PyTorch printed', async () => {
    const printed = await runLesson(lesson);
    for (const { id, text } of pythonCells(slug)) {
      if (text === null) continue;
      const lines = printed.find((cell) => cell.id === id)?.lines ?? [];
      expect(
        asLines(text, lines)
          .map((line) => line.text)
          .join('\n'),
        id,
      ).toBe(text);
    }
  });

  it('shows in Python as it runs here what PyTorch shows, or what TypeScript shows where PyTorch cannot run it', async () => {
    const printed = await runLesson(lesson);
    const inTypeScript = (name: string) =>
      printed
        .find(({ id }) => id === name)
        ?.lines.map(({ text }) => withoutAddresses(text))
        .join('\n');
    const shown = existsSync(join(lessonsFolder, `${slug}.py`))
      ? showCells(join(lessonsFolder, `${slug}.py`))
      : [];
    const expected = shown.map(({ name, mark }) => [name, mark ? inTypeScript(name) : recorded[name]]);
    expect(shown.map(({ name, mark, text }) => [name, mark ? withoutAddresses(text) : text])).toEqual(
      expected,
    );
  }, 120_000);

  it('has each of its cells in Python too, except those marked `here` or `gpu`', () => {
    const unrecorded = readLesson(lesson).filter(({ id, here, gpu }) => !here && !gpu && !(id in recorded));
    expect(
      unrecorded.map(({ id }) => id),
      `write them in site/lessons/${slug}.py, then run \`npm run oracle\``,
    ).toEqual([]);
  });
});
