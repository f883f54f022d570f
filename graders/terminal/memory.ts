/**
 * A limit on all of a process's memory: V8's own limit knows nothing of typed arrays, which tensors are made of.
 * Where neither /proc nor ps is to be had (Windows), V8's limit stands alone.
 */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const pause = 100;

/** What Node itself and the engine take, beyond the learner's own share. */
const overhead = 256;

/** Calls `onTooMuch` once the process holds more than that. Gives what ends the watch. */
export function watchMemory(pid: number | undefined, megabytes: number, onTooMuch: () => void): () => void {
  if (pid === undefined || process.platform === 'win32') return () => {};
  const timer = setInterval(async () => {
    if ((await heldBy(pid)) > megabytes + overhead) onTooMuch();
  }, pause);
  return () => clearInterval(timer);
}

/** Resident megabytes; 0 where the process is gone. */
async function heldBy(pid: number): Promise<number> {
  return process.platform === 'linux' ? readStatus(pid) : askPs(pid);
}

async function readStatus(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

function askPs(pid: number): Promise<number> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (_error, text) => resolve(Number(text) / 1024));
  });
}
