/** What generated code may refer to where it stands. */

/** Types of generated values; `Item` and `Box` are declared by each program's frame (`frame.ts`). */
export type Type =
    "number" | "string" | "boolean" | "number[]" | "string[]" | "Map" | "Set" | "Item" | "Box" | "function";

/**
 * What there is in async code alone: a promise of a number; an async function that whoever calls it waits for at once; and one
 * that may run beside its caller (`waiting.ts` says which those are).
 */
export type AsyncType = "Promise" | "waiting function" | "task";

export interface Variable {
    readonly name: string;
    readonly type: Type | AsyncType;
    /** Whether it is a `let`. */
    readonly isMutable: boolean;
}

/** Names of a whole program are counted together, so that none is declared twice. */
export interface Names {
    count: number;
    /** What tells them from those of other programs in the same file. */
    readonly suffix: string;
}

/** Inside of a loop, of a switch, of a function; where something can be waited for. */
export type Place = Partial<Pick<Scope, "inLoop" | "inSwitch" | "inFunction" | "inAsync">>;

export class Scope {
    readonly #variables: Variable[];
    readonly names: Names;
    readonly inLoop: boolean;
    readonly inSwitch: boolean;
    readonly inFunction: boolean;
    readonly inAsync: boolean;

    constructor(from?: Scope, place: Place = {}) {
        // A promise is seen in the function alone that has it: no two functions wait for the same one.
        const known = from === undefined ? [] : from.#variables;
        this.#variables = known.filter(({ type }) => !place.inFunction || type !== "Promise");
        this.names = from?.names ?? { count: 0, suffix: "" };
        this.inLoop = place.inLoop ?? from?.inLoop ?? false;
        this.inSwitch = place.inSwitch ?? from?.inSwitch ?? false;
        this.inFunction = place.inFunction ?? from?.inFunction ?? false;
        // A function in an async one cannot wait unless it is async itself.
        this.inAsync = place.inAsync ?? (place.inFunction ? false : (from?.inAsync ?? false));
    }

    /** The outermost scope of a program. */
    static of(suffix: string): Scope {
        const scope = new Scope();
        (scope as { names: Names }).names = { count: 0, suffix };
        return scope;
    }

    /** A scope inside of this one: what it declares stays there. */
    inner(place: Place = {}): Scope {
        return new Scope(this, place);
    }

    /** A name that no other variable of the program has. */
    newName(stem: string): string {
        this.names.count += 1;
        return `${stem}${this.names.count}${this.names.suffix}`;
    }

    declare(variable: Variable): void {
        this.#variables.push(variable);
    }

    /** One of the variables of a type that are in sight, the same for the same number; undefined where there is none. */
    pick(type: Type | AsyncType, number: number, isMutable = false): Variable | undefined {
        const found = this.#variables.filter((each) => each.type === type && (!isMutable || each.isMutable));
        // The latest first: shrinking leads to what was declared just before.
        return found[found.length - 1 - (number % Math.max(found.length, 1))];
    }
}

/** A piece of code, written where it stands. It may declare variables there. */
export type Code = (scope: Scope) => string;
