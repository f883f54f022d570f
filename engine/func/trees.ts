/** Tensors within lists and plain objects: what the functions of torch.func take and give. */

import { typeName } from '../core/schema.ts';

export type Tree = unknown;

const isObject = (tree: Tree): tree is Record<string, Tree> =>
  typeof tree === 'object' && tree !== null && Object.getPrototypeOf(tree) === Object.prototype;

/** What is no list and no plain object, in order. */
export function leavesOf(tree: Tree): unknown[] {
  if (Array.isArray(tree)) return tree.flatMap(leavesOf);
  return isObject(tree) ? Object.values(tree).flatMap(leavesOf) : [tree];
}

/** A tree of the same form with other leaves. */
export function withLeaves(tree: Tree, leaves: readonly unknown[]): Tree {
  const rest = [...leaves];
  return mapTree(tree, () => rest.shift());
}

export function mapTree(tree: Tree, change: (leaf: unknown) => unknown): Tree {
  if (Array.isArray(tree)) return tree.map((one) => mapTree(one, change));
  if (!isObject(tree)) return change(tree);
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, mapTree(one, change)]));
}

/** One value for every leaf of a tree, from a tree that may end sooner: its leaf then stands for all below. Null where they do not fit. */
export function spreadOver(tree: Tree, values: Tree): unknown[] | null {
  if (!Array.isArray(values) && !isObject(values)) return leavesOf(tree).map(() => values);
  const [own, given] = [tree, values] as Record<string, Tree>[];
  const names = Object.keys(values as object);
  const fits =
    Array.isArray(tree) === Array.isArray(values) &&
    (Array.isArray(tree) || isObject(tree)) &&
    names.length === Object.keys(tree as object).length;
  if (!fits) return null;
  const parts = names.map((name) => spreadOver(own[name], given[name]));
  return parts.includes(null) ? null : parts.flat();
}

/** A value's class as Python writes it. */
export const classOf = (value: unknown): string => `<class '${typeName(value)}'>`;
