/** What is wider than its place can be scrolled by keyboard too: it takes the focus, and only then. */
const WIDE =
  '.cell-output, .plot-picture, .katex-display, .sl-markdown-content > table, .verdict-call, .side-body, pre';

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) update(target as HTMLElement);
});

function update(element: HTMLElement): void {
  if (element.role === 'textbox') return;
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  else if (element !== document.activeElement) element.removeAttribute('tabindex');
}

for (const element of document.querySelectorAll<HTMLElement>(WIDE)) {
  // Far below the window nothing has a size yet: it may be wide.
  if (!element.checkVisibility({ contentVisibilityAuto: true })) element.tabIndex = 0;
  sizes.observe(element);
}
