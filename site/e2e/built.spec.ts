/** The built site as files: under its base path every link and every file that is asked for is there. No browser. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { base, dist, fileAt } from '../host.ts';
import { keptFiles } from '../plugins/offline.ts';

const pages = globSync('**/*.html', { cwd: dist });
const html = new Map(pages.map((page) => [page, readFileSync(join(dist, page), 'utf8')]));
const HOST = process.env.SITE_URL ?? 'http://localhost';

/** Where a page's attributes point to on this host, as addresses. */
function references(page: string): URL[] {
  const here = new URL(base + page, HOST);
  const values = [...html.get(page)!.matchAll(/\s(?:href|src|data-src)="([^"]*)"/g)].map(([, value]) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
  return values.map((value) => new URL(value, here)).filter(({ origin }) => origin === here.origin);
}

test('every link, script, style and picture of every page leads to a file, and every # to an element', () => {
  const broken = pages.flatMap((page) =>
    references(page)
      .filter(({ pathname, hash }) => {
        const file = fileAt(pathname);
        if (!file) return true;
        const id = decodeURIComponent(hash.slice(1));
        return id !== '' && !html.get(file)?.includes(` id="${id}"`);
      })
      .map(({ pathname, hash }) => `${page} asks for ${pathname}${hash}`),
  );
  expect(pages.length).toBeGreaterThan(500);
  expect([...new Set(broken)]).toEqual([]);
});

test('what styles and the manifest ask for is there', () => {
  const sheets = globSync('_astro/*.css', { cwd: dist });
  const asked = sheets.flatMap((sheet) =>
    [...readFileSync(join(dist, sheet), 'utf8').matchAll(/url\(["']?([^"')]+)/g)]
      .map(([, value]) => new URL(value, new URL(base + sheet, HOST)))
      .filter(({ protocol }) => protocol !== 'data:'),
  );
  const manifest: { start_url: string; icons: { src: string }[]; shortcuts: { url: string }[] } = JSON.parse(
    readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'),
  );
  const { icons, shortcuts, start_url } = manifest;
  for (const value of [start_url, ...icons.map(({ src }) => src), ...shortcuts.map(({ url }) => url)]) {
    asked.push(new URL(value, new URL(`${base}manifest.webmanifest`, HOST)));
  }
  expect(asked.filter(({ pathname }) => !fileAt(pathname)).map(String)).toEqual([]);
  expect(sheets.length).toBeGreaterThan(0);
});

test('every page has a title, a description of its own, and a picture for whoever is sent its link', () => {
  const lacking = pages.filter((page) => {
    const text = html.get(page)!;
    const description = /<meta name="description" content="([^"]+)"/.exec(text)?.[1] ?? '';
    if (page === '404.html') return !text.includes('content="noindex"');
    const needs = ['<title>', 'rel="canonical"', 'property="og:title"', 'property="og:image"'];
    return description.length < 20 || (process.env.SITE_URL && needs.some((part) => !text.includes(part)));
  });
  expect(lacking).toEqual([]);
});

test('a page stays light enough for a phone: few elements, few bytes', () => {
  const heavy = [...html].flatMap(([page, text]) => {
    const elements = text.replaceAll(/<script[\s\S]*?<\/script>/g, '').match(/<[a-z]/g)!.length;
    const bytes = gzipSync(text).length;
    return elements > 4_200 || bytes > 110_000 ? [`${page}: ${elements} elements, ${bytes} bytes`] : [];
  });
  expect(heavy).toEqual([]);
  const styles = globSync('_astro/*.css', { cwd: dist }).map((sheet) => readFileSync(join(dist, sheet)));
  expect(styles.reduce((sum, sheet) => sum + gzipSync(sheet).length, 0)).toBeLessThan(32_000);
});

test('no page has an inline event handler, which its policy would forbid', () => {
  const handler = /<[a-z][\w-]*\s[^<>]*\son[a-z]+=["']/;
  expect(pages.filter((page) => handler.test(html.get(page)!))).toEqual([]);
});

test('what is kept for want of a network is a few megabytes, and all there', () => {
  const list = JSON.parse(/FILES\s*=\s*(\{.*?\})/.exec(readFileSync(join(dist, 'sw.js'), 'utf8'))![1]);
  expect(list).toEqual(keptFiles(dist));
  const size = Object.keys(list).reduce((sum, path) => {
    const file = join(dist, path.replace(/(^|\/)$/, '$1index.html'));
    expect(existsSync(file), path).toBe(true);
    return sum + gzipSync(readFileSync(file), { level: 1 }).length;
  }, 0);
  expect(size).toBeLessThan(9_000_000);
});
