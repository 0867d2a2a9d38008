local now = require("util.time").now

--- Milliseconds since 1970.
local function date_now()
	return math.floor(now() * 1000)
end
