local function start(callback, delay, interval, ...)
	local timeout = {}
	timeout.timer = module:add_timer(delay, function(_, ...)
		local timer = timeout.timer
		-- While it runs there is nothing that Prosody could stop.
		timeout.timer = nil
		callback(...)
		if interval and not timeout.cleared then
			timeout.timer = timer
			return interval
		end
	end, ...)
	return timeout
end

--- Milliseconds -> seconds. Prosody would call a function again whose result is a number, and gives it the time.
local function set_timeout(callback, delay, ...)
	return start(callback, math.max(delay or 0, 0) / 1000, nil, ...)
end

--- Not more often than each millisecond, as in JavaScript.
local function set_interval(callback, delay, ...)
	local seconds = math.max(delay or 0, 1) / 1000
	return start(callback, seconds, seconds, ...)
end

local function clear_timeout(timeout)
	if not timeout then
		return
	end
	timeout.cleared = true
	if timeout.timer then
		timeout.timer:stop()
		timeout.timer = nil
	end
end
