/** The landing page's tensor, looked at in several ways: the grid changes, the strip of storage does not. */
const picture = document.querySelector<HTMLElement>('.hero-tensor');
const views = JSON.parse(picture?.dataset.views ?? '{}');

picture?.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('.hero-views button');
  if (!button) return;
  for (const each of picture.querySelectorAll('.hero-views button'))
    each.ariaPressed = String(each === button);
  const shown = [...button.querySelectorAll('code')].find((code) => code.checkVisibility());
  picture.dataset.of = shown?.textContent ?? '';
  picture.dispatchEvent(new CustomEvent('snapshot', { detail: views[button.dataset.view ?? ''] }));
});
