/** Where the names of a file are used. */
import ts from "typescript";

/** The places in a file that use the values of some symbols. What is exported may have others. */
export function referencesIn(
    file: ts.SourceFile,
    symbols: ReadonlySet<ts.Symbol>,
    checker: ts.TypeChecker,
): ReadonlyMap<ts.Symbol, ts.Identifier[]> {
    const found = new Map<ts.Symbol, ts.Identifier[]>();
    const names = new Set([...symbols].map(({ name }) => name));
    const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node) || isType(node)) return;
        if (ts.isIdentifier(node) && names.has(node.text) && isUse(node)) {
            const symbol = symbolOf(node, checker);
            if (symbol && symbols.has(symbol)) {
                const places = found.get(symbol);
                if (places) places.push(node);
                else found.set(symbol, [node]);
            }
        }
        ts.forEachChild(node, visit);
    };
    if (symbols.size > 0) visit(file);
    return found;
}

/** The variable that a name stands for: of itself the checker gives the property that `{ name }` makes, and what `export { name }` does. */
export function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
    const { parent } = node;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
    return checker.getSymbolAtLocation(node);
}

function isUse(node: ts.Identifier): boolean {
    const { parent } = node;
    const isDeclaration =
        ts.isVariableDeclaration(parent) ||
        ts.isBindingElement(parent) ||
        ts.isParameter(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isClassDeclaration(parent) ||
        ts.isEnumDeclaration(parent);
    return !isDeclaration || parent.name !== node;
}

/** Not what a class extends, which is a value. */
const isType = (node: ts.Node) => ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
