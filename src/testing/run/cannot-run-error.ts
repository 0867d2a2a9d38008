/** Why tests cannot run here, in words for the person who wants to run them; no fault of the runner. */
export class CannotRunError extends Error {
    override readonly name = "CannotRunError";
}
