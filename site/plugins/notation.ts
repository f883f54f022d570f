/**
 * What lessons and exercises write beyond Markdown. `$…$` and `$$…$$` become KaTeX's HTML and MathML when the site is
 * built, and a formula that is wrong stops the build; code that names both languages becomes that of either.
 */
import katex from 'katex';
import { codeHtml } from '../code/html.ts';

const render = (formula: string, displayMode: boolean) =>
  katex.renderToString(formula, { displayMode, throwOnError: true, output: 'htmlAndMathml' });

/** MDX keeps no raw HTML: an element whose content is set as it stands carries it. */
const element = <Kind extends 'mdxJsxFlowElement' | 'mdxJsxTextElement'>(
  type: Kind,
  name: string,
  html: string,
) => ({
  type,
  name,
  attributes: [{ type: 'mdxJsxAttribute' as const, name: 'set:html', value: html }],
  children: [],
});

/** A plugin for the syntax tree of Astro's Markdown processor, whose own `math` feature must be on. */
export const notation = {
  name: 'notation',
  math: (node: { value: string }) => element('mdxJsxFlowElement', 'div', render(node.value, true)),
  inlineCode: ({ value }: { value: string }) =>
    value.includes(' py: ') ? element('mdxJsxTextElement', 'span', codeHtml(value)) : undefined,
  inlineMath: (node: { value: string }) => element('mdxJsxTextElement', 'span', render(node.value, false)),
};
