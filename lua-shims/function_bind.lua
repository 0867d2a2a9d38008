--- A function with its self and first arguments fixed; whoever calls it hands over no self.
local function bind(fn, ...)
	local bound, bound_count = { ... }, select("#", ...)
	return function (...)
		local args, count = {}, select("#", ...)
		for i = 1, bound_count do
			args[i] = bound[i]
		end
		for i = 1, count do
			args[bound_count + i] = (select(i, ...))
		end
		return fn(__TS__Unpack(args, 1, bound_count + count))
	end
end
