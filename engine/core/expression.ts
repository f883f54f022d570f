/**
 * The language in which operators are written down: `self * sigmoid(self)`, `self > 0 ? grad : 0`.
 * It is the arithmetic part of JavaScript. One text gives the CPU loop, the WGSL, and (for gradients) a
 * composition of tensor operators.
 */

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'unary'; readonly op: string; readonly operand: Node }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'conditional'; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] };

export interface Expression {
  /** The text it was parsed from: equal texts are equal expressions. */
  readonly source: string;
  readonly root: Node;
  /** Distinct variable names in order of first appearance. */
  readonly variables: readonly string[];
}

const precedence: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '<': 7,
  '<=': 7,
  '>': 7,
  '>=': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};

const tokenPattern = /\s*(\d+\.?\d*(?:e[+-]?\d+)?|[A-Za-z_]\w*|\|\||&&|[=!<>]=|<<|>>|[-+*/%&|^<>!~?:(),])/y;

function tokenize(source: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  const text = source.trimEnd();
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new SyntaxError(`cannot read '${text.slice(start)}' in the expression '${source}'`);
    tokens.push(match[1]);
  }
  return tokens;
}

/** Precedence climbing over the tokens of one expression. */
class Parser {
  readonly #source: string;
  readonly #tokens: string[];
  #position = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  parse(): Node {
    const root = this.#conditional();
    if (this.#position < this.#tokens.length) this.#fail();
    return root;
  }

  #fail(): never {
    const token = this.#tokens[this.#position] ?? 'the end';
    throw new SyntaxError(`did not expect ${token} in the expression '${this.#source}'`);
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#position] !== token) return false;
    this.#position++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) this.#fail();
  }

  #conditional(): Node {
    const test = this.#binary(1);
    if (!this.#take('?')) return test;
    const yes = this.#conditional();
    this.#expect(':');
    return { kind: 'conditional', test, yes, no: this.#conditional() };
  }

  #binary(lowest: number): Node {
    let left = this.#unary();
    for (;;) {
      const op = this.#tokens[this.#position];
      const level = precedence[op];
      if (level === undefined || level < lowest) return left;
      this.#position++;
      left = { kind: 'binary', op, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): Node {
    for (const op of ['-', '!', '~']) {
      if (this.#take(op)) return { kind: 'unary', op, operand: this.#unary() };
    }
    return this.#primary();
  }

  #primary(): Node {
    if (this.#take('(')) {
      const inner = this.#conditional();
      this.#expect(')');
      return inner;
    }
    const token = this.#tokens[this.#position++];
    if (/^\d/.test(token ?? '')) return { kind: 'number', value: Number(token) };
    if (!/^[A-Za-z_]/.test(token ?? '')) {
      this.#position--;
      this.#fail();
    }
    if (!this.#take('(')) return { kind: 'variable', name: token };
    const args: Node[] = [];
    while (!this.#take(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#conditional());
    }
    return { kind: 'call', name: token, args };
  }
}

function collectVariables(node: Node, found: Set<string>): void {
  switch (node.kind) {
    case 'number':
      return;
    case 'variable':
      found.add(node.name);
      return;
    case 'unary':
      collectVariables(node.operand, found);
      return;
    case 'binary':
      collectVariables(node.left, found);
      collectVariables(node.right, found);
      return;
    case 'conditional':
      for (const part of [node.test, node.yes, node.no]) collectVariables(part, found);
      return;
    case 'call':
      for (const arg of node.args) collectVariables(arg, found);
  }
}

const cache = new Map<string, Expression>();

/** Parses once a text. @throws SyntaxError that names the place. */
export function expression(source: string): Expression {
  let parsed = cache.get(source);
  if (!parsed) {
    const root = new Parser(source).parse();
    const variables = new Set<string>();
    collectVariables(root, variables);
    parsed = { source, root, variables: [...variables] };
    cache.set(source, parsed);
  }
  return parsed;
}
