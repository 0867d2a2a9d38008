/** Faults that fuzzing has to find in mod_client_proxy. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
    {
        name: "passes on what another resource says",
        line: `if request == nil or request.peer ~= from then`,
        replacement: `if request == nil then`,
        found: /said in another's name went out/,
    },
    {
        name: "leaves a request among those that wait when it is answered",
        line: `\tremoveRequest(pending, request)\n\tmodule:send(readdress(stanza, request.sender, request.recipient))`,
        replacement: `\tmodule:send(readdress(stanza, request.sender, request.recipient))`,
        found: /1 requests .* have \d answers/,
    },
    {
        name: "goes on with a resource that left",
        line: `local last = t_remove(available)`,
        replacement: `local last = available[#available]`,
        found: /a request went to a resource that is not available|the module remembers more/,
    },
    {
        name: "loses the last resource when another leaves",
        line: `\t\tavailable[position] = last\n`,
        replacement: `\n`,
        found: /a request went to a resource that is not available|the module remembers more/,
    },
    {
        name: "gives no answer when the time is over",
        line: `sendError(request, "remote-server-timeout")`,
        replacement: ``,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "gives no answer when the resource goes",
        line: `sendError(request, "recipient-unavailable")\n\t\tend\n\t\trequest = requestOfPeer`,
        replacement: `end\n\t\trequest = requestOfPeer`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "answers errors with errors",
        line: `if stanza.attr.type ~= "error" then`,
        replacement: `if true then`,
        found: /an error was answered with an error|an error was raised|the log has an error/,
    },
    {
        name: "takes two requests with one id for the same",
        line: `if findRequest(pending, key) ~= nil then`,
        replacement: `if false then`,
        found: /two requests in flight have one address and id/,
    },
    {
        name: "forgets to take an answered request out of the table",
        line: `pending.byKey[request.key] = nil`,
        replacement: ``,
        found: /the module remembers more|requests .* have \d answers|an error was raised/,
    },
    {
        name: "shows the target's address",
        line: `module:send(readdress(stanza, request.sender, request.recipient))`,
        replacement: `module:send(readdress(stanza, request.sender, request.peer))`,
        found: /somebody else's name/,
    },
    {
        name: "does not answer requests that are in flight at a reload",
        line: `requests = takeAllRequests(pending)`,
        replacement: `requests = takeAllRequests(pending) and {}`,
        found: /1 requests .* have 0 answers/,
    },
    {
        name: "keeps a timer for each request",
        line: `append(pending, request, monotonic() + pending.timeout)\n`,
        replacement: `append(pending, request, monotonic() + pending.timeout)\n\tmodule:add_timer(1e6, function() end)\n`,
        found: /timers are left/,
    },
];

/** Faults that generated configurations have to bring to light. */
export const plantedOptionFaults: readonly PlantedFault[] = [
    {
        name: "takes domains that are none",
        line: `if domain ~= nil and domain:find(NOT_IN_DOMAINS) ~= nil then`,
        replacement: `if false then`,
        found: /takes a malformed target_address/,
    },
    {
        name: "takes a client of an account for the account",
        line: `if targetNode == nil or targetResource ~= nil then`,
        replacement: `if targetNode == nil then`,
        found: /takes a malformed target_address/,
    },
    {
        name: "takes numbers that are too large",
        line: `and (max == nil or value <= max)`,
        replacement: ``,
        found: /takes a malformed client_proxy_timeout/,
    },
    {
        name: "throws over what is no number",
        line: `type(value) == "number" and value - value == 0 and`,
        replacement: `value - value == 0 and`,
        found: /what refuses the options is wrong/,
    },
    {
        name: "refuses with a traceback",
        line: `error(setmetatable({}, { __tostring = function() return message end }), 0)`,
        replacement: `error(message)`,
        found: /what refuses the options is wrong: it has (a traceback|characters that are no text)/,
    },
    {
        name: "breaks the line of the log",
        line: `shown:gsub(utf8.valid(shown) and "%c" or "[^ -~]", "?")`,
        replacement: `shown`,
        found: /it has characters that are no text|it does not say/,
    },
    {
        name: "shows all of what it found",
        line: `local LONGEST_QUOTE = 64`,
        replacement: `local LONGEST_QUOTE = math.huge`,
        found: /it has \d+ characters/,
    },
    {
        name: "does not know what it found",
        line: `(name, "nothing", expected)`,
        replacement: `(name, "a table", expected)`,
        found: /does not say that target_address was nothing/,
    },
    {
        name: "knows no default",
        line: `{ default = 60, max = 3600 }`,
        replacement: `{ max = 3600 }`,
        found: /the module did not load: .*client_proxy_timeout/,
    },
    {
        name: "gives every request the same time",
        line: `monotonic() + pending.timeout`,
        replacement: `monotonic() + 60`,
        found: /requests .* have 0 answers|timers are left|remembers more/,
    },
    {
        name: "hooks before it reads its options",
        line: `local target = jidOption("target_address")`,
        replacement: `module:hook("message/host", function() end)\nlocal target = jidOption("target_address")`,
        found: /handlers are left of the unloaded module/,
    },
    {
        name: "starts a timer before it reads its options",
        line: `local target = jidOption("target_address")`,
        replacement: `module:add_timer(1e6, function() end)\nlocal target = jidOption("target_address")`,
        found: /timers are left of the unloaded module/,
    },
    {
        name: "forgets what is in flight when its new options are refused",
        line: `if handover.requests ~= nil then`,
        replacement: `if false then`,
        found: /1 requests .* have 0 answers/,
    },
];
