// @says A node that is used twice appears twice: keep a set of those you have seen.
export function in_order(inputs: number[][], root: number): number[] {
  const order: number[] = [];
  const visit = (node: number): void => {
    for (const input of inputs[node]) visit(input);
    order.push(node);
  };
  visit(root);
  return order;
}
