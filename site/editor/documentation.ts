/** The documentation of a name where it has none of its own: that of the class which it stands for. */
import ts from 'typescript';

/** The innermost node at a position. */
function nodeAt(node: ts.Node, at: number): ts.Node {
  const inner = ts.forEachChild(node, (child) =>
    child.getStart() <= at && at < child.end ? nodeAt(child, at) : undefined,
  );
  return inner ?? node;
}

/** The symbol of the name at a position of the code. */
export function symbolAt(service: ts.LanguageService, file: string, at: number): ts.Symbol | undefined {
  const program = service.getProgram()!;
  return program.getTypeChecker().getSymbolAtLocation(nodeAt(program.getSourceFile(file)!, at));
}

/** `torch.nn.Linear` is a constant, which makes what the class Linear describes. */
export function classDocumentation(service: ts.LanguageService, symbol: ts.Symbol | undefined): string {
  if (!symbol) return '';
  const types = service.getProgram()!.getTypeChecker();
  const own = symbol.flags & ts.SymbolFlags.Alias ? types.getAliasedSymbol(symbol) : symbol;
  const [signature] = types.getTypeOfSymbol(own).getConstructSignatures();
  const made = signature?.getReturnType().getSymbol();
  return made ? ts.displayPartsToString(made.getDocumentationComment(types)) : '';
}
