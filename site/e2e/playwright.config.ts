/** Runs against the built site: `astro build` first. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { chromiumArguments } from '../../scripts/chromium-arguments.ts';

/** `npm test` names a free port, so that it cannot meet the server of another checkout. */
const named = process.env.E2E_PORT;
const PORT = named ?? '4391';

/** CHROME_PATH, or the system's; undefined leaves the choice to Playwright. */
const chromium = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT },
    cwd: '../..',
    url: `http://localhost:${PORT}${process.env.SITE_BASE ?? '/'}`,
    reuseExistingServer: !named,
  },
  use: {
    baseURL: `http://localhost:${PORT}${process.env.SITE_BASE ?? '/'}`,
    serviceWorkers: 'block', // each test would fetch the whole course anew; offline.spec.ts lets them in
    launchOptions: {
      executablePath: chromium,
      args: chromiumArguments,
    },
  },
});
