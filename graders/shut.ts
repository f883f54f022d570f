/**
 * What a learner's program may not have, each with the reason that it is told. The walls are elsewhere (the page's
 * policy, Node's permissions and import hooks): this says in words that they are there, at the learner's own line.
 */

const network = 'code here has no network';
const storage = "code here cannot reach the browser's storage";
const workers = 'code here runs in one thread';
const channels = 'code here talks to nobody: what it returns and prints is shown';

const absent: Readonly<Record<string, string>> = {
  fetch: network,
  XMLHttpRequest: network,
  WebSocket: network,
  WebSocketStream: network,
  EventSource: network,
  WebTransport: network,
  importScripts: network,
  indexedDB: storage,
  caches: storage,
  Worker: workers,
  SharedWorker: workers,
  postMessage: channels,
  BroadcastChannel: channels,
  close: 'a run ends by itself',
  process: 'code here is the same as in the page, where there is no process',
};

const gpu = 'torch runs on it for you, and torch.webgpu.compile_kernel what you write yourself';

/** Called before any code of the learner's: afterwards these names throw where they are used. */
export function shut(scope: typeof globalThis): void {
  for (const [name, why] of Object.entries(absent)) if (name in scope) refuse(scope, name, why);
  const navigator = scope.navigator && Object.getPrototypeOf(scope.navigator);
  if (navigator && 'gpu' in navigator) refuse(navigator, 'gpu', gpu);
}

function refuse(owner: object, name: string, why: string): void {
  Object.defineProperty(owner, name, {
    configurable: false,
    get() {
      throw new Error(`${name} is not available: ${why}.`);
    },
  });
}
