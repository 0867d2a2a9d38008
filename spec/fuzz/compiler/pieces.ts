/** Pieces of generated code. */
import fc from "fast-check";
import type { AsyncType, Code, Scope, Type } from "./scope.ts";

export const always =
    (text: string): Code =>
    () =>
        text;

/** Pieces of code between texts: code`${a} + ${b}`. */
export function code(texts: TemplateStringsArray, ...parts: readonly (Code | string | number)[]): Code {
    return (scope) =>
        texts
            .map((text, index) => {
                const part = parts[index];
                return part === undefined ? text : text + (typeof part === "function" ? part(scope) : String(part));
            })
            .join("");
}

/** Code in a function of its own, which cannot wait for anything. */
export function still(code: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return code.map((write) => (scope) => write(scope.inner({ inAsync: false })));
}

/** A variable of a type, or other code where there is none. Now and then an object has it for a moment. */
export function variable(type: Type | AsyncType, otherwise: string): fc.Arbitrary<Code> {
    return fc.tuple(fc.nat(5), fc.nat(15)).map(([number, way]) => (scope: Scope) => {
        const name = scope.pick(type, number)?.name;
        if (name === undefined) return otherwise;
        return way === 0 ? `({ ${name} }).${name}` : name;
    });
}

/** A function's parameters and what is in sight in its body. */
export function withParameters(scope: Scope, ...types: readonly Type[]): { names: string[]; inside: Scope } {
    const inside = scope.inner({ inFunction: true, inLoop: false, inSwitch: false });
    const names = types.map((type) => {
        const name = scope.newName("p");
        inside.declare({ name, type, isMutable: false });
        return name;
    });
    return { names, inside };
}

/** `(p1) => body` with parameters of these types, as far as the callback names them. */
export function callback(body: fc.Arbitrary<Code>, ...types: readonly Type[]): fc.Arbitrary<Code> {
    return fc.tuple(body, fc.boolean()).map(([inner, isBlock]) => (scope) => {
        const { names, inside } = withParameters(scope, ...types);
        const text = inner(inside);
        return isBlock ? `(${names.join(", ")}) => {\nburn();\nreturn ${text};\n}` : `(${names.join(", ")}) => ${text}`;
    });
}
