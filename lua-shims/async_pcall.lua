--- xpcall for Lua 5.1, where nothing can yield through it; a coroutine of its own catches errors as well. The handler gets the
-- coroutine, for the traceback.
local function xpcall_in_coroutine(body, handler, ...)
	local thread = coroutine.create(body)
	__TS__AsyncTasks[thread] = __TS__AsyncTasks[coroutine.running()]
	local function pass_on(ok, ...)
		if not ok then
			return false, handler(..., thread)
		elseif coroutine.status(thread) == "dead" then
			return true, ...
		end
		return pass_on(coroutine.resume(thread, coroutine.yield(...)))
	end
	return pass_on(coroutine.resume(thread, ...))
end

local function as_it_is(reason)
	return reason
end

local function pcall_in_coroutine(body)
	return xpcall_in_coroutine(body, as_it_is)
end

local function yield_in_pcall()
	return pcall(coroutine.yield, true)
end

local yields_in_pcall = coroutine.wrap(yield_in_pcall)()

--- pcall for functions that wait.
local async_pcall = yields_in_pcall and pcall or pcall_in_coroutine

--- xpcall for functions that wait.
local async_xpcall = yields_in_pcall and xpcall or xpcall_in_coroutine
