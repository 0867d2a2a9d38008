/**
 * `list.map((x) => x * 2)` and its like, where the callback is written in place: a loop, as one writes it by hand, without
 * a call for each element. Stages of a chain share one loop where their order cannot matter.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { callOf, lengthOf, minusOne, negation, nextKey } from "../lua/expressions.ts";
import { clone, holds, replaceBelow } from "../lua/syntax.ts";
import { mayBeNil } from "../union-parts.ts";
import { isCallOnText, keepsSize } from "./growth.ts";
import { createJump, loopBody } from "./jumps.ts";
import { isAssigned } from "./loop.ts";
import { countFromOne, countUses, declares } from "./positions.ts";
import { temporary } from "./temporary.ts";

const methods = ["map", "filter", "forEach", "some", "every", "find", "findIndex", "reduce"] as const;
type Method = (typeof methods)[number];

interface Stage {
    method: Method;
    call: ts.CallExpression;
    list: ts.Expression;
    callback: ts.ArrowFunction;
}

function isMethod(name: string): name is Method {
    return (methods as readonly string[]).includes(name);
}

/** Whether a method is JavaScript's own: `util.array` of Prosody has a `map` of another meaning. */
function isBuiltIn(context: TransformationContext, callee: ts.PropertyAccessExpression): boolean {
    if (!isArrayType(context, context.checker.getTypeAtLocation(callee.expression))) return false;
    const declaration = context.checker.getSymbolAtLocation(callee.name)?.declarations?.[0];
    const owner = declaration?.parent;
    if (!owner || !ts.isInterfaceDeclaration(owner)) return false;
    return owner.name.text === "Array" || owner.name.text === "ReadonlyArray";
}

function readStage(node: ts.Expression, context: TransformationContext): Stage | undefined {
    if (!ts.isCallExpression(node) || ts.isOptionalChain(node)) return undefined;
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || !isMethod(callee.name.text)) return undefined;
    // Inside a chain with `?.` the transpiler works on nodes of its own.
    if (ts.getOriginalNode(node) !== node || ts.getOriginalNode(callee) !== callee) return undefined;
    const method = callee.name.text;
    const [callback, initial, more] = node.arguments;
    if (!callback || more || !ts.isArrowFunction(callback) || !isPlain(callback, method, context)) return undefined;
    // Without a first value reduce of an empty list raises an error; a second argument of the others is their `this`.
    if ((method === "reduce") !== (initial !== undefined)) return undefined;
    if (initial && ts.isSpreadElement(initial)) return undefined;
    // Value and index; reduce has the result so far in front. What takes the list itself gets it from the function.
    if (callback.parameters.length > (method === "reduce" ? 3 : 2)) return undefined;
    if (!isBuiltIn(context, callee)) return undefined;
    return { method, call: node, list: callee.expression, callback };
}

function isPlain(callback: ts.ArrowFunction, method: Method, context: TransformationContext): boolean {
    const { modifiers, parameters, body } = callback;
    if (modifiers || parameters.some(({ dotDotDotToken, initializer }) => dotDotDotToken || initializer)) return false;
    const isKept = parameters.every(({ name }) => {
        const symbol = ts.isIdentifier(name) && context.checker.getSymbolAtLocation(name);
        return !symbol || !isAssigned(symbol, body, context);
    });
    if (!isKept) return false;
    return !ts.isBlock(body) || (method === "forEach" ? returnsSimply(body) : endsOnce(body));
}

/** Whether a block's one `return` is its last statement. */
function endsOnce({ statements }: ts.Block): boolean {
    const last = statements.at(-1);
    if (!last || !ts.isReturnStatement(last) || !last.expression) return false;
    return statements.every((statement) => statement === last || !leaves(statement, () => false));
}

/** Whether each `return` without a value can go on to the next element: none is in a loop of its own. */
function returnsSimply(body: ts.Block): boolean {
    return !leaves(body, (node) => ts.isReturnStatement(node) && !node.expression);
}

/** Whether there is a `return` that is not allowed, or a `try` or loop with any. */
function leaves(node: ts.Node, isAllowed: (node: ts.ReturnStatement) => boolean): boolean {
    let found = false;
    const visit = (inner: ts.Node, isInside: boolean): void => {
        if (ts.isReturnStatement(inner)) found ||= isInside || !isAllowed(inner);
        if (ts.isTryStatement(inner)) found = true;
        if (found || ts.isFunctionLike(inner)) return;
        const isOwn = ts.isIterationStatement(inner, false) || ts.isSwitchStatement(inner);
        ts.forEachChild(inner, (child) => visit(child, isInside || isOwn));
    };
    visit(node, false);
    return found;
}

// ---------------------------------------------------------------- chains

/** Whether evaluating it can be seen by nobody: it may be done earlier or later than other such things. */
function isUnseen(node: ts.Node, context: TransformationContext): boolean {
    let unseen = true;
    const visit = (inner: ts.Node): void => {
        if (ts.isCallExpression(inner)) unseen &&= isCallOnText(inner, context);
        else if (ts.isNewExpression(inner) || ts.isTaggedTemplateExpression(inner) || ts.isFunctionLike(inner)) {
            unseen = false;
        } else if (ts.isDeleteExpression(inner) || ts.isYieldExpression(inner) || ts.isAwaitExpression(inner)) {
            unseen = false;
        } else if (ts.isBinaryExpression(inner)) {
            const { kind } = inner.operatorToken;
            unseen &&= kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment;
        } else if (ts.isPrefixUnaryExpression(inner) || ts.isPostfixUnaryExpression(inner)) {
            const { operator } = inner;
            unseen &&= operator !== ts.SyntaxKind.PlusPlusToken && operator !== ts.SyntaxKind.MinusMinusToken;
        }
        if (unseen) ts.forEachChild(inner, visit);
    };
    visit(node);
    return unseen;
}

/** The stages that share a loop, first to last. */
function readChain(last: Stage, context: TransformationContext): Stage[] {
    const chain = [last];
    for (;;) {
        const first = chain[0]!;
        const before = readStage(first.list, context);
        if (!before || (before.method !== "map" && before.method !== "filter")) return chain;
        const { body, parameters } = before.callback;
        if (ts.isBlock(body) || !isUnseen(body, context)) return chain;
        if (parameters.some(({ name }) => !ts.isIdentifier(name))) return chain;
        // An index would be that of another list; a pattern's names are the pattern's own.
        const own = first.callback.parameters;
        if (own.length > (first.method === "reduce" ? 2 : 1)) return chain;
        if (parameters.length > 1 && chain.length > 1) return chain;
        // What is undefined keeps its place in a list of results.
        const type = context.checker.getTypeAtLocation(body);
        if (before.method === "map" && mayBeNil(type)) return chain;
        chain.unshift(before);
    }
}

// ---------------------------------------------------------------- callbacks as statements

/** A callback's Lua: what it does, and the value that it ends with. */
interface Inlined {
    statements: lua.Statement[];
    value: lua.Expression | undefined;
}

/** The parts of a transformed callback; undefined where it ends in more than one place. */
function open(body: readonly lua.Statement[], method: Method): Inlined | undefined {
    const last = body.at(-1);
    const ends = last && lua.isReturnStatement(last) ? last : undefined;
    const statements = ends ? body.slice(0, -1) : [...body];
    if (method === "forEach") {
        const value = ends?.expressions[0];
        // The value is of no use, but a call is made all the same.
        if (value && isCall(value)) statements.push(lua.createExpressionStatement(value));
        else if (value && !lua.isLiteral(value) && !lua.isIdentifier(value)) return undefined;
        return returnsAsJumps(statements) ? { statements, value: undefined } : undefined;
    }
    if (!ends || ends.expressions.length !== 1 || statements.some(returns)) return undefined;
    return { statements, value: ends.expressions[0]! };
}

function isCall(node: lua.Expression): node is lua.CallExpression | lua.MethodCallExpression {
    return lua.isCallExpression(node) || lua.isMethodCallExpression(node);
}

function returns(node: lua.Node): boolean {
    return holds(node, lua.isReturnStatement, (inner) => !lua.isFunctionExpression(inner));
}

/** `return` in the callback of forEach goes on to the next element. Not out of a loop of the callback's own. */
function returnsAsJumps(statements: lua.Statement[]): boolean {
    for (let index = 0; index < statements.length; index++) {
        const statement = statements[index]!;
        if (lua.isReturnStatement(statement)) {
            if (statement.expressions.some((each) => !lua.isNilLiteral(each))) return false;
            statements[index] = createJump("next");
        } else if (lua.isIfStatement(statement)) {
            let branch: lua.IfStatement | lua.Block | undefined = statement;
            while (branch) {
                const block: lua.Block = lua.isIfStatement(branch) ? branch.ifBlock : branch;
                if (!returnsAsJumps(block.statements)) return false;
                branch = lua.isIfStatement(branch) ? branch.elseBlock : undefined;
            }
        } else if (lua.isDoStatement(statement)) {
            if (!returnsAsJumps(statement.statements)) return false;
        } else if (returns(statement)) return false;
    }
    return true;
}

function assigns(node: lua.Node, name: string): boolean {
    return holds(
        node,
        (inner) =>
            lua.isAssignmentStatement(inner) && inner.left.some((left) => lua.isIdentifier(left) && left.text === name),
    );
}

/** Lets a parameter be another variable. */
function rename(block: lua.Block, from: string, to: lua.Identifier): void {
    replaceBelow(block, (node) => (lua.isIdentifier(node) && node.text === from ? clone(to) : node));
}

// ---------------------------------------------------------------- the loop

class Loop {
    private readonly body: lua.Statement[] = [];
    private innermost: lua.Statement[] = this.body;
    private readonly index: lua.Identifier;
    private usesIndex = false;
    private value: lua.Expression;
    private isFiltered = false;
    private readonly context: TransformationContext;
    private readonly list: lua.Expression;
    private readonly last: Stage;
    /** For `ipairs`, which asks for the next element each time: for lists that do not grow meanwhile. */
    private readonly element: lua.Identifier | undefined;

    constructor(context: TransformationContext, chain: readonly Stage[], list: lua.Expression, isStable: boolean) {
        this.context = context;
        this.last = chain.at(-1)!;
        this.list = list;
        this.index = this.newVariable("i");
        if (isStable) this.element = this.newVariable(elementName(chain[0]!));
        this.value = this.element ?? lua.createTableIndexExpression(clone(list), clone(this.index));
        this.usesIndex = !isStable;
    }

    newVariable(name: string): lua.Identifier {
        return temporary(this.context, name, this.last.call);
    }

    /** Puts a callback's statements into the loop; undefined where they cannot be there. */
    inline(stage: Stage, isLast = true, accumulator?: lua.Identifier): lua.Expression | true | undefined {
        const callback = this.context.transformExpression(stage.callback);
        if (!lua.isFunctionExpression(callback) || callback.dots) return undefined;
        const opened = open(callback.body.statements, stage.method);
        if (!opened) return undefined;
        const block = lua.createBlock([
            ...opened.statements,
            ...(opened.value ? [lua.createReturnStatement([opened.value])] : []),
        ]);
        const params = [...(callback.params ?? [])];
        if (accumulator) {
            const own = params.shift();
            // A function would see later values, too.
            if (
                own &&
                (declares(block, own.text) || assigns(block, own.text) || holds(block, lua.isFunctionExpression))
            )
                return undefined;
            if (own) rename(block, own.text, accumulator);
        }
        const [element, position] = params;
        if (element) {
            const isFree = !declares(block, element.text);
            if (isFree && lua.isIdentifier(this.value)) rename(block, element.text, this.value);
            else if (isFree && !isLast) {
                // Its name may mean another variable in the callbacks that come after.
                const unmistakable = this.newVariable(element.text);
                rename(block, element.text, unmistakable);
                this.declareElement(unmistakable);
            } else this.declareElement(element);
        }
        if (position) {
            const uses = countUses(block, position.text);
            // As it is, where it costs no more than a variable does.
            if (uses && uses.others <= 1) {
                countFromOne(block, position.text, this.index);
                this.usesIndex = true;
            } else this.innermost.push(lua.createVariableDeclarationStatement(position, this.position()));
        }
        const end = block.statements.at(-1);
        const value = end && lua.isReturnStatement(end) ? end.expressions[0] : undefined;
        this.innermost.push(...(value ? block.statements.slice(0, -1) : block.statements));
        return value ?? true;
    }

    private declareElement(element: lua.Identifier): void {
        this.innermost.push(lua.createVariableDeclarationStatement(element, this.value));
        this.value = element;
    }

    /** The element in a variable: what a filter lets through is used again. */
    private keepElement(): lua.Identifier {
        if (lua.isIdentifier(this.value)) return this.value;
        const kept = this.newVariable("value");
        this.declareElement(kept);
        return kept;
    }

    filter(stage: Stage, isLast: boolean): boolean {
        if (stage.callback.parameters.length === 0) this.keepElement();
        const condition = this.inline(stage, isLast);
        if (!condition || condition === true) return false;
        const block = lua.createBlock([]);
        this.innermost.push(lua.createIfStatement(condition, block));
        this.innermost = block.statements;
        this.isFiltered = true;
        return true;
    }

    map(stage: Stage, isLast: boolean): boolean {
        const value = this.inline(stage, isLast);
        if (!value || value === true) return false;
        this.value = value;
        return true;
    }

    /** `result[n] = value` */
    append(result: lua.Identifier): void {
        const key = this.isFiltered ? nextKey(clone(result)) : clone(this.index);
        this.usesIndex ||= !this.isFiltered;
        this.innermost.push(
            lua.createAssignmentStatement(lua.createTableIndexExpression(clone(result), key), clone(this.value)),
        );
    }

    /** `if condition then result = value; break end` */
    leaveIf(condition: lua.Expression, result: lua.Identifier, value: lua.Expression): void {
        const block = lua.createBlock([
            lua.createAssignmentStatement(clone(result), value),
            lua.createBreakStatement(),
        ]);
        this.innermost.push(lua.createIfStatement(condition, block));
    }

    assign(result: lua.Identifier, value: lua.Expression): void {
        this.innermost.push(lua.createAssignmentStatement(clone(result), value));
    }

    currentValue(): lua.Identifier {
        return clone(this.keepElement());
    }

    /** The index as JavaScript counts. */
    position(): lua.Expression {
        this.usesIndex = true;
        return minusOne(clone(this.index));
    }

    finish(): lua.Statement {
        const body = lua.createBlock(loopBody(this.body));
        const node = this.last.call;
        if (this.element) {
            const index = this.usesIndex ? this.index : lua.createAnonymousIdentifier();
            const elements = callOf("ipairs", [this.list], node);
            return lua.createForInStatement(body, [index, clone(this.element)], [elements], node);
        }
        const length = lengthOf(clone(this.list));
        return lua.createForStatement(body, this.index, lua.createNumericLiteral(1), length, undefined, node);
    }
}

function elementName({ method, callback }: Stage): string {
    const element = callback.parameters[method === "reduce" ? 1 : 0];
    return element && ts.isIdentifier(element.name) ? element.name.text : "value";
}

/** A variable of the function around, which the loop can read as it is; others it would fetch again in each turn. */
function isNear(node: ts.Expression, context: TransformationContext): boolean {
    if (!ts.isIdentifier(node)) return false;
    const declaration = context.checker.getSymbolAtLocation(node)?.valueDeclaration;
    if (!declaration || (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration))) return false;
    const around = ts.findAncestor(node, ts.isFunctionLike);
    if (around === undefined || ts.findAncestor(declaration, ts.isFunctionLike) !== around) return false;
    const symbol = context.checker.getSymbolAtLocation(node)!;
    return !isAssigned(symbol, around, context);
}

function transformChain(chain: Stage[], context: TransformationContext): lua.Expression | undefined {
    const last = chain.at(-1)!;
    const [first] = chain;
    let list = context.transformExpression(first!.list);
    const before: lua.Statement[] = [];
    const isStable = chain.every(({ callback }) => keepsSize(callback.body, first!.list, context));
    if (!isStable && !(lua.isIdentifier(list) && isNear(first!.list, context))) {
        const held = temporary(context, "list", first!.list);
        before.push(lua.createVariableDeclarationStatement(held, list, first!.list));
        list = held;
    }
    const loop = new Loop(context, chain, list, isStable);
    for (const stage of chain.slice(0, -1)) {
        if (!(stage.method === "map" ? loop.map(stage, false) : loop.filter(stage, false))) return undefined;
    }
    const result = loop.newVariable(resultNames[last.method]);
    let initial: lua.Expression | undefined;
    switch (last.method) {
        case "map":
            if (!loop.map(last, true)) return undefined;
            loop.append(result);
            initial = lua.createTableExpression();
            break;
        case "filter":
            if (!loop.filter(last, true)) return undefined;
            loop.currentValue();
            loop.append(result);
            initial = lua.createTableExpression();
            break;
        case "forEach":
            if (!loop.inline(last)) return undefined;
            break;
        case "reduce": {
            const moved = context.transformExpression(last.call.arguments[1]!);
            initial = moved;
            const value = loop.inline(last, true, result);
            if (!value || value === true) return undefined;
            loop.assign(result, value);
            break;
        }
        default: {
            if (last.method === "find" && last.callback.parameters.length === 0) return undefined;
            const condition = loop.inline(last);
            if (!condition || condition === true) return undefined;
            if (last.method === "some") {
                initial = lua.createBooleanLiteral(false);
                loop.leaveIf(condition, result, lua.createBooleanLiteral(true));
            } else if (last.method === "every") {
                initial = lua.createBooleanLiteral(true);
                loop.leaveIf(negation(condition), result, lua.createBooleanLiteral(false));
            } else if (last.method === "find") {
                loop.leaveIf(condition, result, loop.currentValue());
            } else {
                initial = lua.createNumericLiteral(-1);
                loop.leaveIf(condition, result, loop.position());
            }
        }
    }
    context.addPrecedingStatements(before);
    if (last.method === "forEach") {
        context.addPrecedingStatements(loop.finish());
        return lua.createNilLiteral();
    }
    context.addPrecedingStatements([lua.createVariableDeclarationStatement(result, initial, last.call), loop.finish()]);
    return clone(result);
}

const resultNames: Record<Method, string> = {
    map: "mapped",
    filter: "filtered",
    forEach: "none",
    some: "found",
    every: "all",
    find: "found",
    findIndex: "position",
    reduce: "total",
};

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    // Outside functions it runs once, and one statement is easier to leave out than several where nobody needs it.
    const stage = ts.findAncestor(node, ts.isFunctionLike) && readStage(node, context);
    if (!stage) return context.superTransformExpression(node);
    context.pushPrecedingStatements();
    const inlined = transformChain(readChain(stage, context), context);
    const statements = context.popPrecedingStatements();
    if (!inlined) return context.superTransformExpression(node);
    context.addPrecedingStatements(statements);
    return inlined;
}

export const callbackVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 30 },
};
