/** After one visit the course works without a network; a new version waits until it is asked for. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readExercise } from '../../graders/exercises.ts';
import { base, dist, portOf, serve } from '../host.ts';
import { keptFiles, serviceWorker } from '../plugins/offline.ts';
import { type } from './typing.ts';

const exercise = readExercise('05-shapes/01-strides-of');

test.use({ serviceWorkers: 'allow' });

let server: Server;
test.beforeEach(async () => {
  server = await serve();
});
test.afterEach(() => stop());

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

test('one visit keeps the whole course, and a new version comes when the learner says so', async ({
  page,
  context,
}) => {
  test.slow();
  const port = portOf(server);
  const at = (path: string) => `http://localhost:${port}${base}${path}`;
  await page.goto(at('04-indexing/'));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await stop();
  await context.setOffline(true);
  await page.goto(at('09-build-autograd/'));
  const cell = page.locator('hg-cell').first();
  await cell.getByRole('button', { name: 'Run' }).click();
  await expect(cell.locator('.cell-note')).toContainText(' ms · ');

  await page.goto(at(exercise.id)); // without the slash at its end
  await type(page.locator('hg-exercise'), exercise.solution);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.verdict')).toContainText('Right: all');

  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('dialog input').fill('softmax');
  await expect(page.locator('dialog a[href*="softmax"]').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto(at('no-such-page/'));
  await expect(page.locator('main')).toContainText('not here');

  // A second build, in which one page has changed.
  const glossary = readFileSync(join(dist, 'glossary/index.html'), 'utf8');
  const files = { ...keptFiles(dist), 'glossary/': 'second' };
  server = await serve(port, {
    'sw.js': await serviceWorker(files),
    'glossary/index.html': glossary.replace('The walk from a result', 'The second build walks from a result'),
  });
  await context.setOffline(false);
  await page.goto(at(`${exercise.id}/`));
  await type(page.locator('hg-exercise'), '// typed under the old version\n');
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const news = page.locator('.corner');
  await expect(news).toContainText('There is a new version of the course.');
  await expect(page.locator('.cm-content')).toContainText('typed under the old version');
  const other = await context.newPage();
  await other.goto(at('glossary/'));
  await expect(other.locator('main')).not.toContainText('The second build walks');

  await news.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('hg-exercise .code-place:visible')).toContainText('typed under the old version');
  await expect(news).toHaveCount(0);
  await expect(other.locator('.corner')).toContainText('renewed in another tab');
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(other.locator('main')).toContainText('The second build walks');
});
