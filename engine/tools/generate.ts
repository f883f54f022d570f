/**
 * Writes engine/generated.ts from the operator records (the functions `torch.name`, and the types and docs of the
 * methods), engine/nn/generated.ts (those of torch.nn.functional alone) and engine/linalg/generated.ts (torch.linalg). `npm run generate` after a record changes; with --check it only says whether the file is up to date.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Operator, operators } from '../core/operator.ts';
import type { Parameter } from '../core/schema.ts';
import '../ops/index.ts';

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
  any: 'any',
  Index: 'IndexEntry',
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
  return nullable && text !== 'any' ? `${text} | null` : text;
}

const shown = (name: string): string => (name === 'self' ? 'input' : name);

/** Overloads: positional arguments one by one, each with the options that are left. */
function signatures(parameters: readonly Parameter[], result: string): string[] {
  const positional = parameters.filter((parameter) => !parameter.keywordOnly);
  const required = positional.filter(
    (parameter) => parameter.default === undefined && !parameter.variadic,
  ).length;
  const optional = parameters.filter((parameter) => parameter.default !== undefined);
  const options = (from: readonly Parameter[]): string =>
    from.length > 0 ? `{ ${from.map((one) => `${one.name}?: ${typeOf(one)}`).join('; ')} }` : '';
  const list: string[] = [];
  const variadic = positional.findIndex((parameter) => parameter.variadic);
  if (variadic >= 0) {
    const before = positional.slice(0, variadic).map((one) => `${shown(one.name)}: ${typeOf(one)}`);
    const own = positional[variadic];
    const after = positional.slice(variadic + 1);
    const rest = options(optional);
    const tail = rest ? [`options?: ${rest}`] : [];
    if (own.type !== 'any' && own.type !== 'Index') {
      const typed = after.map((one) => `${one.name}: ${typeOf(one)}`);
      list.push(`(${[...before, `${own.name}: ${typeOf(own)}`, ...typed, ...tail].join(', ')}): ${result}`);
    }
    if (after.length === 0) {
      const item = typeNames[own.type];
      list.push(
        `(${[...before, `...${own.name}: ${rest ? `(${item} | ${rest})[]` : `${item}[]`}`].join(', ')}): ${result}`,
      );
    }
    return list;
  }
  for (let count = required; count <= positional.length; count++) {
    const given = positional.slice(0, count).map((one) => `${shown(one.name)}: ${typeOf(one)}`);
    const left = optional.filter((one) => !positional.slice(0, count).includes(one));
    const rest = options(left);
    list.push(`(${[...given, ...(rest ? [`options?: ${rest}`] : [])].join(', ')}): ${result}`);
  }
  return list;
}

function docOf({ record }: Operator): string {
  return `/** ${record.doc} */`;
}

const reserved = new Set(['var']);

function functionText(operator: Operator, prefix = ''): string {
  const { record, parameters } = operator;
  const name = record.name.slice(prefix.length);
  const overloads = signatures(parameters, record.returns ?? 'Tensor').map((text) => `  ${text};`);
  const type = `{\n${overloads.join('\n')}\n}`;
  const value = `operatorNamed('${record.name}').call`;
  // A word of JavaScript's own can be exported, but not declared.
  return reserved.has(name)
    ? `const own_${name}: ${type} = ${value};\nexport { own_${name} as ${name} };\n`
    : `${docOf(operator)}\nexport const ${name}: ${type} = ${value};\n`;
}

function methodText(operator: Operator): string {
  const { record, parameters } = operator;
  const result = record.returns ?? (record.mutates || record.name.endsWith('_') ? 'this' : 'Tensor');
  const overloads = signatures(
    parameters.filter(({ name }) => name !== 'self'),
    result,
  ).map((text) => `    ${record.name}${text};`);
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
import type { DType, Scalar } from './core/dtype.ts';
import type { IndexEntry } from './core/indexing.ts';
import { operatorNamed } from './core/operator.ts';
import type { MinMax, ValuesIndices } from './core/pairs.ts';
import type { Size } from './core/shape.ts';
import type { Tensor } from './core/tensor.ts';
import type * as named from './linalg/named.ts';
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

function generateFunctional(): string {
  return `/** Generated from the operator records by \`npm run generate\`. Do not edit: change the record. */

import '../ops/index.ts';
import type { DType, Scalar } from '../core/dtype.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

${all
  .filter(({ record }) => record.as === 'functional')
  .map((one) => functionText(one))
  .join('\n')}`;
}

function generateLinalg(): string {
  return `/** Generated from the operator records by \`npm run generate\`. Do not edit: change the record. */

import '../ops/index.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import type * as named from './named.ts';

${all
  .filter(({ record }) => record.as === 'linalg')
  .map((one) => functionText(one, 'linalg_'))
  .join('\n')}`;
}

const files = {
  'generated.ts': generateTorch(),
  'nn/generated.ts': generateFunctional(),
  'linalg/generated.ts': generateLinalg(),
};
const isCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  if (!isCheck) writeFileSync(pathOf(name), text);
  else if (readFileSync(pathOf(name), 'utf8') !== text) {
    console.error(`engine/${name} is not what the operator records give: run \`npm run generate\``);
    process.exitCode = 1;
  }
}
