-- The clock of specs, in the place of Prosody's util.time: it starts at the real time and moves only when a spec moves it.
-- os.time and os.date follow it, so that all of a module's notions of "now" agree.

local real_time, real_date = os.time, os.date;
local current = real_time();

local function now()
	return current;
end

-- luacheck: push ignore 122
function os.time(date)
	if date ~= nil then
		return real_time(date);
	end
	return math.floor(current);
end

function os.date(format, time)
	return real_date(format, time or math.floor(current));
end
-- luacheck: pop

return {
	now = now;
	monotonic = now;
	-- Only the event loop moves the clock, so that timers run at their time.
	set = function (time)
		current = time;
	end;
};
