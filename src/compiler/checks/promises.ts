/** What is a promise, and what those who call a function do with one. */
import ts from "typescript";
import { anything, isAlways, mayBe, partsOf } from "../union-parts.ts";

/** JavaScript's and Prosody's: they are the same at run time. */
export function isPromise(type: ts.Type): boolean {
    const parts = partsOf(type);
    return parts.some((part) => {
        const symbol = part.getSymbol();
        return symbol?.name === "Promise" && (symbol.declarations?.every(isInDeclarations) ?? false);
    });
}

/** Whether a value has the `then` of Prosody's promises, none, or one that only JavaScript would call. */
export function thenOf(type: ts.Type, checker: ts.TypeChecker): "Prosody's" | "another" | undefined {
    const parts = partsOf(type);
    const found = parts.flatMap((part) => checker.getPropertyOfType(part, "then") ?? []);
    if (found.length === 0) return undefined;
    return found.every(({ declarations }) => declarations?.every(isPromises) ?? false) ? "Prosody's" : "another";
}

/** Whether a value may be a promise, for all that is known. */
export function mayBePromise(type: ts.Type): boolean {
    return mayBe(type, anything) || partsOf(type).some((part) => part.getProperty("then") !== undefined);
}

function isPromises(member: ts.Declaration): boolean {
    const { parent } = member;
    return isInDeclarations(member) && ts.isInterfaceDeclaration(parent) && /^Promise(Like)?$/.test(parent.name.text);
}

/** Whether it is Prosody's, Lua's or a library's, not the author's. */
export const isInDeclarations = (declaration: ts.Declaration) => declaration.getSourceFile().isDeclarationFile;

export function isAsync(node: ts.Node): boolean {
    return (
        ts.canHaveModifiers(node) &&
        (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
    );
}

/**
 * What Prosody makes of a promise that a handler gives: the answer to an HTTP request, the next step of an ad-hoc command,
 * nothing. The types that stand for these in src/prosody say so.
 */
export type Taken = "answer" | "step" | "nothing";

const markers: Readonly<Record<string, Taken>> = {
    PromisedAnswer: "answer",
    PromisedStep: "step",
    Background: "nothing",
};

/** Undefined where the function gives no promise, or where its caller takes a promise as one. */
export function takesPromise(handler: ts.Expression, checker: ts.TypeChecker): Taken | undefined {
    const isPlain = checker
        .getTypeAtLocation(handler)
        .getCallSignatures()
        .some((signature) => isPromise(signature.getReturnType()));
    if (!isPlain) return undefined;
    const expected = checker.getContextualType(handler);
    if (!expected) return undefined;
    const results = partsOf(expected)
        .flatMap((part) => part.getCallSignatures())
        .map((signature) => signature.getReturnType());
    for (const result of results) {
        for (const part of partsOf(result)) {
            const marker = markers[part.getSymbol()?.name ?? ""];
            if (marker !== undefined && part.getSymbol()?.declarations?.every(isInDeclarations)) return marker;
        }
    }
    const isNothing = (type: ts.Type) => isAlways(type, ts.TypeFlags.Void | ts.TypeFlags.Undefined);
    return results.length > 0 && results.every(isNothing) ? "nothing" : undefined;
}
