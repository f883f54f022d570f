/** Makes the picture of a tensor answer: an element, pointed at or reached by arrow keys, shows its place in memory. */
import type { Snapshot } from '../runner/snapshot.ts';
import { addressWords, tensorHtml } from './tensor-picture.ts';

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Milliseconds that a walk stays at an element. */
const PACE = 450;

class TensorPicture extends HTMLElement {
  /** The timer of the walk that is under way. */
  #walk: number | null = null;

  connectedCallback(): void {
    this.addEventListener('pointerover', ({ target }) => this.#pointAt(target));
    this.addEventListener('pointerleave', () => this.#pointAt(this.querySelector('td:focus')));
    this.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('.tensor-walk')) this.#walkOrStop();
    });
    this.addEventListener('focusin', ({ target }) => this.#show(target));
    this.addEventListener('focusout', () => this.#show(null));
    this.addEventListener('keydown', (event) => this.#move(event));
    this.addEventListener('snapshot', (event) => this.#draw((event as CustomEvent<Snapshot | null>).detail));
    this.#scrollToFirst();
  }

  /** A view far along its storage begins out of sight. */
  #scrollToFirst(): void {
    const first = this.querySelector<HTMLElement>('.unused:first-child ~ li:not(.unused)');
    if (first) bringIntoView(first, 'instant');
  }

  /** A walk goes on until somebody points at an element. */
  #pointAt(target: EventTarget | null): void {
    if (this.#walk !== null && !(target as Element | null)?.closest('[data-address]')) return;
    this.#stopWalk();
    this.#show(target);
  }

  #walkOrStop(): void {
    if (this.#walk !== null) {
      this.#stopWalk();
      return;
    }
    const cells = [...this.querySelectorAll('td')].values();
    const step = (): void => {
      const { value, done } = cells.next();
      if (done) this.#stopWalk();
      else this.#show(value);
    };
    step();
    this.#walk = window.setInterval(step, PACE);
    this.querySelector('.tensor-walk')!.textContent = '■';
  }

  #stopWalk(): void {
    if (this.#walk === null) return;
    clearInterval(this.#walk);
    this.#walk = null;
    this.querySelector('.tensor-walk')!.textContent = '▶';
  }

  #draw(snapshot: Snapshot | null): void {
    this.#stopWalk();
    const { of: name = '', py } = this.dataset;
    this.querySelector('.tensor-picture')!.innerHTML = snapshot
      ? tensorHtml(name, snapshot, py)
      : `<p class="tensor-formula">Now <code></code> is no tensor that can be drawn.</p>`;
    if (!snapshot) this.querySelector('.tensor-formula code')!.textContent = name;
    this.#scrollToFirst();
  }

  #show(target: EventTarget | null): void {
    const chosen = target instanceof Element ? target.closest<HTMLElement>('[data-address]') : null;
    for (const lit of this.querySelectorAll('.lit')) lit.classList.remove('lit');
    if (!chosen) return;
    const { address } = chosen.dataset;
    const same = this.querySelectorAll<HTMLElement>(`[data-address="${address}"]`);
    for (const each of same) each.classList.add('lit');
    const cells = [...same].filter((each) => each.dataset.index !== undefined);
    const cell = chosen.dataset.index === undefined ? cells[0] : chosen;
    this.querySelector('.tensor-formula')!.textContent = cell
      ? addressWords(this.#layout(), indexOf(cell))
      : `Address ${address} belongs to the storage, but to no element of this tensor.`;
    const place = this.querySelector<HTMLElement>(`li[data-address="${address}"]`);
    if (place && chosen !== place) bringIntoView(place);
  }

  /** Offset and strides, read back from the picture itself. */
  #layout(): Pick<Snapshot, 'offset' | 'strides'> {
    const facts = [...this.querySelectorAll('dd')].map((fact) => fact.textContent ?? '');
    return { strides: (facts[1].match(/-?\d+/g) ?? []).map(Number), offset: Number(facts[2]) };
  }

  #move(event: KeyboardEvent): void {
    const step = ARROWS[event.key];
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
    if (!step || !cell) return;
    event.preventDefault();
    const row = cell.parentElement as HTMLTableRowElement;
    const table = row.closest('table')!;
    const next = table.rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
    const tables = [...this.querySelectorAll('table')];
    const beyond = tables[tables.indexOf(table) + Math.sign(step[0] + step[1])]?.rows[0].cells[0];
    const target = next ?? beyond;
    if (!target) return;
    cell.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
  }
}

function indexOf(cell: HTMLElement): number[] {
  return cell.dataset.index === '' ? [] : cell.dataset.index!.split(',').map(Number);
}

/** Scrolls the strip alone, never the page. */
function bringIntoView(place: HTMLElement, behavior: ScrollBehavior = 'smooth'): void {
  const strip = place.closest<HTMLElement>('.tensor-strip')!;
  const middle = place.offsetLeft - (strip.clientWidth - place.offsetWidth) / 2;
  strip.scrollTo({ left: middle, behavior });
}

customElements.define('hg-tensor', TensorPicture);
