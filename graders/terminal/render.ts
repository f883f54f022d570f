/** Verdicts as text for a terminal, with colours and without. */

import { styleText } from 'node:util';
import type { Finding, Grid, Thrown, Verdict } from '../types.ts';

type Style = Parameters<typeof styleText>[0];

const useColour = process.stdout.isTTY === true && !process.env.NO_COLOR;

export function paint(style: Style, text: string): string {
  return useColour ? styleText(style, text, { validateStream: false }) : text;
}

export function progressBar(solved: number, total: number): string {
  const width = 30;
  const filled = Math.round((solved / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${solved} of ${total} solved`;
}

/** Cells that differ are marked by a sign before them, so that colour is not needed to see them. */
const mark = '✗';

export function renderVerdict(verdict: Verdict): string {
  switch (verdict.state) {
    case 'passed':
      return paint('green', `✓ Solved: all ${verdict.total} calls give what PyTorch gives.`);
    case 'timeout':
      return paint(
        'red',
        `✗ Stopped after ${verdict.seconds} seconds: is there a loop that never ends, or a promise that never settles?`,
      );
    case 'stopped':
      return paint('yellow', 'Stopped.');
    case 'flooded':
      return paint('red', '✗ Stopped: the code printed more than is allowed.');
    case 'error':
      return [
        paint('red', '✗ The code threw an error.'),
        ...(verdict.call ? [`  in  ${verdict.call.text}`] : []),
        renderError(verdict.error),
        ...told(verdict.mistake),
      ].join('\n');
    case 'failed':
      return [
        paint('red', `✗ ${verdict.finding.message}`),
        `  in  ${verdict.call.text.split('\n').join('\n      ')}`,
        ...renderFinding(verdict.finding),
        ...told(verdict.mistake),
        paint('dim', `  ${verdict.passed} of ${verdict.total} calls are right.`),
      ].join('\n');
  }
}

function told(mistake: string | null): string[] {
  return mistake ? [paint('cyan', `  ⚑ ${mistake}`)] : [];
}

function renderError({ name, message, line }: Thrown): string {
  const place = line === null ? '' : ` (line ${line} of your file)`;
  return `  ${name}: ${message}${place}`;
}

function renderFinding({ expected, got, difference, causes }: Finding): string[] {
  const lines: string[] = [];
  if (difference) {
    const { count, total, first, worstAbsolute, worstRelative } = difference;
    lines.push(
      `  ${count} of ${total} differ; first at [${first.join(', ')}]; worst by ${short(worstAbsolute)} (relative ${short(worstRelative)})`,
    );
  }
  if (expected !== null) lines.push(...side('expected', expected));
  if (got !== null) lines.push(...side('got', got));
  return [...lines, ...causes.map((cause) => paint('cyan', `  → ${cause}`))];
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}

function side(title: string, content: Grid | string): string[] {
  if (typeof content === 'string')
    return [`  ${title}:`, ...content.split('\n').map((line) => `    ${line}`)];
  const { dtype, shape, strides } = content;
  return [
    `  ${title}: ${dtype}, shape [${shape.join(', ')}], strides (${strides.join(', ')})`,
    ...gridLines(content).map((line) => `    ${line}`),
  ];
}

/** Rows of cells, matrices apart by an empty line. */
function gridLines({ shape, cells, differing }: Grid): string[] {
  const wrong = new Set(differing);
  const width = Math.max(...cells.map((cell) => cell.length), 1);
  const columns = Math.max(shape.at(-1) ?? 1, 1);
  const rows = shape.at(-2) ?? 1;
  const lines: string[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    if (start > 0 && (start / columns) % rows === 0) lines.push('');
    const row = cells.slice(start, start + columns).map((cell, k) => {
      const isWrong = wrong.has(start + k);
      const text = `${isWrong ? mark : ' '}${cell.padStart(width)}`;
      return isWrong ? paint('red', text) : text;
    });
    lines.push(row.join(' '));
  }
  return lines;
}
