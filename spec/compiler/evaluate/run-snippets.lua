-- Runs compiled chunks the way Prosody runs a module: each in an environment of its own, whose reads fall through to
-- the global table. Prosody logs a warning for every undefined global that is read, so that is an error here.
-- usage: lua run-snippets.lua FILE... ; one line of JSON for each, in order. FILE.preload.lua, where it exists, fills
-- package.preload first. With TYPED_PROSODY_LIBRARIES the chunks have an event loop and Prosody's promises (event-loop.lua): it runs
-- until nothing is ready, then whatever the chunk exports as `turn` is called, and so on until that gives false.
local loop = os.getenv("TYPED_PROSODY_LIBRARIES") and dofile(arg[0]:match("^.*[/\\]") .. "event-loop.lua");
local setfenv = rawget(_G, "setfenv");

local function quote(text)
	return '"' .. text:gsub('[%z\1-\31"\\\127-\255]', function (char)
		return string.format("\\u%04x", char:byte());
	end) .. '"';
end

local function serialize(value, depth)
	local kind = type(value);
	if kind == "nil" or kind == "boolean" then
		return value == nil and "null" or tostring(value);
	elseif kind == "number" then
		if value ~= value then return '{"number":"NaN"}'; end
		if value == math.huge then return '{"number":"Infinity"}'; end
		if value == -math.huge then return '{"number":"-Infinity"}'; end
		return string.format("%.17g", value);
	elseif kind == "string" then
		return quote(value);
	elseif kind ~= "table" then
		return '{"other":"' .. kind .. '"}';
	end
	if depth > 12 then error("the result is nested too deep, or a cycle"); end
	local pairs_of = {};
	for key, item in next, value do
		table.insert(pairs_of, "[" .. serialize(key, depth + 1) .. "," .. serialize(item, depth + 1) .. "]");
	end
	return '{"table":[' .. table.concat(pairs_of, ",") .. "]}";
end

local function load_in(path, env)
	if not setfenv then return assert(loadfile(path, "t", env)); end
	return setfenv(assert(loadfile(path)), env);
end

local function exists(path)
	local file = io.open(path);
	return file and file:close();
end

local function run(path)
	local preload = path .. ".preload.lua";
	if exists(preload) then dofile(preload); end
	local env = setmetatable({}, {
		__index = function (_, name)
			local value = rawget(_G, name);
			if value == nil then error("undefined global '" .. name .. "' is read", 2); end
			return value;
		end;
	});
	local errors = {};
	rawset(env, "module", {
		environment = env;
		-- The module is never unloaded.
		hook_object_event = function () end;
		log = function (_, level, format, ...)
			if level == "error" then table.insert(errors, format:format(...)); end
		end;
	});
	local report = {};
	local ok = xpcall(function ()
		if loop then loop.preload(); end
		load_in(path, env)();
		if loop then
			repeat loop.run(); until not (rawget(env, "turn") and env.turn());
		end
		if errors[1] then error("the module logs: " .. errors[1], 0); end
		report.result = rawget(env, "result");
		serialize(report.result, 0);
	end, function (raised)
		report.raised = type(raised) == "string" and raised or tostring(raised);
		report.traceback = debug.traceback(report.raised);
	end);
	report.ok = ok;
	return report;
end

for _, path in ipairs(arg) do
	local loaded, globals = {}, {};
	for name in pairs(package.loaded) do loaded[name] = true; end
	for name in pairs(_G) do globals[name] = true; end
	local report = run(path);
	for name in pairs(package.loaded) do if not loaded[name] then package.loaded[name] = nil; end end
	for name in pairs(package.preload) do package.preload[name] = nil; end
	for name in pairs(_G) do
		if not globals[name] then report.ok, report.raised = false, "a global of the whole process is set: " .. name; end
	end
	-- The result is serialised field by field: an absent one must be null, not absent.
	io.write(string.format('\n@{"ok":%s,"result":%s,"raised":%s,"traceback":%s}\n', tostring(report.ok),
		report.ok and serialize(report.result, 0) or "null", serialize(report.raised, 0), serialize(report.traceback, 0)));
end
