/** @noSelfInFile */

/**
 * Stops a module that cannot work with its configuration. Thrown from the main chunk, before anything is hooked, it leaves
 * nothing of the module behind and exactly one line in the log. It is a table because Prosody adds a traceback to a string.
 */
export function configurationError(message: string): never {
    throw setmetatable({}, { __tostring: () => message });
}
