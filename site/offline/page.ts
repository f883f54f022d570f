/**
 * Has the course kept in the browser, and offers a new version when there is one. A page is never reloaded but by a
 * press of the learner's; what they typed is in their drafts.
 */
import { showNotice } from '../widgets/notice.ts';
import { ASK_TO_TAKE_OVER } from './message.ts';

/** How often a page that stays open looks for a new version. */
const LOOK_AGAIN_MS = 3_600_000;

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A visitor who saves data is not sent the whole course unasked: see the page of progress. */
export const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Null where the browser cannot keep a site. */
export const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;

export async function keepCourse(): Promise<ServiceWorkerRegistration> {
  const registration = await workers!.register(`${base}sw.js`, { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offerVersion(worker);
    });
  });
  if (registration.waiting) offerVersion(registration.waiting);
  return registration;
}

function offerVersion(worker: ServiceWorker): void {
  say('There is a new version of the course. Your code and your progress stay as they are.', {
    'Use it now': () => {
      workers!.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage(ASK_TO_TAKE_OVER);
    },
    Later() {},
  });
}

/** In the corner of the window. */
function say(text: string, actions: Record<string, () => void>): void {
  let corner = document.querySelector<HTMLElement>('.corner');
  if (!corner) {
    corner = document.createElement('aside');
    corner.className = 'corner notices not-content';
    corner.ariaLabel = 'News of this site';
    document.body.append(corner);
  }
  showNotice(corner, { text, actions });
}

/** A tab whose version has been replaced from another tab goes on with its own; it is told, and asked. */
function tellOfTakeOver(): void {
  let controlled = workers!.controller !== null;
  workers!.addEventListener('controllerchange', () => {
    if (controlled) {
      say('The course has been renewed in another tab. This page goes on as it is until you reload it.', {
        Reload: () => location.reload(),
        Later() {},
      });
    }
    controlled = true;
  });
}

async function start(): Promise<void> {
  tellOfTakeOver();
  const registered = await workers!.getRegistration(base);
  if (savesData && !registered) return;
  const registration = await keepCourse();
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_AGAIN_MS) return;
    looked = Date.now();
    registration.update().catch(() => {}); // without a network there is no news
  });
}

if (import.meta.env.PROD && workers) {
  const begin = () => start().catch(() => {}); // a browser that keeps nothing still shows the course
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
