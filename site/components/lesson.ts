/** What lessons are written with. */
export { default as Broadcast } from './Broadcast.astro';
export { default as Cell } from './Cell.astro';
export { default as Change } from './Change.astro';
export { default as Exercises } from './Exercises.astro';
export { default as Memory } from './Memory.astro';
export { default as Plot } from './Plot.astro';
export { default as Predict } from './Predict.astro';
export { default as Race } from './Race.astro';
export { default as Team } from './Team.astro';
export { default as TensorGrid } from './TensorGrid.astro';
