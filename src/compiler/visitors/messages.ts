/**
 * What the visitors leave in the Lua tree for the linker: calls of functions that do not exist at run time.
 * Every one of them is gone before printing.
 */
export const message = {
    /** `local x = import(file, name)`; name "*" for the whole module. */
    import: "____link_import",
    /** `require(name [, member])` of a Lua module that the server has. */
    require: "____link_require",
    /** `run(file)`: imported for its effects only. */
    run: "____link_run",
    /** `reexport(file, name, exportedName)`; name "*" for the whole module. */
    reexport: "____link_reexport",
    /** `reexportAll(file)` */
    reexportAll: "____link_reexport_all",
    /** `export(exportedName, variable)` */
    export: "____link_export",
    /** `throwError(message)`: `throw new Error(message)` */
    throwError: "____link_throw_error",
} as const;
