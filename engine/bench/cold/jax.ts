import { defaultDevice, init, numpy as np } from '@jax-js/jax';
import { coldStart } from './clock.ts';

await coldStart(async (device) => {
  const own = device === 'cpu' ? 'wasm' : 'webgpu';
  await init(own);
  defaultDevice(own);
  const x = np.ones([64, 64]);
  return Number((await np.sum(np.matmul(x.ref, x)).data())[0]);
});
