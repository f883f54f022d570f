/** What an exercise's page fetches when its code is first run: the recorded cases and the known mistakes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { exerciseIds, readExercise } from '../../../graders/exercises.ts';
import type { ExerciseData } from '../../widgets/grade.ts';

export function getStaticPaths() {
  return exerciseIds().map((id) => {
    const [chapter, exercise] = id.split('/');
    return { params: { chapter, exercise } };
  });
}

export const GET: APIRoute = ({ params }) => {
  const { folder, mistakes, device } = readExercise(`${params.chapter}/${params.exercise}`);
  const expected = join(folder, 'expected');
  const arrays = readdirSync(expected).filter((name) => name.endsWith('.npy'));
  const data: ExerciseData = {
    device: device ?? null,
    recorded: JSON.parse(readFileSync(join(expected, 'cases.json'), 'utf8')),
    arrays: Object.fromEntries(arrays.map((name) => [name, readFileSync(join(expected, name), 'base64')])),
    mistakes: mistakes.map(({ says, code }) => ({ says, code })),
  };
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } });
};
