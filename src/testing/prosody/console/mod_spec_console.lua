-- mod_spec_console: the inside of a server under test.
--
-- It runs Lua chunks that a spec sends over a TCP port and answers with what they return, so that a spec can load, reload and
-- unload modules, create users and count what is in memory, the same way on every Prosody version ("prosodyctl shell" came
-- with 0.12 only). One line of JSON per request, one per answer; every request carries the token of this server's own configuration.
--
-- It also ends the server when the spec that started it is gone: a test run that is killed leaves no server behind.
--
-- For tests only. It gives whoever knows the token the whole server: never load it in a real one.

module:set_global();

local json = require "util.json";
local timer = require "util.timer";
local promise = require "util.promise";
local async = require "util.async";
local envload = require "util.envload".envload;

local token = assert(module:get_option_string("spec_console_token"), "spec_console_token is not set");
-- seconds in which the first request must come after the start
local first_request_within = module:get_option_number("spec_console_first_request_within", 60);

local environment = setmetatable({ module = module }, { __index = _G });
local buffers = {}; -- connection -> bytes after the last complete line
local trusted = {}; -- connection -> true once it has shown the token
local first_request_seen = false;
local leaving = false;

-- Since 0.12 a shutdown waits for sessions to close, and a chunk may want to wait too: both need an async context.
local in_runner = async.runner(function (task) task(); end);

local function leave(reason)
	if leaving then return; end
	leaving = true;
	in_runner:run(function () prosody.shutdown(reason); end);
end

environment.shutdown = leave;

timer.add_task(first_request_within, function ()
	if not first_request_seen then
		leave("no spec has spoken to this server");
	end
end);

local function reply(conn, answer)
	local encoded, text = pcall(json.encode, answer);
	if not encoded then
		text = json.encode({ id = answer.id, ok = false, error = "cannot be encoded as JSON: " .. tostring(text) });
	end
	conn:write(text .. "\n");
end

local function run(conn, request)
	local function succeed(value)
		reply(conn, { id = request.id, ok = true, value = value });
	end
	local function fail(err)
		reply(conn, { id = request.id, ok = false, error = tostring(err) });
	end
	local chunk, syntax_error = envload(request.code, "=spec", environment);
	if not chunk then
		return fail(syntax_error);
	end
	local ok, value = xpcall(function () return chunk(request.args); end, function (err)
		if type(err) == "string" and not request.plain then
			return debug.traceback(err, 2);
		end
		return err;
	end);
	if not ok then
		fail(value);
	elseif promise.is_promise(value) then
		value:next(succeed, fail);
	else
		succeed(value);
	end
end

local function handle_line(conn, line)
	local request = json.decode(line);
	if type(request) ~= "table" or request.token ~= token then
		module:log("error", "A connection without this server's token was closed");
		conn:close();
		return;
	end
	first_request_seen = true;
	trusted[conn] = true;
	-- a runner of its own: a chunk that waits must not hold up the next one
	async.runner(function () run(conn, request); end):run(true);
end

local listener = { default_mode = "*a" };

function listener.onconnect(conn)
	buffers[conn] = "";
end

function listener.onincoming(conn, data)
	local buffer = (buffers[conn] or "") .. data;
	while true do
		local line, rest = buffer:match("^([^\n]*)\n(.*)$");
		if not line then break; end
		buffer = rest;
		handle_line(conn, line);
	end
	buffers[conn] = buffer;
end

function listener.ondisconnect(conn)
	buffers[conn] = nil;
	if trusted[conn] then
		trusted[conn] = nil;
		if next(trusted) == nil then
			leave("the spec that used this server has gone");
		end
	end
end

module:provides("net", { name = "spec_console", listener = listener, private = true });
