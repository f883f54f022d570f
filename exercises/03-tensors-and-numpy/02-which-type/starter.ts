/** torch.tensor([3, 4, 5]) */
export function from_list(): string {
  return 'float64';
}

/** torch.tensor([3, 4, 5]).div(2) */
export function halved(): string {
  return 'float64';
}

/** torch.tensor([1, 2], { dtype: torch.uint8 }).add(torch.tensor([1, 2], { dtype: torch.int32 })) */
export function bytes_and_ints(): string {
  return 'float64';
}

/** torch.ones(2, { dtype: torch.float16 }).mul(3.5) */
export function half_times_number(): string {
  return 'float64';
}

/** torch.tensor([true, false, true]).sum() */
export function counted(): string {
  return 'float64';
}

/** torch.rand(3).gt(0.5) */
export function compared(): string {
  return 'float64';
}
