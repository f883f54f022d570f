/** What PyTorch calls `torch.autograd`. */

import { byName } from '../core/call.ts';
import * as own from './backward.ts';
import { backwardOf } from './entry.ts';
import * as checks from './gradcheck.ts';

export { detect_anomaly, set_detect_anomaly } from './anomaly.ts';
export { Function, FunctionContext } from './function.ts';
export * as functional from './functional.ts';
export { enable_grad, inference_mode, no_grad, set_grad_enabled } from './modes.ts';

export const backward = byName('tensors, grad_tensors | retain_graph, create_graph, inputs', backwardOf);
export const grad = byName(
  'outputs, inputs | grad_outputs, retain_graph, create_graph, only_inputs, allow_unused, is_grads_batched, materialize_grads',
  own.grad,
);

const checkOrder = 'func, inputs | eps, atol, rtol, raise_exception';
export const gradcheck = byName(checkOrder, checks.gradcheck);
export const gradgradcheck = byName(checkOrder, checks.gradgradcheck);
