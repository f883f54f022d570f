// @says The turns of a loop follow one another, so their factors multiply: 2 · 2 · 2.
export function branch(): number {
  return 5;
}

export function loop(): number {
  return 6;
}

export function collected(): number {
  return 6;
}

export function picked(): number[] {
  return [0, 4];
}

export function fetched(): number {
  return 3;
}
