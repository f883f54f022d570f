/** The race: the same program on the cpu and on the GPU of this machine, one after the other, each in a sandbox. */
import { type Choice, chooseDevice, type Device } from '../runner/device.ts';
import { Sandbox } from '../runner/sandbox.ts';
import { type Laps, raceHtml, verdict } from './picture.ts';
import { contests, raceProgram, readLap } from './programs.ts';

/** Milliseconds that one device may take for all sizes. */
const LIMIT = 45_000;

const sandboxes = new Map<Device, Sandbox>();

class Race extends HTMLElement {
  #stop: AbortController | null = null;

  connectedCallback(): void {
    this.#find('[data-do=start]').addEventListener('click', () => this.#race());
    this.#find('[data-do=stop]').addEventListener('click', () => this.#stop?.abort());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.#find('form').addEventListener('change', () => this.#show({ cpu: [], webgpu: [] }));
  }

  get #contest() {
    const chosen = new FormData(this.#find<HTMLFormElement>('form')).get('contest');
    return contests.find(({ id }) => id === chosen)!;
  }

  async #race(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.dataset.state = 'running';
    const laps: Laps = { cpu: [], webgpu: [] };
    this.#show(laps);
    try {
      const gpu = await findGpu();
      this.#find('.race-adapter').textContent = adapterWords(gpu);
      for (const device of ['cpu', 'webgpu'] as const) {
        if (device === 'webgpu' && gpu.device === 'cpu') continue;
        if (!stop.signal.aborted) await this.#lane(device, laps, stop.signal);
      }
      this.#say(stop.signal.aborted ? 'Stopped.' : verdict(this.#contest, laps));
    } catch (error) {
      this.#say(`The race could not be run: ${(error as Error).message}`);
    } finally {
      delete this.dataset.state;
    }
  }

  async #lane(device: Device, laps: Laps, signal: AbortSignal): Promise<void> {
    const contest = this.#contest;
    const sandbox = sandboxes.get(device) ?? new Sandbox(device);
    sandboxes.set(device, sandbox);
    this.#say(`${device} is running…`);
    const ending = await sandbox.run(
      { kind: 'notebook', code: raceProgram(contest, device), shown: 0 },
      {
        limit: LIMIT,
        signal,
        onLines: (lines) => {
          laps[device].push(...lines.flatMap(({ text }) => readLap(text) ?? []));
          this.#show(laps);
        },
      },
    );
    if (ending.state === 'failed') throw new Error(`${device}: ${ending.failure.message}`);
  }

  #show(laps: Laps): void {
    const contest = this.#contest;
    this.#find('.race-track').innerHTML = raceHtml(contest, laps);
    this.#find('.race-code').textContent = `${contest.setup}\n${contest.step}`;
    this.#say('');
  }

  #say(text: string): void {
    this.#find('.race-words').textContent = text;
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }
}

/** The GPU of this machine, even one that is only played by a program: its times are then shown as what they are. */
async function findGpu(): Promise<Choice & { software: boolean }> {
  const best = await chooseDevice(null);
  if (best.device === 'webgpu') return { ...best, software: false };
  return { ...(await chooseDevice('webgpu')), software: true };
}

function adapterWords({ device, why, software }: Choice & { software: boolean }): string {
  if (device === 'cpu') return `Only the cpu can run here: ${why}.`;
  return software
    ? `There is no real GPU to race against: ${why} is a program that plays one, on the cpu. Expect it to lose, and try again on a machine with a GPU.`
    : `Your GPU: ${why}.`;
}

customElements.define('hg-race', Race);
