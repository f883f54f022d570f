/// <reference types="@astrojs/starlight" />
declare module 'virtual:sandbox/engine' {
  const text: string;
  export default text;
}
declare module 'virtual:sandbox/python' {
  const text: string;
  export default text;
}
declare module 'virtual:sandbox/python-texts' {
  const text: string;
  export default text;
}
declare module 'virtual:python/names' {
  const names: Record<
    'torch' | 'Tensor' | 'functional' | 'linalg' | 'nn' | 'optim' | 'distributed',
    [name: string, signature: string, doc: string][]
  >;
  export default names;
}
declare module 'virtual:sandbox/program' {
  const text: string;
  export default text;
}
declare module '@pagefind/default-ui' {
  export const PagefindUI: new (options: { element: string }) => unknown;
}
