/**
 * Reads the reference out of the operator records, and runs each example: prints a list of entries as JSON. A program
 * of its own, so that nothing that an example seeds or sets is seen elsewhere.
 */
import { readFileSync } from 'node:fs';
import {
  type GradFormula,
  type Operator,
  type OperatorRecord,
  operators,
} from '../../engine/core/operator.ts';
import type { Parameter as SchemaParameter } from '../../engine/core/schema.ts';
import type { Entry, Parameter } from './entry.ts';

const folder = new URL('../../engine/ops/', import.meta.url);

/** The file that defines each operator: they are imported one by one, each after those that it imports itself. */
async function filesOfOperators(): Promise<Map<string, string>> {
  const [files, seen] = [new Map<string, string>(), new Set<string>()];
  const visit = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const url = new URL(file, folder);
    for (const [, other] of readFileSync(url, 'utf8').matchAll(/^(?:import|\}) .*'\.\/(.*\.ts)';$/gm))
      await visit(other);
    await import(url.href);
    for (const name of operators.keys()) if (!files.has(name)) files.set(name, file.replace(/\.ts$/, ''));
  };
  await visit('index.ts');
  return files;
}

const files = await filesOfOperators();
const torch = await import('../../engine/index.ts');

/** The options object of the engine's calls stands for Python's keyword arguments. */
function argumentsText(parameters: readonly SchemaParameter[]): string {
  const positional = parameters.filter(({ keywordOnly }) => !keywordOnly).map(oneArgument);
  const named = parameters.filter(({ keywordOnly }) => keywordOnly).map(({ name }) => name);
  return [...positional, ...(named.length > 0 ? [`{ ${named.join(', ')} }`] : [])].join(', ');
}

function oneArgument({ name, variadic, default: fallback }: SchemaParameter): string {
  const shown = name === 'self' ? 'input' : name;
  return variadic ? `...${shown}` : fallback === undefined ? shown : `${shown}?`;
}

/** Where a record's function stands: `torch.linalg.` and the like. */
const places: Readonly<Record<string, string>> = {
  functional: 'torch.nn.functional.',
  linalg: 'torch.linalg.',
  special: 'torch.special.',
};

const nameOf = ({ name, as = 'both' }: OperatorRecord): string =>
  as === 'linalg' || as === 'special' ? name.slice(as.length + 1) : name;

function titleOf(record: OperatorRecord): string {
  if (record.as === 'method') return `Tensor.${record.name}`;
  return (places[record.as ?? ''] ?? 'torch.') + nameOf(record);
}

function callsOf({ record, parameters }: Operator, inplace: Operator | undefined): string[] {
  const rest = parameters.filter(({ name }) => name !== 'self');
  const calls: string[] = [];
  if (record.as !== 'method') calls.push(`${titleOf(record)}(${argumentsText(parameters)})`);
  if (record.as === undefined || record.as === 'both' || record.as === 'method') {
    calls.push(`x.${record.name}(${argumentsText(rest)})`);
  }
  if (inplace) {
    const isMethod = inplace.record.as !== 'functional';
    calls.push(
      isMethod
        ? `x.${inplace.record.name}(${argumentsText(rest)})`
        : `${titleOf(inplace.record)}(${argumentsText(parameters)})`,
    );
  }
  return calls;
}

const types: Readonly<Record<string, string>> = {
  Operand: 'Tensor or number',
  Scalar: 'number',
  int: 'whole number',
  float: 'number',
  bool: 'true or false',
  str: 'string',
  any: 'anything that fits',
  Index: 'index',
};

function parameterOf({
  name,
  type,
  nullable,
  variadic,
  keywordOnly,
  default: fallback,
}: SchemaParameter): Parameter {
  const isList = type.endsWith('[]') || variadic;
  const item = types[type.replace('[]', '')] ?? type.replace('[]', '');
  return {
    name: name === 'self' ? 'input' : name,
    type: `${item}${isList ? ', or several' : ''}${nullable ? ', or null' : ''}`,
    default:
      fallback === undefined ? null : typeof fallback === 'string' ? `'${fallback}'` : written(fallback),
    byName: keywordOnly,
  };
}

/** A list of one number is what that number alone says too. */
const written = (value: unknown): string =>
  Array.isArray(value) && value.length !== 1 ? `[${value.join(', ')}]` : String(value);

function gradientsOf({ grad = {} }: OperatorRecord): Entry['gradients'] {
  return Object.entries(grad).map(([name, formula]) => ({
    argument: name === 'self' ? 'input' : name,
    code: typeof formula === 'function' ? codeOf(formula) : String(formula).replace(/\bself\b/g, 'input'),
  }));
}

/** A function's code as it stands in the record: without its types, and from the left margin. */
function codeOf(formula: Exclude<GradFormula, string>): string {
  const lines = String(formula).split('\n');
  const indents = lines
    .slice(1)
    .filter(Boolean)
    .map((line) => line.search(/\S/));
  const margin = Math.min(...indents);
  // A method's code lacks the word that would make it stand alone.
  lines[0] = lines[0].replace(/^\w+\(grad|^\w+\(_grad/, (start) => `function ${start}`);
  return lines
    .map((line, at) => (at === 0 ? line : line.slice(margin)).replace(/(\S) {2,}/g, '$1 ').trimEnd())
    .join('\n');
}

async function shown(value: unknown): Promise<string> {
  if (value instanceof torch.Tensor) return value.repr();
  const isTuple = Array.isArray(value) && String(value).startsWith('torch.');
  if (!Array.isArray(value) || isTuple) return String(value);
  return `[${(await Promise.all(value.map(shown))).join(',\n ')}]`;
}

async function outputOf({ name, example }: OperatorRecord): Promise<string> {
  if (!example) throw new Error(`the operator '${name}' has no example`);
  torch.manual_seed(0);
  try {
    const run = new Function('torch', `return (${example});`);
    return await shown(await run(torch));
  } catch (error) {
    throw new Error(`the example of '${name}', ${example}, fails: ${error}`, { cause: error });
  }
}

/** What torch.nn.functional shares with torch is documented there, but for these. */
const documentedInTorch = ['sigmoid', 'tanh', 'softmax'];
/** Methods of this engine, or of PyTorch's C++ interface alone. */
const ours = ['webgpu', 'slice'];

function pytorchPage(record: OperatorRecord): string | null {
  if (ours.includes(record.name)) return null;
  const shared = isFunctional(record) && !documentedInTorch.includes(record.name);
  const page = shared
    ? `torch.nn.functional.${record.name}`
    : titleOf(record).replace(/^Tensor/, 'torch.Tensor');
  const docs = 'https://docs.pytorch.org/docs/stable/';
  return record.as === 'special' ? `${docs}special.html#${page}` : `${docs}generated/${page}.html`;
}

function isFunctional({ name, as }: OperatorRecord): boolean {
  return as !== 'linalg' && as !== 'special' && name in torch.nn.functional;
}

async function entryOf(operator: Operator): Promise<Entry> {
  const { record, parameters } = operator;
  const [doc, throws = null] = record.doc.split(/\s*@throws\s+/);
  return {
    slug: titleOf(record)
      .replace(/^(torch\.nn\.|torch\.|Tensor\.)/, '')
      .replace('.', '-'),
    title: titleOf(record),
    name: nameOf(record),
    doc,
    throws,
    calls: callsOf(operator, operators.get(`${record.name}_`)),
    parameters: parameters.map(parameterOf),
    returns: record.returns ?? 'Tensor',
    example: record.example ?? '',
    output: await outputOf(record),
    gradients: gradientsOf(record),
    isView: record.view === true,
    aliases: all
      .filter((other) => other.record.aliasOf === record.name)
      .map((other) => titleOf(other.record)),
    file: files.get(record.name) ?? '',
    pytorch: pytorchPage(record),
  };
}

/** Names that PyTorch does not have serve other operators; in-place forms and other names stand with the plain one. */
const all = [...operators.values()].filter(
  ({ record }) => !record.name.startsWith('_') && record.as !== 'internal',
);
const own = all.filter(
  ({ record }) => !record.aliasOf && !(record.name.endsWith('_') && operators.has(record.name.slice(0, -1))),
);

const entries: Entry[] = [];
const problems: string[] = [];
for (const operator of own) {
  try {
    entries.push(await entryOf(operator));
  } catch (error) {
    problems.push((error as Error).message);
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else process.stdout.write(JSON.stringify(entries));
