-- A list with a known length, into which several results and spreads are gathered in order, holes included.

local function sparse_array(...)
	return { sparseLength = select("#", ...), ... }
end

local function sparse_array_push(list, ...)
	local length = list.sparseLength
	local count = select("#", ...)
	for i = 1, count do
		list[length + i] = (select(i, ...))
	end
	list.sparseLength = length + count
end

local function sparse_array_values(list)
	return __TS__Unpack(list, 1, list.sparseLength)
end
