/** k = 4, η = 0.1, w = 5. Where is w after one step? */
export function one_step(): number {
  return 5;
}

/** k = 4, η = 0.5, w = 3. Where is w after 7 steps? */
export function seven_steps(): number {
  return 3;
}

/** k = 8. With which η is the minimum reached in a single step? */
export function best_rate(): number {
  return 0.1;
}

/** L(x, y) = x² + 10 y². From which η on does descent no longer settle (the limit itself)? */
export function limit(): number {
  return 1;
}

/** k = 1, momentum μ = 0.9: v ← 0.9 v + 2 at every step (the gradient stays 2). What does v grow towards? */
export function final_velocity(): number {
  return 2;
}
