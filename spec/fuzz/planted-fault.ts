/** A fault that is planted into a generated module, to see whether fuzzing finds it. */
export interface PlantedFault {
    /** What is wrong with the module then. */
    readonly name: string;
    /** A line of the generated Lua, or a part of one, that is there exactly once. */
    readonly line: string;
    /** What stands in its place. */
    readonly replacement: string;
    /** What fuzzing says of it. */
    readonly found: RegExp;
}
