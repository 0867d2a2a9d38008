--- In Lua 5.1 nothing can yield through pcall; a coroutine of its own catches errors as well.
local function pcall_in_coroutine(body, ...)
	local thread = coroutine.create(body)
	__TS__AsyncTasks[thread] = __TS__AsyncTasks[coroutine.running()]
	local function pass_on(ok, ...)
		if not ok or coroutine.status(thread) == "dead" then
			return ok, ...
		end
		return pass_on(coroutine.resume(thread, coroutine.yield(...)))
	end
	return pass_on(coroutine.resume(thread, ...))
end

local function yield_in_pcall()
	return pcall(coroutine.yield, true)
end

--- pcall for functions that wait.
local async_pcall = coroutine.wrap(yield_in_pcall)() and pcall or pcall_in_coroutine
