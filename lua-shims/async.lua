local timer = require("util.timer")

--- What each coroutine belongs to: the promise of an async function's call, and what settles it.
local tasks = setmetatable({}, { __mode = "k" })

--- Coroutines that an error ended, by the promise that it rejected.
local failed_in = setmetatable({}, { __mode = "k" })

--- What goes on in the event loop's next turn, in this order.
local ready = {}

local function run_ready()
	local batch = ready
	ready = {}
	for _, continue in ipairs(batch) do
		continue()
	end
end

local function in_next_turn(continue)
	table.insert(ready, continue)
	if #ready == 1 then
		timer.add_task(0, run_ready)
	end
end

--- Logs an error that rejected a promise, with the traceback of where it was raised.
local function log_rejection(rejected, reason)
	local thread = failed_in[rejected]
	local text = tostring(reason)
	module:log("error", "Unhandled rejection: %s", thread and debug.traceback(thread, text) or text)
end

--- Stands in the place of a promise's `next` until somebody asks for the outcome.
local function first_next(self, ...)
	self.next = nil
	return self:next(...)
end

local function resume(task, ...)
	local ok, reason = coroutine.resume(task.thread, ...)
	if ok then
		return
	end
	failed_in[task.promise] = task.thread
	task.settle(false, reason)
	in_next_turn(function()
		if rawget(task.promise, "next") == first_next then
			log_rejection(task.promise, reason)
		end
	end)
end

--- What those get who wait for a function that ended because the module was unloaded.
local unloaded = setmetatable({}, {
	__tostring = function()
		return "the module was unloaded"
	end,
})

local function give_up()
	for _, task in pairs(tasks) do
		task.settle(false, unloaded)
	end
end

-- Prosody takes a module's handlers away when it unloads it, whatever object they belong to.
module:hook_object_event({ add_handler = function() end, remove_handler = give_up }, "unload", give_up)

--- Runs an async function's body up to its first await at once, as JavaScript does. What it returns or raises in the end
-- settles the promise.
local function async(body)
	local pending, settle = __TS__PromiseDeferred()
	local task = { promise = pending, settle = settle }
	task.thread = coroutine.create(function()
		settle(true, body())
	end)
	tasks[task.thread] = task
	pending.next = first_next
	resume(task)
	return pending
end

local function go_on(task, ok, value)
	in_next_turn(function()
		if module.loaded == false then
			module:log("debug", "An async function still waited when the module was unloaded: it ends here")
		else
			resume(task, ok, value)
		end
	end)
end

local function outcome(ok, value)
	if not ok then
		error(value, 0)
	end
	return value
end

--- Waits for a promise: gives its value, false and nil too, or raises its reason as it is.
local function await(awaited)
	local task = tasks[coroutine.running()]
	if __TS__Promise.is_promise(awaited) then
		awaited:next(function(value)
			go_on(task, true, value)
		end, function(reason)
			go_on(task, false, reason)
		end)
	else
		go_on(task, true, awaited)
	end
	return outcome(coroutine.yield("wait"))
end
