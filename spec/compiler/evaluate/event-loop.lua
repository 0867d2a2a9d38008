-- What async code needs of Prosody: an event loop, and util.promise of the release that lies in TYPED_PROSODY_LIBRARIES, which
-- puts its handlers off as it does in that server.
local libraries = assert(os.getenv("TYPED_PROSODY_LIBRARIES"), "which Prosody's util.promise?");
local stand_ins = assert(os.getenv("TYPED_PROSODY_STAND_INS"), "where are the stand-ins for Prosody's C libraries?");

local loop = {};
local tasks = {};

local function add_task(delay, callback)
	-- Prosody's timers with a delay tell nothing about order that those without do not.
	assert(delay == 0, "this event loop knows no time");
	table.insert(tasks, callback);
end

--- Runs turns until nothing is ready.
function loop.run()
	local done = 0;
	while done < #tasks do
		done = done + 1;
		local task = tasks[done];
		tasks[done] = false;
		task();
	end
	tasks = {};
end

--- For the chunk that runs next: modules are forgotten between chunks.
function loop.preload()
	tasks = {};
	local function preload(name, load)
		package.preload[name] = load;
		-- As modules of Prosody 13 call it; the same module.
		package.preload["prosody." .. name] = function () return require(name); end;
	end
	preload("util.timer", function () return { add_task = add_task }; end);
	preload("util.compat", function () return dofile(stand_ins .. "/util/compat.lua"); end);
	preload("util.xpcall", function () return dofile(libraries .. "/util/xpcall.lua"); end);
	preload("util.promise", function ()
		local promise = dofile(libraries .. "/util/promise.lua");
		-- Prosody 0.11 calls handlers at once.
		if promise.set_nexttick then
			promise.set_nexttick(function (callback) add_task(0, callback); end);
		end
		return promise;
	end);
end

return loop;
