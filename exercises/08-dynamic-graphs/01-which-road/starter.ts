/** x is -1. `const y = (await x.item()) > 0 ? x.pow(2) : x.mul(5);` */
export function branch(): number {
  return 0;
}

/** x is 1.5. `let y = x; while ((await y.item()) < 10) y = y.mul(2);` */
export function loop(): number {
  return 0;
}

/** x is 7. `let y = x.mul(1); for (const k of [2, 3]) y = y.add(x.mul(k));` */
export function collected(): number {
  return 0;
}

/** x is [-1, 2]. `const y = torch.where(x.gt(0), x.pow(2), 0).sum();` */
export function picked(): number[] {
  return [0, 0];
}

/** x is 3. `const y = x.mul(await x.item());` */
export function fetched(): number {
  return 0;
}
