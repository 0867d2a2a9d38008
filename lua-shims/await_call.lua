--- Calls an async function that only this caller waits for: it needs neither a promise nor a coroutine of its own. What it
-- returns or raises comes a turn later, as from a promise.
local function await_call(called, ...)
	local ok, value = ____async_pcall(called, ...)
	if ok then
		return __TS__Await(value)
	end
	__TS__Await()
	error(value, 0)
end
