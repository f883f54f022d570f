/**
 * Writes engine/generated.ts from the operator records (the functions `torch.name`, and the types and docs of the
 * methods), and one file each for torch.nn.functional, torch.linalg and torch.special. `npm run generate` after a record
 * changes; with --check it only says whether the files are up to date.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Operator, type OperatorRecord, operators } from '../core/operator.ts';
import { takesOut } from '../core/out.ts';
import { laterParsed, type Parameter } from '../core/schema.ts';
import '../ops/index.ts';
import { assembled } from './assemble.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const typeNames: Record<string, string> = {
  Tensor: 'Tensor',
  Operand: 'Tensor | Scalar',
  Scalar: 'Scalar',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  dtype: 'DType',
  Generator: 'Generator',
  any: 'unknown',
  Index: 'IndexEntry',
  // Of overloads alone.
  true: 'true',
  Data: 'TensorData',
  NdArray: 'NdArray',
  Order: "number | 'fro' | 'nuc'",
  Padding: "number | readonly number[] | 'same' | 'valid'",
};

function typeOf({ type, nullable, variadic }: Parameter): string {
  let text = typeNames[type];
  if (type.endsWith('[]')) {
    const item = typeNames[type.slice(0, -2)];
    text =
      item === 'number'
        ? 'number | readonly number[]'
        : `readonly ${item.includes('|') ? `(${item})` : item}[]`;
  } else if (variadic) {
    text = `readonly ${text}[]`;
  }
  return nullable && text !== 'unknown' ? `${text} | null` : text;
}

const shownNames: Record<string, string> = { self: 'input', var: 'variance' };
const shown = (name: string): string => shownNames[name] ?? name;

const isRequired = (one: Parameter): boolean => one.default === undefined;

/** Overloads: positional arguments one by one, each with the options that are left. */
function signatures(parameters: readonly Parameter[], result: string): string[] {
  const positional = parameters.filter((parameter) => !parameter.keywordOnly);
  const required = positional.filter(
    (parameter) => parameter.default === undefined && !parameter.variadic,
  ).length;
  const named = parameters.filter((parameter) => parameter.default !== undefined || parameter.keywordOnly);
  const options = (from: readonly Parameter[]): string =>
    from.length > 0
      ? `{ ${from.map((one) => `${one.name}${isRequired(one) ? '' : '?'}: ${typeOf(one)}`).join('; ')} }`
      : '';
  const marked = named.some(isRequired) ? '' : '?';
  const list: string[] = [];
  const variadic = positional.findIndex((parameter) => parameter.variadic);
  if (variadic >= 0) {
    const before = positional.slice(0, variadic).map((one) => `${shown(one.name)}: ${typeOf(one)}`);
    const own = positional[variadic];
    const after = positional.slice(variadic + 1);
    const rest = options(named);
    const tail = rest ? [`options${marked}: ${rest}`] : [];
    if (own.type !== 'any' && own.type !== 'Index') {
      const typed = after.map((one) => `${one.name}: ${typeOf(one)}`);
      list.push(`(${[...before, `${own.name}: ${typeOf(own)}`, ...typed, ...tail].join(', ')}): ${result}`);
    }
    if (after.length === 0) {
      const item = typeNames[own.type];
      list.push(
        `(${[...before, `...${own.name}: ${rest && item !== 'unknown' ? `(${item} | ${rest})[]` : `${item}[]`}`].join(', ')}): ${result}`,
      );
    }
    return list;
  }
  for (let count = required; count <= positional.length; count++) {
    const given = positional.slice(0, count).map((one) => `${shown(one.name)}: ${typeOf(one)}`);
    const left = named.filter((one) => !positional.slice(0, count).includes(one));
    const rest = options(left);
    list.push(`(${[...given, ...(rest ? [`options${marked}: ${rest}`] : [])].join(', ')}): ${result}`);
  }
  // All but the tensor it is about by name, or the last of those that must be given.
  const about = positional[0]?.name === 'self' ? 1 : 0;
  for (let count = about; count < required; count++) {
    const given = positional.slice(0, count).map((one) => `${shown(one.name)}: ${typeOf(one)}`);
    list.push(`(${[...given, `options: ${options(parameters.slice(count))}`].join(', ')}): ${result}`);
  }
  return list;
}

function docOf({ record }: Operator): string {
  return `/** ${record.doc} */`;
}

const reserved = new Set(['var']);

/** What may be given to an operator, and the types of what comes of it; undefined where no record says. */
function overloadsOf({ record, parameters }: Operator): [readonly Parameter[], string | undefined][] {
  return record.overloads
    ? record.overloads.map(([schema, returns]) => [laterParsed(schema)(), returns])
    : [[parameters, record.returns]];
}

/** A function's parameters with its `out`, which no record names: core/out.ts sees to it. */
function withOut(
  record: OperatorRecord,
  parameters: readonly Parameter[],
  result: string,
): readonly Parameter[] {
  if (!takesOut(record)) return parameters;
  const type = /^(Awaitable<)?Tensor>?$/.test(result) ? 'Tensor' : 'Tensor[]';
  const out = { type, default: null, nullable: true, keywordOnly: true, variadic: false, accepts: null };
  return [...parameters, { name: 'out', ...out }];
}

function functionText(operator: Operator, prefix = ''): string {
  const { record } = operator;
  const name = record.name.slice(prefix.length);
  const overloads = overloadsOf(operator)
    .flatMap(([parameters, result = 'Tensor']) => signatures(withOut(record, parameters, result), result))
    .map((text) => `  ${text};`);
  const type = `{\n${overloads.join('\n')}\n}`;
  // Marked, so that a bundler may leave out those that a program does not name.
  const value = `/* @__PURE__ */ functionNamed('${record.name}')`;
  // A word of JavaScript's own can be exported, but not declared.
  return reserved.has(name)
    ? `const own_${name}: ${type} = ${value};\nexport { own_${name} as ${name} };\n`
    : `${docOf(operator)}\nexport const ${name}: ${type} = ${value};\n`;
}

function methodText(operator: Operator): string {
  const { record } = operator;
  const usual = record.mutates || record.name.endsWith('_') ? 'this' : 'Tensor';
  const overloads = overloadsOf(operator)
    .flatMap(([parameters, result = usual]) =>
      signatures(
        parameters.filter(({ name }) => name !== 'self'),
        result,
      ),
    )
    .map((text) => `    ${record.name}${text};`);
  return `    ${docOf(operator)}\n${overloads.join('\n')}`;
}

const all = [...operators.values()]
  .filter(({ record }) => !record.name.startsWith('_'))
  .sort((a, b) => (a.record.name < b.record.name ? -1 : 1));

function isIn(place: 'function' | 'method') {
  return ({ record }: Operator): boolean => [place, 'both', undefined].includes(record.as);
}

function generateTorch(): string {
  return `/** Generated from the operator records by \`npm run generate\`. Do not edit: change the record. */

import './ops/index.ts';
import type { Awaitable } from './core/awaitable.ts';
import type { DType, Scalar } from './core/dtype.ts';
import type { IndexEntry } from './core/indexing.ts';
import type { NdArray } from './core/ndarray.ts';
import { functionNamed } from './core/operator.ts';
import type { Frexp, Histogram, MinMax, ValuesIndices } from './core/pairs.ts';
import type { Size } from './core/shape.ts';
import type { Tensor } from './core/tensor.ts';
import type * as named from './linalg/named.ts';
import type { TensorData } from './ops/creation.ts';
import type { Generator } from './random/generator.ts';

${all
  .filter(isIn('function'))
  .map((one) => functionText(one))
  .join('\n')}
declare module './core/tensor.ts' {
  interface Tensor {
${all.filter(isIn('method')).map(methodText).join('\n')}
  }
}
`;
}

/** The types that a namespace's functions may name, and where they come from. */
const importable = {
  'type { DType }': '../core/dtype.ts',
  'type { Scalar }': '../core/dtype.ts',
  'type { Tensor }': '../core/tensor.ts',
  'type * as named': '../linalg/named.ts',
};

/** The functions of a namespace alone, such as torch.linalg; `prefix` is what their records' names have before them. */
function generateNamespace(place: OperatorRecord['as'], prefix: string): string {
  const functions = all
    .filter(({ record }) => record.as === place)
    .map((one) => functionText(one, prefix))
    .join('\n');
  const imports = Object.entries(importable)
    .filter(([names]) => new RegExp(`\\b${/\w+(?= \}|$)/.exec(names)}\\b`).test(functions))
    .map(([names, path]) => `import ${names} from '${path}';\n`)
    .join('');
  return `/** Generated from the operator records by \`npm run generate\`. Do not edit: change the record. */

import '../ops/index.ts';
import { functionNamed } from '../core/operator.ts';
${imports}
${functions}`;
}

const files = {
  'generated.ts': generateTorch(),
  'nn/generated.ts': generateNamespace('functional', ''),
  'linalg/generated.ts': generateNamespace('linalg', 'linalg_'),
  'special/generated.ts': generateNamespace('special', 'special_'),
  'devices/cpu/wasm/generated.ts': await assembled(pathOf('devices/cpu/wasm/kernels.wat')),
};
const isCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  if (!isCheck) writeFileSync(pathOf(name), text);
  else if (readFileSync(pathOf(name), 'utf8') !== text) {
    console.error(`engine/${name} is not what its sources give: run \`npm run generate\``);
    process.exitCode = 1;
  }
}
