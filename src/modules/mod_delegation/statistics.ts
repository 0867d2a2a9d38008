/** @noSelfInFile */

/** What the module counts, under Prosody's statistics (`statistics = "internal"` and others). */
export const count = {
    /** IQs that went to a managing entity. */
    forwarded: module.measure("forwarded", "counter"),
    /** Answers of managing entities that were passed on. */
    answered: module.measure("answered", "counter"),
    /** IQs that were refused in place of an answer. */
    refused: module.measure("refused", "counter"),
    /** Forms that users were shown. */
    consentAsked: module.measure("consent_asked", "counter"),
    /** Forms in which a user let an entity manage something. */
    consentGranted: module.measure("consent_granted", "counter"),
    /** How often a user took something back, or a session ended that it was granted for. */
    revoked: module.measure("revoked", "counter"),
};

/** Reports, whenever statistics are collected, how many IQs wait for an answer. */
export function reportWaiting(waiting: (this: void) => number): void {
    const report = module.measure("waiting", "amount");
    module.hook_global("stats-update", () => {
        report(waiting());
    });
}
