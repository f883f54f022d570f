/** An exercise's code as a module that runs: without its types, joined to the engine, every line where it was. */
import MagicString from 'magic-string';
import { ENGINE } from '../runner/protocol.ts';
import { CodeError, eraseTypes, type Node, parse, visit } from './strip.ts';

/** Throws CodeError where `source` is no program, or imports something that is not there. */
export function compileModule(source: string): string {
  const ast = parse(source);
  const text = new MagicString(eraseTypes(source, ast));
  visit(ast, (node) => {
    const imported = node.source as Node | null | undefined;
    if (typeof imported?.value !== 'string' || node.importKind === 'type') return true;
    if (imported.value !== 'torch') {
      const { line, column } = imported.loc.start;
      throw new CodeError(`Only 'torch' can be imported here, not '${imported.value}'`, line, column + 1);
    }
    text.update(imported.start, imported.end, `'${ENGINE}'`);
    return true;
  });
  return text.toString();
}
