/** What PyTorch has one function for in recurrent layers: the same results, and its names in the graph. */

import { call, defineOperator, operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

defineOperator({
  name: '_rnn_layer',
  schema: 'outputs: Tensor[]',
  doc: "The outputs of a layer's steps, stacked.",
  as: 'internal',
  gradName: 'MkldnnRnnLayerBackward0',
  grad: { outputs: (grad) => [...grad.unbind(0)] as Tensor[] },
  forward: ({ outputs }) => call('stack', outputs),
});

const { record } = operatorNamed('transpose');

defineOperator({
  ...record,
  name: '_transpose_layer',
  doc: 'Steps and batch exchanged.',
  as: 'internal',
  gradName: 'TransposeBackward1',
});
