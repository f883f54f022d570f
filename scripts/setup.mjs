/**
 * What a fresh machine needs, installed when it is missing. Plain JavaScript for the Node that npm was started
 * with (20 or later); everything after it runs on the Node that the project brings along.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.handgrad-installed');

/** The environment in which the project's own tools (Node 24 among them) come first. */
export const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** Says what is wrong and what to do, and ends the program. */
export function fail(message) {
  console.error(`\nhandgrad: ${message}`);
  process.exit(1);
}

/** Runs a command with its output shown; hands back its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    ...options,
  });
  if (error) console.error(`handgrad: cannot run ${command}: ${error.message}`);
  return status ?? 1;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs the packages of the lock file, unless that is what lies in node_modules. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old: install Node 20 or later from https://nodejs.org`);
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once, about a minute) …');
  // The Node of the project is not there yet, so npm's complaints about engines mean nothing.
  const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: process.env });
  if (status !== 0) {
    fail(
      'the packages could not be installed. Is the npm registry reachable (npm ping), and is there about 1 GB of free disk? ' +
        'npm says more above.',
    );
  }
  const version =
    spawnSync('node', ['--version'], { env: environment, encoding: 'utf8' }).stdout?.trim() ?? 'none';
  if (Number(version.slice(1).split('.')[0]) < 22) {
    fail(
      `the project's own Node was not installed (found ${version}). The package 'node' has an install script: ` +
        'run `npm rebuild node`, or start with Node 22.12 or later.',
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
