export function branch(): number {
  return 5;
}

export function loop(): number {
  return 8;
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
