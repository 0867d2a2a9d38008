/** Which recorded events are not Prosody's own. */

/** Whether an event belongs to modules under test, which declare it themselves or fire it only to see what comes of it. */
export function isOfModules(event: string): boolean {
    return /^(harness|spec|fixture)[-_/]/.test(event);
}
