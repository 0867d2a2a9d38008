local settings = { host = "montague.example", limits = { burst = 20 } };
local ages = { romeo = 16 };
local labels = { away = "Away", chat = "Free for chat", dnd = "Do not disturb", xa = "Gone" };

function objectLiteral()
	local host = "capulet.example";
	return { host = host, port = 5222, limits = { burst = 5 } };
end

function destructureFields()
	return settings.host .. ":" .. tostring(settings.port or 5222);
end

function optionalChain()
	local limits = settings.limits;
	return limits and limits.burst or 0;
end

function copyWithChange()
	local copy = {};
	for key, value in pairs(settings) do
		copy[key] = value;
	end
	copy.port = 5269;
	return copy;
end

function lookUpOrDefault()
	return labels.dnd or "Online";
end

function entriesOfRecord()
	local size = 0;
	for key, value in pairs(labels) do
		size = size + #key + #value;
	end
	return size;
end

function keysOfRecord()
	local count = 0;
	for key in pairs(labels) do
		if key ~= "away" then
			count = count + 1;
		end
	end
	return count;
end

function keyInRecord()
	return ages.romeo ~= nil and ages.nurse == nil;
end

function deleteKey()
	ages.tybalt = 20;
	ages.tybalt = nil;
	return ages.tybalt;
end

function updateFields()
	local state = { sent = 0, failed = 0 };
	state.sent = state.sent + 2;
	state.failed = state.failed + 1;
	return state.sent - state.failed;
end

function mapAsDictionary()
	local counts = {};
	for _, key in ipairs({ "a", "b", "a", "c", "a" }) do
		counts[key] = (counts[key] or 0) + 1;
	end
	return counts.b and counts.a or 0;
end

function setOfNames()
	local seen = {};
	local repeated = 0;
	for _, name in ipairs({ "romeo", "juliet", "romeo" }) do
		if seen[name] then
			repeated = repeated + 1;
		else
			seen[name] = true;
		end
	end
	return repeated;
end

local counter_methods = {};
local counter_mt = { __index = counter_methods };

local function new_counter(step)
	return setmetatable({ count = 0, step = step }, counter_mt);
end

function counter_methods:bump()
	self.count = self.count + self.step;
end

function counter_methods:total()
	return self.count;
end

function classInstance()
	local counter = new_counter(2);
	counter:bump();
	counter:bump();
	return counter:total();
end

local shape_methods = {};

function shape_methods:describe()
	return "a " .. self.name;
end

local square_methods = setmetatable({}, { __index = shape_methods });
local square_mt = { __index = square_methods };

local function new_square(side)
	return setmetatable({ name = "square", side = side }, square_mt);
end

function square_methods:describe()
	return shape_methods.describe(self) .. " of " .. tostring(self.side);
end

function subclassInstance()
	return new_square(3):describe();
end
