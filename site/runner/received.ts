/**
 * The page's gate: what comes out of the sandbox has run beside the learner's code, so it may be anything. What
 * passes here has the types that it says, and can be drawn.
 */
import type { Picture } from '../plots/types.ts';
import type { Failure, Line, Reply, Result } from './protocol.ts';
import type { Look, Snapshot } from './snapshot.ts';

const LINE_KINDS: readonly unknown[] = ['print', 'warn', 'value', 'error'];

/** A tensor of more elements than this is not drawn, however little memory it lies in. */
const MOST_DRAWN = 4096;

/** Null for what is no reply. The outcomes of an exercise's calls are read by the grader. */
export function readReply(data: unknown): Reply | null {
  const reply = record(data);
  switch (reply.type) {
    case 'ready':
      return { type: 'ready' };
    case 'broken':
      return { type: 'broken', message: String(reply.message) };
    case 'lines':
      return { type: 'lines', lines: list(reply.lines).map(readLine) };
    case 'pictures':
      return { type: 'pictures', pictures: list(reply.pictures).map(readPicture) };
    case 'kernels':
      return { type: 'kernels', sources: list(reply.sources).map(String) };
    case 'failed':
      return { type: 'failed', failure: readFailure(record(reply.failure)) };
    case 'done':
      return { type: 'done', result: readResult(record(reply.result)) };
    default:
      return null;
  }
}

function readLine(data: unknown): Line {
  const { cell, kind, text } = record(data);
  return {
    cell: Number(cell),
    kind: LINE_KINDS.includes(kind) ? (kind as Line['kind']) : 'print',
    text: String(text),
  };
}

/** A drawing's own numbers and words are read by what draws it, in site/plots. */
function readPicture(data: unknown): Picture {
  const { cell, key, drawing } = record(data);
  return { cell: Number(cell), key: String(key), drawing: record(drawing) as unknown as Picture['drawing'] };
}

function readFailure({ name, message, line, cell, traceback }: Record<string, unknown>): Failure {
  return {
    name: String(name),
    message: String(message),
    line: Number.isInteger(line) ? Number(line) : null,
    ...(Number.isInteger(cell) && { cell: Number(cell) }),
    ...(traceback !== undefined && { traceback: String(traceback) }),
  };
}

function readResult({ kind, outcomes, snapshots }: Record<string, unknown>): Result {
  return kind === 'exercise'
    ? { kind, outcomes: list(outcomes) }
    : { kind: 'notebook', snapshots: list(snapshots).map((cell) => list(cell).map(readLook)) };
}

function readLook(data: unknown): Look {
  return Array.isArray(data) ? data.map(readSnapshot) : readSnapshot(data);
}

function readSnapshot(data: unknown): Snapshot | null {
  const { kind, memory, dtype, device, sizes, strides, offset, storage } = record(data);
  const numbers = [sizes, strides].map(list) as number[][];
  const areWhole = [...numbers.flat(), offset].every((size) => Number.isInteger(size) && Number(size) >= 0);
  const numel = numbers[0].reduce((product, size) => product * size, 1);
  if (!areWhole || numbers[0].length !== numbers[1].length || numel > MOST_DRAWN) return null;
  return {
    kind: kind === 'array' ? 'array' : 'tensor',
    memory: Number(memory),
    dtype: String(dtype).replace(/[^\w.]/g, ''),
    device: String(device).replace(/[^\w.:]/g, ''),
    sizes: numbers[0],
    strides: numbers[1],
    offset: Number(offset),
    storage: list(storage).map(String),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
