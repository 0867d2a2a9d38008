-- The event loop of specs, in the place of Prosody's net.server. Timers run when the spec advances the clock; connections
-- to other hosts end in tables that the spec reads and answers. It keeps to what net/server_epoll.lua does: timers in the
-- order of their time, errors in them logged, listeners called as onattach, onconnect, onincoming, ondisconnect.

local clock = require "util.time";
local log = require "util.logger".init("server");

-- Seconds after which Prosody gives up on a silent connection.
local read_timeout = 840;

local loop = { connections = {}; services = {} };

local tasks = {};
local sequence = 0;

local function schedule(delay, callback, param)
	sequence = sequence + 1;
	local task = { time = clock.now() + delay; sequence = sequence; callback = callback; param = param };
	tasks[task] = true;
	-- What 0.11's net.server gives back knows how to stop.
	function task:close()
		self.closed = true;
		tasks[self] = nil;
	end
	return task;
end

local function stop(task)
	task.closed = true;
	local known = tasks[task];
	tasks[task] = nil;
	return known;
end

local function reschedule(task, delay)
	task.time = clock.now() + delay;
	return task;
end

local function next_task(latest)
	local found;
	for task in pairs(tasks) do
		if task.time <= latest
		and (not found or task.time < found.time or (task.time == found.time and task.sequence < found.sequence)) then
			found = task;
		end
	end
	return found;
end

local function traceback(err)
	return debug.traceback(tostring(err), 2);
end

local function run(task)
	tasks[task] = nil;
	local now = clock.now();
	-- Lua 5.1's xpcall passes no arguments.
	local ok, again = xpcall(function () return task.callback(now, task, task.param); end, traceback);
	if not ok then
		log("error", "Error in timer: %s", again);
	elseif type(again) == "number" and not task.closed then
		sequence = sequence + 1;
		task.time, task.sequence = now + again, sequence;
		tasks[task] = true;
	end
end

-- More than any module does within one instant; a timer of zero seconds that renews itself would go on for ever.
local most_at_once = 10000;

-- Moves the clock, running what falls due on the way.
function loop.advance(seconds)
	local target = clock.now() + seconds;
	local instant, ran = clock.now(), 0;
	while true do
		local task = next_task(target);
		if not task then break; end
		if task.time > clock.now() then
			clock.set(task.time);
		end
		if clock.now() ~= instant then
			instant, ran = clock.now(), 0;
		end
		ran = ran + 1;
		if ran > most_at_once then
			error("Timers go on for ever without time passing", 2);
		end
		run(task);
	end
	clock.set(target);
end

-- Takes the timers that wait now for the server's own, such as those of mod_cron, which are not counted.
function loop.own()
	for task in pairs(tasks) do
		task.is_own = true;
	end
end

-- How many timers wait.
function loop.waiting()
	local count = 0;
	for task in pairs(tasks) do
		if not task.is_own then
			count = count + 1;
		end
	end
	return count;
end

function loop.reset()
	tasks = {};
	loop.connections = {};
	loop.refused = nil;
	loop.services = {};
end

-- Connections

local connection = {};
local connection_mt = { __index = connection };

function connection_mt:__tostring()
	return ("connection to %s:%d"):format(self.target_ip, self.target_port);
end

function connection:on(what, ...)
	local listener = self.listeners and self.listeners["on"..what];
	if not listener then return; end
	local arguments, n = { ... }, select("#", ...);
	local ok, err = xpcall(function ()
		return listener(self, (table.unpack or unpack)(arguments, 1, n)); -- luacheck: ignore 113/unpack 143/table
	end, traceback);
	if not ok then
		log("error", "Error calling on%s: %s", what, err);
		return nil, err;
	end
	return err;
end

function connection:setlistener(listeners, data)
	self:on("detach");
	self.listeners = listeners;
	self:on("attach", data);
end

local function watch(self)
	if self.read_timer then
		reschedule(self.read_timer, read_timeout);
	else
		self.read_timer = schedule(read_timeout, function ()
			self:lose("read timeout");
		end);
	end
end

function connection:write(data)
	if self.closed then return nil, "closed"; end
	self.written[#self.written + 1] = tostring(data);
	watch(self);
	return true;
end

function connection:lose(reason)
	if self.closed then return; end
	self.closed = reason or "closed";
	if self.read_timer then stop(self.read_timer); end
	self:on("disconnect", reason);
end

function connection:close()
	self:lose(nil);
end

-- What the other end says.
function connection:hear(data)
	if self.closed then return; end
	watch(self);
	self:on("incoming", data);
end

function connection:ip()
	return self.target_ip;
end

function connection:port()
	return self.target_port;
end

connection.serverport, connection.clientport = connection.port, connection.port;

function connection:ssl() -- luacheck: ignore 212/self
	return false;
end

function connection:socket()
	return self;
end

-- Nothing flows by itself here that these could change.
local function noop() end
connection.set_mode, connection.setoption, connection.pause, connection.resume = noop, noop, noop, noop;

function loop.addclient(ip, port, listeners, pattern, sslctx, typ, extra) -- luacheck: ignore 212/pattern 212/typ 212/extra
	local conn = setmetatable({
		target_ip = ip; target_port = port; tls = not not sslctx; listeners = listeners; written = {};
	}, connection_mt);
	schedule(0, function ()
		if loop.refused then
			conn:lose(loop.refused);
			return;
		end
		loop.connections[#loop.connections + 1] = conn;
		conn.connected = true;
		watch(conn);
		conn:on("connect");
	end);
	return conn;
end

-- Services that listen, by port.

function loop.listen(interface, port, listeners)
	local service = { interface = interface; port = port; listeners = listeners };
	function service:close()
		if loop.services[self.port] == self then
			loop.services[self.port] = nil;
		end
	end
	loop.services[port] = service;
	return service;
end

-- As it is called on 0.11.
loop.addserver = loop.listen;

-- A connection from outside, to a service or to none in particular.
function loop.accept(port)
	local service = port and loop.services[port];
	if port and not service then
		return nil, "connection refused";
	end
	local conn = setmetatable({
		target_ip = "198.51.100.7"; target_port = port or 0; tls = false; written = {};
		listeners = service and service.listeners or {}; connected = true;
	}, connection_mt);
	conn:on("connect");
	return conn;
end

loop.add_task = schedule;

-- From 0.12 on util.timer hands over to the event loop.
if (os.getenv("TYPED_PROSODY_PROSODY") or ""):sub(1, 5) ~= "0.11." then
	loop.timer = { add_task = schedule; stop = stop; reschedule = reschedule };
	function loop.timer.to_absolute_time(time)
		return time;
	end
end

function loop.get_backend()
	return "specs";
end

return loop;
