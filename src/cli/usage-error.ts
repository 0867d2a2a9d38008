import type ts from "typescript";

/** The command was called in a way that cannot work; nothing was tried. Exit code 2. */
export class UsageError extends Error {
    readonly diagnostic: ts.Diagnostic | undefined;

    constructor(reason: string | ts.Diagnostic) {
        super(typeof reason === "string" ? reason : "");
        this.diagnostic = typeof reason === "string" ? undefined : reason;
    }
}
