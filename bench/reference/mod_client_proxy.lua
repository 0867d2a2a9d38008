-- What a Lua developer would write for the same stanzas in an afternoon, trusting the client and its server: the yardstick of
-- the benchmark, not for use. No deadline, no second try, no answer for requests whose resource goes offline.

local base64 = require "util.encodings".base64.encode;
local st = require "util.stanza";

local target = module:get_option_string("target_address");
local prefix = target.."/";

local resources = {};
local requests = {};

local unsafe = { ["+"] = "-", ["/"] = "_", ["="] = "" };

local function encode(sender)
	return (base64(sender):gsub("[+/=]", unsafe));
end

local function dispatch(stanza)
	local attr = stanza.attr;
	if #resources == 0 then
		module:send(st.error_reply(stanza, "cancel", "service-unavailable"));
		return true;
	end
	local address = module.host.."/"..encode(attr.from);
	requests[address.." "..attr.id] = { attr.from, attr.to };
	local request = st.clone(stanza);
	request.attr.to = resources[math.random(#resources)];
	request.attr.from = address;
	module:send(request);
	return true;
end

local function pass(stanza)
	local attr = stanza.attr;
	local key = attr.to.." "..attr.id;
	local request = requests[key];
	if request then
		requests[key] = nil;
		local reply = st.clone(stanza);
		reply.attr.to, reply.attr.from = request[1], request[2];
		module:send(reply);
	end
	return true;
end

local function iq(event)
	local stanza = event.stanza;
	local from_target = stanza.attr.from:sub(1, #prefix) == prefix;
	if stanza.attr.type == "get" or stanza.attr.type == "set" then
		if from_target then
			module:send(st.error_reply(stanza, "cancel", "not-allowed"));
			return true;
		end
		return dispatch(stanza);
	elseif from_target then
		return pass(stanza);
	end
end

local function presence(event)
	local attr = event.stanza.attr;
	if attr.from:sub(1, #prefix) ~= prefix then return true; end
	for i, resource in ipairs(resources) do
		if resource == attr.from then
			table.remove(resources, i);
			break;
		end
	end
	if attr.type == nil then
		table.insert(resources, attr.from);
	end
	return true;
end

module:hook("iq/host", iq, 1);
module:hook("iq/full", iq, 1);
module:hook("presence/host", presence);

module:send(st.presence({ type = "subscribe", to = target, from = module.host }));
