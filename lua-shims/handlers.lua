local util_async = require("util.async")

--- 0.11's HTTP server does not know promises: what they come to is sent by hand there.
local function respond(response, answer)
	if answer == true then
		return
	elseif answer == nil then
		answer = 404
	end
	if type(answer) == "number" then
		response.status_code = answer
		answer = ""
	elseif type(answer) == "table" then
		response.status_code = answer.status_code or 200
		for name, value in pairs(answer.headers or {}) do
			response.headers[name] = value
		end
		answer = answer.body
	end
	response:send(answer)
end

--- A handler of HTTP requests that may give a promise. Prosody would send what it is rejected with to the client, as it is:
-- an error's text belongs into the log, and the client gets a status.
local function http_handler(handler)
	return function(event, path)
		local answer = handler(event, path)
		if not __TS__Promise.is_promise(answer) then
			return answer
		end
		local safe = answer:next(nil, function(reason)
			if reason == __TS__Unloaded then
				return 503
			end
			__TS__LogRejection(answer.task, reason)
			return type(reason) == "table" and type(reason.code) == "number" and reason.code or 500
		end)
		if __TS__Promise.all_settled then
			return safe
		end
		safe:next(function(value)
			respond(event.response, value)
		end)
		return true
	end
end

local function adhoc_failure(text)
	return { status = "completed", error = { message = text } }
end

--- A handler of ad-hoc commands that may give a promise. Prosody wants the answer at once: the session that sent the command
-- waits for it. What has no session that can wait (components, other modules) cannot run the command.
local function adhoc_handler(handler)
	return function(command, data, state)
		local can_wait = util_async.ready()
		if not can_wait then
			module:log("warn", "The command %s from %s cannot run: nothing there can wait for it", command.node, data.from)
			return adhoc_failure("This command cannot be run from here.")
		end
		local result = handler(command, data, state)
		if not __TS__Promise.is_promise(result) then
			return result
		end
		local wait, done = util_async.waiter()
		local answer, next_state
		result:next(function(value)
			if value.status then
				answer = value
			else
				answer, next_state = value[1], value[2]
			end
			done()
		end, function(reason)
			if reason ~= __TS__Unloaded then
				__TS__LogRejection(result.task, reason)
			end
			answer = adhoc_failure("The command failed.")
			done()
		end)
		wait()
		return answer, next_state
	end
end
