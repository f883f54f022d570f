// @says 0.1 is the limit of the steep direction; yours is that of the flat one. The steepest decides: the slope of 10 y² is 20 y.
export function one_step(): number {
  return 3;
}

export function seven_steps(): number {
  return -3;
}

export function best_rate(): number {
  return 0.125;
}

export function limit(): number {
  return 1;
}

export function final_velocity(): number {
  return 20;
}
