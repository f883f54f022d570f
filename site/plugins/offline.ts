/**
 * Writes sw.js, the service worker with its list of files, when the site has been built. The dev server answers with
 * one that takes itself away: an author who has looked at the built course at the same address would else be shown
 * that for ever.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/** What no page asks for: fonts for browsers without service workers, Pagefind's other interfaces, notes to robots. */
const LEFT_OUT =
  /\.(woff|ttf)$|^pagefind\/(pagefind-(ui|modular-ui|component-ui|highlight)\.|wasm\.unknown)|^(sw\.js|robots\.txt|sitemap.*|social\.png)$/;

const GOODBYE = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', async () => {
  for (const name of await caches.keys()) if (name.startsWith('handgrad ')) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll()) client.navigate(client.url);
});`;

/** The files of a built site: a page by its address, such as `glossary/`, each with a hash of its content. */
export function keptFiles(folder: string): Record<string, string> {
  const files = globSync('**/*.*', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
  return Object.fromEntries(
    files
      .filter((path) => !LEFT_OUT.test(path))
      .sort()
      .map((path) => {
        const hash = createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('base64url');
        return [path.replace(/(^|\/)index\.html$/, '$1'), hash.slice(0, 12)];
      }),
  );
}

export async function serviceWorker(files: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../offline/worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    banner: { js: `const FILES = ${JSON.stringify(files)};` },
  });
  return outputFiles[0].text;
}

export function offline(): AstroIntegration {
  return {
    name: 'handgrad-offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, 'sw.js'), await serviceWorker(keptFiles(folder)));
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.split('?')[0].endsWith('/sw.js')) return next();
          response.setHeader('content-type', 'text/javascript');
          response.end(GOODBYE);
        });
      },
    },
  };
}
