// @says true and false have no slope: a comparison leaves the graph by itself.
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
  return true;
}

export function compared(): boolean {
  return true;
}
