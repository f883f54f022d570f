/** A static host as simple as they come: the built site under its base path, as files, and some other files in their place. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { root } from '../../graders/paths.ts';

export const dist: string = join(root, 'dist');

/** Begins and ends with a slash. */
export const base: string = `/${process.env.SITE_BASE ?? ''}/`.replaceAll(/\/+/g, '/');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** What stands in `dist` at an address, or null. */
export function fileAt(pathname: string): string | null {
  if (!pathname.startsWith(base)) return null;
  const path = decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
  return existsSync(join(dist, path)) && extname(path) ? path : null;
}

/** @param replaced texts of files by their path: a later version of them. */
export function serve(port = 0, replaced: Record<string, string> = {}): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const path = fileAt(new URL(url, 'http://localhost').pathname);
    const shown = path ?? '404.html';
    response.writeHead(path ? 200 : 404, {
      'content-type': TYPES[extname(shown)] ?? 'application/octet-stream',
    });
    response.end(replaced[shown] ?? readFileSync(join(dist, shown)));
  });
  return new Promise((resolve) => server.listen(port, 'localhost', () => resolve(server)));
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
