/**
 * Completes package-lock.json after a package was added from a registry that lacks the builds for some platforms:
 * npm leaves out what it cannot see, and `npm ci` then refuses the lock on the platforms concerned.
 * Entries made here carry no integrity hash: npm writes it where the build is to be had.
 */

import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const platform = /(android|darwin|linux|wasm32|freebsd|windows|win32)-(arm64|x64|wasi)(?:-(gnu|musl|msvc))?$/;

for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[`${parent}/${key}`] || lock.packages[key]) continue;
    const match = platform.exec(name);
    if (!match || !/^\d+\.\d+\.\d+$/.test(version))
      throw new Error(`cannot tell for which platform ${name} ${version} is`);
    const [, system, processor, libc] = match;
    const isWasm = system === 'wasm32';
    lock.packages[key] = {
      version,
      cpu: [isWasm ? 'wasm32' : processor],
      dev: true,
      ...(system === 'linux' && { libc: [libc === 'musl' ? 'musl' : 'glibc'] }),
      license: entry.license,
      optional: true,
      ...(!isWasm && { os: [system === 'windows' ? 'win32' : system] }),
      ...(entry.engines && { engines: entry.engines }),
    };
  }
}

const byName = ([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
