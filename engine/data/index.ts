/** `torch.utils.data`. */

export * from './dataset.ts';
export { DataLoader, default_collate, type LoaderOptions } from './loader.ts';
export * from './samplers.ts';
