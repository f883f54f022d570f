/** A question whose answer stays shut until the learner commits to one. What they chose is kept in their browser. */
import { readStatus, writeStatus } from './status.ts';

class Predict extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    const key = `predict:${location.pathname}#${this.id}`;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const choice = Number(new FormData(form).get(this.id));
      writeStatus(key, choice);
      this.#open(choice);
    });
    const chosen = readStatus<number>(key);
    if (chosen === undefined) return;
    form.querySelectorAll<HTMLInputElement>('input')[chosen]?.click();
    this.#open(chosen);
  }

  #open(choice: number): void {
    const right = Number(this.dataset.right);
    this.setAttribute('open', '');
    this.querySelectorAll('label').forEach((label, at) => {
      label.dataset.mark = at === right ? 'right' : at === choice ? 'wrong' : '';
    });
    for (const control of this.querySelectorAll<HTMLInputElement>('input, button[type=submit]'))
      control.disabled = true;
    this.querySelector('.predict-verdict')!.textContent =
      choice === right ? 'Just so.' : 'Not this time: see below what it gives, and why.';
  }
}

customElements.define('hg-predict', Predict);
