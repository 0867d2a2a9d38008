/** Where the names of a file are used. */
import ts from "typescript";

/** The places in a file that use some symbols. What is exported may have others. */
export function referencesIn(
    file: ts.SourceFile,
    symbols: ReadonlySet<ts.Symbol>,
    checker: ts.TypeChecker,
): ReadonlyMap<ts.Symbol, ts.Identifier[]> {
    const found = new Map<ts.Symbol, ts.Identifier[]>();
    const names = new Set([...symbols].map(({ name }) => name));
    const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && names.has(node.text) && isUse(node)) {
            const symbol = symbolAt(node, checker);
            if (symbol && symbols.has(symbol)) found.set(symbol, [...(found.get(symbol) ?? []), node]);
        }
        ts.forEachChild(node, visit);
    };
    if (symbols.size > 0) visit(file);
    return found;
}

function symbolAt(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
    const { parent } = node;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
    return checker.getSymbolAtLocation(node);
}

/** Neither a declaration nor a type is a use. */
function isUse(node: ts.Identifier): boolean {
    const { parent } = node;
    if (ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent)) return parent.name !== node;
    return !ts.isTypeQueryNode(parent);
}
