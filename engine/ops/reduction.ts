/** How the losses of single elements become one number. */

import { ValueError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';

/** The argument of a loss that says how. */
export const reductionSchema = "reduction: str = 'mean'";

/** All losses as one number, or as they are. @throws ValueError for an unknown reduction. */
export function reduceLoss(losses: Tensor, reduction: string): Tensor {
  switch (reduction) {
    case 'mean':
      return losses.mean();
    case 'sum':
      return losses.sum();
    case 'none':
      return losses;
    default:
      throw new ValueError(`${reduction} is not a valid value for reduction`);
  }
}

/** The gradient of each single loss, from that of the reduced one. */
export function spread(grad: Tensor, reduction: string, count: number): Tensor {
  return reduction === 'mean' ? grad.div(count) : grad;
}
