/**
 * Pictures that code draws with `plot`: they grow while it runs, and can be stepped through afterwards by buttons, by
 * the slider's arrow keys, or by themselves.
 */
import { paint, plotHtml, prepare, stepsOf } from '../plots/draw.ts';
import type { Drawing, Picture } from '../plots/types.ts';

/** A picture plays from its first step to its last in about this time, but never faster than the eye. */
const PLAY_MS = 5_000;
const QUICKEST_MS = 70;
const SLOWEST_MS = 900;
/** A run that was shorter than this nobody has seen: its pictures play once it is over. */
const UNSEEN_MS = 1_500;

export class PlotElement extends HTMLElement {
  #drawing: Drawing | null = null;
  #step = 0;
  #timer = 0;

  connectedCallback(): void {
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    if (data && !this.#drawing) {
      this.#drawing = JSON.parse(data);
      this.#step = this.#last;
    }
    this.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
      if (action === 'play') this.#timer ? this.#pause() : this.play();
      if (action === 'back') this.#goByHand(this.#step - 1);
      if (action === 'forth') this.#goByHand(this.#step + 1);
    });
    this.addEventListener('input', ({ target }) =>
      this.#goByHand(Number((target as HTMLInputElement).value)),
    );
  }

  disconnectedCallback(): void {
    this.#pause();
  }

  /** Shows a drawing at its last step. What cannot be drawn is not the page's fault, and does it no harm. */
  async draw(drawing: Drawing): Promise<void> {
    try {
      this.#drawing = await prepare(drawing);
      this.dataset.kind = drawing.kind;
      this.innerHTML = plotHtml(this.#drawing);
      this.#step = this.#last;
    } catch (error) {
      this.#drawing = null;
      this.textContent = `This picture could not be drawn: ${error instanceof Error ? error.message : error}`;
    }
  }

  play(): void {
    if (!this.#drawing || this.#last === 0) return;
    this.#pause();
    if (this.#step >= this.#last) this.#go(0);
    const pace = Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, PLAY_MS / this.#last));
    const stride = Math.ceil((QUICKEST_MS * this.#last) / PLAY_MS);
    this.#timer = window.setInterval(() => {
      this.#go(this.#step + stride);
      if (this.#step >= this.#last) this.#pause();
    }, pace);
    this.#label();
  }

  get #last(): number {
    return this.#drawing ? stepsOf(this.#drawing) - 1 : 0;
  }

  #pause(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#label();
  }

  #label(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-do=play]');
    if (!button) return;
    button.textContent = this.#timer ? '❚❚' : '▶';
    button.ariaLabel = this.#timer ? 'Pause' : 'Play';
  }

  #goByHand(step: number): void {
    this.#pause();
    this.querySelector('.plot-words')!.ariaLive = 'polite'; // while it plays, nobody could listen that fast
    this.#go(step);
  }

  #go(step: number): void {
    if (!this.#drawing) return;
    this.#step = Math.max(0, Math.min(step, this.#last));
    const { svg, words } = paint(this.#drawing, this.#step);
    this.querySelector('.plot-picture')!.innerHTML = svg;
    this.querySelector('.plot-words')!.textContent = words;
    const slider = this.querySelector('input')!;
    slider.value = String(this.#step);
    slider.ariaValueText = words;
  }
}

customElements.define('hg-plot', PlotElement);

/** Shows pictures within `place`, each in the stead of what it looked like before. */
export function showPictures(place: HTMLElement, pictures: Picture[]): void {
  for (const { key, drawing } of pictures) {
    const known = plotsIn(place).find((plot) => plot.dataset.key === key);
    const plot = known ?? (document.createElement('hg-plot') as PlotElement);
    plot.dataset.key = key;
    delete plot.dataset.stale;
    if (!known) place.append(plot);
    plot.draw(drawing);
  }
}

/** Marks what an earlier run drew: it stays until the new run draws over it, so that the page does not jump. */
export function clearPlots(place: HTMLElement): void {
  for (const plot of plotsIn(place)) plot.dataset.stale = '';
}

/** After a run of `ms`: takes away what was not drawn again, and plays what went by too fast. */
export function finishPlots(place: HTMLElement, ms: number): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const plot of plotsIn(place)) {
    if (plot.dataset.stale !== undefined) plot.remove();
    else if (ms < UNSEEN_MS && !still && plot.dataset.kind !== 'graph') plot.play();
  }
}

function plotsIn(place: HTMLElement): PlotElement[] {
  return [...place.querySelectorAll<PlotElement>('hg-plot')];
}
