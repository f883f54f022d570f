/** The program as a learner calls it, with a folder of its own. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readExercise } from '../exercises.ts';
import { root } from '../paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'handgrad-my-'));
const first = readExercise('01-why-tensors/01-fahrenheit');
const file = join(folder, `${first.id}.ts`);

beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(root, 'graders', 'terminal', 'main.ts');
const env = { ...process.env, HANDGRAD_MY: folder, NO_COLOR: '1' };

function grade(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
}

test('the starter is made, and is not solved; then the solution is', () => {
  const { status, stdout } = grade('next');
  expect([status, stdout]).toEqual([1, expect.stringContaining('2 of 2 elements are wrong')]);
  expect(readFileSync(file, 'utf8')).toBe(first.starter);
  writeFileSync(file, first.solution);
  const solved = grade('01/01', '--json');
  expect(solved.status).toBe(0);
  expect(JSON.parse(solved.stdout)).toMatchObject({ exercise: first.id, verdict: { state: 'passed' } });
  expect(grade('all').stdout).toContain('1 of 1 solved');
  expect(grade().stdout).toMatch(/✓ solved\s+01-fahrenheit[\s\S]*1 of \d+ solved/);
});

test('hints come one at a time, the solution when asked twice', () => {
  expect(grade('hint', '01/01').stdout).not.toContain('Hint 2');
  expect(grade('hint', '01/01').stdout).toContain('Hint 2 of 3');
  expect(grade('solution', '01/01').status).toBe(1);
  expect(grade('solution', '01/01').stdout).toContain(first.solution);
});

test('an export is an import elsewhere, and never overwrites code', () => {
  grade('next');
  writeFileSync(file, first.solution);
  grade('01/01');
  grade('01/01', '--python');
  const kept = join(tmpdir(), `handgrad-progress-${process.pid}.json`);
  grade('export', kept);
  rmSync(folder, { recursive: true });
  grade('next');
  expect(grade('import', kept).stdout).toContain('One file of your own was kept');
  expect(readFileSync(file, 'utf8')).toBe(first.starter);
  expect(readFileSync(file.replace(/ts$/, 'py'), 'utf8')).toBe(first.pythonStarter);
  expect(grade().stdout).toContain('✓ solved');
  writeFileSync(kept, '{"format": "handgrad-progress", "version": 2, "exercises"');
  const { status, stderr } = grade('import', kept);
  rmSync(kept);
  expect([status, stderr]).toEqual([2, expect.stringContaining('not JSON')]);
  expect(grade().stdout).toContain('✓ solved');
});

test('a watch outlives a damaged record of progress, and leaves it as it is', async () => {
  const record = join(folder, 'progress.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(record, '{');
  const watch = spawn(process.execPath, [program, '01/01', '--watch'], { env, stdio: 'pipe' });
  const [said] = await once(watch.stderr, 'data');
  expect(String(said)).toContain('progress.json cannot be read: it is not JSON. It was left as it is');
  expect(readFileSync(record, 'utf8')).toBe('{');
  rmSync(record);
  writeFileSync(file, first.solution);
  let told = '';
  for await (const text of watch.stdout) {
    told += text;
    if (told.includes('Watching')) break;
  }
  watch.kill();
  expect(told).toContain('✓ Solved');
});

test('a command that is none says what there is, and exits with 2', () => {
  expect(grade('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run grade') });
  expect(grade('99/99')).toMatchObject({ status: 2, stderr: expect.stringContaining("begins with '99/99'") });
  expect(grade('--loud')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no option --loud'),
  });
  expect(grade('15-gpu-kernels/01', '--watch')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('solve it in the page'),
  });
});
