/** The autograd graph, first as the code computed it, then as backward() walks over it. */
import { escapeHtml } from '../code/html.ts';
import { textOf } from './node-text.ts';
import { fixed, picture, polyline } from './svg.ts';
import type { Graph, Painter } from './types.ts';

export const graphPainter: Painter<Graph> = {
  steps: ({ nodes, walk }) => nodes.length + walk.length,

  paint(drawing, step) {
    const { nodes, edges, walk, layout } = drawing;
    if (!layout) throw new Error('the graph has not been laid out');
    const backward = step - nodes.length;
    const reached = new Set(walk.slice(0, backward + 1));
    const now = backward < 0 ? step : walk[backward];
    const known = (node: number): boolean => node <= step;
    const arrows = edges.map(({ from, to }, k) => {
      const points = layout.edges[k].map(({ x, y }) => [x, y] as const);
      const isWalked = reached.has(to) && reached.has(from);
      const state = isWalked ? 'walked' : known(from) ? '' : 'unknown';
      const [tip, before] = isWalked ? [points.at(-1)!, points.at(-2)!] : [points[0], points[1]];
      const share = isWalked
        ? shareText(edges[k], points, (layout.nodes[from].x + layout.nodes[to].x) / 2)
        : '';
      return `<g class="graph-edge ${state}"><path d="${polyline(points)}"/>${arrowHead(tip, before)}${share}</g>`;
    });
    const boxes = nodes.map((node, k) => {
      const { x, y, width, height } = layout.nodes[k];
      const isLeaf = node.operation === 'AccumulateGrad';
      const states = [
        isLeaf && 'leaf',
        !known(k) && 'unknown',
        k === now && 'now',
        reached.has(k) && 'walked',
      ];
      const lines = textOf(node).map((text, line) => {
        const kind = ['graph-value', 'graph-operation', 'graph-grad'][line];
        return `<text class="${kind}" x="${fixed(x)}" y="${fixed(y - height / 2 + 19 + line * 17)}" text-anchor="middle">${escapeHtml(text)}</text>`;
      });
      return `<g class="graph-node ${states.filter(Boolean).join(' ')}"><rect x="${fixed(x - width / 2)}" y="${fixed(y - height / 2)}" width="${fixed(width)}" height="${fixed(height)}" rx="${isLeaf ? height / 2 : 6}"/>${lines.join('')}</g>`;
    });
    const words = wordsAt(drawing, step);
    const svg = picture(arrows.join('') + boxes.join(''), words, layout.width, layout.height);
    return {
      svg: svg.replace('<svg ', `<svg class="natural" style="width:${fixed(layout.width)}px" `),
      words,
    };
  },
};

function wordsAt({ nodes, edges, walk }: Graph, step: number): string {
  const at = step - nodes.length;
  const current = at < 0 ? step : walk[at];
  const node = nodes[current];
  const others = (list: number[]): string =>
    [...new Set(list)]
      .map((k) => called(nodes[k]) + (list.filter((other) => other === k).length > 1 ? ' (twice)' : ''))
      .join(' and ');
  const inputs = edges.filter(({ from }) => from === current).map(({ to }) => to);
  if (at < 0) {
    if (node.operation === 'AccumulateGrad') return `Forward: ${called(node)} is a leaf, ${node.value}.`;
    return `Forward: ${node.operation} makes ${node.name ? `${node.name} = ` : ''}${node.value} from ${others(inputs)}.`;
  }
  const place = `Backward, ${at + 1} of ${walk.length}: `;
  if (node.operation === 'AccumulateGrad')
    return `${place}${node.grad} is added to the grad of ${called(node)}.`;
  const sent = edges
    .filter(({ from }) => from === current)
    .map(({ to, share }) => `${share ?? 'nothing'} to ${called(nodes[to])}`);
  return `${place}${called(node)} receives ${node.grad} and sends ${sent.join(' and ')}.`;
}

/** A share that is longer than this is in the words below the picture alone. */
const LONGEST_SHARE = 7;

/** What was sent along an edge, on its outer side. */
function shareText(
  { share }: Graph['edges'][number],
  points: readonly (readonly [number, number])[],
  middle: number,
): string {
  if (share === null || share.length > LONGEST_SHARE) return '';
  const [x, y] = points[Math.floor(points.length / 2)];
  const side = x < middle ? -1 : 1;
  const anchor = side < 0 ? 'end' : 'start';
  return `<text class="graph-share" x="${fixed(x + 7 * side)}" y="${fixed(y)}" dy="0.32em" text-anchor="${anchor}">${escapeHtml(share)}</text>`;
}

function called({ name, operation }: Graph['nodes'][number]): string {
  return name ?? (operation === 'AccumulateGrad' ? 'a leaf' : operation);
}

function arrowHead([x, y]: readonly [number, number], [fromX, fromY]: readonly [number, number]): string {
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  return `<path class="graph-arrow" transform="translate(${fixed(x)} ${fixed(y)}) rotate(${fixed(angle)})" d="M0 0L-8 4V-4Z"/>`;
}
