/** Teams of workers that train one model: each worker a sandbox of its own, joined to the others by message channels. */

import { Sandbox } from '../runner/sandbox.ts';
import type { PlotElement } from '../widgets/plot.ts';
import { lossCurves, tableHtml, verdict, workers } from './picture.ts';
import { PROGRAM, type Report, readReport, SIZES } from './program.ts';

/** Milliseconds that one team may take. */
const LIMIT = 60_000;

const sandboxes: Sandbox[] = [];

class Team extends HTMLElement {
  #stop: AbortController | null = null;

  connectedCallback(): void {
    this.#find('[data-do=start]').addEventListener('click', () => this.#start());
    this.#find('[data-do=stop]').addEventListener('click', () => this.#stop?.abort());
  }

  async #start(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.dataset.state = 'running';
    const runs = new Map<number, Report[]>();
    try {
      for (const count of SIZES) {
        if (stop.signal.aborted) break;
        const reports: Report[] = [];
        runs.set(count, reports);
        this.#say(`${workers(count)}…`);
        await train(count, stop, (report) => {
          reports.push(report);
          this.#show(runs);
        });
      }
      this.#say(stop.signal.aborted ? 'Stopped.' : `${verdict(runs)} ${coresInWords()}`);
    } catch (error) {
      this.#say(`The team could not train: ${(error as Error).message}`);
    } finally {
      delete this.dataset.state;
    }
  }

  #show(runs: Map<number, Report[]>): void {
    this.#find('.team-table').innerHTML = tableHtml(runs);
    this.#find<PlotElement>('hg-plot').draw(lossCurves(runs));
  }

  #say(text: string): void {
    this.#find('.race-words').textContent = text;
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }
}

/** Runs the program on so many workers. Throws what one of them failed of, after stopping the others. */
async function train(
  count: number,
  stop: AbortController,
  onReport: (report: Report) => void,
): Promise<void> {
  while (sandboxes.length < count) sandboxes.push(new Sandbox('cpu'));
  const team = sandboxes.slice(0, count);
  await Promise.all(team.map((sandbox) => sandbox.warm()));
  const failed = new AbortController();
  const signal = AbortSignal.any([stop.signal, failed.signal]);
  const endings = await Promise.all(
    join(count).map(async ({ group, ports }) => {
      const ending = await team[group.rank].run(
        { kind: 'notebook', code: PROGRAM, shown: 0, group },
        {
          limit: LIMIT,
          signal,
          ports,
          onLines: (lines) => {
            for (const { text } of lines) {
              const report = readReport(text);
              if (report) onReport(report);
            }
          },
        },
      );
      if (ending.state !== 'done') failed.abort(); // nobody should wait for a rank that is gone
      return ending;
    }),
  );
  if (stop.signal.aborted) return;
  for (const ending of endings) {
    if (ending.state === 'failed') throw new Error(ending.failure.message);
    if (ending.state === 'timeout') throw new Error(`it took longer than ${ending.seconds} seconds`);
  }
}

/** A channel between every two ranks: for each rank its place in the group, and its ends. */
function join(count: number) {
  const ranks = Array.from({ length: count }, (_, rank) => ({
    group: { rank, world_size: count, peers: [] as number[] },
    ports: [] as MessagePort[],
  }));
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      const { port1, port2 } = new MessageChannel();
      ranks[one].group.peers.push(other);
      ranks[one].ports.push(port1);
      ranks[other].group.peers.push(one);
      ranks[other].ports.push(port2);
    }
  }
  return ranks;
}

function coresInWords(): string {
  const cores = navigator.hardwareConcurrency;
  return cores ? `This machine has ${cores} ${cores === 1 ? 'core' : 'cores'}.` : '';
}

customElements.define('hg-team', Team);
