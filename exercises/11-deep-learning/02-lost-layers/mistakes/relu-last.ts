// @says There is a relu between each two layers, and none after the last: its outputs may be negative.
import * as torch from 'torch';

const { nn } = torch;

class Net extends nn.Module {
  layers: torch.nn.ModuleList;

  constructor(sizes: number[]) {
    super();
    this.layers = new nn.ModuleList(sizes.slice(1).map((size, k) => new nn.Linear(sizes[k], size)));
  }

  forward(x: torch.Tensor): torch.Tensor {
    for (const layer of this.layers) {
      x = layer.forward(x).relu();
    }
    return x;
  }
}

/** Builds a network, and gives its parameters' names and what it makes of `x`. Leave this as it is. */
export function try_out(x: torch.Tensor, sizes: number[]): [string[], torch.Tensor] {
  const net = new Net(sizes);
  const names = [...net.named_parameters()].map(([name]) => name);
  return [names, net.forward(x)];
}
