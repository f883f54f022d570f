/** Numbers as decimal text: C's `%.4f` and `%.4e` (which Python's format follows), and NumPy's shortest digits. */

/**
 * `x` with exactly `digits` digits after the point, as C's `%.*f`. JavaScript's toFixed rounds the exact value too,
 * but takes ties away from zero, where C takes them to the even digit.
 */
export function formatFixed(x: number, digits: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const sign = signOf(x);
  const magnitude = Math.abs(x);
  // From 1e21 on, toFixed would switch to an exponent; such a number has no fraction.
  if (magnitude >= 1e21) return sign + BigInt(magnitude) + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const text = magnitude.toFixed(digits);
  return sign + (isTie(magnitude, digits) ? lastDigitToEven(text) : text);
}

/** `x` in scientific notation with `digits` digits after the point, as C's `%.*e`: `1.5000e+03`. */
export function formatExponential(x: number, digits: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const sign = signOf(x);
  const magnitude = Math.abs(x);
  const [text, exponent] = magnitude.toExponential(digits).split('e');
  const mantissa = isTie(magnitude, digits - Number(exponent)) ? lastDigitToEven(text) : text;
  return `${sign}${mantissa}${exponentText(Number(exponent), 2)}`;
}

/** Minus zero keeps its sign in print. */
function signOf(x: number): string {
  return x < 0 || Object.is(x, -0) ? '-' : '';
}

/** `e+03`: the sign always, and at least `width` digits. */
function exponentText(exponent: number, width: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;
}

function nonFinite(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  return x > 0 ? 'inf' : '-inf';
}

/** Whether `x` lies exactly between two decimals of `digits` fractional digits (of tens, hundreds … where negative). */
function isTie(x: number, digits: number): boolean {
  if (digits >= 0) {
    // x·10^digits ends in one half only where x itself is an odd multiple of 2^-(digits + 1).
    const scaled = x * 2 ** (digits + 1);
    return Number.isInteger(scaled) && scaled % 2 === 1;
  }
  if (!Number.isInteger(x)) return false;
  const unit = 10n ** BigInt(-digits);
  return (BigInt(x) % unit) * 2n === unit;
}

/** Undoes the rounding away from zero of a tie: an odd last digit is one too many. */
function lastDigitToEven(text: string): string {
  const last = text.charCodeAt(text.length - 1) - 48;
  return last % 2 === 0 ? text : text.slice(0, -1) + (last - 1);
}

/** How a binary floating point format lays out its numbers. */
export interface BinaryFormat {
  /** Bits of the significand, with the leading one that is not stored. */
  readonly precision: number;
  /** Exponent of the last bit of the smallest numbers. */
  readonly minExponent: number;
}

export const binary64: BinaryFormat = { precision: 53, minExponent: -1074 };
export const binary32: BinaryFormat = { precision: 24, minExponent: -149 };
export const binary16: BinaryFormat = { precision: 11, minExponent: -24 };

/** Digits d₀d₁d₂… of a number d₀.d₁d₂… · 10^exponent. */
interface Decimal {
  digits: number[];
  exponent: number;
}

/** Digits end at the first that tells a number from its neighbours, within these bounds. */
export interface DigitBounds {
  /** Fewest digits after the point. */
  readonly min?: number;
  /** Most digits after the point, the last one rounded half to even. */
  readonly max?: number;
}

/** `x` as significand · 2^exponent, in whole numbers. */
function decompose(
  x: number,
  { precision, minExponent }: BinaryFormat,
): [significand: bigint, exponent: number] {
  let exponent = Math.max(Math.floor(Math.log2(x)) - precision + 1, minExponent);
  // log2 may round across a power of two.
  if (x / 2 ** exponent >= 2 ** precision) exponent++;
  else if (x / 2 ** exponent < 2 ** (precision - 1) && exponent > minExponent) exponent--;
  return [BigInt(x / 2 ** exponent), exponent];
}

/** A number as value / scale (from 1 to below 10) times ten to the exponent, and half the ways to its neighbours. */
interface Scaled {
  readonly value: bigint;
  readonly scale: bigint;
  readonly low: bigint;
  readonly high: bigint;
  readonly exponent: number;
  /** A decimal half way to a neighbour reads back as the even significand of the two. */
  readonly isEven: boolean;
}

function scaled(x: number, format: BinaryFormat): Scaled {
  const [significand, binaryExponent] = decompose(x, format);
  // x = value / scale, and its neighbours lie 2·low / scale below and 2·high / scale above.
  let value = significand * 4n;
  let scale = 4n;
  let high = 2n;
  if (binaryExponent >= 0) {
    value <<= BigInt(binaryExponent);
    high <<= BigInt(binaryExponent);
  } else {
    scale <<= BigInt(-binaryExponent);
  }
  // Below a power of two the numbers lie twice as close.
  const isPowerOfTwo = significand === 1n << BigInt(format.precision - 1);
  const low = isPowerOfTwo && binaryExponent > format.minExponent ? high / 2n : high;
  let exponent = Math.floor(Math.log10(x));
  let factor = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
  if (exponent > 0) scale *= 10n ** BigInt(exponent);
  // log10 may round across a power of ten.
  if (value * factor < scale) {
    factor *= 10n;
    exponent--;
  } else if (value * factor >= scale * 10n) {
    scale *= 10n;
    exponent++;
  }
  const isEven = significand % 2n === 0n;
  return { value: value * factor, scale, low: low * factor, high: high * factor, exponent, isEven };
}

/**
 * The shortest decimal that reads back as `x` in its format (the free-format algorithm of Steele and White, 1990):
 * digits are taken off the exact value until what is left is closer to it than half way to its neighbours.
 * `bounds` counts digits after the point, or after the first digit where `scientific`.
 */
function shortest(
  x: number,
  format: BinaryFormat,
  { min = 0, max }: DigitBounds,
  scientific: boolean,
): Decimal {
  if (x === 0) return { digits: [0], exponent: 0 };
  const { scale, exponent, isEven, ...exact } = scaled(x, format);
  let { value, low, high } = exact;
  const start = scientific ? exponent : 0;
  const digits: number[] = [];
  for (let position = exponent; ; position--) {
    digits.push(Number(value / scale));
    value %= scale;
    const isLow = isEven ? value <= low : value < low;
    const isHigh = isEven ? value + high >= scale : value + high > scale;
    const isUnique = (isLow || isHigh) && position <= start - min;
    if (isUnique || (max !== undefined && position <= start - max)) {
      // With both neighbours (or neither) in doubt, the nearer digit; half way, the even one.
      const isOdd = digits[digits.length - 1] % 2 === 1;
      const isNearerNext = value * 2n > scale || (value * 2n === scale && isOdd);
      return (isLow === isHigh ? isNearerNext : isHigh)
        ? nextDecimal(digits, exponent)
        : { digits, exponent };
    }
    [value, low, high] = [value * 10n, low * 10n, high * 10n];
  }
}

/** One more in the last digit, carried as far as it goes. */
function nextDecimal(digits: number[], exponent: number): Decimal {
  let index = digits.length - 1;
  while (index >= 0 && digits[index] === 9) digits[index--] = 0;
  if (index < 0) return { digits: [1, ...digits], exponent: exponent + 1 };
  digits[index]++;
  return { digits, exponent };
}

/** A fraction without the zeros at its end, but for `min` digits. */
function trimFraction(digits: readonly number[], { min = 0, max }: DigitBounds): string {
  return digits.slice(0, max).join('').replace(/0+$/, '').padEnd(min, '0');
}

/** NumPy's positional text: `0.1`, `1250.`, with the fewest digits that tell `x` from its neighbours in its format. */
export function formatPositional(x: number, format: BinaryFormat, bounds: DigitBounds = {}): string {
  const { digits, exponent } = shortest(Math.abs(x), format, bounds, false);
  // Digits from the ones down, and up to them where the number ends sooner.
  const padded = exponent < 0 ? [...new Array<number>(-exponent).fill(0), ...digits] : [...digits];
  const wholeLength = Math.max(exponent, 0) + 1;
  while (padded.length < wholeLength) padded.push(0);
  return `${signOf(x)}${padded.slice(0, wholeLength).join('')}.${trimFraction(padded.slice(wholeLength), bounds)}`;
}

/** NumPy's scientific text: `1.25e+03`, with the fewest digits that tell `x` from its neighbours in its format. */
export function formatScientific(
  x: number,
  format: BinaryFormat,
  bounds: DigitBounds = {},
  exponentWidth = 2,
): string {
  const { digits, exponent } = shortest(Math.abs(x), format, bounds, true);
  return `${signOf(x)}${digits[0]}.${trimFraction(digits.slice(1), bounds)}${exponentText(exponent, exponentWidth)}`;
}
