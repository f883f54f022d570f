/**
 * TypeScript to JavaScript in the page: types are replaced by spaces, so that every line and column of what runs
 * is a line and column of what the learner wrote. Only erasable syntax is accepted, as Node does.
 */
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';

export interface Node {
  type: string;
  start: number;
  end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the parser's own types leave out every TypeScript node.
  [key: string]: any;
}

/** What the learner wrote is not a program: `line` and `column` count from 1, in their own text. */
export class CodeError extends SyntaxError {
  line: number;
  column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'SyntaxError';
    this.line = line;
    this.column = column;
  }
}

const TypeScript = Parser.extend(tsPlugin());

/** The program's syntax tree. Throws CodeError. */
export function parse(source: string): Node {
  try {
    return TypeScript.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true }) as Node;
  } catch (error) {
    if (!(error instanceof SyntaxError && 'loc' in error)) throw error;
    const { line, column } = error.loc as { line: number; column: number };
    throw new CodeError(error.message.replace(/ \(\d+:\d+\)$/, ''), line, column + 1);
  }
}

/**
 * `source` without the types of `ast`, which was parsed from it: every character keeps its place, so the tree's
 * positions still hold. Throws CodeError on enums and the like.
 */
export function eraseTypes(source: string, ast: Node): string {
  const chars = source.split('');
  const placed = new Map<number, string>();
  const put = (at: number, char: string) => placed.set(at, char);
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(source[at])) chars[at] = ' ';
  };
  visit(ast, (node, parent) => {
    if (isTypeOnly(node)) {
      blank(node.start, node.end);
      return false;
    }
    if (FORBIDDEN[node.type]) throw refusal(node, FORBIDDEN[node.type]);
    ERASERS[node.type]?.({ source, node, parent, blank, put });
    return true;
  });
  for (const [at, char] of placed) chars[at] = char;
  return chars.join('');
}

/** Calls `enter` on every node, parents first; a node for which it gives false keeps its children unseen. */
export function visit(
  node: Node,
  enter: (node: Node, parent: Node | null) => boolean,
  parent: Node | null = null,
): void {
  if (!enter(node, parent)) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'loc') continue;
    for (const each of Array.isArray(child) ? child : [child])
      if (each && typeof each.type === 'string' && typeof each.start === 'number') visit(each, enter, node);
  }
}

const FORBIDDEN: Record<string, string> = {
  TSEnumDeclaration: 'An enum is code that only the TypeScript compiler can write: use an object instead',
  TSModuleDeclaration:
    'A namespace is code that only the TypeScript compiler can write: use an object instead',
  TSParameterProperty: 'Declare this property in the class body, and assign it in the constructor',
  TSImportEqualsDeclaration: 'Use an ordinary import',
  TSExportAssignment: 'Use an ordinary export',
};

function refusal(node: Node, message: string): CodeError {
  return new CodeError(message, node.loc.start.line, node.loc.start.column + 1);
}

const TYPE_ONLY = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSDeclareMethod',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSIndexSignature',
]);

function isTypeOnly(node: Node): boolean {
  if (TYPE_ONLY.has(node.type) || node.importKind === 'type' || node.exportKind === 'type') {
    return !node.type.endsWith('Specifier'); // a specifier takes its comma with it: see ERASERS
  }
  if (node.type === 'MethodDefinition') return !node.value.body; // one of several signatures
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return isTypeOnly(node.declaration);
  return node.declare === true || (node.type === 'PropertyDefinition' && node.abstract === true);
}

interface Erasure {
  source: string;
  node: Node;
  parent: Node | null;
  blank(start: number, end: number): void;
  /** Puts one character, after all the blanking. */
  put(at: number, char: string): void;
}

const ERASERS: Record<string, (erasure: Erasure) => void> = {
  Identifier({ source, node, parent, blank }) {
    if (node.name === 'this' && parent?.params?.includes(node)) {
      const comma = /^\s*,/.exec(source.slice(node.end));
      blank(node.start, node.end + (comma?.[0].length ?? 0));
    } else if (node.optional || node.typeAnnotation) {
      blank(node.start + node.name.length, node.typeAnnotation?.start ?? node.end);
    }
  },
  TSAsExpression: eraseAssertion,
  TSSatisfiesExpression: eraseAssertion,
  TSNonNullExpression({ node, blank }) {
    blank(node.end - 1, node.end);
  },
  TSTypeAssertion({ source, node, blank }) {
    blank(node.start, source.indexOf('>', node.typeAnnotation.end) + 1);
  },
  ArrowFunctionExpression({ source, node, put }) {
    // The parenthesis must stay on the arrow's line: it moves to where a long return type ended.
    const returns = node.returnType;
    if (!returns || !source.slice(returns.start, returns.end).includes('\n')) return;
    const paren = source.lastIndexOf(')', returns.start);
    put(paren, ' ');
    put(returns.end - 1, ')');
  },
  ClassDeclaration: eraseClassHead,
  ClassExpression: eraseClassHead,
  PropertyDefinition: eraseMember,
  MethodDefinition: eraseMember,
  AccessorProperty: eraseMember,
  ImportSpecifier: eraseSpecifier,
  ExportSpecifier: eraseSpecifier,
};

/** `value as Type`, `value satisfies Type`: the keyword and the type go, a semicolon keeps statements apart. */
function eraseAssertion({ source, node, parent, blank, put }: Erasure): void {
  const before = source.slice(node.expression.end, node.typeAnnotation.start);
  const keyword = /\b(?:as|satisfies)\b(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*$/.exec(before);
  if (!keyword) return;
  const start = node.expression.end + keyword.index;
  blank(start, node.end);
  const glued = parent?.type === 'ExpressionStatement' && parent.end === node.end;
  if (glued && /^\s*[([`/+-]/.test(source.slice(node.end))) put(start, ';');
}

function eraseClassHead({ source, node, blank }: Erasure): void {
  if (node.abstract) blank(node.start, node.start + 'abstract'.length);
  const last = node.implements?.at(-1);
  if (!last) return;
  const keyword = source.lastIndexOf('implements', node.implements[0].start);
  blank(keyword, last.end);
}

const MODIFIERS = /\b(?:public|private|protected|readonly|override|abstract)\b/g;

function eraseMember({ source, node, blank }: Erasure): void {
  const keyStart = node.computed ? source.lastIndexOf('[', node.key.start) : node.key.start;
  for (const word of source.slice(node.start, keyStart).matchAll(MODIFIERS)) {
    blank(node.start + word.index, node.start + word.index + word[0].length);
  }
  const mark = /^(?:\s|\])*([?!])/.exec(source.slice(node.key.end));
  if (mark && (node.optional || node.definite)) {
    const at = node.key.end + mark[0].length;
    blank(at - 1, at);
  }
}

function eraseSpecifier({ source, node, blank }: Erasure): void {
  if (node.importKind !== 'type' && node.exportKind !== 'type') return;
  const comma = /^\s*,/.exec(source.slice(node.end));
  blank(node.start, node.end + (comma?.[0].length ?? 0));
}
