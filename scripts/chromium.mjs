/** A Chromium for the tests: the one that is named, the system's, the package manager's, or Playwright's own. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment, fail, run } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...fixedPlaces,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

function fromPackageManager() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || spawnSync('apt-get', ['--version']).status !== 0)
    return null;
  console.log('Installing Chromium with apt-get …');
  run('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  return fromSystem();
}

function fromPlaywright() {
  console.log('Installing the Chromium that Playwright brings …');
  if (run('npx', ['playwright', 'install', 'chromium']) !== 0) return null;
  const asked = spawnSync(
    'node',
    ['-e', "import('playwright').then((p) => console.log(p.chromium.executablePath()))"],
    {
      env: environment,
      encoding: 'utf8',
    },
  );
  const path = asked.stdout?.trim();
  return path && existsSync(path) ? path : null;
}

/** The path of a Chromium. Ends the program with what to do where there is none to be had. */
export function ensureChromium() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) fail(`CHROME_PATH names ${named}, which does not exist`);
  const path = named ?? fromSystem() ?? fromPackageManager() ?? fromPlaywright();
  if (!path) fail('the tests need Chromium or Chrome: install one, or name it in CHROME_PATH');
  return path;
}
