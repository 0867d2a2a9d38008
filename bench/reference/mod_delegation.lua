-- Forwards and unwraps, and trusts everybody: what mod_delegation spends beyond this is spent on checks.

local st = require "util.stanza";
local new_id = require "util.id".short;

local delegations = module:get_option("delegations");
local waiting = {};

local function copy(stanza)
	local attr = {};
	for name, value in pairs(stanza.attr) do attr[name] = value; end
	attr.xmlns = "jabber:client";
	local result = setmetatable({ name = "iq"; attr = attr; tags = {} }, st.stanza_mt);
	for i, child in ipairs(stanza) do result[i] = child; end
	for i, child in ipairs(stanza.tags) do result.tags[i] = child; end
	return result;
end

local function forward(event)
	local stanza = event.stanza;
	local child = stanza.tags[1];
	local delegation = child and delegations[child.attr.xmlns];
	if not delegation then return; end
	local id = new_id();
	waiting[id] = stanza.attr.to;
	module:send(st.iq({ type = "set", id = id, from = module.host, to = delegation.jid })
		:tag("delegation", { xmlns = "urn:xmpp:delegation:2" })
			:tag("forwarded", { xmlns = "urn:xmpp:forward:0" })
				:add_child(copy(stanza)));
	return true;
end

local function unwrap(event)
	local stanza = event.stanza;
	local from = waiting[stanza.attr.id];
	if not from then return; end
	waiting[stanza.attr.id] = nil;
	local answer = stanza.tags[1].tags[1].tags[1];
	answer.attr.xmlns = nil;
	answer.attr.from = from;
	module:send(answer);
	return true;
end

module:hook("iq/host", forward, 1);
module:hook("iq/host", unwrap, -1);
