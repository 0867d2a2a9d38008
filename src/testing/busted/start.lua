-- Run by busted before the specs: makes what they import from "busted" complete, and Prosody 13's names of its own
-- libraries loadable.

local busted = require "busted";

-- Lua libraries of Prosody 13 require each other as prosody.util.x; its loader finds both names in one place.
local version = os.getenv("TYPED_PROSODY_PROSODY") or "";
if tonumber(version:match("^%d+")) >= 13 then
	require "loader";
end

-- Prosody makes up for what old Lua lacks in math before it loads anything else.
if not math.type then -- luacheck: ignore 143/math
	pcall(require, "util.mathcompat");
end

-- busted shows `finally`, and `pending` as a test's own word, only as globals of the running test.
local running;
busted.subscribe({ "test", "start" }, function (element)
	running = element;
	return nil, true;
end);
busted.subscribe({ "test", "end" }, function ()
	running = nil;
	return nil, true;
end);

local register_pending = busted.pending;
rawset(busted, "pending", function (name, body)
	if running then
		return running.env.pending(name);
	end
	return register_pending(name, body);
end);
rawset(busted, "finally", function (body)
	if not running then
		error("finally() works inside a test only", 2);
	end
	return running.env.finally(body);
end);
