/**
 * `npm run bench`: the engine against its rivals in one page of Chromium, as a markdown table.
 *   --device cpu|webgpu   one device alone
 *   --rows matmul,sum-0   rows whose names begin so
 *   --repetitions 7       turns of each contestant
 *   --save                writes the tables into this folder's README
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArguments } from '../../scripts/chromium-arguments.ts';
import type { Outcome, Settings } from './page.ts';
import { pageRows, rows } from './rows.ts';
import { type Bundles, bundle, gzippedKilobytes, serve, tfjsWasm } from './server.ts';
import { type Line, tableOf } from './table.ts';

type Device = Settings['device'];

const { values: options } = parseArgs({
  options: {
    device: { type: 'string' },
    rows: { type: 'string' },
    repetitions: { type: 'string', default: '7' },
    save: { type: 'boolean', default: false },
  },
});

const repetitions = Number(options.repetitions);
const devices: Device[] = options.device ? [options.device as Device] : ['webgpu', 'cpu'];
const isAsked = (name: string): boolean =>
  options.rows === undefined || options.rows.split(',').some((start) => name.startsWith(start));

/** Pages with one library alone, by the contestant's name. */
const lonePages: Record<Device, Record<string, string>> = {
  webgpu: { 'handgrad webgpu': 'cold/ours', 'tfjs webgpu': 'cold/tfjs-webgpu', 'jax-js webgpu': 'cold/jax' },
  cpu: {
    'handgrad cpu': 'cold/ours',
    'tfjs cpu': 'cold/tfjs-cpu',
    'tfjs wasm': 'cold/tfjs-wasm',
    'jax-js wasm': 'cold/jax',
  },
};

async function coldStarts(browser: Browser, origin: string, device: Device): Promise<Line> {
  const outcomes = Object.keys(lonePages[device]).map((name) => ({ name, times: [] as number[] }));
  // The first turn fills the browser's own caches and does not count.
  for (let turn = 0; turn <= repetitions; turn++) {
    for (const { name, times } of outcomes) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${lonePages[device][name]}.html?device=${device}`);
      await page.waitForFunction(() => 'coldTime' in globalThis);
      const time = await page.evaluate(() => (globalThis as unknown as { coldTime: number }).coldTime);
      if (turn > 0) times.push(time);
      await page.close();
    }
  }
  return { title: pageRows.cold, unit: 'ms', outcomes };
}

function sizes(bundles: Bundles, device: Device): Line {
  const outcomes = Object.entries(lonePages[device]).map(([name, entry]): Outcome => {
    const script = gzippedKilobytes(bundles.get(`/${entry}.js`) as Uint8Array);
    return { name, times: [name === 'tfjs wasm' ? script + gzippedKilobytes(tfjsWasm()) : script] };
  });
  return { title: pageRows.bytes, unit: 'kB', outcomes };
}

async function race(page: Page, settings: Settings): Promise<Outcome[]> {
  const outcomes = await page.evaluate(async (given) => {
    const { race: run } = (globalThis as unknown as { bench: typeof import('./page.ts') }).bench;
    return run(given);
  }, settings);
  for (const { name, failure } of outcomes) if (failure) console.error(`${name}: ${failure}`);
  return outcomes;
}

/** Writes text between the README's markers of that name. */
function save(name: string, text: string): void {
  const path = new URL('README.md', import.meta.url);
  const readme = readFileSync(path, 'utf8');
  const marked = new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- /${name} -->)`);
  if (!marked.test(readme)) throw new Error(`README.md has no marker <!-- ${name} -->`);
  writeFileSync(
    path,
    readme.replace(marked, (_, start, end) => `${start}${text}\n${end}`),
  );
  execFileSync('biome', ['format', '--write', fileURLToPath(path)], { stdio: 'ignore' });
}

const bundles = await bundle([
  'harness',
  ...new Set(devices.flatMap((device) => Object.values(lonePages[device]))),
]);
const { server, origin } = await serve(bundles);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: chromiumArguments,
});
try {
  const page = await browser.newPage();
  await page.goto(`${origin}/harness.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  const adapter = await page.evaluate(() =>
    (globalThis as unknown as { bench: typeof import('./page.ts') }).bench.adapterName(),
  );
  for (const device of devices) {
    const lines: Line[] = [];
    for (const { name, title } of rows) {
      if (!isAsked(name)) continue;
      const outcomes = await race(page, { device, row: name, repetitions });
      lines.push({ title, unit: 'ms', outcomes });
      console.error(tableOf(lines.slice(-1)).split('\n')[2]);
    }
    if (isAsked('cold')) lines.push(await coldStarts(browser, origin, device));
    if (isAsked('bytes')) lines.push(sizes(bundles, device));
    const setting = device === 'webgpu' ? `adapter: ${adapter}` : 'one thread';
    const caption = `${device}, ${setting}, Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}`;
    const text = `${caption}; medians of ${repetitions}\n\n${tableOf(lines)}`;
    console.log(`\n${text}`);
    if (options.save) save(device, text);
  }
} finally {
  await browser.close();
  server.close();
}
