/**
 * What a GPU alone knows the size of: at once on the cpu, a promise on webgpu. Code that awaits it runs on both.
 */
export type Awaitable<T> = T & PromiseLike<T>;
