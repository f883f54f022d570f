/** `torch.cpu`. */

export { set_memory_limit } from '../../core/memory.ts';
