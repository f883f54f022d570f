/** Whether the course is kept in this browser, and two ways to have it at hand: to keep it, and to install it. */
import { keepCourse, savesData, workers } from '../offline/page.ts';

/** What Chromium's browsers tell a page that can be installed. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

class Offline extends HTMLElement {
  connectedCallback(): void {
    const keep = this.querySelector<HTMLButtonElement>('[data-do=keep]')!;
    keep.addEventListener('click', () => {
      keep.hidden = true;
      keepCourse().then((registration) => this.#follow(registration));
    });
    this.#offerInstall(this.querySelector<HTMLButtonElement>('[data-do=install]')!);
    this.#say(
      workers ? 'The course is not kept in this browser yet.' : 'This browser cannot keep pages for later.',
    );
    if (!workers) return;
    keep.hidden = !savesData || workers.controller !== null;
    workers.getRegistration().then((registration) => registration && this.#follow(registration));
    workers.ready.then((registration) => this.#follow(registration));
  }

  #offerInstall(button: HTMLButtonElement): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      button.hidden = false;
      button.onclick = () => (event as InstallEvent).prompt();
    });
    addEventListener('appinstalled', () => {
      button.hidden = true;
    });
  }

  async #follow({ active }: ServiceWorkerRegistration): Promise<void> {
    if (!active) {
      this.#say('The course is on its way into this browser: a few megabytes.');
      return;
    }
    const { usage } = (await navigator.storage?.estimate?.()) ?? {};
    const size = usage ? ` It takes ${Math.ceil(usage / 1e6)} MB.` : '';
    this.#say(`The whole course is kept in this browser, and works without a network.${size}`);
  }

  #say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }
}

customElements.define('hg-offline', Offline);
