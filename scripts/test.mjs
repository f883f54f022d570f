/**
 * `npm test`: installs what is missing and runs every check and test, one stage after another. Goes on after a
 * failure, and closes on a plain count. `npm test -- unit browser` runs only the stages named.
 */

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { ensureInstalled, environment, fail, root, run } from './setup.mjs';

const reports = 'node_modules/.cache/handgrad-reports';
const failure = { passed: 0, failed: 1, skipped: 0 };

/** The site is tested as it stands on a host where it does not have the root: what works there works everywhere. */
const place = { SITE_URL: 'https://example.org', SITE_BASE: '/some/course/' };

/** Builds from nothing, so that what the browser then tests is never an earlier build. */
function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return check('astro', ['build', '--silent'], place)();
}

/** A check that passes or fails as a whole. */
function check(command, args, variables = {}) {
  const options = { env: { ...environment, ...variables } };
  return () => (run(command, args, options) === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure);
}

/** A test runner's own count, read from its report; one that leaves no report, or runs no test, has failed. */
function counted(report, read, command, args, variables) {
  const status = run(command, args, { env: { ...environment, ...variables } });
  const path = join(root, report);
  if (!existsSync(path)) return failure;
  const counts = read(JSON.parse(readFileSync(path, 'utf8')));
  const saysNothingOfIt = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return saysNothingOfIt ? { ...counts, failed: 1 } : counts;
}

function vitest(project, variables = {}) {
  const report = `${reports}/${project}.json`;
  const couldNotRun = (file) => file.status === 'failed' && file.assertionResults.length === 0;
  const read = (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests + json.testResults.filter(couldNotRun).length,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  });
  const args = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return counted(report, read, 'vitest', args, variables);
}

/** A port that nothing listens on. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

async function playwright(variables) {
  const report = `${reports}/e2e.json`;
  const read = ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
  const args = ['test', '-c', 'site/e2e/playwright.config.ts', '--reporter=list,json'];
  return counted(report, read, 'playwright', args, {
    ...variables,
    ...place,
    E2E_PORT: await freePort(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, report),
  });
}

let chromium;
/** A stage that needs a browser: without one it fails, and the others still run. */
function inChromium(stage) {
  return () => {
    chromium ??= findChromium() ?? '';
    return chromium ? stage({ CHROME_PATH: chromium }) : failure;
  };
}

const stages = {
  lint: check('biome', ['check', '--error-on-warnings', '.']),
  types: check('tsc', []),
  pages: check('astro', ['check', '--tsconfig', 'site/tsconfig.json', '--minimumSeverity', 'error']),
  generated: check('node', ['engine/tools/generate.ts', '--check']),
  unit: () => vitest('node'),
  browser: inChromium((variables) => vitest('chromium', variables)),
  build,
  e2e: inChromium(playwright),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in stages));
if (unknown) fail(`there is no stage '${unknown}': the stages are ${Object.keys(stages).join(', ')}`);

ensureInstalled();
rmSync(join(root, reports), { recursive: true, force: true });
mkdirSync(join(root, reports), { recursive: true });

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
const started = Date.now();
for (const [name, stage] of Object.entries(stages)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = Date.now();
  console.log(`\n── ${name} (after ${seconds(started)} s) ──`);
  const counts = await stage();
  for (const key of Object.keys(total)) total[key] += counts[key];
  summary.push(`${name}: ${counts.passed} passed, ${counts.failed} failed, in ${seconds(begun)} s`);
  console.log(`── ${summary.at(-1)}`);
}

console.log(`\n${summary.join('\n')}\nAll of it took ${seconds(started)} s.`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
