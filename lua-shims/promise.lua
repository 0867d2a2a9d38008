local promise = require("util.promise")

--- A promise, and what settles it. Since 0.12 promise.new calls its function in the event loop's next turn only; what
-- settles is needed at once.
local function deferred()
	local resolve, reject, settled, fulfilled, outcome
	local pending = promise.new(function(resolve_now, reject_now)
		resolve, reject = resolve_now, reject_now
		if settled then
			(fulfilled and resolve or reject)(outcome)
		end
	end)
	return pending,
		function(ok, value)
			if settled then
				return
			end
			settled, fulfilled, outcome = true, ok, value
			if resolve then
				(ok and resolve or reject)(value)
			end
		end
end

local function new_promise(executor)
	local pending, settle = deferred()
	local ok, reason = pcall(executor, function(value)
		settle(true, value)
	end, function(reason)
		settle(false, reason)
	end)
	if not ok then
		settle(false, reason)
	end
	return pending
end

local function resolved(value)
	if promise.is_promise(value) then
		return value
	end
	return promise.resolve(value)
end

--- Calls `settle_one(index, ok, value)` for each of a list, which may hold plain values too; they have their outcome at once.
local function watch_all(list, settle_one)
	for index, item in ipairs(list) do
		if promise.is_promise(item) then
			item:next(function(value)
				settle_one(index, true, value)
			end, function(reason)
				settle_one(index, false, reason)
			end)
		else
			settle_one(index, true, item)
		end
	end
end

local function promise_all(list)
	local pending, settle = deferred()
	local values, missing = {}, #list
	watch_all(list, function(index, ok, value)
		if not ok then
			return settle(false, value)
		end
		values[index] = value
		missing = missing - 1
		if missing == 0 then
			settle(true, values)
		end
	end)
	if missing == 0 then
		settle(true, values)
	end
	return pending
end

local function promise_all_settled(list)
	local pending, settle = deferred()
	local outcomes, missing = {}, #list
	watch_all(list, function(index, ok, value)
		outcomes[index] = ok and { status = "fulfilled", value = value } or { status = "rejected", reason = value }
		missing = missing - 1
		if missing == 0 then
			settle(true, outcomes)
		end
	end)
	if missing == 0 then
		settle(true, outcomes)
	end
	return pending
end

local function promise_race(list)
	local pending, settle = deferred()
	-- A plain value must not win over a settled promise before it: since 0.12 promises tell in a later turn.
	for _, item in ipairs(list) do
		resolved(item):next(function(value)
			settle(true, value)
		end, function(reason)
			settle(false, reason)
		end)
	end
	return pending
end
