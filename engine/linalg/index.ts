/** `torch.linalg`. Source: https://docs.pytorch.org/docs/stable/linalg.html */

export { LinAlgError } from '../core/errors.ts';
export * from './generated.ts';
