/** What generated code may refer to where it stands. */

/** Types of generated values; `Item` and `Box` are declared by each program's frame (`frame.ts`). */
export type Type =
    "number" | "string" | "boolean" | "number[]" | "string[]" | "Map" | "Set" | "Item" | "Box" | "function";

export interface Variable {
    readonly name: string;
    readonly type: Type;
    /** Whether it is a `let`. */
    readonly isMutable: boolean;
}

/** Names of a whole program are counted together, so that none is declared twice. */
export interface Names {
    count: number;
    /** What tells them from those of other programs in the same file. */
    readonly suffix: string;
}

export class Scope {
    readonly #variables: Variable[];
    readonly names: Names;
    /** Inside of a loop, of a switch, of a function. */
    readonly inLoop: boolean;
    readonly inSwitch: boolean;
    readonly inFunction: boolean;

    constructor(from?: Scope, place: Partial<Pick<Scope, "inLoop" | "inSwitch" | "inFunction">> = {}) {
        this.#variables = from === undefined ? [] : [...from.#variables];
        this.names = from?.names ?? { count: 0, suffix: "" };
        this.inLoop = place.inLoop ?? from?.inLoop ?? false;
        this.inSwitch = place.inSwitch ?? from?.inSwitch ?? false;
        this.inFunction = place.inFunction ?? from?.inFunction ?? false;
    }

    /** The outermost scope of a program. */
    static of(suffix: string): Scope {
        const scope = new Scope();
        (scope as { names: Names }).names = { count: 0, suffix };
        return scope;
    }

    /** A scope inside of this one: what it declares stays there. */
    inner(place: Partial<Pick<Scope, "inLoop" | "inSwitch" | "inFunction">> = {}): Scope {
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
    pick(type: Type, number: number, isMutable = false): Variable | undefined {
        const found = this.#variables.filter((each) => each.type === type && (!isMutable || each.isMutable));
        // The latest first: shrinking leads to what was declared just before.
        return found[found.length - 1 - (number % Math.max(found.length, 1))];
    }
}

/** A piece of code, written where it stands. It may declare variables there. */
export type Code = (scope: Scope) => string;
