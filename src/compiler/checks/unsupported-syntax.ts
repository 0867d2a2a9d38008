import ts from "typescript";
import { unsupportedSyntax } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import type { Rule } from "./rule.ts";

const WHOLE = "a number is exact up to 2^53; keep larger ones as strings.";
const BITS =
    'import { band, bor, bxor, lshift, rshift } from "prosody.util.bitcompat" (from 0.12 on), or calculate: ' +
    "Math.floor(x / 2 ** n) shifts, x % 2 ** n cuts.";

/** Operators on 32-bit integers: Lua 5.1 and 5.2 have none, and those of 5.3 have 64 bits. */
const bitwise: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.AmpersandToken,
    ts.SyntaxKind.AmpersandEqualsToken,
    ts.SyntaxKind.BarToken,
    ts.SyntaxKind.BarEqualsToken,
    ts.SyntaxKind.CaretToken,
    ts.SyntaxKind.CaretEqualsToken,
    ts.SyntaxKind.LessThanLessThanToken,
    ts.SyntaxKind.LessThanLessThanEqualsToken,
    ts.SyntaxKind.GreaterThanGreaterThanToken,
    ts.SyntaxKind.GreaterThanGreaterThanEqualsToken,
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
]);

/** What Lua has no counterpart of, where the transpiler would only say so in its own words or not where. */
export const noUnsupportedSyntax: Rule = {
    kinds: [
        ts.SyntaxKind.BigIntLiteral,
        ts.SyntaxKind.BinaryExpression,
        ts.SyntaxKind.DebuggerStatement,
        ts.SyntaxKind.Decorator,
        ts.SyntaxKind.ElementAccessExpression,
        ts.SyntaxKind.MetaProperty,
        ts.SyntaxKind.PrefixUnaryExpression,
        ts.SyntaxKind.VariableDeclarationList,
    ],
    visit(node, context) {
        const refuse = (what: string, suggestion: string, place: ts.Node = node): void =>
            context.report(unsupportedSyntax(place, what, suggestion));
        if (ts.isBigIntLiteral(node)) refuse("a big integer", WHOLE);
        else if (ts.isDebuggerStatement(node)) {
            refuse("a debugger statement", 'leave it out; module.log("debug", "%s", value) shows what a value is.');
        } else if (ts.isDecorator(node)) {
            refuse("a decorator", "call a function that takes the function and gives another.");
        } else if (ts.isMetaProperty(node)) {
            if (node.keywordToken === ts.SyntaxKind.ImportKeyword) {
                refuse("import.meta", "module.name and module.get_directory() tell what and where a module is.");
            } else refuse("new.target", "hand the constructor over as a parameter.");
        } else if (ts.isElementAccessExpression(node)) {
            const { checker } = context;
            const isIterator = node.argumentExpression.getText() === "Symbol.iterator";
            if (
                isIterator &&
                partsOf(checker.getTypeAtLocation(node.expression)).some((part) => checker.isArrayLikeType(part))
            ) {
                refuse("the iterator of a list", "loop with for (const value of xs), or take xs.entries().");
            }
        } else if (ts.isVariableDeclarationList(node)) {
            if ((node.flags & ts.NodeFlags.Using) !== 0) refuse("using", "write try { … } finally { … }.");
        } else if (ts.isBinaryExpression(node) && bitwise.has(node.operatorToken.kind)) {
            refuse(`the bitwise operator ${node.operatorToken.getText()}`, BITS, node.operatorToken);
        } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.TildeToken) {
            refuse("the bitwise operator ~", BITS);
        }
    },
};
