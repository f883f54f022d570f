/**
 * The autograd graph of a tensor, read off the graph itself: its nodes by `next_functions`, and the gradients by
 * walking it as backward() does, but without adding anything to a leaf.
 */
import * as torch from 'torch';
import type { Graph, GraphNode } from '../plots/types.ts';
import type { Text } from './format.ts';

type GradNode = NonNullable<torch.Tensor['grad_fn']>;
type Leaf = GradNode & { variable: torch.Tensor };

/** Graphs beyond this many nodes are too large to be read. */
const MOST_NODES = 80;
/** Tensors up to this many elements are shown by their values. */
const MOST_ELEMENTS = 6;

/** What a node shows may have to be read back from the GPU first. */
export interface Traced {
  graph: Graph;
  /** Puts texts into the graph once they have arrived. */
  arrived: Promise<void>;
}

/** @throws Error where there is no graph to draw. */
export function traceGraph(root: torch.Tensor, named: Record<string, unknown> = {}): Traced {
  const start = nodeOf(root);
  if (!start) throw new Error('plot.graph: this tensor has no graph, because nothing in it requires grad');
  const nodes = inForwardOrder(start);
  const names = new Map<GradNode, [name: string, tensor: torch.Tensor]>();
  for (const [name, value] of Object.entries(named)) {
    const node = value instanceof torch.Tensor ? nodeOf(value) : null;
    if (node) names.set(node, [name, value as torch.Tensor]);
  }
  const arriving: Promise<void>[] = [];
  const write = <Key extends string>(to: Record<Key, string | null>, key: Key, tensor: torch.Tensor) => {
    const text = tensorText(tensor);
    if (typeof text === 'string') to[key] = text;
    else {
      to[key] = '…';
      arriving.push(
        text.then((arrived) => {
          to[key] = arrived;
        }),
      );
    }
  };
  const drawn = nodes.map((node): GraphNode => {
    const [name, tensor] = names.get(node) ?? [null, (node as Partial<Leaf>).variable ?? null];
    const one: GraphNode = {
      operation: node.name.replace('torch::autograd::', ''),
      name,
      value: sizesText(node.outputs[0]?.sizes ?? []),
      grad: null,
    };
    if (tensor) write(one, 'value', tensor);
    return one;
  });
  const ways = nodes.map((node, from) =>
    node.next_functions.map(
      ([next]): Graph['edges'][number] | null => next && { from, to: nodes.indexOf(next), share: null },
    ),
  );
  const walk: number[] = [];
  walkBack(root, start, (node, gradient, shares) => {
    const at = nodes.indexOf(node);
    walk.push(at);
    write(drawn[at], 'grad', gradient);
    ways[at].forEach((way, k) => {
      const share = shares[k];
      if (way && share) write(way, 'share', share);
    });
  });
  const edges = ways.flat().filter((way) => way !== null);
  return {
    graph: { kind: 'graph', nodes: drawn, edges, walk },
    arrived: Promise.all(arriving).then(() => {}),
  };
}

/** A leaf's node is found as PyTorch's own users find it: through an operation on the leaf. */
function nodeOf(tensor: torch.Tensor): GradNode | null {
  if (!tensor.requires_grad) return null;
  if (tensor.grad_fn) return tensor.grad_fn;
  return torch.enable_grad(() => tensor.view_as(tensor)).grad_fn!.next_functions[0][0];
}

/** Operations in the order in which they ran, each leaf before the first that used it. */
function inForwardOrder(start: GradNode): GradNode[] {
  const found = new Set<GradNode>([start]);
  for (const node of found) {
    for (const [next] of node.next_functions) if (next) found.add(next);
    if (found.size > MOST_NODES) throw new Error(`plot.graph: more than ${MOST_NODES} nodes cannot be read`);
  }
  const operations = [...found].filter((node) => !isLeaf(node)).sort((a, b) => a.sequence - b.sequence);
  const order = new Set<GradNode>();
  for (const node of operations) {
    for (const [next] of node.next_functions) if (next && isLeaf(next)) order.add(next);
    order.add(node);
  }
  return order.size > 0 ? [...order] : [start];
}

function isLeaf(node: GradNode): node is Leaf {
  return node.name === 'torch::autograd::AccumulateGrad';
}

/** Visits nodes as backward() does, each with the gradient that reaches it and those that it sends on; none where the graph was walked before. */
function walkBack(
  root: torch.Tensor,
  start: GradNode,
  visit: (node: GradNode, gradient: torch.Tensor, shares: (torch.Tensor | null)[]) => void,
): void {
  const waiting = new Map<GradNode, number>();
  const seen = new Set([start]);
  for (const node of seen) {
    for (const [next] of node.next_functions) {
      if (!next) continue;
      waiting.set(next, (waiting.get(next) ?? 0) + 1);
      seen.add(next);
    }
  }
  const incoming = new Map<GradNode, (torch.Tensor | null)[]>([[start, [torch.ones_like(root.detach())]]]);
  const visits: Parameters<typeof visit>[] = [];
  const ready = [start];
  torch.no_grad(() => {
    while (ready.length > 0) {
      ready.sort((a, b) => a.sequence - b.sequence);
      const node = ready.pop()!;
      const gradients = incoming.get(node) ?? [];
      const first = gradients.find(Boolean);
      const outgoing = isLeaf(node) || !first ? [] : sendBack(node, gradients);
      if (!outgoing) return;
      if (first) visits.push([node, first, outgoing]);
      node.next_functions.forEach(([next, index], k) => {
        if (!next) return;
        const gradient = outgoing[k];
        const own = incoming.get(next) ?? next.outputs.map(() => null);
        if (gradient) own[index] = own[index]?.add(gradient) ?? gradient;
        incoming.set(next, own);
        const left = waiting.get(next)! - 1;
        waiting.set(next, left);
        if (left === 0) ready.push(next);
      });
    }
    for (const seenThere of visits) visit(...seenThere);
  });
}

/** A node's gradients for its inputs, in their shapes; null where what it had saved is gone. */
function sendBack(node: GradNode, gradients: (torch.Tensor | null)[]): (torch.Tensor | null)[] | null {
  let outgoing: (torch.Tensor | null)[];
  try {
    outgoing = node.apply(gradients);
  } catch {
    return null;
  }
  return outgoing.map((gradient, k) => {
    const [next, index] = node.next_functions[k] ?? [null, 0];
    const sizes = next?.outputs[index]?.sizes as number[] | undefined;
    return gradient && sizes ? gradient.sum_to_size(sizes) : gradient;
  });
}

function tensorText(tensor: torch.Tensor): Text {
  if (tensor.numel() > MOST_ELEMENTS) return sizesText(tensor.shape);
  const plain = tensor.detach();
  const text = plain.is_cpu ? String(plain) : plain.repr();
  return typeof text === 'string' ? bare(text) : text.then(bare);
}

/** `tensor([1., 2.], device=…)` as `[1., 2.]`. */
function bare(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^tensor\(/, '')
    .replace(/(, (dtype|device|size)=.*)?\)$/, '');
}

function sizesText(sizes: readonly number[]): string {
  return sizes.length === 0 ? 'a number' : `shape ${sizes.join(' × ')}`;
}
