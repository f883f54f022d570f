/** How tests start Chromium: with WebGPU, in software where there is no GPU, and without calls to its maker. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

/** For the engine's own tests: a page composited on the same software GPU, so that canvases share its pictures. */
export const canvasArguments = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];
