/**
 * Marks in the tables of contents which section is being read: the last one whose heading lies in the upper part of
 * the window. It stands in for Starlight's element of this name, which watches every element of the page.
 */
const UPPER_PART = '100000px 0px -60%';

export class StarlightTOC extends HTMLElement {
  #current = this.querySelector<HTMLAnchorElement>('a[aria-current="true"]');

  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')].reverse();
    const reached = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) reached.add(target.id);
          else reached.delete(target.id);
        }
        const link = links.find((each) => reached.has(headingOf(each)));
        if (link) this.current = link;
      },
      { rootMargin: UPPER_PART },
    );
    for (const link of links) {
      const heading = document.getElementById(headingOf(link));
      if (heading) observer.observe(heading);
    }
  }

  /** Starlight's table for narrow windows, which derives from this one, also writes it down. */
  set current(link: HTMLAnchorElement) {
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
  }
}

function headingOf({ hash }: HTMLAnchorElement): string {
  return decodeURIComponent(hash.slice(1));
}

customElements.define('starlight-toc', StarlightTOC);
