import path from "node:path";
import ts from "typescript";
import { namespaceIsCopy } from "../diagnostics.ts";
import { symbolOf } from "../references.ts";
import type { Rule } from "./rule.ts";

/**
 * `import * as state from "./state"` costs nothing as long as it is `state.name`. Handed on as a value it is a table, and a
 * table's fields do not follow variables.
 */
export const namespaceCopy: Rule = {
    kinds: [ts.SyntaxKind.NamespaceImport],
    visit(node, context) {
        const { checker } = context;
        if (!ts.isNamespaceImport(node)) return;
        const symbol = checker.getSymbolAtLocation(node.name);
        const module = symbol && checker.getAliasedSymbol(symbol);
        const file = module?.valueDeclaration;
        if (!file || !ts.isSourceFile(file) || file.isDeclarationFile) return;
        const variable = checker.getExportsOfModule(module).find((exported) => isReassigned(exported, checker));
        if (!variable) return;
        const look = (inner: ts.Node): void => {
            if (ts.isIdentifier(inner) && inner.text === node.name.text && isValue(inner)) {
                if (symbolOf(inner, checker) === symbol) {
                    context.report(namespaceIsCopy(inner, inner.text, variable.name, path.basename(file.fileName)));
                }
            }
            ts.forEachChild(inner, look);
        };
        look(node.getSourceFile());
    },
};

/** The table itself is wanted, not a member, and at run time. */
function isValue(use: ts.Identifier): boolean {
    const { parent } = use;
    if (ts.isNamespaceImport(parent) || ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent)) return false;
    if (ts.isPropertyAccessExpression(parent)) return false;
    if (ts.isElementAccessExpression(parent) && parent.expression === use) {
        return !ts.isStringLiteralLike(parent.argumentExpression);
    }
    return !ts.isPropertyAssignment(parent) || parent.initializer === use;
}

function isReassigned(exported: ts.Symbol, checker: ts.TypeChecker): boolean {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration)) return false;
    if (!ts.isVariableDeclarationList(declaration.parent) || declaration.parent.flags & ts.NodeFlags.Const)
        return false;
    let found = false;
    const means = (node: ts.Node) => ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === symbol;
    const look = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) found ||= holds(node.left, means);
        else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
            const { operator } = node;
            const changes = operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
            found ||= changes && means(node.operand);
        }
        if (!found) ts.forEachChild(node, look);
    };
    look(declaration.getSourceFile());
    return found;
}

const isAssignment = (kind: ts.SyntaxKind) =>
    kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** The target itself, or a pattern with it. */
function holds(target: ts.Node, means: (node: ts.Node) => boolean): boolean {
    if (means(target)) return true;
    if (!ts.isArrayLiteralExpression(target) && !ts.isObjectLiteralExpression(target)) return false;
    let found = false;
    const look = (node: ts.Node): void => {
        found ||= means(node);
        if (!found) ts.forEachChild(node, look);
    };
    look(target);
    return found;
}
