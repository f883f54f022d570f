/**
 * A lesson's cells as one program, with a notebook's rules: a name declared in one cell is known in those below and
 * may be declared again, and the value of a cell's last expression is what the cell shows.
 *
 * The program is a module that exports `cells`, in order: runner/notebook.ts says what each is. Every cell keeps its own
 * lines, so that an error can be told at the learner's line.
 */
import MagicString from 'magic-string';
import { ENGINE } from '../runner/protocol.ts';
import { CodeError, eraseTypes, type Node, parse } from './strip.ts';

export interface CellSource {
  id: string;
  code: string;
  /** Expressions to be looked at once the cell has run: for pictures. */
  looks: string[];
}

export interface Program {
  /** A module that imports nothing but ENGINE. */
  code: string;
  /** For each cell, the line of the module on which its first line stands. */
  firstLines: number[];
}

export class CellError extends CodeError {
  cell: string;

  constructor(error: CodeError, cell: string) {
    super(error.message, error.line, error.column);
    this.cell = cell;
  }
}

/** The program of `cells`. Throws CellError where a cell is no program. */
export function compileNotebook(cells: CellSource[]): Program {
  const scope: Scope = { names: new Set(['$_']), functions: new Set() };
  const compiled = cells.map((cell) => {
    try {
      return compileCell(cell.code, scope);
    } catch (error) {
      throw error instanceof CodeError ? new CellError(error, cell.id) : error;
    }
  });
  const lines = [
    `import * as $torch from '${ENGINE}';`,
    `let ${[...scope.names].join(', ')};`,
    `const $share = { ${[...scope.functions].map((name) => `${name}: ($v) => { ${name} = $v; }`).join(', ')} };`,
    'export const cells = [',
  ];
  const firstLines = compiled.map(({ head, body }, at) => {
    lines.push(`{ run: async () => { ${head}`);
    const first = lines.length + 1;
    lines.push(
      ...body.split('\n'),
      `}, looks: [${cells[at].looks.map((look) => `() => (${look})`).join(', ')}] },`,
    );
    return first;
  });
  lines.push('];');
  return { code: lines.join('\n'), firstLines };
}

/** A module's line as a cell's: the index of the cell, and the line in it, from 1. */
export function cellLine(firstLines: number[], line: number): { cell: number; line: number } | null {
  const cell = firstLines.findLastIndex((first) => first <= line);
  return cell < 0 ? null : { cell, line: line - firstLines[cell] + 1 };
}

/** What all cells share. */
interface Scope {
  names: Set<string>;
  /** Those that a cell declares by `function`: it keeps its own of that name, and hands it to the shared one. */
  functions: Set<string>;
}

/** `scope` gains what the cell declares. */
function compileCell(source: string, scope: Scope): { head: string; body: string } {
  const ast = parse(source);
  const text = new MagicString(eraseTypes(source, ast));
  const head: string[] = [];
  for (const statement of ast.body as Node[]) {
    if (statement.importKind === 'type' || statement.declare) continue;
    const rewrite = STATEMENTS[statement.type];
    for (const name of rewrite?.({ statement, text, head, scope }) ?? []) scope.names.add(name);
  }
  const last = (ast.body as Node[]).at(-1);
  if (last?.type === 'ExpressionStatement' && last.expression.type !== 'AssignmentExpression') {
    const expression = source.slice(last.start, last.end).replace(/;\s*$/, '');
    text.appendRight(last.start, 'return (');
    text.appendLeft(last.start + expression.length, ')');
  }
  return { head: head.join(' '), body: text.toString() };
}

interface Rewriting {
  statement: Node;
  text: MagicString;
  /** Code that runs before the cell's first line. */
  head: string[];
  scope: Scope;
}

/** How a declaration becomes an assignment to the names that all cells share. Each gives those names. */
const STATEMENTS: Record<string, (rewriting: Rewriting) => string[]> = {
  ImportDeclaration({ statement, text, head }) {
    if (statement.source.value !== 'torch') {
      const { line, column } = statement.loc.start;
      throw new CodeError(
        `Only 'torch' can be imported here, not '${statement.source.value}'`,
        line,
        column + 1,
      );
    }
    text.update(statement.start, statement.end, '\n'.repeat(newlines(text, statement)));
    const specifiers = (statement.specifiers as Node[]).filter((each) => each.importKind !== 'type');
    for (const each of specifiers) {
      const imported = each.type === 'ImportSpecifier' ? `$torch.${each.imported.name}` : '$torch';
      head.push(`${each.local.name} = ${imported};`);
    }
    return specifiers.map((each) => each.local.name);
  },
  VariableDeclaration({ statement, text }) {
    if (statement.kind.endsWith('using')) return []; // its end is the end of the cell
    text.update(statement.start, statement.start + statement.kind.length, ';'.padEnd(statement.kind.length));
    for (const { id, init, start, end } of statement.declarations as Node[]) {
      if (!init) text.appendLeft(end, ' = undefined');
      if (id.type === 'ObjectPattern') text.appendRight(start, '(').appendLeft(end, ')');
    }
    return (statement.declarations as Node[]).flatMap((each) => boundNames(each.id));
  },
  FunctionDeclaration({ statement, head, scope }) {
    scope.functions.add(statement.id.name);
    head.push(`$share.${statement.id.name}(${statement.id.name});`);
    return [statement.id.name];
  },
  ClassDeclaration({ statement, text }) {
    text.appendRight(statement.start, `;${statement.id.name} = `);
    text.appendLeft(statement.end, ';');
    return [statement.id.name];
  },
  ExportNamedDeclaration: refuseExport,
  ExportDefaultDeclaration: refuseExport,
  ExportAllDeclaration: refuseExport,
};

function refuseExport({ statement }: Rewriting): never {
  const { line, column } = statement.loc.start;
  throw new CodeError('All cells share their names: leave out `export`', line, column + 1);
}

function newlines(text: MagicString, node: Node): number {
  return text.original.slice(node.start, node.end).split('\n').length - 1;
}

/** The names that a pattern binds. */
function boundNames(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each: Node) => boundNames(each.value ?? each.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}
