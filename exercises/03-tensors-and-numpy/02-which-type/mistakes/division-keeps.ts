// @says A division of whole numbers gives floats, in Python and here: 3 / 2 has to go somewhere.
export function from_list(): string {
  return 'int64';
}

export function halved(): string {
  return 'int64';
}

export function bytes_and_ints(): string {
  return 'int32';
}

export function half_times_number(): string {
  return 'float16';
}

export function counted(): string {
  return 'int64';
}

export function compared(): string {
  return 'bool';
}
