// @says no_grad stops the recording of operations. A leaf is made by none: it requires what you ask it to.
export function from_detached(): boolean {
  return false;
}

export function half_detached(): boolean {
  return true;
}

export function made_in_no_grad(): boolean {
  return false;
}

export function continued_outside(): boolean {
  return true;
}

export function leaf_in_no_grad(): boolean {
  return false;
}

export function compared(): boolean {
  return false;
}
