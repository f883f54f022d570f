// @says One detached input does not cut the result off: b still requires a gradient, so the product does.
export function from_detached(): boolean {
  return false;
}

export function half_detached(): boolean {
  return false;
}

export function made_in_no_grad(): boolean {
  return false;
}

export function continued_outside(): boolean {
  return true;
}

export function leaf_in_no_grad(): boolean {
  return true;
}

export function compared(): boolean {
  return false;
}
