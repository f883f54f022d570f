/** Python's operators: who computes `x + y`, and what is said where nobody does, by CPython's rules. */

import { type Brython, nativeFunction, type Py } from './brython.ts';
import { type NumberOperators, numbersOf } from './numbers/arithmetic.ts';

/** What each operator is called in messages. */
const signs: Record<string, string> = {
  __add__: '+',
  __sub__: '-',
  __mul__: '*',
  __truediv__: '/',
  __floordiv__: '//',
  __mod__: '%',
  __pow__: '**',
  __matmul__: '@',
  __lshift__: '<<',
  __rshift__: '>>',
  __and__: '&',
  __or__: '|',
  __xor__: '^',
  __divmod__: 'divmod()',
};

const assignments = Object.fromEntries(Object.entries(signs).map(([name, sign]) => [`${sign}=`, name]));

export function installOperators(brython: Brython, { operate, compare }: NumberOperators): void {
  const { builtins, search_in_mro: inClass, get_class: classOf, $call: call, long_int } = brython;
  const { NotImplemented, issubclass, float, list, tuple } = builtins;
  const { fail } = numbersOf(brython);
  const { rich_comp: comparison } = brython;
  const isPlain = (value: Py): boolean =>
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value?.__class__ === float ||
    value?.__class__ === long_int;

  const run = (method: Py, x: Py, y: Py): Py => (method === undefined ? NotImplemented : call(method)(x, y));

  function dispatch(name: string, x: Py, y: Py, sign = signs[name]): Py {
    if (typeof x === 'string' && typeof y === 'string' && name === '__add__') return x + y;
    if (isPlain(x) && isPlain(y)) {
      const result = operate(name, x, y);
      if (result !== undefined) return result;
    }
    const [left, right] = [classOf(x), classOf(y)];
    // Tensors keep theirs at hand.
    const quick = left.$operators?.[name];
    if (quick !== undefined) {
      const result = quick(x, y);
      if (result !== NotImplemented) return result;
    }
    const reflected = name.replace('__', '__r');
    const back = left === right ? undefined : inClass(right, reflected);
    const isFirst = back !== undefined && issubclass(right, left) && back !== inClass(left, reflected);
    if (isFirst) {
      const result = run(back, y, x);
      if (result !== NotImplemented) return result;
    }
    const result = quick === undefined ? run(inClass(left, name), x, y) : NotImplemented;
    if (result !== NotImplemented) return result;
    const other = isFirst ? NotImplemented : run(back, y, x);
    return other === NotImplemented ? refuse(name, x, y, sign) : other;
  }

  function refuse(name: string, x: Py, y: Py, sign: string): never {
    const [left, right] = [brython.class_name(x), brython.class_name(y)];
    const isSequence = (type: string): boolean => ['str', 'list', 'tuple', 'bytes'].includes(type);
    if (name === '__add__' && isSequence(left) && left !== 'bytes') {
      fail('TypeError', `can only concatenate ${left} (not "${right}") to ${left}`);
    }
    if (name === '__mul__' && (isSequence(left) || isSequence(right))) {
      fail('TypeError', `can't multiply sequence by non-int of type '${isSequence(left) ? right : left}'`);
    }
    const shown = sign === '**' ? '** or pow()' : sign;
    return fail('TypeError', `unsupported operand type(s) for ${shown}: '${left}' and '${right}'`);
  }

  brython.rich_op1 = dispatch;
  brython.augm_assign = (x: Py, sign: string, y: Py) => {
    const name = assignments[sign];
    if (!isPlain(x)) {
      const result = run(inClass(classOf(x), name.replace('__', '__i')), x, y);
      if (result !== NotImplemented) return result;
    }
    return dispatch(name, x, y, sign);
  };
  brython.rich_comp = (name: string, x: Py, y: Py) =>
    (isPlain(x) && isPlain(y) ? compare(name, x, y) : undefined) ?? comparison(name, x, y);

  builtins.divmod = nativeFunction(brython, 'builtins', 'divmod', (...args) => {
    if (args.length !== 2) fail('TypeError', `divmod expected 2 arguments, got ${args.length}`);
    return dispatch('__divmod__', args[0], args[1]);
  });

  // A list and a tuple have no order. The tuple's methods ask the list's.
  for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) {
    const compareItems = list[name];
    list[name] = nativeFunction(brython, 'builtins', name, (x, y) =>
      builtins.isinstance(y, builtins.isinstance(x, tuple) ? tuple : list)
        ? compareItems(x, y)
        : NotImplemented,
    );
  }
}
