/**
 * A rank's place among the others: ports to them, and the messages that have come in. A port is what MessageChannel
 * gives, in a page, a worker and Node alike; ranks in one thread are joined by pairs made here.
 */

import type { TypedArray } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';

export interface Port {
  // biome-ignore lint/suspicious/noExplicitAny: a port carries anything; what comes in is checked by who reads it
  onmessage: ((event: any) => void) | null;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  close(): void;
}

/** A tensor, or part of one, on its way to another rank. */
export interface Parcel {
  /** The call that sent it: both sides must be in the same one. */
  readonly call: string;
  /** What that call was given, in words: both sides must have been given the same. */
  readonly given: string;
  readonly data: TypedArray;
}

type Message = { parcel: Parcel } | { failure: string };

/** `send` and `recv` have a line of their own, so that they never meet a collective call's messages. */
type Line = 'pair' | 'collective';

interface Waiting {
  resolve(parcel: Parcel): void;
  reject(error: Error): void;
}

/** What has come from one rank on one line and was not asked for yet, or who asked and still waits. */
class Inbox {
  readonly #parcels: Parcel[] = [];
  readonly #waiting: Waiting[] = [];

  put(parcel: Parcel): void {
    const first = this.#waiting.shift();
    if (first) first.resolve(parcel);
    else this.#parcels.push(parcel);
  }

  take(): Promise<Parcel> {
    const parcel = this.#parcels.shift();
    if (parcel) return Promise.resolve(parcel);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** The ranks that this thread talks to, by a port each. */
export class ProcessGroup {
  readonly rank: number;
  readonly size: number;
  /** What this rank has sent since the group began. */
  readonly traffic = { messages: 0, bytes: 0 };
  readonly #ports: ReadonlyMap<number, Port>;
  readonly #inboxes = new Map<string, Inbox>();
  #failure: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @throws ValueError for a rank outside of the group */
  constructor(rank: number, size: number, ports: ReadonlyMap<number, Port>) {
    if (!Number.isInteger(size) || size < 1) {
      throw new ValueError(`world_size should be a positive integer, but got ${size}`);
    }
    if (!Number.isInteger(rank) || rank < 0 || rank >= size) {
      throw new ValueError(`rank should be in the interval [0, ${size - 1}], but got ${rank}`);
    }
    this.rank = rank;
    this.size = size;
    this.#ports = ports;
    for (const [from, port] of ports) port.onmessage = ({ data }) => this.#receive(from, data);
  }

  /** @throws RuntimeError where the group has failed, or has no way to that rank */
  post(to: number, line: Line, parcel: Parcel): void {
    this.#portTo(to).postMessage({ line, parcel }, [parcel.data.buffer as ArrayBuffer]);
    this.traffic.messages++;
    this.traffic.bytes += parcel.data.byteLength;
  }

  /** The next parcel from that rank. Rejects where it, or any rank, has failed. */
  async take(from: number, line: Line): Promise<Parcel> {
    this.#portTo(from);
    return this.#inbox(from, line).take();
  }

  /** Collective calls go one after the other, in the order in which they were made, even if nobody awaits them. */
  inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(body);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Ends the group on this rank and tells the others, so that nobody waits for what will never come. */
  abort(reason: string): void {
    if (this.#failure) return;
    this.#failure = new RuntimeError(reason);
    for (const port of this.#ports.values()) port.postMessage({ failure: reason }, []);
    for (const inbox of this.#inboxes.values()) inbox.fail(this.#failure);
  }

  close(): void {
    for (const port of this.#ports.values()) port.close();
  }

  #receive(from: number, message: Message & { line: Line }): void {
    if ('failure' in message) this.abort(message.failure);
    else this.#inbox(from, message.line).put(message.parcel);
  }

  #inbox(from: number, line: Line): Inbox {
    const name = `${line} ${from}`;
    const inbox = this.#inboxes.get(name) ?? new Inbox();
    this.#inboxes.set(name, inbox);
    return inbox;
  }

  #portTo(rank: number): Port {
    if (this.#failure) throw this.#failure;
    if (!Number.isInteger(rank) || rank < 0 || rank >= this.size) {
      throw new ValueError(
        `there is no rank ${rank} in a group of ${this.size}: ranks go from 0 to ${this.size - 1}`,
      );
    }
    if (rank === this.rank)
      throw new ValueError(`rank ${rank} cannot send to itself, or receive from itself`);
    const port = this.#ports.get(rank);
    if (!port) throw new RuntimeError(`rank ${this.rank} was given no port to rank ${rank}`);
    return port;
  }
}

/** Groups for so many ranks in this one thread, each joined to all others. */
export function groupsInThread(size: number): ProcessGroup[] {
  const ports = Array.from({ length: size }, () => new Map<number, Port>());
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) {
      const [a, b] = portPair();
      ports[one].set(other, a);
      ports[other].set(one, b);
    }
  }
  return ports.map((own, rank) => new ProcessGroup(rank, size, own));
}

/** Two ports that are joined, as a MessageChannel's are, without leaving the thread. */
function portPair(): [Port, Port] {
  const port = (other: () => Port): Port => ({
    onmessage: null,
    postMessage: (data) => queueMicrotask(() => other().onmessage?.({ data })),
    close() {
      other().onmessage = null;
    },
  });
  const a: Port = port(() => b);
  const b: Port = port(() => a);
  return [a, b];
}
