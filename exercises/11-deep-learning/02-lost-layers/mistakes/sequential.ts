// @says A Sequential registers its layers, but it runs them one after the other, without the relu in between.
import * as torch from 'torch';

const { nn } = torch;

class Net extends nn.Module {
  layers: torch.nn.Sequential;

  constructor(sizes: number[]) {
    super();
    this.layers = new nn.Sequential(...sizes.slice(1).map((size, k) => new nn.Linear(sizes[k], size)));
  }

  forward(x: torch.Tensor): torch.Tensor {
    return this.layers.forward(x);
  }
}

/** Builds a network, and gives its parameters' names and what it makes of `x`. Leave this as it is. */
export function try_out(x: torch.Tensor, sizes: number[]): [string[], torch.Tensor] {
  const net = new Net(sizes);
  const names = [...net.named_parameters()].map(([name]) => name);
  return [names, net.forward(x)];
}
