/**
 * A tensor's place in the graph. A leaf that requires grad has an AccumulateGrad node; a result has the node that
 * made it; a view whose base was written in place gets a new node that reads out of its base.
 */

import { RuntimeError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { AccumulateGrad } from './accumulate.ts';
import { is_grad_enabled, is_inference_mode_enabled } from './modes.ts';
import type { Edge, Node } from './node.ts';

/** Makes the node that reads a view out of its base's new history. The as_strided operator's module provides it. */
let viewNode: (view: Tensor) => Node = () => {
  throw new Error('the as_strided operator is not loaded');
};

export function provideViewNode(make: (view: Tensor) => Node): void {
  viewNode = make;
}

export function requiresGrad(tensor: Tensor): boolean {
  return (
    tensor.leafRequiresGrad ||
    tensor.node !== null ||
    (tensor.viewInfo !== null && requiresGrad(tensor.viewInfo.base))
  );
}

/** A view follows its base: where the base got a new history since, so does the view. */
function refreshView(tensor: Tensor): void {
  const info = tensor.viewInfo;
  if (!info || info.version === tensor.version.value) return;
  if (!tensor.node && !requiresGrad(info.base)) return;
  if (info.refusal) refuseView(tensor, 'its base or another view of its base has been');
  tensor.node = viewNode(tensor);
  tensor.nodeIndex = 0;
  info.version = tensor.version.value;
}

/** Where this tensor's gradient goes, or null where it needs none. `fromOperation` is what grad_fn shows. */
export function gradEdge(tensor: Tensor): (Edge & { fromOperation: Node | null }) | null {
  refreshView(tensor);
  if (tensor.node) return { node: tensor.node, index: tensor.nodeIndex, fromOperation: tensor.node };
  if (!tensor.leafRequiresGrad) return null;
  tensor.accumulator ??= new AccumulateGrad(tensor);
  return { node: tensor.accumulator, index: 0, fromOperation: null };
}

export function isLeaf(tensor: Tensor): boolean {
  refreshView(tensor);
  return tensor.node === null;
}

const assignment = 'only Tensors of floating point and complex dtype can require gradients';

export function setRequiresGrad(tensor: Tensor, value: boolean, refusal = assignment): void {
  if (value && !tensor.dtype.is_floating_point) {
    throw new RuntimeError(refusal);
  }
  if (!isLeaf(tensor)) {
    if (value && refusal !== assignment) return;
    if (value) throw new RuntimeError('you can only change requires_grad flags of leaf variables.');
    throw new RuntimeError(
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (value && tensor.isInference && !is_inference_mode_enabled()) {
    throw new RuntimeError(
      'Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.',
    );
  }
  tensor.leafRequiresGrad = value;
}

/** Makes `tensor` output number `index` of `node`. */
export function setHistory(tensor: Tensor, node: Node, index: number): void {
  // After an in-place write a kept gradient is that of the new value; hooks stay with the old one.
  if (tensor.retains_grad) tensor.node?.retain(tensor.nodeIndex, null);
  tensor.node = node;
  tensor.nodeIndex = index;
  tensor.leafRequiresGrad = false;
  if (tensor.retains_grad) node.retain(index, tensor);
  node.outputs[index] = { sizes: tensor.sizes, dtype: tensor.dtype, device: tensor.storage.device };
  if (tensor.viewInfo) tensor.viewInfo.version = tensor.version.value;
}

/** The node's name as error messages shorten it: `Exp` for `ExpBackward0`, `Pow1` for `PowBackward1`. */
export function shortName(node: Node): string {
  if (node.name === 'CopySlices') return 'torch::autograd::CopySlices';
  return node.name.replace(/Backward(0$)?/, '');
}

/** @throws RuntimeError where autograd could not follow an in-place write to this tensor; `recorded` says that it has to. */
export function checkInplace(tensor: Tensor, recorded = false): void {
  if (!is_grad_enabled()) return;
  if (tensor.viewInfo?.refusal && (recorded || requiresGrad(tensor) || requiresGrad(tensor.viewInfo.base))) {
    refuseView(tensor, 'is being');
  }
  if (!requiresGrad(tensor)) return;
  if (tensor.viewInfo && isLeaf(tensor.viewInfo.base)) {
    throw new RuntimeError(
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
  if (isLeaf(tensor)) {
    throw new RuntimeError('a leaf Variable that requires grad is being used in an in-place operation.');
  }
}

/** Why a view must not be written: what made it gave several, or did not record it. */
export type ViewRefusal = 'multipleViews' | 'noGrad';

const refusals: Readonly<Record<ViewRefusal, string>> = {
  multipleViews:
    'This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.',
  noGrad:
    "Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).",
};

/** @throws RuntimeError always. `what` says what was written: the view (`is being`), or what it shares memory with. */
function refuseView({ node, nodeIndex, viewInfo }: Tensor, what: string): never {
  const refusal = viewInfo?.refusal as ViewRefusal;
  const source = node && `Output ${nodeIndex} of ${shortName(node)}`;
  const made =
    source && refusal === 'multipleViews'
      ? `${source} is a view and ${what} modified inplace.`
      : `${source ? `${source} is a view of a view which was` : 'A view was'} created in no_grad mode and ${what} modified inplace with grad mode enabled.`;
  throw new RuntimeError(`${made} ${refusals[refusal]}`);
}
