local st = require "util.stanza";
local now = require "util.time".now;
local floor = math.floor;

local limit = module:get_option_number("burst_limit", 5);

module:hook("pre-message/bare", function (event)
	local origin, stanza = event.origin, event.stanza;
	if origin.type ~= "c2s" or stanza.attr.type == "error" then
		return;
	end
	local second = floor(now());
	local burst = origin.burst;
	if not burst then
		burst = { second = second, count = 0 };
		origin.burst = burst;
	end
	if burst.second ~= second then
		burst.second = second;
		burst.count = 0;
	end
	burst.count = burst.count + 1;
	if burst.count <= limit then
		return;
	end
	origin.send(st.error_reply(stanza, "wait", "resource-constraint"));
	return true;
end);
