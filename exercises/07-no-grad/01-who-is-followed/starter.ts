/** a.detach().mul(2) */
export function from_detached(): boolean {
  return true;
}

/** a.detach().mul(b) */
export function half_detached(): boolean {
  return false;
}

/** torch.no_grad(() => a.mul(b)) */
export function made_in_no_grad(): boolean {
  return true;
}

/** torch.no_grad(() => a.mul(b)).add(b) */
export function continued_outside(): boolean {
  return false;
}

/** torch.no_grad(() => torch.zeros(3, { requires_grad: true })) */
export function leaf_in_no_grad(): boolean {
  return false;
}

/** a.gt(0.5) */
export function compared(): boolean {
  return true;
}
