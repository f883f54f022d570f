/** `torch.nn`. Source: https://docs.pytorch.org/docs/stable/nn.html */

export * from './containers.ts';
export * as functional from './functional.ts';
export * as init from './init.ts';
export { Module, type StateDict } from './module.ts';
export * from './modules.ts';
export * as parallel from './parallel.ts';
export { Parameter } from './parameter.ts';
export * as utils from './utils.ts';
