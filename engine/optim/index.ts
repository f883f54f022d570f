/** `torch.optim`. */

export * from './algorithms.ts';
export * as lr_scheduler from './lr_scheduler.ts';
export { Optimizer } from './optimizer.ts';
