/** `torch.func`: functions of functions. Source: https://docs.pytorch.org/docs/stable/func.html */

import { byName } from '../core/call.ts';
import * as derivatives from './derivatives.ts';

export { jvp, vjp } from './derivatives.ts';
export { functional_call, stack_module_state } from './modules.ts';
export { vmap } from './vmap.ts';

export const grad = byName('func | argnums, has_aux', derivatives.grad);
export const grad_and_value = byName('func | argnums, has_aux', derivatives.grad_and_value);
export const jacrev = byName('func | argnums, has_aux, chunk_size', derivatives.jacrev);
export const jacfwd = byName('func | argnums, has_aux, randomness', derivatives.jacfwd);
export const hessian = byName('func | argnums', derivatives.hessian);
