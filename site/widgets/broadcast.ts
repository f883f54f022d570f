/** Redraws the picture of broadcasting as the learner types shapes of their own. */
import { broadcastHtml, parseShape } from './broadcast-picture.ts';

class Broadcast extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', () => this.#draw());
    this.addEventListener('submit', (event) => event.preventDefault());
  }

  #draw(): void {
    const inputs = [...this.querySelectorAll('input')];
    const error = this.querySelector('.broadcast-error')!;
    try {
      const [a, b] = inputs.map(({ value }) => parseShape(value));
      this.querySelector('.broadcast-drawn')!.innerHTML = broadcastHtml(a, b);
      error.textContent = '';
    } catch (reason) {
      error.textContent = (reason as Error).message;
    }
  }
}

customElements.define('hg-broadcast', Broadcast);
