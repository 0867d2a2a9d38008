/** @noSelfInFile */

// The whole Lua world of a Prosody module. Authors name it in their tstl.json: "types": ["typed-prosody/prosody"].

/// <reference types="@typescript-to-lua/language-extensions" />
/// <reference types="lua-types/core/coroutine" />
/// <reference types="lua-types/core/io" />
/// <reference types="lua-types/core/math" />
/// <reference types="lua-types/core/metatable" />
/// <reference types="lua-types/core/os" />
/// <reference types="lua-types/core/string" />
/// <reference types="lua-types/core/table" />
/// <reference path="./lib.d.ts" />
/// <reference path="./lua.d.ts" />
