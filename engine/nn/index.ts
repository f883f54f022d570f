/** `torch.nn`. Source: https://docs.pytorch.org/docs/stable/nn.html */

export * from './activations.ts';
export * from './attention.ts';
export * from './containers.ts';
export * as functional from './functional.ts';
export * as init from './init.ts';
export * from './layers.ts';
export * from './losses.ts';
export { Module, type StateDict } from './module.ts';
export { Parameter } from './parameter.ts';
export * from './recurrent.ts';
export * as utils from './utils.ts';
