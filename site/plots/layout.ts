/** Where the nodes of a graph stand: leaves at the top, what was asked about at the bottom. Needs no page. */
import { Graph as Dagre, layout } from '@dagrejs/dagre';
import { textOf } from './node-text.ts';
import type { Graph, GraphLayout, GraphNode } from './types.ts';

const CHARACTER = 7.3;
const LINE = 17;

export function layOut({ nodes, edges }: Graph): GraphLayout {
  const graph = new Dagre({ multigraph: true });
  graph.setGraph({ rankdir: 'BT', nodesep: 18, ranksep: 26, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  nodes.forEach((node, k) => {
    graph.setNode(String(k), sizeOf(node));
  });
  edges.forEach(({ from, to }, k) => {
    graph.setEdge(String(from), String(to), {}, String(k));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((_, k) => {
      const { x, y, width, height } = graph.node(String(k));
      return { x, y, width, height };
    }),
    edges: edges.map(({ from, to }, k) => graph.edge(String(from), String(to), String(k)).points),
  };
}

function sizeOf(node: GraphNode): { width: number; height: number } {
  const lines = textOf(node);
  return {
    width: Math.max(...lines.map((line) => line.length)) * CHARACTER + 22,
    height: lines.length * LINE + 12,
  };
}
