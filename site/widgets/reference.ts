/** The field above the list of all operators: what does not have the typed words in its name or text is hidden. */
class Reference extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    input?.addEventListener('input', () => this.#narrow(input.value));
    // A browser that goes back fills the field in again.
    if (input?.value) this.#narrow(input.value);
  }

  #narrow(typed: string): void {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const section of this.querySelectorAll('section')) {
      let any = false;
      for (const item of section.querySelectorAll<HTMLElement>('li')) {
        const text = `${item.dataset.words} ${item.textContent?.toLowerCase()}`;
        item.hidden = !words.every((word) => text.includes(word));
        any ||= !item.hidden;
        if (!item.hidden) shown++;
      }
      section.hidden = !any;
    }
    const count = this.querySelector('.reference-count');
    if (count)
      count.textContent = words.length === 0 ? '' : shown === 1 ? '1 operator' : `${shown} operators`;
  }
}

customElements.define('hg-reference', Reference);
