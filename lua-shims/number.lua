--- The number as an integer where it is one: 5.3 and later would print 5.0.
local function as_integer(number)
	return number % 1 == 0 and math.floor(number) or number
end

local function parse_int(text, radix)
	local sign, digits = string.match(tostring(text), "^%s*([+-]?)(%w*)")
	radix = radix ~= nil and radix ~= 0 and radix or nil
	if (radix == nil or radix == 16) and string.find(digits, "^0[xX]") then
		digits = string.sub(digits, 3)
		radix = 16
	end
	radix = radix or 10
	if radix < 2 or radix > 36 then
		return 0 / 0
	end
	local value
	for digit in string.gmatch(digits, "%w") do
		local number = tonumber(digit, 36)
		if number >= radix then
			break
		end
		value = (value or 0) * radix + number
	end
	if value == nil then
		return 0 / 0
	end
	return sign == "-" and -value or value
end

local float_patterns = {
	"^%s*([+-]?%d+%.?%d*[eE][+-]?%d+)",
	"^%s*([+-]?%.%d+[eE][+-]?%d+)",
	"^%s*([+-]?%d+%.?%d*)",
	"^%s*([+-]?%.%d+)",
}

local function parse_float(text)
	text = tostring(text)
	for _, pattern in ipairs(float_patterns) do
		local digits = string.match(text, pattern)
		if digits then
			return as_integer(tonumber(digits))
		end
	end
	local sign = string.match(text, "^%s*([+-]?)Infinity")
	if sign then
		return sign == "-" and -math.huge or math.huge
	end
	return 0 / 0
end

--- JavaScript's Number(value).
local function to_number(value)
	if type(value) == "number" then
		return value
	elseif type(value) == "boolean" then
		return value and 1 or 0
	elseif type(value) ~= "string" then
		return 0 / 0
	elseif not string.find(value, "%S") then
		return 0
	elseif string.find(value, "^%s*[+-]?Infinity%s*$") then
		return string.find(value, "-", 1, true) and -math.huge or math.huge
	end
	-- LuaJIT's tonumber knows "inf" and "nan" too, which JavaScript does not.
	local number = string.find(value, "^%s*[+-]?[%d.]") and tonumber(value)
	return number and as_integer(number) or 0 / 0
end

local function is_nan(value)
	return value ~= value
end

--- A quotient of natural logarithms, made exact where the result is a whole number.
local function logarithm(x, base)
	local quotient = math.log(x) / math.log(base)
	local whole = math.floor(quotient + 0.5)
	return base ^ whole == x and whole or quotient
end

local function log10(x)
	return logarithm(x, 10)
end

local function log2(x)
	return logarithm(x, 2)
end

local function atan2(y, x)
	-- From 5.3 on math.atan takes both; from 5.4 on math.atan2 is gone.
	return (math.atan2 or math.atan)(y, x)
end

--- Math.trunc. Whole numbers only, also for 0.0, which Lua 5.3 and later write with its fraction.
local function trunc(value)
	if value > 0 then
		return math.floor(value)
	end
	return math.ceil(value)
end

--- Math.sign
local function sign(value)
	if value > 0 then
		return 1
	elseif value < 0 then
		return -1
	end
	return value == 0 and 0 or value
end
