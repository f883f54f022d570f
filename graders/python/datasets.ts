/** Python's own data sets: anything with `__getitem__` and `__len__`, lists among them, as the engine's loaders read them. */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import type { Py } from './brython.ts';

/** @param tensors whether a tensor is a data set too: of its rows */
export function asDataset(bridge: Bridge, value: Py, tensors = false): unknown {
  const { builtins, $getattr, $call } = bridge.brython;
  const isData =
    typeof value === 'object' &&
    (value.$js === undefined || (tensors && value.$js instanceof torch.Tensor)) &&
    !builtins.isinstance(value, bridge.brython.fast_tuple([builtins.dict, builtins.tuple])) &&
    builtins.hasattr(value, '__getitem__') &&
    builtins.hasattr(value, '__len__');
  if (!isData) return bridge.toEngine(value);
  const items = (index: number): Py => $call($getattr(value, '__getitem__'))(index);
  const adapter = {
    __getitem__: (index: number) => toItem(bridge, items(index)),
    __len__: () => builtins.len(value),
  };
  return Array.isArray(value)
    ? Object.assign(
        value.map((one) => bridge.toEngine(one)),
        adapter,
      )
    : adapter;
}

/** An item of a data set. A float stays one, which a batch of them makes float64. */
function toItem(bridge: Bridge, value: Py): unknown {
  if (bridge.isFloat(value)) return torch.tensor(value.value, { dtype: torch.float64 });
  if (Array.isArray(value)) return value.map((item) => toItem(bridge, item));
  return bridge.toEngine(value);
}
