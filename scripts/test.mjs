/**
 * `npm test`: installs what is missing and runs every check and test, one stage after another. Goes on after a
 * failure, and closes on a plain count. `npm test -- unit browser` runs only the stages named.
 */

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, environment, fail, root, run } from './setup.mjs';

ensureInstalled();
const reports = join(root, 'node_modules', '.cache', 'handgrad-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** A check that passes or fails as a whole. */
function check(command, args) {
  return () =>
    run(command, args) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A test runner's own count, from its report; a runner that leaves none has failed. */
function counted(report, read, command, args, extra = {}) {
  return () => {
    const status = run(command, args, { env: { ...environment, ...extra } });
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    if (status !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  };
}

function vitest(project) {
  const report = join(reports, `${project}.json`);
  const read = (json) => ({
    passed: json.numPassedTests,
    failed:
      json.numFailedTests +
      json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
        .length,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  });
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return () => counted(report, read, 'npx', args, { CHROME_PATH: chromium() })();
}

function playwright() {
  const report = join(reports, 'e2e.json');
  const read = ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
  const args = ['playwright', 'test', '-c', 'site/e2e/playwright.config.ts', '--reporter=list,json'];
  return counted(report, read, 'npx', args, {
    CHROME_PATH: chromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })();
}

let found = null;
function chromium() {
  found ??= ensureChromium();
  return found;
}

const stages = {
  lint: check('npx', ['biome', 'check', '--error-on-warnings', '.']),
  types: check('npx', ['tsc']),
  generated: check('node', ['engine/tools/generate.ts', '--check']),
  unit: vitest('node'),
  browser: vitest('chromium'),
  build: check('npx', ['astro', 'build', '--silent']),
  e2e: playwright,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in stages));
if (unknown) fail(`there is no stage '${unknown}': the stages are ${Object.keys(stages).join(', ')}`);

const total = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
for (const [name, stage] of Object.entries(stages)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = Date.now();
  console.log(`\n── ${name} ──`);
  const counts = stage();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}
console.log(`\nAll stages took ${((Date.now() - started) / 1000).toFixed(0)} s.`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
