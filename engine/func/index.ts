/** `torch.func`: functions of functions. Source: https://docs.pytorch.org/docs/stable/func.html */

import { byName } from '../core/call.ts';
import * as derivatives from './derivatives.ts';

export { jvp, vjp } from './derivatives.ts';
export { functional_call, stack_module_state } from './modules.ts';
export { vmap } from './vmap.ts';

/** A function that gives the gradients of `func`, a function of tensors to a scalar. */
export const grad = byName('func | argnums, has_aux', derivatives.grad);
/** The same, with the value of `func` beside the gradients. */
export const grad_and_value = byName('func | argnums, has_aux', derivatives.grad_and_value);
/** A function that gives the Jacobian, row by row backwards: (…output, …input). */
export const jacrev = byName('func | argnums, has_aux, chunk_size', derivatives.jacrev);
/** The same, column by column forwards. */
export const jacfwd = byName('func | argnums, has_aux, randomness', derivatives.jacfwd);
/** A function that gives all second derivatives: (…input, …input). */
export const hessian = byName('func | argnums', derivatives.hessian);
