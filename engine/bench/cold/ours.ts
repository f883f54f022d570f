import * as torch from '../../index.ts';
import { coldStart, size } from './clock.ts';

await coldStart(async (values, device) => {
  if (device === 'webgpu') await torch.webgpu.init();
  const x = torch.tensor(new torch.NdArray(values, [size, size]), { device });
  return Number(await x.matmul(x).sum().item());
});
