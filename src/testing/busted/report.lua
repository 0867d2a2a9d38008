-- busted's output handler for the runner in src/testing/lua: one JSON object a line, written as tests end, so that what ran
-- before a crash is known. busted's own JSON output fails without a word on anything that JSON cannot carry.

local json = require "dkjson";

return function ()
	local busted = require "busted";
	local handler = require "busted.outputHandlers.base"();
	local file = assert(io.open(assert(os.getenv("TYPED_PROSODY_REPORT"), "TYPED_PROSODY_REPORT is not set"), "w"));

	local function write(record)
		file:write(json.encode(record), "\n");
		file:flush();
	end

	-- The spec file, and the names of the groups around an element with its own at the end.
	local function place(element)
		local names = {};
		local at = element;
		while at and at.descriptor ~= "file" do
			if at.name then
				table.insert(names, 1, tostring(at.name));
			end
			at = busted.parent(at);
		end
		return at and at.name or element.name, names;
	end

	local function text(value)
		if value == nil then return nil; end
		return tostring(value);
	end

	local function trouble(message, trace)
		return {
			message = text(message);
			source = trace and text(trace.short_src);
			line = trace and trace.currentline;
			traceback = trace and text(trace.traceback);
		};
	end

	-- What went wrong in the running test; its end follows.
	local troubles = {};

	local function collect(element, _, message, trace)
		troubles[element] = troubles[element] or trouble(message, trace);
		return nil, true;
	end

	local function outside(element, _, message, trace)
		if element.descriptor == "it" then return nil, true; end
		local spec, names = place(element);
		write({ kind = "outside"; file = text(spec), names = names, within = element.descriptor, trouble = trouble(message, trace) });
		return nil, true;
	end

	local function test_end(element, _, status)
		local spec, names = place(element);
		write({
			kind = "test"; file = spec; names = names; status = status; seconds = element.duration;
			trouble = troubles[element];
		});
		troubles[element] = nil;
		return nil, true;
	end

	function handler.subscribe()
		-- With a higher priority than the test runner's own subscribers, which may end the run.
		busted.subscribe({ "failure", "it" }, collect, { priority = 1 });
		busted.subscribe({ "error", "it" }, collect, { priority = 1 });
		busted.subscribe({ "pending", "it" }, collect, { priority = 1 });
		busted.subscribe({ "failure" }, outside, { priority = 1 });
		busted.subscribe({ "error" }, outside, { priority = 1 });
		busted.subscribe({ "test", "end" }, test_end, { priority = 1 });
		busted.subscribe({ "suite", "end" }, function ()
			write({ kind = "end" });
			return nil, true;
		end);
	end

	return handler;
end
