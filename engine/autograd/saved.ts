/** What a node keeps of the forward pass, with the check that nobody has overwritten it since. */

import { RuntimeError } from '../core/errors.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { shortName } from './graph.ts';
import type { Node } from './node.ts';

export class SavedTensor {
  readonly #tensor: Tensor;
  readonly #version: number;
  readonly #producer: Node | null;

  /** `producer` is the node that the tensor is a result of, where that is not yet known to the tensor itself. */
  constructor(tensor: Tensor, producer?: Node) {
    if (tensor.isInference) {
      throw new RuntimeError(
        'Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.',
      );
    }
    this.#tensor = tensor;
    this.#version = tensor.version.value;
    this.#producer = producer ?? null;
  }

  /** @throws RuntimeError where the tensor was written in place since it was saved. */
  unpack(): Tensor {
    const tensor = this.#tensor;
    const version = tensor.version.value;
    if (version !== this.#version) {
      const type = `${tensor.storage.device.type === 'cpu' ? 'torch.' : 'torch.webgpu.'}${tensor.dtype.scalarName}Tensor`;
      const origin = this.#producer ?? tensor.grad_fn;
      const which = origin ? `, which is output ${tensor.nodeIndex} of ${shortName(origin)},` : '';
      throw new RuntimeError(
        `one of the variables needed for gradient computation has been modified by an inplace operation: ` +
          `[${type} ${shapeText(tensor.sizes)}]${which} is at version ${version}; expected version ${this.#version} instead. ` +
          'Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).',
      );
    }
    return tensor;
  }
}

/** @throws RuntimeError always: the graph's saved tensors are gone. */
export function throwFreed(): never {
  throw new RuntimeError(
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
      'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). ' +
      'Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.',
  );
}
