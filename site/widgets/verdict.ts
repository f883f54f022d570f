/** A verdict as HTML: what it says, and what was expected beside what came out. */
import { verdictIn } from '../../graders/both.ts';
import type { Difference, Finding, Grid, Thrown, Verdict } from '../../graders/types.ts';
import { escapeHtml } from '../code/html.ts';
import { interruption } from '../runner/words.ts';
import type { Language } from './language.ts';

export function verdictHtml(given: Verdict, language: Language): string {
  const verdict = verdictIn(language, given);
  switch (verdict.state) {
    case 'passed':
      return `<p class="verdict-head passed"><span aria-hidden="true">✓</span> <span>Right: all ${verdict.total} calls do what PyTorch did.</span></p>`;
    case 'failed':
      return (
        head(wordsHtml(verdict.finding.message), verdict) +
        mistakeHtml(verdict.mistake) +
        callHtml(verdict.call) +
        findingHtml(verdict.finding)
      );
    case 'error':
      return head(errorHtml(verdict.error), verdict) + mistakeHtml(verdict.mistake) + callHtml(verdict.call);
    default:
      return `<p class="verdict-head failed"><span aria-hidden="true">✗</span> <span>${interruption(verdict, language)}</span></p>`;
  }
}

/** The verdict in a sentence, for a screen reader. */
export function verdictWords(given: Verdict, language: Language): string {
  const verdict = verdictIn(language, given);
  switch (verdict.state) {
    case 'passed':
      return `Passed: all ${verdict.total} calls do what PyTorch did.`;
    case 'failed':
      return `Not yet: ${verdict.finding.message} ${verdict.mistake ?? verdict.finding.causes[0] ?? ''}`;
    case 'error':
      return `Your code failed: ${verdict.error.message}${at(verdict.error)}`;
    default:
      return interruption(verdict, language);
  }
}

/** Words, with the code between backticks as code. */
function wordsHtml(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function head(html: string, { passed, total }: { passed: number; total: number }): string {
  const score = passed > 0 ? `<span class="verdict-score">${passed} of ${total} calls are right</span>` : '';
  return `<p class="verdict-head failed"><span aria-hidden="true">✗</span> <span>${html}</span>${score}</p>`;
}

function errorHtml(error: Thrown): string {
  return `<code>${escapeHtml(`${error.name}: ${error.message}`)}</code>${at(error)}`;
}

function at({ line }: Thrown): string {
  return line === null ? '' : ` (line ${line})`;
}

function mistakeHtml(mistake: string | null): string {
  return mistake ? `<p class="verdict-mistake">${wordsHtml(mistake)}</p>` : '';
}

function callHtml(call: { text: string } | null): string {
  return call
    ? `<pre class="verdict-call" tabindex="0" aria-label="The call">${escapeHtml(call.text)}</pre>`
    : '';
}

function findingHtml({ expected, got, difference, causes }: Finding): string {
  const sides = [sideHtml('PyTorch', expected, 'expected'), sideHtml('Yours', got, 'got')].join('');
  const reasons = causes.map((cause) => `<li>${wordsHtml(cause)}</li>`).join('');
  return [
    sides && `<div class="verdict-sides">${sides}</div>`,
    difference && `<p class="verdict-difference">${differenceHtml(difference)}</p>`,
    reasons && `<ul class="verdict-causes">${reasons}</ul>`,
  ]
    .filter(Boolean)
    .join('');
}

function differenceHtml({ count, total, first, worstAbsolute, worstRelative }: Difference): string {
  const where = first.length > 0 ? `, the first at <code>[${first.join(', ')}]</code>` : '';
  return `<strong>${count} of ${total}</strong> ${total === 1 ? 'element differs' : 'elements differ'}${where}. The worst is off by <strong>${short(worstAbsolute)}</strong> (relative: ${short(worstRelative)}).`;
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}

function sideHtml(title: string, side: Grid | string | null, kind: string): string {
  if (side === null) return '';
  if (typeof side === 'string') {
    return `<div class="side ${kind}"><p class="side-title">${title}</p><pre tabindex="0" aria-label="${title}">${escapeHtml(side)}</pre></div>`;
  }
  const facts = `${side.dtype} (${side.shape.join(', ')})`;
  return `<div class="side ${kind}"><p class="side-title">${title} <span>${facts}</span></p><div class="side-body" tabindex="0" role="group" aria-label="${title}">${gridHtml(side, 0, 0)}</div>${cutHtml(side)}</div>`;
}

function cutHtml({ shape, cells }: Grid): string {
  const total = shape.reduce((product, size) => product * size, 1);
  return cells.length < total
    ? `<p class="side-cut">The first ${cells.length} of ${total} elements.</p>`
    : '';
}

/** The part of the grid that begins at `start`, from dimension `dim` on: the last two are a table. */
function gridHtml(grid: Grid, dim: number, start: number): string {
  const { shape } = grid;
  if (shape.length - dim <= 2) return tableHtml(grid, dim, start);
  const step = shape.slice(dim + 1).reduce((product, size) => product * size, 1);
  const blocks: string[] = [];
  for (let at = 0; at < shape[dim] && start + at * step < grid.cells.length; at++) {
    blocks.push(`<div class="side-block">${gridHtml(grid, dim + 1, start + at * step)}</div>`);
  }
  return blocks.join('');
}

function tableHtml({ shape, cells, differing }: Grid, dim: number, start: number): string {
  const [rows, columns] = [1, 1, ...shape.slice(dim)].slice(-2);
  const wrong = new Set(differing);
  const body: string[] = [];
  for (let row = 0; row < rows; row++) {
    const from = start + row * columns;
    const line = cells
      .slice(from, from + columns)
      .map((text, column) => cellHtml(text, wrong.has(from + column)));
    if (line.length > 0) body.push(`<tr>${line.join('')}</tr>`);
  }
  return `<table><tbody>${body.join('')}</tbody></table>`;
}

/** A cell that differs says so by a sign as well as by its colour. */
function cellHtml(text: string, differs: boolean): string {
  const value = escapeHtml(text);
  return differs
    ? `<td class="differs"><span aria-hidden="true">≠</span><span class="sr-only">differs: </span>${value}</td>`
    : `<td>${value}</td>`;
}
