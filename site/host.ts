/**
 * The built site as a static host serves it: its files under the base path, compressed, a folder's page at the address
 * with a slash at its end, and a page of its own for whatever is not there.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { root } from '../graders/paths.ts';

export const dist: string = join(root, 'dist');

/** Begins and ends with a slash. */
export const base: string = `/${process.env.SITE_BASE ?? ''}/`.replaceAll(/\/+/g, '/');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = /^(text|application|image\/svg)/;

/** What stands in `dist` at an address, or null. */
export function fileAt(pathname: string): string | null {
  if (!pathname.startsWith(base)) return null;
  const path = normalize(decoded(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html'));
  const isInside = !path.startsWith('..') && statSync(join(dist, path), { throwIfNoEntry: false })?.isFile();
  return isInside ? path : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param replaced texts of files by their path: a later version of them. */
export function serve(port = 0, replaced: Record<string, string> = {}): Promise<Server> {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const { pathname, search } = new URL(url.replace(/^\/+/, '/'), 'http://localhost');
    const path = fileAt(pathname);
    if (!path && fileAt(`${pathname}/`)) {
      return response.writeHead(301, { location: `${pathname}/${search}` }).end();
    }
    const shown = path ?? '404.html';
    const type = TYPES[extname(shown)] ?? 'application/octet-stream';
    const body = replaced[shown] ?? readFileSync(join(dist, shown));
    const zips = COMPRESSED.test(type) && /\bgzip\b/.test(String(headers['accept-encoding']));
    response.writeHead(path ? 200 : 404, {
      'content-type': type,
      // Its name changes with its content.
      'cache-control': shown.startsWith('_astro') ? 'max-age=31536000, immutable' : 'no-cache',
      ...(zips && { 'content-encoding': 'gzip' }),
    });
    response.end(zips ? await promisify(gzip)(body) : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** At `port`, or at the first free one after it. */
export async function serveFrom(port: number): Promise<Server> {
  for (let at = port; ; at++) {
    try {
      return await serve(at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || at === port + 100) throw error;
    }
  }
}
