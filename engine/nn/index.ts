/** `torch.nn`. Source: https://docs.pytorch.org/docs/stable/nn.html */

import { newByName } from '../core/call.ts';
import * as parameter from './parameter.ts';

export * from './containers.ts';
export * as functional from './functional.ts';
export * as init from './init.ts';
export { Module, type StateDict } from './module.ts';
export * from './modules.ts';
export * as parallel from './parallel.ts';
export const Parameter = newByName(parameter.Parameter, 'data | requires_grad');
export type Parameter = parameter.Parameter;
export * as utils from './utils.ts';
