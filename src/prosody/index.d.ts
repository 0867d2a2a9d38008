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
/// <reference path="./events.d.ts" />
/// <reference path="./globals.d.ts" />
/// <reference path="./items.d.ts" />
/// <reference path="./lib.d.ts" />
/// <reference path="./lua.d.ts" />
/// <reference path="./module.d.ts" />
/// <reference path="./net/http.d.ts" />
/// <reference path="./sessions.d.ts" />
/// <reference path="./stores.d.ts" />
/// <reference path="./util/array.d.ts" />
/// <reference path="./util/cache.d.ts" />
/// <reference path="./util/datetime.d.ts" />
/// <reference path="./util/encodings.d.ts" />
/// <reference path="./util/error.d.ts" />
/// <reference path="./util/events.d.ts" />
/// <reference path="./util/hashes.d.ts" />
/// <reference path="./util/hex.d.ts" />
/// <reference path="./util/hmac.d.ts" />
/// <reference path="./util/http.d.ts" />
/// <reference path="./util/id.d.ts" />
/// <reference path="./util/jid.d.ts" />
/// <reference path="./util/json.d.ts" />
/// <reference path="./util/logger.d.ts" />
/// <reference path="./util/promise.d.ts" />
/// <reference path="./util/queue.d.ts" />
/// <reference path="./util/random.d.ts" />
/// <reference path="./util/set.d.ts" />
/// <reference path="./util/stanza.d.ts" />
/// <reference path="./util/time.d.ts" />
/// <reference path="./util/timer.d.ts" />
/// <reference path="./util/uuid.d.ts" />
/// <reference path="./util/xml.d.ts" />
