import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { canvasArguments, chromiumArguments } from './scripts/chromium-arguments.ts';

/** As many as the machines of CI have processors; more would only make a busy machine slower. */
const maxWorkers = 2;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{engine,graders,exercises,scripts,site}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'site/e2e/**', '**/*.gpu.test.ts'],
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['engine/**/*.gpu.test.ts'],
          maxWorkers,
          // A kernel's first run compiles it, in software.
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.CHROME_PATH,
                args: [...chromiumArguments, ...canvasArguments],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
