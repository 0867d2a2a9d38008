/** Faults that fuzzing has to find in mod_delegation. */
import type { PlantedFault } from "../planted-fault.ts";

export const plantedFaults: readonly PlantedFault[] = [
    {
        name: "believes answers of others than the entity",
        line: `elseif request.peer ~= from then\n\t\t\tmodule:log(\n\t\t\t\t"info",\n\t\t\t\t"Dropped`,
        replacement: `elseif false then\n\t\t\tmodule:log(\n\t\t\t\t"info",\n\t\t\t\t"Dropped`,
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
        line: `\t\tremoveRequest(pending, request)\n\t\tif type == "error" then`,
        replacement: `\t\tif type == "error" then`,
        found: /have \d answers|has \d answers/,
    },
    {
        name: "gives no answer when the time is over",
        line: `\t\t\ttimeout\n\t\t)\n\t\trefuse`,
        replacement: `\t\t\ttimeout\n\t\t)\n\t\tdo return end refuse`,
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
