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
  return 0.1;
}

export function final_velocity(): number {
  return 20;
}
