/**
 * Programs that mean no good, or happen to do none: one list, run by the tests of the page and of the terminal. None
 * may pass, each must be stopped in time and told by its name, and the next run must work.
 */

export interface Hostile {
  readonly name: string;
  /** A module for the exercise `pick_three`. */
  readonly code: string;
  /** What the verdict must say; where page and terminal differ, one of both. */
  readonly says: RegExp;
  /** Only where it means something: the terminal has no browser's storage, the page no process. */
  readonly only?: 'page' | 'terminal';
}

/** The body of the exercise's function. */
const body = (code: string): string => `import * as torch from 'torch';
export async function pick_three(x) {
  ${code}
}
`;

const endless = /Stopped after .* never ends/;
const waiting = /never settles/;

export const hostile: readonly Hostile[] = [
  { name: 'a loop without end', code: body('for (;;) {}'), says: endless },
  { name: 'a loop at the top of the module', code: 'for (;;) {}', says: endless },
  { name: 'an async loop', code: body('for (;;) await null;'), says: endless },
  {
    name: 'a loop of timers',
    code: body('for (;;) await new Promise((r) => setTimeout(r));'),
    says: endless,
  },
  {
    name: 'a flood of promises',
    code: body(
      'const more = () => { Promise.resolve().then(more); Promise.resolve().then(more); }; more(); await new Promise(() => {});',
    ),
    says: /never ends|memory/,
  },
  { name: 'a promise that never settles', code: body('await new Promise(() => {});'), says: waiting },
  { name: 'a module that is a thenable', code: 'export function then() {}', says: waiting },
  { name: 'a thenable that never answers', code: body('return { then() {} };'), says: waiting },
  {
    name: 'recursion without end',
    code: body('const f = () => f() + 1; return f();'),
    says: /RangeError.*call stack/,
  },
  {
    name: 'a loop on the tensors',
    code: body('let y = torch.ones(64, 64); for (;;) y = y.matmul(y).clamp(0, 1);'),
    says: /never ends|memory/,
  },
  {
    name: 'a program of its own on the GPU',
    code: body('await navigator.gpu.requestAdapter();'),
    says: /gpu is not available: .*torch runs on it/,
    only: 'page',
  },
  {
    name: 'a bomb of objects',
    code: body('const all = []; for (;;) all.push(new Array(1e6).fill({ a: 1 }));'),
    says: /memory|never ends/,
  },
  {
    name: 'a bomb of arrays',
    code: body('const all = []; for (;;) all.push(new Float64Array(4e6).fill(1));'),
    says: /memory|allocation failed|never ends/i,
  },
  {
    name: 'a bomb of memory for WebAssembly',
    code: body('const all = []; for (;;) all.push(new WebAssembly.Memory({ initial: 16384 }));'),
    says: /memory|allocate|never ends/i,
  },
  {
    name: 'a string without end',
    code: body("let text = 'x'; for (;;) text += text;"),
    says: /RangeError.*string length/,
  },
  {
    name: 'a tensor larger than any memory',
    code: body('return torch.zeros(1e6, 1e6, 10);'),
    says: /Error: .*(memory|allocate|too large|length|bytes)|elements/i,
  },
  {
    name: 'a bomb of tensors',
    code: body("const all = []; for (;;) all.push(torch.ones(2e7, { device: 'cpu' }).add_(1));"),
    says: /not enough memory: you tried to allocate \d+ bytes|MB of memory|never ends/,
  },
  {
    name: 'a tensor that would fill the memory by itself',
    code: body("return torch.ones(2e9, { device: 'cpu' });"),
    // Where there is room for it, it is a tensor like another, and a wrong answer.
    says: /not enough memory: you tried to allocate 8000000000 bytes|MB of memory|cannot allocate|never ends|2000000000 elements/,
  },
  {
    name: 'a flood of output',
    code: body("for (;;) console.log('again and again and again and again');"),
    says: /printed more than|never ends/,
  },
  {
    name: 'one huge line of output',
    code: body("console.log('x'.repeat(3e7)); return x;"),
    says: /shape|printed/,
  },
  {
    name: 'a huge tensor returned',
    code: body('return torch.zeros(5e6);'),
    says: /a tensor of 5000000 elements/,
  },
  {
    name: 'a huge array returned',
    code: body('return new Array(1e8);'),
    says: /an array of 100000000 entries/,
  },
  {
    name: 'an array within itself',
    code: body('const all = []; all.push(all); return all;'),
    says: /it should be a tensor/,
  },
  {
    name: 'a proxy returned',
    code: body("return new Proxy([], { get() { throw new Error('caught looking'); } });"),
    says: /caught looking/,
  },
  {
    name: 'a proxy of a tensor',
    code: body('return new Proxy(x, { getPrototypeOf: () => torch.Tensor.prototype, get: () => 0 });'),
    says: /Error|should/,
  },
  {
    name: 'an array with a throwing getter',
    code: body(
      "const all = [1]; Object.defineProperty(all, 0, { get() { throw new Error('not to be read'); } }); return all;",
    ),
    says: /not to be read/,
  },
  {
    name: 'an error that cannot be read',
    code: body(
      "const error = new Error('x'); Object.defineProperty(error, 'message', { get() { throw error; } }); throw error;",
    ),
    says: /cannot be read/,
  },
  { name: 'nothing thrown', code: body('throw null;'), says: /the code threw null/ },
  { name: 'a symbol thrown', code: body("throw Symbol('no');"), says: /Symbol\(no\)/ },
  {
    name: 'prototype pollution',
    code: body(
      "Object.prototype.status = 'passed'; Object.prototype.kind = 'tensor'; Object.prototype.finding = null; return undefined;",
    ),
    says: /should be a tensor|did not arrive/,
  },
  {
    name: 'arrays that forget what is pushed',
    code: body('Array.prototype.push = () => 0; return x;'),
    says: /did not arrive whole/,
  },
  {
    name: 'arrays that show nothing',
    code: body('Array.prototype[Symbol.iterator] = function* () {}; return x;'),
    says: /did not arrive whole/,
  },
  {
    name: 'arrays that keep nothing',
    code: body('Object.defineProperty(Array.prototype, 0, { set() {} }); return x;'),
    says: /did not arrive whole/,
  },
  {
    name: 'promises of its own',
    code: body('globalThis.Promise = class { then() {} }; return x;'),
    says: /Promise\.\w+ is not a function/,
  },
  {
    name: 'comparisons that always agree',
    code: body(
      'Object.is = () => true; Math.abs = () => 0; Number.isNaN = () => true; Array.prototype.every = () => true; return x;',
    ),
    says: /shape|element|did not arrive/,
  },
  {
    name: 'a Tensor that calls everything a tensor',
    code: body(
      'Object.defineProperty(torch.Tensor, Symbol.hasInstance, { value: () => true }); return { numel: () => 3 };',
    ),
    says: /Error|did not arrive/,
  },
  {
    name: 'a Tensor that lies about its shape',
    code: body("Object.defineProperty(x, 'shape', { value: [3] }); return x;"),
    says: /did not arrive whole|Error|shape/,
  },
  {
    name: 'tensors that report other numbers',
    code: body(
      'torch.Tensor.prototype.toTypedArray = () => ({ length: 3, 0: NaN, 1: NaN, 2: NaN }); return torch.zeros(3);',
    ),
    says: /did not arrive whole|wrong|Error/,
  },
  {
    name: 'an engine overwritten',
    code: body('torch.zeros = torch.ones; return x;'),
    says: /TypeError/,
  },
  {
    name: 'a fetch',
    code: body("await fetch('https://example.com/');"),
    says: /fetch is not available: .*no network/,
  },
  {
    name: 'a module from elsewhere',
    code: body("await import('https://example.com/x.js');"),
    says: /Error: .*(import|module)/,
  },
  {
    name: 'a module of Node',
    code: body("return import('node:fs');"),
    says: /Error: .*(import|module)/,
  },
  {
    name: 'a module out of text, of Node',
    code: body(`return import('data:text/javascript,export { readFileSync } from "node:fs"');`),
    says: /Error: .*(import|module)|should be a tensor/,
  },
  {
    name: 'a database',
    code: body("indexedDB.open('x');"),
    says: /indexedDB is not available/,
    only: 'page',
  },
  {
    name: 'a cache',
    code: body("await caches.open('x');"),
    says: /caches is not available/,
    only: 'page',
  },
  {
    name: "the learner's progress",
    code: body("localStorage.setItem('handgrad:progress', '{}');"),
    says: /localStorage is not defined/,
    only: 'page',
  },
  {
    name: 'a socket',
    code: body("new WebSocket('wss://example.com/');"),
    says: /WebSocket is not available: .*no network/,
    only: 'page',
  },
  {
    name: 'a channel to other pages',
    code: body("new BroadcastChannel('handgrad-drafts').postMessage({ page: '/', id: 'x', draft: null });"),
    says: /BroadcastChannel is not available/,
    only: 'page',
  },
  {
    name: 'a module made on the spot that fetches',
    code: body(
      "const url = URL.createObjectURL(new Blob(['export default await fetch(\"https://example.com/\")'], { type: 'text/javascript' })); await import(url);",
    ),
    says: /fetch is not available/,
    only: 'page',
  },
  {
    name: 'a worker of its own',
    code: body("new Worker('data:text/javascript,for(;;);');"),
    says: /Worker is not available/,
    only: 'page',
  },
  {
    name: 'a forged answer to the page',
    code: body("postMessage({ type: 'done', result: { kind: 'exercise', outcomes: [] } }); return x;"),
    says: /postMessage is not available/,
    only: 'page',
  },
  {
    name: 'a forged answer by a patched port',
    code: body(
      "MessagePort.prototype.postMessage = function () {}; const all = new MessageChannel(); all.port1.postMessage({ type: 'done' }); return x;",
    ),
    says: /shape/,
    only: 'page',
  },
  { name: 'its own end', code: body('close();'), says: /close is not available/, only: 'page' },
  {
    name: 'the process ended',
    code: body('process.exit(0);'),
    says: /process is not available/,
    only: 'terminal',
  },
  {
    name: 'a forged answer to the terminal',
    code: body("process.send({ type: 'outcomes', outcomes: [] });"),
    says: /process is not available/,
    only: 'terminal',
  },
  {
    name: 'the process by another way',
    code: body("return (() => {}).constructor('return process')().mainModule;"),
    says: /process is not available/,
    only: 'terminal',
  },
];

/** The body of the exercise's function in Python. */
const pythonBody = (code: string): string =>
  `import torch\n\n\ndef pick_three(x):\n${code.replace(/^/gm, '    ')}\n`;

/** The same in Python. */
export const hostilePython: readonly Hostile[] = [
  { name: 'while True', code: pythonBody('while True:\n    pass'), says: endless },
  { name: 'while True in the module', code: 'while True:\n    pass', says: endless },
  {
    name: 'errors caught without end',
    code: pythonBody(
      'while True:\n    try:\n        raise KeyError\n    except BaseException:\n        pass',
    ),
    says: endless,
  },
  {
    name: 'a flood of lines',
    code: pythonBody('while True:\n    print("again and again and again")'),
    says: /printed more than|never ends/,
  },
  {
    name: 'a function that calls itself',
    code: pythonBody('def f(n):\n    return f(n + 1)\nreturn f(0)'),
    says: /RecursionError: maximum recursion depth exceeded/,
  },
  {
    name: 'lists without end',
    code: pythonBody('kept = []\nwhile True:\n    kept.append([0] * 1000000)'),
    says: /memory|never ends/,
  },
  {
    name: 'tensors without end',
    code: pythonBody('kept = []\nwhile True:\n    kept.append(torch.ones(20000000).add_(1))'),
    says: /not enough memory: you tried to allocate \d+ bytes|MB of memory|never ends/,
  },
  {
    name: 'a way into the page',
    code: pythonBody('from browser import window\nreturn window'),
    says: /ModuleNotFoundError: No module named 'browser'/,
  },
  {
    name: 'a way into JavaScript',
    code: pythonBody('import javascript\nreturn javascript'),
    says: /ModuleNotFoundError: No module named 'javascript'/,
  },
  { name: 'a file', code: pythonBody('return open("expected/cases.json").read()'), says: /Error/ },
  { name: 'a question', code: pythonBody('return input("the answer?")'), says: /Error/ },
  { name: 'an exit', code: pythonBody('import sys\nsys.exit(0)'), says: /SystemExit/ },
  {
    name: 'builtins that always agree',
    code: pythonBody(
      'global isinstance, len, print\nisinstance = lambda *given: True\nlen = print = lambda value: 3\nreturn x',
    ),
    says: /shape|element/,
  },
  {
    name: 'tensors that equal everything',
    code: pythonBody(
      'torch.equal = torch.allclose = lambda *given: True\ntorch.Tensor.__eq__ = lambda *given: True\ntorch.Tensor.shape = (3,)\nreturn x',
    ),
    says: /shape|element|Error/,
  },
  {
    name: 'something else returned',
    code: pythonBody('class Tensor:\n    shape = (3,)\nreturn Tensor()'),
    says: /should be a tensor/,
  },
];
