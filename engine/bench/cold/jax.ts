import { defaultDevice, init, numpy as np } from '@jax-js/jax';
import { coldStart, size } from './clock.ts';

await coldStart(async (values, device) => {
  const own = device === 'cpu' ? 'wasm' : 'webgpu';
  await init(own);
  defaultDevice(own);
  const x = np.array(values, { shape: [size, size], dtype: np.float32 });
  return Number((await np.sum(np.matmul(x.ref, x)).data())[0]);
});
