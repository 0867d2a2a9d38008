/** @noSelfInFile */
/**
 * Ad-hoc commands (XEP-0050) that are a form and its answer.
 * @see [util/adhoc.lua](https://hg.prosody.im/trunk/file/tip/util/adhoc.lua)
 */
declare module "prosody.util.adhoc" {
    import type { Field, Form, FormData } from "prosody.util.dataforms";
    /** What makes the answer from the fields, or from what is wrong with them. */
    type Result<F extends readonly Field[]> = (
        this: void,
        fields: FormData<F>,
        errors: Record<string, string> | undefined,
        data: Prosody.AdhocData,
    ) => Prosody.AdhocResult;
    /**
     * A command that shows a form and hands over the answer.
     * @see [util/adhoc.lua](https://hg.prosody.im/trunk/file/tip/util/adhoc.lua)
     */
    export function new_simple_form<F extends readonly Field[]>(
        form: Form<F>,
        result_handler: Result<F>,
    ): Prosody.AdhocHandler;
    /**
     * The same, where a function gives what is filled in, or undefined and an error.
     * @see [util/adhoc.lua](https://hg.prosody.im/trunk/file/tip/util/adhoc.lua)
     */
    export function new_initial_data_form<F extends readonly Field[]>(
        form: Form<F>,
        initial_data: (
            this: void,
            data: Prosody.AdhocData,
        ) =>
            | object
            | LuaMultiReturn<[values: object | undefined, error?: string | import("prosody.util.stanza").ErrorLike]>,
        result_handler: Result<F>,
    ): Prosody.AdhocHandler;
}
