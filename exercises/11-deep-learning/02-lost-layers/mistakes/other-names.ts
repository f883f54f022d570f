// @says The layers are registered, but under other names: let them be found as layers.0, layers.1 …
import * as torch from 'torch';

const { nn } = torch;

class Net extends nn.Module {
  layers: torch.nn.ModuleList;

  constructor(sizes: number[]) {
    super();
    this.layers = new nn.ModuleList();
    sizes.slice(1).forEach((size, k) => {
      const layer = new nn.Linear(sizes[k], size);
      this.register_module(`layer${k}`, layer);
    });
  }

  forward(x: torch.Tensor): torch.Tensor {
    let first = true;
    for (const layer of this.children()) {
      if (layer === this.layers) continue;
      x = layer.forward(first ? x : x.relu());
      first = false;
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
