/** What a program prints, on its way out of the sandbox: in order, in batches, and never without end. */
import type { Text } from './format.ts';
import { formatPrinted } from './format.ts';
import type { Line } from './protocol.ts';

/** Beyond these a run prints no more: far above what anyone reads, far below what hurts the page. */
const MOST_CHARACTERS = 200_000;
const MOST_LINES = 2_000;
/** How long a printed line may wait while code runs. */
const WAIT_MS = 100;

export class Output {
  /** Which cell runs: a line is shown under the cell that printed it. */
  cell = 0;
  /** Nothing is kept while this is true. */
  silent = false;
  #waiting: { cell: number; kind: Line['kind']; text: Text }[] = [];
  #characters = 0;
  #lines = 0;
  #sentAt = performance.now();
  #send: (lines: Line[]) => void;

  constructor(send: (lines: Line[]) => void) {
    this.#send = send;
  }

  add(kind: Line['kind'], text: Text): void {
    if (this.silent || this.#lines > MOST_LINES) return;
    this.#lines++;
    if (typeof text !== 'string') text.catch(() => {}); // flush tells
    this.#waiting.push(
      this.#lines > MOST_LINES
        ? { cell: this.cell, kind: 'warn', text: `That was ${MOST_LINES} lines: the rest is left out.` }
        : { cell: this.cell, kind, text },
    );
    if (performance.now() - this.#sentAt > WAIT_MS) this.#sendReady();
  }

  /**
   * Sends all that waits, once what is read back from the GPU has arrived.
   * @throws what the first read threw that failed, after all the rest has been sent
   */
  async flush(): Promise<void> {
    const failures: unknown[] = [];
    for (const entry of this.#waiting) {
      try {
        entry.text = await entry.text;
      } catch (error) {
        entry.text = '(cannot be read)';
        failures.push(error);
      }
    }
    this.#sendReady();
    if (failures.length > 0) throw failures[0];
  }

  /** Makes `console` and `print` of `scope` write here. */
  capture(scope: typeof globalThis): void {
    const printer =
      (kind: Line['kind']) =>
      (...values: unknown[]) =>
        this.add(kind, formatPrinted(values));
    Object.assign(scope.console, {
      log: printer('print'),
      info: printer('print'),
      debug: printer('print'),
      warn: printer('warn'),
      error: printer('warn'),
    });
    Object.assign(scope, { print: printer('print') });
    scope.addEventListener?.('unhandledrejection', (event) => {
      event.preventDefault();
      this.add('warn', `A promise that nobody awaited failed: ${event.reason?.message ?? event.reason}`);
    });
    scope.addEventListener?.('error', (event) => {
      event.preventDefault();
      this.add('warn', `An error outside the calls: ${event.message}`);
    });
  }

  /** The lines at the front that need not wait for the GPU. */
  #sendReady(): void {
    const pending = this.#waiting.findIndex((entry) => typeof entry.text !== 'string');
    const ready = this.#waiting.splice(0, pending < 0 ? this.#waiting.length : pending);
    this.#sentAt = performance.now();
    if (ready.length > 0)
      this.#send(ready.map((entry) => ({ ...entry, text: this.#fitting(entry.text as string) })));
  }

  #fitting(text: string): string {
    const room = Math.max(0, MOST_CHARACTERS - this.#characters);
    this.#characters += text.length;
    return text.length <= room ? text : `${text.slice(0, room)}… (too long: the rest is left out)`;
  }
}
