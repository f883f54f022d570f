// @says A plain number does not widen a float tensor: float16 stays float16. Only a tensor of a larger type would.
export function from_list(): string {
  return 'int64';
}

export function halved(): string {
  return 'float32';
}

export function bytes_and_ints(): string {
  return 'int32';
}

export function half_times_number(): string {
  return 'float32';
}

export function counted(): string {
  return 'int64';
}

export function compared(): string {
  return 'bool';
}
