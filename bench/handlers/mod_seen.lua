local jid_bare = require "util.jid".bare;
local now = require "util.time".now;

local sightings = {};

module:hook("pre-presence/bare", function (event)
	local attr = event.stanza.attr;
	local from = attr.from;
	if attr.type or not from then
		return;
	end
	local user = jid_bare(from) or from;
	local known = sightings[user];
	if known then
		known.at = now();
		known.count = known.count + 1;
	else
		sightings[user] = { at = now(), count = 1 };
	end
end);
