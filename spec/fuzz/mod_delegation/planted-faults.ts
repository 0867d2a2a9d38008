/** Faults that fuzzing has to find in mod_delegation. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
    {
        name: "believes answers of others than the entity",
        line: `elseif request.peer ~= from then\n\t\tmodule:log(\n\t\t\t"info",\n\t\t\t"Dropped`,
        replacement: `elseif false then\n\t\tmodule:log(\n\t\t\t"info",\n\t\t\t"Dropped`,
        found: /what nobody should have believed was passed on/,
    },
    {
        name: "passes on an answer with another id",
        line: `if id ~= request.id then`,
        replacement: `if false then`,
        found: /what nobody should have believed was passed on|have \d answers/,
    },
    {
        name: "passes on an answer to somebody else",
        line: `elseif to ~= request.sender then`,
        replacement: `elseif false then`,
        found: /what nobody should have believed was passed on|have \d answers/,
    },
    {
        name: "passes on what comes in another name",
        line: `elseif from ~= nil and from ~= request.recipient then`,
        replacement: `elseif false then`,
        found: /what nobody should have believed was passed on/,
    },
    {
        name: "leaves an answered request among those that wait",
        line: `\tremoveRequest(pending, request)\n\tif type == "error" then`,
        replacement: `\tif type == "error" then`,
        found: /have \d answers|has \d answers/,
    },
    {
        name: "gives no answer when the time is over",
        line: `request.sender, timeout)\n\trefuse`,
        replacement: `request.sender, timeout)\n\tdo return end refuse`,
        found: /have 0 answers|has 0 answers/,
    },
    {
        name: "takes any challenge",
        line: `if request.challenge == challenge and isOpen(request) then`,
        replacement: `if isOpen(request) then`,
        found: /nobody let/,
    },
    {
        name: "takes every answer for a yes",
        line: `if isYes(namespace) and mayBeDelegated(namespace) then`,
        replacement: `if mayBeDelegated(namespace) then`,
        found: /nobody let/,
    },
    {
        name: "never forgets questions",
        line: `if expires <= now() then`,
        replacement: `if false then`,
        found: /the module remembers more/,
    },
    {
        name: "never lets an entity go",
        line: `chosenEntities[entity.jid] = nil`,
        replacement: `local _ = nil`,
        found: /the module remembers more/,
    },
    {
        name: "does not answer what is in flight at a reload",
        line: `local kept = {}\n\tlocal lost = {}`,
        replacement: `local kept = {}\n\tlocal lost = {}\n\trequests = {}`,
        found: /have 0 answers|has 0 answers/,
    },
];

export const plantedOptionFaults: readonly PlantedFault[] = [
    {
        name: "takes versions that there are none of",
        line: `return refuseOption("delegation_version", version, '1, 2 or "both"')`,
        replacement: `return { VERSION_2 }`,
        found: /takes a malformed delegation_version/,
    },
    {
        name: "takes the newer version for the older one",
        line: `return { VERSION_1 }`,
        replacement: `return { VERSION_2 }`,
        found: /was not forwarded in version 1|a wish for .* got error/,
    },
    {
        name: "takes numbers that are too large",
        line: `and (max == nil or value <= max)`,
        replacement: ``,
        found: /takes a malformed delegation_timeout/,
    },
    {
        name: "reads the namespaces for users only where they may delegate",
        line: `\t\treadClientNamespaces()\n`,
        replacement: `\t\tif hasClientMode then readClientNamespaces() end\n`,
        found: /takes a malformed delegation_client_namespaces|0 warnings, not/,
    },
    {
        name: "takes names of namespaces that no form can show",
        line: `elseif type(key) ~= "number" and not isText(key) then`,
        replacement: `elseif false then`,
        found: /takes a malformed delegation_client_namespaces|what refuses the options is wrong/,
    },
    {
        name: "lets users delegate everything",
        line: `if NEVER[namespace] ~= nil or isOwnNamespace(namespace) then`,
        replacement: `if false then`,
        found: /0 warnings, not 1|a wish for .* got result/,
    },
    {
        name: "says nothing of what it leaves out",
        line: `module:log("warn", "Ignored the delegation of %s: %s", name, reason)`,
        replacement: ``,
        found: /0 warnings, not/,
    },
    {
        name: "delegates what no attribute can hold",
        line: `elseif not isText(namespace) then`,
        replacement: `elseif false then`,
        found: /\d warnings, not \d|cannot go over the wire|did not load/,
    },
    {
        name: "delegates to domains that are none",
        line: `if domain ~= nil and domain:find(NOT_IN_DOMAINS) ~= nil then`,
        replacement: `if false then`,
        found: /\d warnings, not \d/,
    },
    {
        name: "hooks before it reads its options",
        line: `\t\treadClientNamespaces()\n`,
        replacement: `\t\tmodule:hook("message/bare", function() end)\n\t\treadClientNamespaces()\n`,
        found: /handlers are left of the unloaded module/,
    },
    {
        name: "refuses with a traceback",
        line: `error(setmetatable({}, { __tostring = function() return message end }), 0)`,
        replacement: `error(message)`,
        found: /what refuses the options is wrong: it has (a traceback|characters that are no text)/,
    },
];
