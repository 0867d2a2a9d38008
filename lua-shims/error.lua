--- An error object as JavaScript knows it.
local Error = { name = "Error", prototype = { name = "Error", message = "" } }
Error.prototype.__index = Error.prototype
Error.prototype.constructor = Error

function Error.prototype.____constructor(self, message)
	if message ~= nil then
		self.message = message
	end
	self.stack = debug.traceback("", 3)
end

--- "Error: message" to the module's own code. Prosody's log gets the traceback too: its handlers add one to strings
-- alone, and an error without a place helps nobody.
function Error.prototype.__tostring(self)
	local text = self.message ~= "" and self.name .. ": " .. self.message or self.name
	-- tostring is a level of its own, but not in LuaJIT.
	local reader = debug.getinfo(2, "S")
	if reader and reader.what == "C" then
		reader = debug.getinfo(3, "S")
	end
	if reader and reader.source == debug.getinfo(1, "S").source then
		return text
	end
	return text .. (self.stack or "")
end

setmetatable(Error, {
	__call = function(_, _, message)
		return __TS__New(Error, message)
	end,
})

local RangeError = setmetatable(
	{ name = "RangeError", ____super = Error, prototype = setmetatable({ name = "RangeError" }, Error.prototype) },
	{ __index = Error }
)
RangeError.prototype.__index = RangeError.prototype
RangeError.prototype.__tostring = Error.prototype.__tostring
RangeError.prototype.constructor = RangeError

local TypeError = setmetatable(
	{ name = "TypeError", ____super = Error, prototype = setmetatable({ name = "TypeError" }, Error.prototype) },
	{ __index = Error }
)
TypeError.prototype.__index = TypeError.prototype
TypeError.prototype.__tostring = Error.prototype.__tostring
TypeError.prototype.constructor = TypeError

local SyntaxError = setmetatable(
	{ name = "SyntaxError", ____super = Error, prototype = setmetatable({ name = "SyntaxError" }, Error.prototype) },
	{ __index = Error }
)
SyntaxError.prototype.__index = SyntaxError.prototype
SyntaxError.prototype.__tostring = Error.prototype.__tostring
SyntaxError.prototype.constructor = SyntaxError
