/**
 * JSON's null is a value of its own in Lua, `json.null`: a table could not hold nil. TypeScript's null is nil. What comes out of
 * JSON is therefore never equal to null, though a type may say so that was only claimed for it, and what is null never gets in.
 */
import ts from "typescript";
import { comparedWithNull, nullIntoJson, nullOutOfJson } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import { equalities } from "./conditions.ts";
import type { Rule, RuleContext } from "./rule.ts";

export const jsonNull: Rule = {
    kinds: [
        ts.SyntaxKind.BinaryExpression,
        ts.SyntaxKind.CaseClause,
        ts.SyntaxKind.AsExpression,
        ts.SyntaxKind.TypeAssertionExpression,
        ts.SyntaxKind.TypePredicate,
        ts.SyntaxKind.VariableDeclaration,
        ts.SyntaxKind.CallExpression,
    ],
    visit(node, context) {
        if (ts.isBinaryExpression(node)) {
            if (!equalities.has(node.operatorToken.kind)) return;
            if (isNull(node.right)) checkCompared(node.left, context);
            else if (isNull(node.left)) checkCompared(node.right, context);
        } else if (ts.isCaseClause(node)) {
            if (isNull(node.expression)) checkCompared(node.parent.parent.expression, context);
        } else if (ts.isAssertionExpression(node)) {
            checkClaimed(node.type, context.checker.getTypeAtLocation(node.expression), context);
        } else if (ts.isTypePredicateNode(node)) {
            const tested = node.type && context.checker.getTypeAtLocation(node.parameterName);
            if (node.type && tested) checkClaimed(node.type, tested, context);
        } else if (ts.isVariableDeclaration(node)) {
            const value = node.initializer && context.checker.getTypeAtLocation(node.initializer);
            if (node.type && value && value.flags & ts.TypeFlags.Any) checkClaimed(node.type, value, context);
        } else if (ts.isCallExpression(node) && isEncode(node, context)) {
            const [value] = node.arguments;
            if (value && saysNull(context.checker.getTypeAtLocation(value), context)) {
                context.report(nullIntoJson(value));
            }
        }
    },
};

function isNull(node: ts.Expression): boolean {
    return withoutWrapping(node).kind === ts.SyntaxKind.NullKeyword;
}

function checkCompared(value: ts.Expression, context: RuleContext): void {
    const type = context.checker.getTypeAtLocation(value);
    if (partsOf(type).some((part) => isAnything(part) || isJsonNull(part))) {
        context.report(comparedWithNull(value, value.getText()));
    }
}

/** Where a type is claimed for a value that may come out of JSON. */
function checkClaimed(claim: ts.TypeNode, value: ts.Type, context: RuleContext): void {
    const mayBeDecoded = partsOf(value).some(isAnything) || reaches(value, isJsonNull, context);
    if (mayBeDecoded && saysNull(context.checker.getTypeFromTypeNode(claim), context)) {
        context.report(nullOutOfJson(claim));
    }
}

/** What tells nothing of a value: `unknown`, `any`, and what tests of it make of `unknown`: `object`, `{}`. */
function isAnything(type: ts.Type): boolean {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return true;
    const isObject = (type.flags & ts.TypeFlags.Object) !== 0 && type.symbol === undefined;
    return isObject && type.getProperties().length === 0 && type.getCallSignatures().length === 0;
}

function isJsonNull(type: ts.Type): boolean {
    return type.symbol?.name === "JsonNull" && type.getProperty("__jsonNull") !== undefined;
}

function saysNull(type: ts.Type, context: RuleContext): boolean {
    return reaches(type, (part) => (part.flags & ts.TypeFlags.Null) !== 0, context);
}

/** Whether the type, or that of something in it, is such a one. What functions take and give is not in it. */
function reaches(type: ts.Type, isSuch: (part: ts.Type) => boolean, { checker }: RuleContext): boolean {
    const seen = new Set<ts.Type>();
    const look = (inner: ts.Type): boolean => {
        if (seen.has(inner)) return false;
        seen.add(inner);
        if (isSuch(inner)) return true;
        if (inner.isUnionOrIntersection()) return inner.types.some(look);
        if ((inner.flags & ts.TypeFlags.Object) === 0 || inner.getCallSignatures().length > 0) return false;
        // Of Array, Map and others what they hold; their members are functions.
        const held = checker.getTypeArguments(inner as ts.TypeReference);
        if (held.length > 0 && held.some(look)) return true;
        return (
            checker.getIndexInfosOfType(inner).some((each) => look(each.type)) ||
            inner.getProperties().some((property) => look(checker.getTypeOfSymbol(property)))
        );
    };
    return look(type);
}

/** `encode`, `encode_ordered` and `encode_array` of util.json. */
function isEncode(node: ts.CallExpression, { checker }: RuleContext): boolean {
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (!declaration || !ts.isFunctionDeclaration(declaration) || !declaration.name?.text.startsWith("encode")) {
        return false;
    }
    const library = ts.findAncestor(declaration, ts.isModuleDeclaration);
    return library?.name.text === "prosody.util.json";
}
