/** What stands in a node of a graph. Apart from layout.ts, so that drawing does not load what lays out. */
import type { GraphNode } from './types.ts';

/** The lines of text within a node. */
export function textOf({ operation, name, value, grad }: GraphNode): string[] {
  return [`${name ?? ''}${name ? ' = ' : ''}${value}`, operation, ...(grad === null ? [] : [`grad ${grad}`])];
}
