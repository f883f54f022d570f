/** A Chromium for the tests: the one that is named, the system's, the package manager's, or Playwright's own. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment, run } from './setup.mjs';

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const patience = { timeout: 10 * 60_000 };

/** Whether it is a browser: Ubuntu's `chromium-browser` may be a script that only names a snap. */
function starts(path) {
  if (!existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...fixedPlaces].find(starts) ?? null;
}

function fromPackageManager() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null;
  console.log('Installing Chromium with apt-get …');
  const options = {
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    ...patience,
  };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return fromSystem();
}

function playwrightsOwn() {
  const script = "import('playwright').then((p) => console.log(p.chromium.executablePath()))";
  const asked = spawnSync('node', ['-e', script], { env: environment, encoding: 'utf8' });
  const path = asked.stdout?.trim();
  return path && starts(path) ? path : null;
}

function fromPlaywright() {
  console.log('Installing the Chromium that Playwright brings …');
  run('playwright', ['install', 'chromium'], patience);
  return playwrightsOwn();
}

/** The path of a Chromium, or null after having said why there is none. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (starts(named)) return named;
    console.error(`handgrad: CHROME_PATH names ${named}, which is no browser that starts`);
    return null;
  }
  const path = fromSystem() ?? playwrightsOwn() ?? fromPackageManager() ?? fromPlaywright();
  if (!path) {
    console.error(
      'handgrad: no Chromium was found or could be fetched: install one, or name it in CHROME_PATH',
    );
  }
  return path;
}
