/** What the reference says of an operator: read from its record by collect.ts, shown by the pages. */

export interface Parameter {
  readonly name: string;
  readonly type: string;
  /** As it is written, or null where the argument must be given. */
  readonly default: string | null;
  readonly byName: boolean;
}

export interface Entry {
  /** The page's address: `linalg-inv`. */
  readonly slug: string;
  /** `torch.linalg.inv`, or `Tensor.view` for what is a method alone. */
  readonly title: string;
  readonly name: string;
  readonly doc: string;
  /** What it throws, where the record says. */
  readonly throws: string | null;
  /** The forms in which it is called. */
  readonly calls: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly example: string;
  readonly output: string;
  /** Gradients by argument: an expression, or the code of a function. */
  readonly gradients: readonly { readonly argument: string; readonly code: string }[];
  readonly isView: boolean;
  /** Other names for the same. */
  readonly aliases: readonly string[];
  /** The file in engine/ops/ with its record. */
  readonly file: string;
  /** PyTorch's page; null for what this engine alone has. */
  readonly pytorch: string | null;
}

/** What people look for: `torch.nn.functional.` and `torch.` say nothing in a list of operators. */
export const shortTitle = ({ title }: Pick<Entry, 'title'>): string =>
  title.replace(/^torch\.(nn\.functional\.)?/, '');
