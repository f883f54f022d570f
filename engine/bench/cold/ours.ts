import * as torch from '../../index.ts';
import { coldStart } from './clock.ts';

await coldStart(async (device) => {
  if (device === 'webgpu') await torch.webgpu.init();
  const x = torch.ones(64, 64, { device });
  return Number(await x.matmul(x).sum().item());
});
