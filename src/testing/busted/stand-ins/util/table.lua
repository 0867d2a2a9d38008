-- Stand-in for Prosody's util.table.

local function pack(...)
	return { n = select("#", ...), ... };
end

-- The sizes are hints for the allocator.
local function create()
	return {};
end

local function move(from, first, last, to, target)
	target = target or from;
	if to > last or to <= first or target ~= from then
		for i = 0, last - first do
			target[to + i] = from[first + i];
		end
	else
		for i = last - first, 0, -1 do
			target[to + i] = from[first + i];
		end
	end
	return target;
end

return { pack = pack, create = create, move = move };
