/** The course in order, read from what is on disk: the sidebar, the map and the arrows at a page's foot follow it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Chapter {
  /** `04-indexing`: the lesson's page, and the folder of its exercises. */
  slug: string;
  number: number;
  title: string;
  description: string;
  exercises: ExerciseEntry[];
}

export interface ExerciseEntry {
  /** `04-indexing/02-boolean-mask`: its page, its folder, and its name in the terminal. */
  id: string;
  number: number;
  title: string;
  /** What it is about, in a few words. */
  description: string;
}

export interface Part {
  title: string;
  chapters: Chapter[];
}

const LESSONS = 'site/content/docs';
const EXERCISES = 'exercises';
const NUMBERED = /^(\d\d)-/;

/** The parts of the course, each with the number of its last chapter. */
const PARTS: [title: string, last: number][] = [
  ['Tensors', 5],
  ['Autograd', 9],
  ['Learning', 13],
  ['Further', 99],
];

export function chapters(): Chapter[] {
  return readdirSync(LESSONS)
    .filter((file) => NUMBERED.test(file) && file.endsWith('.mdx'))
    .sort()
    .map((file) => {
      const slug = file.replace(/\.mdx$/, '');
      const lesson = readFileSync(join(LESSONS, file), 'utf8');
      return {
        slug,
        number: numberOf(slug),
        title: field(lesson, 'title'),
        description: field(lesson, 'description'),
        exercises: exercisesOf(slug),
      };
    });
}

export function parts(): Part[] {
  const all = chapters();
  return PARTS.map(([title, last], at) => ({
    title,
    chapters: all.filter(({ number }) => number <= last && number > (PARTS[at - 1]?.[1] ?? 0)),
  })).filter((part) => part.chapters.length > 0);
}

/** Pages beside the course, in the order of the sidebar: each is a file in `LESSONS`. */
export const COMPANIONS = [
  { slug: 'map', title: 'The map' },
  { slug: 'cheat-sheet', title: 'Cheat sheet' },
  { slug: 'glossary', title: 'Glossary' },
  { slug: 'where-next', title: 'Where next' },
];

/** Pages for those who teach: each is a file in `LESSONS`. */
const TEACHERS = [
  { slug: 'write-an-exercise', title: 'Write an exercise' },
  { slug: 'host-a-course', title: 'Host a course' },
];

/** Pages that are no lessons: each is a file in site/pages. */
const TOOLS = [
  { label: 'Reference', link: '/reference/' },
  { label: 'Playground', link: '/playground/' },
  { label: 'Your progress', link: '/progress/' },
];

/** For Starlight. The `data-exercise` of a link is what its mark is found by. */
export function sidebar() {
  const course = chapters().map(({ slug, number, title, exercises }) => ({
    label: `${number}  ${title}`,
    collapsed: true,
    items: [
      { label: 'Lesson', link: `/${slug}/` },
      ...exercises.map(({ id, title }) => ({
        label: title,
        link: `/${id}/`,
        attrs: { 'data-exercise': id },
      })),
    ],
  }));
  const links = (pages: typeof COMPANIONS) =>
    pages.map(({ slug, title }) => ({ label: title, link: `/${slug}/` }));
  return [
    ...course,
    { label: 'At hand', items: [...links(COMPANIONS), ...TOOLS] },
    { label: 'For teachers', collapsed: true, items: links(TEACHERS) },
  ];
}

function exercisesOf(chapter: string): ExerciseEntry[] {
  const folder = join(EXERCISES, chapter);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NUMBERED.test(name) && existsSync(join(folder, name, 'exercise.mdx')))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name, 'exercise.mdx'), 'utf8');
      return {
        id: `${chapter}/${name}`,
        number: numberOf(name),
        title: field(text, 'title'),
        description: field(text, 'teaches'),
      };
    });
}

function numberOf(name: string): number {
  return Number(NUMBERED.exec(name)![1]);
}

/** A one-line field of a page's frontmatter. */
function field(page: string, name: string): string {
  const value = new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(page)?.[1].trim();
  if (!value) throw new Error(`a page lacks '${name}:' in its frontmatter:\n${page.slice(0, 200)}`);
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
