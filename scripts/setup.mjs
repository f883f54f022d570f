/**
 * What a fresh machine needs, installed when it is missing. Plain JavaScript for the Node that npm was started
 * with (20 or later); everything after it runs on the Node that the project brings along.
 */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const ownNode = join(modules, 'node');

/** The oldest Node that Astro and Vitest run on. */
const oldestNode = [22, 12];
const neededGigabytes = 1;

/** The environment in which the project's own tools (Node 24 among them) come first. */
export const environment = {
  ...process.env,
  PATH: [join(modules, '.bin'), join(ownNode, 'bin'), process.env.PATH ?? ''].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** Says what is wrong and what to do, and ends the program. */
export function fail(message) {
  console.error(`\nhandgrad: ${message}`);
  process.exit(1);
}

/** Runs a command with its output shown; hands back its exit status. Windows finds commands by its shell only. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) console.error(`handgrad: cannot run ${command}: ${error.message}`);
  return status ?? 1;
}

/** Goes over to a command for good: it gets the signals that end this program, and its exit status is this one's. */
export function become(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes a signal on to the shell it started, and that shell dies without a word: nobody is above us then.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill(), 500).unref();
  child.on('error', (error) => fail(`cannot run ${command}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** Whether node_modules holds what the lock file names; npm's own list is written when an install is complete. */
function packagesAreInStep() {
  const installed = readLock(join(modules, '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(readLock(join(root, 'package-lock.json')))
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional === true,
    );
}

/** Which Node the project's tools will run on: [major, minor], or null where there is none that starts. */
function toolsNode() {
  const { stdout } = spawnSync('node', ['--version'], { env: environment, encoding: 'utf8' });
  const version = /^v(\d+)\.(\d+)/.exec(stdout ?? '');
  return version && [Number(version[1]), Number(version[2])];
}

function nodeIsRecent() {
  const version = toolsNode();
  if (!version) return false;
  return version[0] > oldestNode[0] || (version[0] === oldestNode[0] && version[1] >= oldestNode[1]);
}

/** npm may be told not to run install scripts, and the one of the package `node` fetches the binary: run it here. */
function fetchNode() {
  if (!existsSync(ownNode)) return;
  console.log('Installing Node 24 for the tools of this project …');
  run(process.execPath, ['installArchSpecificPackage.js'], { cwd: ownNode, env: process.env });
}

/** Why an install can have failed, found out by trying. */
function reasonOfFailure() {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1e9;
  if (free < neededGigabytes) {
    return `the disk has ${free.toFixed(1)} GB free, and about ${neededGigabytes} GB is needed.`;
  }
  const ping = run('npm', ['ping'], { env: process.env, stdio: 'ignore', timeout: 60_000 });
  if (ping !== 0)
    return 'the npm registry cannot be reached (`npm ping`): is there a network, or a proxy to set?';
  return 'npm says why above.';
}

function installPackages() {
  console.log('Installing packages (once, about a minute) …');
  // The project's own Node is not there yet, so npm's complaints about engines mean nothing: errors only.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run('npm', args, { env: process.env }) !== 0) {
    fail(`the packages could not be installed: ${reasonOfFailure()}`);
  }
}

/** Installs the packages of the lock file unless they are there, and sees to a Node that can run them. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Node ${process.versions.node} is too old: install Node 20 or later from https://nodejs.org`);
  }
  if (!packagesAreInStep()) installPackages();
  if (!nodeIsRecent()) fetchNode();
  if (!nodeIsRecent()) {
    fail(
      `there is no Node for ${process.platform}-${process.arch} in the package 'node', or it could not be fetched: ` +
        `install Node ${oldestNode.join('.')} or later from https://nodejs.org and start again.`,
    );
  }
}
