/**
 * `new Counter(2)`: the transpiler makes each object by one function for all classes, which calls the class's constructor. By
 * hand a class has a function that makes its objects, with their first fields in place:
 *
 *     local function newCounter(step)
 *         return setmetatable({ step = step, count = 0 }, Counter.prototype)
 *     end
 *
 * Not for classes that others extend, that have accessors, or that are values: those are constructed in more than one way.
 */
import {
    calledGlobal,
    clone,
    holds,
    keepPlace,
    keepPosition,
    lua,
    replaceBelow,
    type Commented,
    type Identifier,
} from "../lua/syntax.ts";
import { isPure } from "./effects.ts";
import { bindingOf, createBinding, mentions, reference, type Binding } from "./scope.ts";
import type { Unit } from "./unit.ts";

interface Class {
    unit: Unit;
    base: Binding | undefined;
    /** The statement that defines its constructor. */
    definition: lua.Statement | undefined;
    constructor_: lua.FunctionExpression | undefined;
    isExtended: boolean;
    /** Used as a value, or with accessors. */
    isOpen: boolean;
}

/** The class of `C.prototype`. */
function prototypeOf(node: lua.Node): Binding | undefined {
    if (!lua.isTableIndexExpression(node) || !lua.isStringLiteral(node.index)) return undefined;
    return node.index.value === "prototype" ? bindingOf(node.table) : undefined;
}

/** The class of `C.prototype.____constructor`. */
function constructorOf(node: lua.Node): Binding | undefined {
    if (!lua.isTableIndexExpression(node) || !lua.isStringLiteral(node.index)) return undefined;
    return node.index.value === "____constructor" ? prototypeOf(node.table) : undefined;
}

export function constructDirectly(units: readonly Unit[]): void {
    const classes = findClasses(units);
    if (classes.size === 0 || !readUses(units, classes)) return;
    for (const [binding, each] of classes) if (binding.global) each.isOpen = true;
    const makers = new Map<Binding, Binding>();
    for (const [binding, each] of classes) {
        if (isOpen(each, classes) || each.isExtended) continue;
        const maker = makeMaker(binding, each, classes);
        if (maker) makers.set(binding, maker);
    }
    for (const unit of units) {
        const block = lua.createBlock(unit.statements);
        replaceBelow(block, (node) => {
            if (calledGlobal(node) !== "__TS__New") return node;
            const { params } = node as lua.CallExpression;
            const maker = makers.get(bindingOf(params[0])!);
            return maker ? keepPosition(lua.createCallExpression(reference(maker), params.slice(1)), node) : node;
        });
        unit.statements = block.statements;
    }
}

/** Classes at the top of files. */
function findClasses(units: readonly Unit[]): Map<Binding, Class> {
    const classes = new Map<Binding, Class>();
    for (const unit of units) {
        for (const statement of unit.statements) {
            const isVariable = lua.isVariableDeclarationStatement(statement) || lua.isAssignmentStatement(statement);
            if (!isVariable || statement.left.length !== 1 || statement.right?.length !== 1) continue;
            const binding = bindingOf(statement.left[0]);
            if (!binding || calledGlobal(statement.right[0]!) !== "__TS__Class") continue;
            classes.set(binding, {
                unit,
                base: undefined,
                definition: undefined,
                constructor_: undefined,
                isExtended: false,
                isOpen: classes.has(binding),
            });
        }
    }
    return classes;
}

/** What is done with the classes; false where objects are made of classes that nobody can name. */
function readUses(units: readonly Unit[], classes: ReadonlyMap<Binding, Class>): boolean {
    let isNamed = true;
    const visit = (node: lua.Node): void => {
        const called = calledGlobal(node);
        const params = called === undefined ? [] : (node as lua.CallExpression).params;
        if (called === "__TS__New") {
            if (!classes.has(bindingOf(params[0])!)) isNamed &&= isHelperClass(params[0]);
            params.slice(1).forEach(visit);
        } else if (called === "__TS__ClassExtends") {
            const [extending, base] = params.map((each) => classes.get(bindingOf(each)!));
            if (base) base.isExtended = true;
            if (extending) {
                extending.base = bindingOf(params[1]);
                extending.isOpen ||= !base;
            }
        } else if (called === "__TS__InstanceOf") {
            visit(params[0]!);
            if (!classes.has(bindingOf(params[1])!)) visit(params[1]!);
        } else if (lua.isTableIndexExpression(node) && classes.has(bindingOf(node.table)!)) {
            if (lua.isStringLiteral(node.index) && node.index.value === "prototype") return;
            visit(node.index);
        } else if (lua.isIdentifier(node)) {
            const each = classes.get(bindingOf(node)!);
            if (each) each.isOpen = true;
        } else {
            if (called === "__TS__SetDescriptor") {
                const each = classes.get(prototypeOf(params[0]!)!) ?? classes.get(bindingOf(params[0])!);
                if (each) each.isOpen = true;
            }
            // `new this()` and the like.
            const isConstructor =
                lua.isTableIndexExpression(node) &&
                lua.isStringLiteral(node.index) &&
                node.index.value === "constructor";
            if (isConstructor) isNamed = false;
            const record = node as unknown as Record<string, unknown>;
            for (const [key, value] of Object.entries(record)) {
                if (key === "binding") continue;
                for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
                    if (typeof item === "object" && item !== null && "kind" in item) visit(item as lua.Node);
                }
            }
        }
    };
    for (const unit of units) {
        for (const statement of unit.statements) {
            if (isOwnDefinition(statement, classes)) {
                for (const value of statement.right ?? []) visit(value);
            } else visit(statement);
        }
    }
    return isNamed;
}

/** `Map`, `Error` and others that come with the chunk. */
function isHelperClass(node: lua.Node | undefined): boolean {
    return node !== undefined && lua.isIdentifier(node) && !(node as Identifier).binding;
}

/** `local C = class()`, or a field of a class or its prototype; notes the constructor. */
function isOwnDefinition(
    statement: lua.Statement,
    classes: ReadonlyMap<Binding, Class>,
): statement is lua.VariableDeclarationStatement | lua.AssignmentStatement {
    if (!lua.isVariableDeclarationStatement(statement) && !lua.isAssignmentStatement(statement)) return false;
    if (statement.left.length !== 1) return false;
    const [left] = statement.left as lua.Expression[];
    const constructed = classes.get(constructorOf(left!)!);
    const value = statement.right?.[0];
    if (constructed && value && lua.isFunctionExpression(value)) {
        constructed.isOpen ||= constructed.definition !== undefined;
        constructed.definition = statement;
        constructed.constructor_ = value;
        return true;
    }
    if (classes.has(bindingOf(left)!)) return value !== undefined && calledGlobal(value) === "__TS__Class";
    if (!lua.isTableIndexExpression(left!)) return false;
    return classes.has(bindingOf(left.table)!) || classes.has(prototypeOf(left.table)!);
}

function isOpen({ isOpen: itself, base }: Class, classes: ReadonlyMap<Binding, Class>): boolean {
    const above = base && classes.get(base);
    return itself || (base !== undefined && (!above || isOpen(above, classes)));
}

// ---------------------------------------------------------------- the function

interface Field {
    key: string;
    value: lua.Expression;
    from: lua.Statement;
}

/** `self.x = value`, where the value can be had before there is a self. */
function readField(statement: lua.Statement, self: Binding): Field | undefined {
    if (!lua.isAssignmentStatement(statement) || statement.left.length !== 1 || statement.right.length !== 1) return;
    const [left] = statement.left;
    const [value] = statement.right;
    if (!lua.isTableIndexExpression(left!) || bindingOf(left.table) !== self || !lua.isStringLiteral(left.index))
        return;
    if (!isPure(value!) || mentions(value!, self) > 0) return undefined;
    return { key: left.index.value, value: value!, from: statement };
}

function returns(statements: readonly lua.Statement[]): boolean {
    const isOwn = (node: lua.Node) => !lua.isFunctionExpression(node);
    return statements.some((statement) => holds(statement, lua.isReturnStatement, isOwn));
}

/** The fields that a base class's constructor sets, where it does nothing else. */
function inheritedFields(
    call: lua.Statement,
    self: Binding,
    classes: ReadonlyMap<Binding, Class>,
): Field[] | undefined {
    if (!lua.isExpressionStatement(call) || !lua.isCallExpression(call.expression)) return undefined;
    const { expression, params } = call.expression;
    const base = classes.get(constructorOf(expression)!);
    const called = base?.constructor_;
    if (!base || base.base || !called?.params || called.dots || bindingOf(params[0]) !== self) return undefined;
    const args = params.slice(1);
    if (!args.every((each) => isPure(each) && mentions(each, self) === 0)) return undefined;
    const [own, ...names] = called.params.map((each) => bindingOf(each)!);
    const fields: Field[] = [];
    for (const statement of called.body.statements) {
        const field = readField(statement, own!);
        if (!field) return undefined;
        const position = names.indexOf(bindingOf(field.value)!);
        if (position < 0 && !lua.isLiteral(field.value)) return undefined;
        const value = position < 0 ? clone(field.value) : (args[position] ?? lua.createNilLiteral());
        // A value that stands in two places is one of a variable or a literal.
        if (!lua.isLiteral(value) && !lua.isIdentifier(value)) return undefined;
        fields.push({
            ...field,
            value: lua.isIdentifier(value) ? reference(bindingOf(value) ?? createBinding("")) : value,
        });
        if (lua.isIdentifier(value) && !bindingOf(value)) return undefined;
    }
    return fields;
}

/** Puts the function in the place of the constructor. */
function makeMaker(binding: Binding, each: Class, classes: ReadonlyMap<Binding, Class>): Binding | undefined {
    const { constructor_: called, definition, unit } = each;
    if (!called?.params || !definition || called.dots) return undefined;
    const [first, ...params] = called.params;
    const self = bindingOf(first);
    const statements = [...called.body.statements];
    if (!self || returns(statements)) return undefined;
    const fields: Field[] = [];
    const inherited = statements[0] && inheritedFields(statements[0], self, classes);
    if (inherited) {
        fields.push(...inherited);
        statements.shift();
    }
    for (let next = statements[0]; next; next = statements[0]) {
        const field = readField(next, self);
        if (!field || fields.some(({ key }) => key === field.key)) break;
        fields.push(field);
        statements.shift();
    }
    const table = lua.createTableExpression(
        fields.map(({ key, value, from }) => {
            const field: Commented = keepPosition(
                lua.createTableFieldExpression(value, lua.createStringLiteral(key)),
                from,
            );
            if (from.leadingComments) field.leadingComments = from.leadingComments;
            return field as lua.TableFieldExpression;
        }),
    );
    const prototype = lua.createTableIndexExpression(reference(binding), lua.createStringLiteral("prototype"));
    const object = lua.createCallExpression(lua.createIdentifier("setmetatable"), [table, prototype]);
    const body =
        statements.length === 0
            ? [lua.createReturnStatement([object])]
            : [
                  lua.createVariableDeclarationStatement(first!, object),
                  ...statements,
                  lua.createReturnStatement([reference(self)]),
              ];
    const maker = createBinding(`new${binding.name[0]!.toUpperCase()}${binding.name.slice(1)}`);
    const value = lua.createFunctionExpression(lua.createBlock(body), params, undefined, lua.NodeFlags.Declaration);
    const made = lua.createVariableDeclarationStatement(reference(maker), keepPosition(value, called));
    if (definition.leadingComments) made.leadingComments = definition.leadingComments;
    unit.statements[unit.statements.indexOf(definition)] = keepPlace(made, definition);
    return maker;
}
