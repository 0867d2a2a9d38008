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
        line: `local last = table.remove(available)`,
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
