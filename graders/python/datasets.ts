/** Python's own data sets: anything with `__getitem__` and `__len__`, lists among them, as the engine's loaders read them. */

import * as torch from 'torch';
import type { Bridge } from './bridge.ts';
import type { Py } from './brython.ts';

/** @param tensors whether a tensor is a data set too: of its rows */
export function asDataset(bridge: Bridge, value: Py, tensors = false): unknown {
  const { builtins, $getattr, $call } = bridge.brython;
  const ordered = asStream(bridge, value) ?? asSampler(bridge, value);
  if (ordered) return ordered;
  const isData =
    typeof value === 'object' &&
    (value.$js === undefined || (tensors && value.$js instanceof torch.Tensor)) &&
    !builtins.isinstance(value, bridge.brython.fast_tuple([builtins.dict, builtins.tuple])) &&
    builtins.hasattr(value, '__getitem__') &&
    builtins.hasattr(value, '__len__');
  if (!isData) return bridge.toEngine(value);
  const items = (index: number): Py => $call($getattr(value, '__getitem__'))(index);
  const adapter = Object.assign(Object.create(torch.utils.data.Dataset.prototype), {
    __getitem__: (index: number) => toItem(bridge, items(index)),
    __len__: () => builtins.len(value),
  });
  // A range may stand for indices, and is a list then.
  const isList = Array.isArray(value) || value.__class__ === builtins.range;
  return bridge.standFor(
    value,
    isList
      ? Object.assign(
          [...bridge.brython.make_js_iterator(value)].map((one) => bridge.toEngine(one)),
          adapter,
        )
      : adapter,
  );
}

/** A data set of Python's that has no indices. */
function asStream(bridge: Bridge, value: Py): unknown {
  const { brython } = bridge;
  const type = bridge.classFor(torch.utils.data.IterableDataset);
  if (typeof value !== 'object' || !brython.builtins.isinstance(value, type)) return null;
  const items = function* (): Iterator<unknown> {
    for (const item of brython.make_js_iterator(value)) yield toItem(bridge, item);
  };
  const stream = Object.create(torch.utils.data.IterableDataset.prototype);
  return bridge.standFor(value, Object.assign(stream, { [Symbol.iterator]: items }));
}

/** A sampler of Python's: each epoch asks it again for its order. */
function asSampler(bridge: Bridge, value: Py): unknown {
  const { brython } = bridge;
  const { builtins } = brython;
  const type = bridge.classFor(Object.getPrototypeOf(torch.utils.data.SequentialSampler));
  if (typeof value !== 'object' || value.$js !== undefined || !builtins.isinstance(value, type)) return null;
  const order = function* (): Iterator<unknown> {
    for (const item of brython.make_js_iterator(value)) yield bridge.toEngine(item);
  };
  return bridge.standFor(value, { [Symbol.iterator]: order, __len__: () => builtins.len(value) });
}

/** An item of a data set. A float stays one, which a batch of them makes float64; NumPy's numbers keep their types. */
export function toItem(bridge: Bridge, value: Py): unknown {
  const { builtins, imported } = bridge.brython;
  const dtype: unknown = imported.torch[value?.__class__?._kind]?.$js;
  if (dtype instanceof torch.DType) return torch.tensor(bridge.toEngine(value) as number, { dtype });
  if (bridge.isFloat(value)) return torch.tensor(value.value, { dtype: torch.float64 });
  if (Array.isArray(value)) return value.map((item) => toItem(bridge, item));
  if (typeof value === 'object' && builtins.isinstance(value, builtins.dict)) {
    const entries = [...builtins.dict.$iter_items(value)];
    return Object.fromEntries(entries.map(({ key, value: item }) => [key, toItem(bridge, item)]));
  }
  return bridge.toEngine(value);
}
