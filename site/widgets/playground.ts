/** The playground's cell, which can be shared and borrowed by links. */
import type { Cell } from './cell.ts';
import './cell.ts';
import type { Language } from './language.ts';
import { offerShared, type Shareable, share } from './shared.ts';

class Playground extends HTMLElement implements Shareable {
  connectedCallback(): void {
    this.querySelector('[data-do=share]')!.addEventListener('click', () => share(this));
    offerShared(this);
  }

  get #cell(): Cell {
    return this.querySelector<Cell>('hg-cell')!;
  }

  get code(): string {
    return this.#cell.code;
  }

  get notices(): HTMLElement {
    return this.querySelector<HTMLElement>('.notices')!;
  }

  get language(): Language {
    return this.#cell.language;
  }

  codeIn(language: Language): string | null {
    return this.#cell.codeIn(language);
  }

  borrow(code: string, language: Language): void {
    this.#cell.borrow(code, language);
  }

  giveBack(): void {
    this.#cell.giveBack();
  }
}

customElements.define('hg-playground', Playground);
