local function next_of_generator(generator)
	local ok, value = coroutine.resume(generator.____coroutine)
	if not ok then
		error(value, 0)
	end
	if coroutine.status(generator.____coroutine) ~= "dead" then
		return true, value
	end
end

local function next_of_iterator(iterator)
	local step = iterator:next()
	if not step.done then
		return true, step.value
	end
end

local function next_character(s, from)
	local first, last = string.find(s, "^.[\128-\191]*", from)
	if first then
		return last + 1, string.sub(s, first, last)
	end
end

--- What a generic `for` needs to visit the values of a string (by character), a generator, an iterable or an array.
local function iterate(iterable)
	if type(iterable) == "string" then
		return next_character, iterable, 1
	elseif iterable.____coroutine then
		return next_of_generator, iterable
	elseif iterable[Symbol.iterator] then
		local iterator = iterable[Symbol.iterator](iterable)
		return iterator.____step or next_of_iterator, iterator
	end
	return ipairs(iterable)
end

local function spread(iterable)
	local values = {}
	local count = 0
	for _, value in iterate(iterable) do
		count = count + 1
		values[count] = value
	end
	return __TS__Unpack(values, 1, count)
end
