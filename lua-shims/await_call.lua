--- Keeps the traceback of an error while it goes from one function to the one that called it.
local function keep_traceback(reason, thread)
	local task = __TS__AsyncTasks[coroutine.running()]
	local cause = task.cause
	if not cause or not rawequal(cause.value, reason) then
		local traceback = thread and debug.traceback(thread, "") or debug.traceback("", 2)
		task.cause = { value = reason, traceback = traceback }
	end
	return reason
end

--- Calls an async function that only this caller waits for: it needs neither a promise nor a coroutine of its own. What it
-- returns or raises comes a turn later, as from a promise.
local function await_call(called, ...)
	local ok, value = ____async_xpcall(called, keep_traceback, ...)
	if ok then
		return __TS__Await(value)
	end
	__TS__Await()
	error(value, 0)
end
