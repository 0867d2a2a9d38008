/** @noSelfInFile */

/**
 * Templates: `{name}`, `{name!}` unescaped, `{name?default}`, `{list#each item: {item}}`, `{name|filter}`. https://prosody.im/doc/developers/util/interpolation
 * @see [util/interpolation.lua](https://hg.prosody.im/trunk/file/tip/util/interpolation.lua)
 */
declare module "prosody.util.interpolation" {
    /** Fills values into a template. */
    export type Render = (this: void, template: string, values: object) => string;
    /**
     * A renderer.
     * @param pattern Lua pattern of a placeholder, such as `%b{}`.
     * @param escape Applied to each value.
     * @see [util/interpolation.lua](https://hg.prosody.im/trunk/file/tip/util/interpolation.lua)
     */
    function new_(
        pattern: string,
        escape: (this: void, text: string) => string,
        filters?: Record<string, (this: void, value: any) => unknown>,
    ): Render;
    export { new_ as new };
}
