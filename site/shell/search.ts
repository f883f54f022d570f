/**
 * The search's program is fetched when somebody comes near it: with the pointer, the focus or the shortcut. This stands
 * in for Pagefind's own class of this name, which Starlight starts on every page.
 */
export class PagefindUI {
  constructor(options: { element: string }) {
    const dialog = document.querySelector<HTMLDialogElement>('site-search dialog')!;
    const button = document.querySelector('button[data-open-modal]')!;
    const place = document.querySelector(options.element)!;
    let started = false;
    const start = async () => {
      if (started) return;
      started = true;
      try {
        place.textContent = 'Loading the search…';
        const { PagefindUI: Pagefind } = await import('@pagefind/default-ui');
        place.textContent = '';
        new Pagefind(options);
        if (dialog.open) place.querySelector('input')?.focus();
      } catch {
        started = false;
        place.textContent = 'The search could not be loaded.';
      }
    };
    for (const near of ['pointerenter', 'focus', 'click']) button.addEventListener(near, start);
    if (dialog.open) start();
    new MutationObserver(start).observe(dialog, { attributeFilter: ['open'] });
  }
}
