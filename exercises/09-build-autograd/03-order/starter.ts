/** The nodes that `root` depends on, each after its inputs, `root` last. */
export function in_order(inputs: number[][], root: number): number[] {
  return [root, ...inputs[root]];
}
