-- Stand-in for Prosody's util.strbitop: bit operations on the bytes of strings, the second repeated as needed.

local bit = require "bit";

local function operation(combine)
	return function (a, b)
		if #a == 0 or #b == 0 then
			return a;
		end
		local out = {};
		for i = 1, #a do
			out[i] = string.char(combine(a:byte(i), b:byte((i - 1) % #b + 1)));
		end
		return table.concat(out);
	end
end

local function common_prefix_bits(a, b)
	local count = 0;
	for i = 1, math.min(#a, #b) do
		local difference = bit.bxor(a:byte(i), b:byte(i));
		if difference ~= 0 then
			while difference < 128 do
				difference, count = difference * 2, count + 1;
			end
			return count;
		end
		count = count + 8;
	end
	return count;
end

return {
	sand = operation(bit.band);
	sor = operation(bit.bor);
	sxor = operation(bit.bxor);
	common_prefix_bits = common_prefix_bits;
};
