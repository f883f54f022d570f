/** `torch.nn.utils`: gradients clipped, parameters as one vector. */

import { withGradMode } from '../autograd/modes.ts';
import { byName } from '../core/call.ts';
import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { itemOf } from '../core/reading.ts';
import { Tensor } from '../core/tensor.ts';

import { refuseReading } from '../ops/support.ts';
import { pythonFloat } from './text.ts';

export * as rnn from './packed.ts';
export * as parametrizations from './parametrizations.ts';
export * as parametrize from './parametrize.ts';
export { remove_spectral_norm, remove_weight_norm, spectral_norm, weight_norm } from './reweighting.ts';

function gradientsOf(parameters: Tensor | Iterable<Tensor>): Tensor[] {
  const list = parameters instanceof Tensor ? [parameters] : [...parameters];
  return list.flatMap(({ grad }) => (grad ? [grad] : []));
}

/** Scales all gradients so that their norm together is at most `max_norm`; hands back what it was. */
export const clip_grad_norm_ = byName(
  'parameters, max_norm, norm_type, error_if_nonfinite',
  function clip_grad_norm_(
    parameters: Tensor | Iterable<Tensor>,
    max_norm: number,
    norm_type = 2,
    error_if_nonfinite = false,
  ): Tensor {
    const gradients = gradientsOf(parameters);
    return withGradMode(false, () => {
      if (gradients.length === 0) return call('tensor', 0, { dtype: call('empty', 0).dtype });
      const norms = gradients.map((gradient) => call('norm', gradient, norm_type));
      const total = call('norm', call('stack', norms), norm_type);
      if (error_if_nonfinite) refuseReading(total, 'clip_grad_norm_ without error_if_nonfinite');
      if (error_if_nonfinite && !Number.isFinite(itemOf(total))) {
        throw new RuntimeError(
          `The total norm of order ${pythonFloat(norm_type)} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
        );
      }
      const scale = total.add(1e-6).reciprocal().mul(max_norm).clamp(null, 1);
      for (const gradient of gradients) gradient.mul_(scale);
      return total;
    });
  },
);

/** Clamps every gradient to [-clip_value, clip_value]. */
export const clip_grad_value_ = byName(
  'parameters, clip_value',
  function clip_grad_value_(parameters: Tensor | Iterable<Tensor>, clip_value: number): void {
    withGradMode(false, () => {
      for (const gradient of gradientsOf(parameters)) gradient.clamp_(-clip_value, clip_value);
    });
  },
);

/** All parameters in a row: a tensor (n). Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.parameters_to_vector.html */
export const parameters_to_vector = byName(
  'parameters',
  function parameters_to_vector(parameters: Iterable<Tensor>): Tensor {
    return call(
      'cat',
      [...parameters].map((parameter) => parameter.reshape(-1)),
    );
  },
);

/** Gives parameters the elements of a vector (n), one after the other. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.vector_to_parameters.html */
export const vector_to_parameters = byName(
  'vec, parameters',
  function vector_to_parameters(vector: Tensor, parameters: Iterable<Tensor>): void {
    let start = 0;
    for (const parameter of parameters) {
      const count = parameter.numel();
      parameter.data = vector
        .detach()
        .narrow(0, start, count)
        .clone()
        .view(parameter.sizes as number[]);
      start += count;
    }
  },
);
