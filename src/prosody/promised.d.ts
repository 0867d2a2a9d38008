/** @noSelfInFile */

// What the compiler makes of promises that handlers give; docs/async.md of typed-prosody tells the whole.
declare namespace Prosody {
    /**
     * What an async handler gives that Prosody does not wait for: the compiler has the handler return nothing at its first
     * `await`, and logs an error that it ends with.
     */
    interface Background extends Promise<void> {}
    /** A handler of an event, or an async one whose promise nobody waits for. */
    type EventHandler<H> =
        H | (H extends (this: void, event: infer P) => unknown ? (this: void, event: P) => Background : never);

    /**
     * A promise of an answer, of an async handler for instance. What it is rejected with goes into the log with its traceback,
     * and the client gets status 500, or the number that the reason has as its `code`.
     */
    interface PromisedAnswer extends Promise<HttpAnswer> {}

    /**
     * A promise of a step's result, or of the result and the state, of an async handler for instance. The session that sent
     * the command waits for it; for what comes from a component nothing can wait: the command fails there, with a warning.
     */
    interface PromisedStep<S = any> extends Promise<AdhocResult | readonly [result: AdhocResult, state?: S]> {}
}
