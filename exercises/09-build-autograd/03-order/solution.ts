export function in_order(inputs: number[][], root: number): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const input of inputs[node]) visit(input);
    order.push(node);
  };
  visit(root);
  return order;
}
