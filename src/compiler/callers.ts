/** What all who call an async function do with its promise. Where it is always the same, no promise is needed. */
import ts from "typescript";
import { isAsync, mayBePromise } from "./checks/promises.ts";
import { referencesIn } from "./references.ts";

/**
 * - `await`: every call stands right behind an `await`, so the function may run in its caller's coroutine.
 * - `drop`: nobody has a use for the promise, nor does the function give one that somebody would have to watch.
 */
export type Use = "await" | "drop";

type AsyncFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

const known = new WeakMap<ts.SourceFile, ReadonlyMap<ts.Node, Use>>();

/** Undefined for what is exported, handed on, or called in more than one way. */
export function useOf(node: AsyncFunction, checker: ts.TypeChecker): Use | undefined {
    return usesIn(node.getSourceFile(), checker).get(ts.getOriginalNode(node));
}

/** Whether a call is one of a function that runs in its caller's coroutine. */
export function runsInCaller(call: ts.Expression, checker: ts.TypeChecker): call is ts.CallExpression {
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return false;
    const called = checker.getSymbolAtLocation(call.expression);
    const node = called && asyncFunctionOf(called);
    return node !== undefined && useOf(node, checker) === "await";
}

function usesIn(file: ts.SourceFile, checker: ts.TypeChecker): ReadonlyMap<ts.Node, Use> {
    let found = known.get(file);
    if (!found) known.set(file, (found = findUses(file, checker)));
    return found;
}

function findUses(file: ts.SourceFile, checker: ts.TypeChecker): ReadonlyMap<ts.Node, Use> {
    const functions = new Map<ts.Symbol, AsyncFunction>();
    const collect = (node: ts.Node): void => {
        if (isNamed(node)) {
            const symbol = node.name && checker.getSymbolAtLocation(node.name);
            const found = symbol && asyncFunctionOf(symbol);
            if (found) functions.set(symbol, found);
        }
        ts.forEachChild(node, collect);
    };
    collect(file);
    const names = new Map([...functions].map(([symbol, node]): [ts.Node, ts.Symbol] => [node, symbol]));
    const uses = new Map<ts.Symbol, Use>();
    const calls: Calls = new Map();
    for (const [symbol, references] of referencesIn(file, new Set(functions.keys()), checker)) {
        const [first, ...others] = references.map(useBy);
        if (!first || others.some((other) => other !== first)) continue;
        if (first === "drop" && givesPromise(functions.get(symbol)!, checker)) continue;
        uses.set(symbol, first);
        if (first !== "await") continue;
        for (const reference of references) {
            for (let around: ts.Node | undefined = reference; around; around = around.parent) {
                const caller = names.get(around);
                if (caller) addCall(calls, caller, symbol);
            }
        }
    }
    const found = new Map<ts.Node, Use>();
    for (const [symbol, use] of uses) {
        // Calls that nest in one coroutine take of the C stack, also while they wait: how many do must not depend on data.
        if (use === "drop" || !reaches(calls, symbol, symbol)) found.set(functions.get(symbol)!, use);
    }
    return found;
}

const isNamed = (node: ts.Node) => ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);

/** The async function that a name always stands for, and that no other file knows. */
function asyncFunctionOf(symbol: ts.Symbol): AsyncFunction | undefined {
    const declaration = symbol.valueDeclaration;
    if (!declaration || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0) return undefined;
    if (ts.isFunctionDeclaration(declaration)) {
        const isOne = symbol.declarations?.length === 1 && declaration.body !== undefined;
        return isOne && isPlainAsync(declaration) ? declaration : undefined;
    }
    if (!ts.isVariableDeclaration(declaration) || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) {
        return undefined;
    }
    const { initializer } = declaration;
    const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return isFunction && isPlainAsync(initializer) ? initializer : undefined;
}

const isPlainAsync = (node: AsyncFunction) => isAsync(node) && !node.asteriskToken;

function useBy(reference: ts.Identifier): Use | undefined {
    const call = reference.parent;
    if (!ts.isCallExpression(call) || call.expression !== reference || call.questionDotToken) return undefined;
    if (ts.isAwaitExpression(call.parent)) return "await";
    return ts.isVoidExpression(call.parent) || ts.isExpressionStatement(call.parent) ? "drop" : undefined;
}

/** Whether a promise may be what the function returns: its rejection would be nobody's then. */
export function givesPromise(node: AsyncFunction, checker: ts.TypeChecker): boolean {
    const isSuch = (value: ts.Expression) => mayBePromise(checker.getTypeAtLocation(value));
    const visit = (inner: ts.Node): boolean => {
        if (ts.isReturnStatement(inner)) return inner.expression !== undefined && isSuch(inner.expression);
        return !ts.isFunctionLike(inner) && (ts.forEachChild(inner, visit) ?? false);
    };
    return node.body !== undefined && (ts.isBlock(node.body) ? visit(node.body) : isSuch(node.body));
}

type Calls = Map<ts.Symbol, Set<ts.Symbol>>;

function addCall(calls: Calls, caller: ts.Symbol, called: ts.Symbol): void {
    const all = calls.get(caller) ?? new Set();
    calls.set(caller, all.add(called));
}

function reaches(calls: Calls, from: ts.Symbol, to: ts.Symbol): boolean {
    const seen = new Set<ts.Symbol>();
    const pending = [from];
    for (let at = pending.pop(); at; at = pending.pop()) {
        for (const called of calls.get(at) ?? []) {
            if (called === to) return true;
            if (!seen.has(called)) pending.push(called);
            seen.add(called);
        }
    }
    return false;
}
