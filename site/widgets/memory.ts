/** Redraws the picture of memory after the cell above it has run. */
import type { Snapshot } from '../runner/snapshot.ts';
import { memoryHtml, namesIn } from './memory-picture.ts';

class MemoryPicture extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('snapshot', (event) => {
      const seen = (event as CustomEvent<(Snapshot | null)[]>).detail;
      this.querySelector('.memory')!.innerHTML = memoryHtml(namesIn(this.dataset.of!), seen);
    });
  }
}

customElements.define('hg-memory', MemoryPicture);
