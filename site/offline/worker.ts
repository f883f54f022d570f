/**
 * The service worker: keeps all files of one version of the course in the browser, and answers from there. A version
 * is used as a whole: pages and what they load fit together, and a new one waits until the learner asks for it.
 *
 * Each file is kept under its address and a hash of its content, so that a new version fetches only what has changed,
 * and an installation that was cut short goes on where it stopped.
 */
import { ASK_TO_TAKE_OVER } from './message.ts';

/** What TypeScript's library for pages lacks of a service worker. */
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
declare const self: ServiceWorkerScope;

/** The hash of every file by its path from the course's root; set by plugins/offline.ts when the site is built. */
declare const FILES: Record<string, string>;

/** Files that are fetched at a time. */
const LANES = 8;

const root = self.registration.scope;
const CACHE = `handgrad ${root}`;
/** Where the files of the version in use are listed. */
const IN_USE = `${root}?in-use`;

const keyOf = (path: string, hash: string): string => `${root}${path}?${hash}`;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(FILES).filter(([path, hash]) => !kept.has(keyOf(path, hash)));
  const lane = async () => {
    for (let next = missing.pop(); next; next = missing.pop()) await keep(cache, ...next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function keep(cache: Cache, path: string, hash: string): Promise<void> {
  // Past the browser's own cache, which may hold this address as an earlier version had it.
  const response = await fetch(root + path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path} could not be fetched (${response.status})`);
  // A page must not be answered with a response that was redirected: only its content is taken.
  const { headers } = response;
  await cache.put(
    keyOf(path, hash),
    response.redirected ? new Response(await response.blob(), { headers }) : response,
  );
}

self.addEventListener('message', ({ data }) => {
  if (data === ASK_TO_TAKE_OVER) self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

/** Files of the version before stay until the next one: a tab that shows it may still load from it. */
async function takeOver(): Promise<void> {
  const cache = await caches.open(CACHE);
  const list = await cache.match(IN_USE);
  const before: typeof FILES = list ? await list.json() : {};
  const wanted = new Set(
    [...Object.entries(before), ...Object.entries(FILES)].map(([path, hash]) => keyOf(path, hash)),
  );
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  await cache.put(IN_USE, new Response(JSON.stringify(FILES)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { href, origin, pathname } = new URL(request.url);
  if (request.method === 'GET' && href.startsWith(root)) {
    const path = `${origin}${pathname}`.slice(root.length).replace(/(^|\/)index\.html$/, '$1');
    event.respondWith(answer(request, path));
  }
});

async function answer(request: Request, path: string): Promise<Response> {
  const isPage = request.mode === 'navigate';
  if (isPage && `${path}/` in FILES) return Response.redirect(`${root}${path}/`, 301);
  const response = await find(path);
  if (response) return response;
  try {
    return await fetch(request);
  } catch (error) {
    const instead = isPage ? await find('404.html') : undefined;
    if (!instead) throw error;
    return instead;
  }
}

/** The file of this version, or else of the one before. */
async function find(path: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return path in FILES
    ? cache.match(keyOf(path, FILES[path]))
    : cache.match(root + path, { ignoreSearch: true });
}
