-- Stand-in for Prosody's util.compat: xpcall that passes arguments on, which that of Lua 5.1 does not.

local unpack = table.unpack or unpack; -- luacheck: ignore 113 143

return {
	xpcall = function (f, handler, ...)
		local arguments, n = { ... }, select("#", ...);
		return xpcall(function ()
			return f(unpack(arguments, 1, n));
		end, handler);
	end;
};
