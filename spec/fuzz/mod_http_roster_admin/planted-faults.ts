/** Faults that fuzzing has to find in mod_http_roster_admin. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
    {
        name: "does not push another name",
        line: `return one.name == other.name and one.subscription == other.subscription`,
        replacement: `return one.subscription == other.subscription`,
        found: /the client sees|no push told/,
    },
    {
        name: "takes groups for the same that have one more",
        line: `\tfor group in pairs(other) do\n\t\tif one[group] == nil then\n\t\t\treturn false\n\t\tend\n\tend\n\treturn true`,
        replacement: `\treturn true`,
        found: /the client sees|no push told/,
    },
    {
        name: "forgets to take out who is no contact any more",
        line: `if jid ~= false and contacts[jid] == nil then`,
        replacement: `if jid ~= false and contacts[jid] == nil and false then`,
        found: /the client sees/,
    },
    {
        name: "pushes all there is",
        line: `if former == nil or former ~= item and not isSame(former, item) then`,
        replacement: `if true then`,
        found: /what it knew/,
    },
    {
        name: "lets the last of two spellings count",
        line: `if contacts[jid] == nil or jid == key then`,
        replacement: `if contacts[jid] == nil or jid ~= key then`,
        found: /the client sees/,
    },
    {
        name: "takes names that streams cannot carry",
        line: `elseif name ~= nil and not isXmlText(name) then`,
        replacement: `elseif name ~= nil and type(name) ~= "string" then`,
        found: /cannot go over the wire|an error was raised|the log has an error|the client sees/,
    },
    {
        name: "counts one for one who is away twice",
        line: `\telseif refresh.seen[username] ~= nil then\n\t\treturn\n`,
        replacement: `\n`,
        found: /does not account for all|answers/,
    },
    {
        name: "leaves refreshes without an answer where the backend fails",
        line: `\t\t\t\tfinishOne(refresh)\n\t\t\tend)`,
        replacement: `\t\t\t\tif problem == nil then finishOne(refresh) end\n\t\t\tend)`,
        found: /the HTTP request has 0 answers|remembers more/,
    },
    {
        name: "lets in whoever has a token",
        line: `or not isToken(given, expected) then`,
        replacement: `then`,
        found: /a stranger was not refused/,
    },
    {
        name: "leaves clients without an answer where the backend fails",
        line: `session.send(st.error_reply(request, "wait", "internal-server-error", "The roster is not available for now"))`,
        replacement: ``,
        found: /has 0 answers/,
    },
    {
        name: "asks for one user twice at a time",
        line: `if underWay ~= nil then`,
        replacement: `if underWay ~= nil and false then`,
        found: /two requests at a time|0 answers|remembers more/,
    },
    {
        name: "never lets a place go",
        line: `\t\trunning = running - 1\n`,
        replacement: `\n`,
        found: /answers|remembers more/,
    },
    {
        name: "asks more at a time than it may",
        line: `while running < parallel and nextWaiting < #waiting do`,
        replacement: `while running <= parallel and nextWaiting < #waiting do`,
        found: /requests at a time, not/,
    },
    {
        name: "leaves the timer of a request that is over",
        line: `\tif timer ~= nil then\n\t\ttimer:stop()\n\tend\n`,
        replacement: `\n`,
        found: /timers are left|an error was raised|the log has|answers/,
    },
    {
        name: "does not answer what is in flight at a reload",
        line: `\t\tfinish(fetch, "the module is unloaded")\n`,
        replacement: `\n`,
        found: /answers/,
    },
    {
        name: "takes a roster for the user's that it never made the user's",
        line: `\t\tapplyContacts(user, roster.contacts)\n`,
        replacement: `\n`,
        found: /the client sees|no push told/,
    },
];

export const plantedOptionFaults: readonly PlantedFault[] = [
    {
        name: "takes a token that no header can bring",
        line: `if newToken ~= nil and newToken:find("[%c%s]") ~= nil then`,
        replacement: `if false then`,
        found: /takes a malformed http_roster_admin_token/,
    },
    {
        name: "takes a header that splits the head of requests",
        line: `if newAuth ~= nil and newAuth:find("[%c]") ~= nil then`,
        replacement: `if false then`,
        found: /takes a malformed http_roster_auth/,
    },
    {
        name: "tells what is to be kept secret",
        line: `if rules ~= nil and rules.secret and value ~= nil then`,
        replacement: `if false then`,
        found: /what refuses the options is wrong: it does not say|the log has a secret/,
    },
    {
        name: "tells the password of a URL",
        line: `inWords(withoutSecrets(value), rules)`,
        replacement: `inWords(value, rules)`,
        found: /the log has a secret/,
    },
    {
        name: "takes numbers that are too large",
        line: `and (max == nil or value <= max)`,
        replacement: ``,
        found: /takes a malformed http_roster_(timeout|parallel|retries)/,
    },
    {
        name: "takes networks that are none",
        line: `or not isNetwork`,
        replacement: ``,
        found: /takes a malformed http_roster_admin_allow|did not load/,
    },
    {
        name: "lets in any address",
        line: `local function isAllowedAddress(address)`,
        replacement: `local function isAllowedAddress(address) do return true end`,
        found: /was answered with \d+, not with 403/,
    },
    {
        name: "takes bodies of any length",
        line: `#body > maxBody`,
        replacement: `false`,
        found: /was answered with \d+, not with 413/,
    },
    {
        name: "gives every fetch the same time",
        line: `module:add_timer(timeout, function()`,
        replacement: `module:add_timer(30, function()`,
        found: /the time of a fetch was over/,
    },
    {
        name: "says nothing of malformed secrets that are read again",
        line: `module:log("error", "%s; the former values stay", tostring(result))`,
        replacement: ``,
        found: /0 lines of the log say/,
    },
    {
        name: "tries no fetch again",
        line: `fetch.attempts < retries`,
        replacement: `fetch.attempts < 0`,
        found: /there was no request to answer/,
    },
];
