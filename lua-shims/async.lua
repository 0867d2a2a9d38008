local timer = require("util.timer")

--- Calls of async functions that run or wait, by their coroutines. Both are weak, because a call holds its coroutine: before
-- Lua 5.2 nothing else of the table would ever be collected.
local tasks = setmetatable({}, { __mode = "kv" })

local is_unloaded = false

--- Where an error was raised that a call ended with: in the call itself, or in one that it waited for.
local function traceback_of(task, reason)
	local cause = task.cause
	if cause and rawequal(cause.value, reason) then
		return cause.traceback or traceback_of(cause, reason)
	end
	return debug.traceback(task.thread, "")
end

--- Logs an error that rejected a promise.
local function log_rejection(task, reason)
	local traceback = task and task.failed and traceback_of(task, reason) or ""
	module:log("error", "Unhandled rejection: %s", tostring(reason) .. traceback)
end

--- What goes on in the event loop's next turn, in this order; and what failed, for a last look whether anybody asked.
local ready = {}
local run_ready

local function in_next_turn(task)
	local last = #ready + 1
	ready[last] = task
	if last == 1 then
		timer.add_task(0, run_ready)
	end
end

local function go_on(task, ok, value)
	task.next_ok, task.next_value = ok, value
	return in_next_turn(task)
end

--- Ends a call.
local function settle(task, ok, value)
	task.settled, task.ok, task.value = true, ok, value
	if task.settle_outcome then
		task.settle_outcome(ok, value)
	end
	if task.waiting then
		go_on(task.waiting, ok, value)
	end
	if task.others then
		for _, waiting in ipairs(task.others) do
			go_on(waiting, ok, value)
		end
	end
end

local function fail(task, reason)
	task.failed = true
	settle(task, false, reason)
	if not task.asked then
		in_next_turn(task)
	end
end

--- Ends a call with the outcome of the promise that it returned.
local function adopt(task, returned)
	returned:next(function(value)
		settle(task, true, value)
	end, function(reason)
		fail(task, reason)
	end)
end

function run_ready()
	local batch = ready
	ready = {}
	for _, task in ipairs(batch) do
		if task.failed then
			if not task.asked then
				log_rejection(task, task.value)
			end
		elseif is_unloaded then
			module:log("debug", "An async function still waited when the module was unloaded: it ends here")
		else
			local ok, reason = coroutine.resume(task.thread, task.next_ok, task.next_value)
			if not ok then
				fail(task, reason)
			end
		end
	end
end

--- What those get who wait for a function that ended because the module was unloaded.
local unloaded = setmetatable({}, {
	__tostring = function()
		return "the module was unloaded"
	end,
})

local function give_up()
	is_unloaded = true
	for _, task in pairs(tasks) do
		if not task.settled then
			settle(task, false, unloaded)
		end
	end
end

-- Prosody takes a module's handlers away when it unloads it, whatever object they belong to.
module:hook_object_event({ add_handler = function() end, remove_handler = give_up }, "unload", give_up)

--- Runs a body up to its first await at once, as JavaScript does.
local function run(task, body)
	local thread = coroutine.create(body)
	task.thread = thread
	tasks[thread] = task
	local ok, reason = coroutine.resume(thread)
	if not ok then
		fail(task, reason)
	end
end

--- The same for who has no use for what comes of it.
local function background(body)
	return run({}, body)
end

--- `next` of an async function's promise. A promise that settles is made for who asks here; `await` does without.
local function next_outcome(self, ...)
	local task = self.task
	if not task.outcome then
		task.asked = true
		task.outcome, task.settle_outcome = __TS__PromiseDeferred()
		if task.settled then
			task.settle_outcome(task.ok, task.value)
		end
	end
	return task.outcome:next(...)
end

--- Runs an async function's body. What it returns or raises in the end settles the promise.
local function async(body)
	local pending = __TS__Promise.new()
	local task = { tasks = tasks }
	pending.task, pending.next = task, next_outcome
	run(task, function()
		local value = body()
		if __TS__Promise.is_promise(value) then
			return adopt(task, value)
		end
		return settle(task, true, value)
	end)
	return pending
end

--- Waits for the call of another async function of the module.
local function await_task(task, other)
	other.asked = true
	if other.settled then
		return go_on(task, other.ok, other.value)
	elseif not other.waiting then
		other.waiting = task
	else
		other.others = other.others or {}
		table.insert(other.others, task)
	end
end

--- Waits for a promise: gives its value, false and nil too, or raises its reason as it is.
local function await(awaited)
	local task = tasks[coroutine.running()]
	if not __TS__Promise.is_promise(awaited) then
		go_on(task, true, awaited)
	elseif awaited.task and awaited.task.tasks == tasks then
		await_task(task, awaited.task)
	else
		awaited:next(function(value)
			return go_on(task, true, value)
		end, function(reason)
			return go_on(task, false, reason)
		end)
	end
	local ok, value = coroutine.yield("wait")
	if not ok then
		task.cause = awaited.task
		error(value, 0)
	end
	return value
end
