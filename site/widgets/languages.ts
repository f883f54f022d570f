/** The switch between the two languages. */
import { chooseLanguage, chosenLanguage, followLanguage, type Language } from './language.ts';

class Languages extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.#buttons) {
      button.addEventListener('click', () => chooseLanguage(button.dataset.choice as Language));
    }
    followLanguage((language) => this.#show(language));
    this.#show(chosenLanguage());
  }

  get #buttons(): NodeListOf<HTMLButtonElement> {
    return this.querySelectorAll('button');
  }

  #show(language: Language): void {
    for (const button of this.#buttons) button.ariaPressed = String(button.dataset.choice === language);
  }
}

customElements.define('hg-languages', Languages);
