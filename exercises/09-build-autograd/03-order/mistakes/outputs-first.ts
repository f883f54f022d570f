// @says Here a node is put down before its inputs. Push it after the loop over them.
export function in_order(inputs: number[][], root: number): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    order.push(node);
    for (const input of inputs[node]) visit(input);
  };
  visit(root);
  return order;
}
