/** The digits of numbers, to the last one: what formats and `round` are made of. */

type Int = number | bigint;

const bytes = new DataView(new ArrayBuffer(8));

/** The size of a finite number as a whole number times a power of two. */
export function exactly(value: Int): [mantissa: bigint, exponent: number] {
  if (typeof value === 'bigint') return [value < 0n ? -value : value, 0];
  bytes.setFloat64(0, Math.abs(value));
  const bits = bytes.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const power = Number(bits >> 52n);
  return power === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, power - 1075];
}

/** |value| · 10^places to the nearest whole number, halves to the even one. */
export function decimal(value: Int, places: number): bigint {
  const [mantissa, exponent] = exactly(value);
  let upper = mantissa << BigInt(Math.max(0, exponent));
  let lower = 1n << BigInt(Math.max(0, -exponent));
  if (places >= 0) upper *= 10n ** BigInt(places);
  else lower *= 10n ** BigInt(-places);
  const quotient = upper / lower;
  const twice = 2n * (upper % lower);
  const isUp = twice > lower || (twice === lower && quotient % 2n === 1n);
  return quotient + (isUp ? 1n : 0n);
}

/** `%.3f` of a number's size. */
export function fixed(value: Int, places: number): string {
  // JavaScript does it as well but for ties, which only a fraction of few bits can be.
  const isShort = typeof value === 'number' && Math.abs(value) < 1e15 && places <= 100;
  if (isShort && !Number.isInteger(value * 2 ** (places + 1))) return Math.abs(value).toFixed(places);
  const digits = String(decimal(value, places)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The digits of a number's size with one before the point, and the power of ten. */
function scientific(value: number, places: number): [digits: string, power: number] {
  if (value === 0) return ['0'.repeat(places + 1), 0];
  let power = Number(Math.abs(value).toExponential().split('e')[1]);
  let digits = String(decimal(value, places - power));
  if (digits.length > places + 1) {
    power += 1;
    digits = digits.slice(0, -1);
  }
  return [digits, power];
}

function powerText(power: number): string {
  return `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

const pointed = (digits: string): string => (digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits);

/** `%.3e` of a number's size. */
export function exponential(value: number, places: number): string {
  const [digits, power] = scientific(value, places);
  return pointed(digits) + powerText(power);
}

/**
 * `%.3g` of a number's size: without an exponent where the power of ten is from -4 to below `limit`.
 * @param keepZeros also at the end
 */
export function general(value: number, precision: number, keepZeros: boolean, limit = precision): string {
  const [digits, power] = scientific(value, precision - 1);
  const cut = (text: string): string =>
    keepZeros || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
  if (power < -4 || power >= limit) return cut(pointed(digits)) + powerText(power);
  return cut(fixed(value, precision - 1 - power));
}

/** The shortest text that is read as the same float: Python's repr. */
export function shortest(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) return sign + mantissa + powerText(power);
  const digits = mantissa.replace('.', '');
  const text =
    power < 0
      ? `0.${'0'.repeat(-power - 1)}${digits}`
      : `${digits.slice(0, power + 1).padEnd(power + 1, '0')}.${digits.slice(power + 1) || '0'}`;
  return sign + text;
}
