/** What PyTorch calls `torch.autograd`. */

export { detect_anomaly, set_detect_anomaly } from './anomaly.ts';
export { grad } from './backward.ts';
export { backwardOf as backward } from './entry.ts';
export { Function, FunctionContext } from './function.ts';
export * as functional from './functional.ts';
export { gradcheck, gradgradcheck } from './gradcheck.ts';
export { enable_grad, inference_mode, no_grad, set_grad_enabled } from './modes.ts';
