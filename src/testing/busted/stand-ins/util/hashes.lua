-- Stand-in for Prosody's util.hashes: SHA-1 and SHA-256 (FIPS 180-4), HMAC (RFC 2104), PBKDF2 (RFC 8018), on the bit
-- operations of the library that Prosody itself uses on old Lua.

local bit = require "bit";
local band, bor, bxor, bnot = bit.band, bit.bor, bit.bxor, bit.bnot;
local rol, ror, rshift, tobit = bit.rol, bit.ror, bit.rshift, bit.tobit;
local byte, char, floor = string.byte, string.char, math.floor;

local function word(n)
	n = n % 4294967296;
	return char(floor(n / 16777216), floor(n / 65536) % 256, floor(n / 256) % 256, n % 256);
end

-- The message with its padding and length.
local function padded(message)
	local length = #message;
	return message.."\128"..("\0"):rep((55 - length) % 64)..word(floor(length / 536870912))..word(length * 8 % 4294967296);
end

local function words(message, at, into)
	for i = 0, 15 do
		local a, b, c, d = byte(message, at + i * 4, at + i * 4 + 3);
		into[i] = tobit(a * 16777216 + b * 65536 + c * 256 + d);
	end
end

local function sha1(message)
	local h0, h1, h2, h3, h4 = 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0;
	message = padded(message);
	local w = {};
	for at = 1, #message, 64 do
		words(message, at, w);
		for i = 16, 79 do
			w[i] = rol(bxor(w[i - 3], w[i - 8], w[i - 14], w[i - 16]), 1);
		end
		local a, b, c, d, e = h0, h1, h2, h3, h4;
		for i = 0, 79 do
			local f, k;
			if i < 20 then
				f, k = bor(band(b, c), band(bnot(b), d)), 0x5A827999;
			elseif i < 40 then
				f, k = bxor(b, c, d), 0x6ED9EBA1;
			elseif i < 60 then
				f, k = bor(band(b, c), band(b, d), band(c, d)), 0x8F1BBCDC;
			else
				f, k = bxor(b, c, d), 0xCA62C1D6;
			end
			a, b, c, d, e = tobit(rol(a, 5) + f + e + k + w[i]), a, rol(b, 30), c, d;
		end
		h0, h1, h2, h3, h4 = tobit(h0 + a), tobit(h1 + b), tobit(h2 + c), tobit(h3 + d), tobit(h4 + e);
	end
	return word(h0)..word(h1)..word(h2)..word(h3)..word(h4);
end

-- The first 32 bits of the fractional parts of roots of primes: square roots to begin with, cube roots for the rounds.
local initial, rounds = {}, {};
do
	local candidate, found = 2, 0;
	while found < 64 do
		local is_prime = true;
		for divisor = 2, floor(candidate ^ 0.5) do
			if candidate % divisor == 0 then
				is_prime = false;
				break;
			end
		end
		if is_prime then
			found = found + 1;
			if found <= 8 then
				initial[found] = tobit(floor(candidate ^ 0.5 % 1 * 4294967296));
			end
			rounds[found - 1] = tobit(floor(candidate ^ (1 / 3) % 1 * 4294967296));
		end
		candidate = candidate + 1;
	end
end

local function sha256(message)
	local h = {};
	for i = 1, 8 do h[i] = initial[i]; end
	message = padded(message);
	local w = {};
	for at = 1, #message, 64 do
		words(message, at, w);
		for i = 16, 63 do
			local x, y = w[i - 15], w[i - 2];
			local s0 = bxor(ror(x, 7), ror(x, 18), rshift(x, 3));
			local s1 = bxor(ror(y, 17), ror(y, 19), rshift(y, 10));
			w[i] = tobit(w[i - 16] + s0 + w[i - 7] + s1);
		end
		local a, b, c, d, e, f, g, last = h[1], h[2], h[3], h[4], h[5], h[6], h[7], h[8];
		for i = 0, 63 do
			local s1 = bxor(ror(e, 6), ror(e, 11), ror(e, 25));
			local t1 = last + s1 + bxor(band(e, f), band(bnot(e), g)) + rounds[i] + w[i];
			local s0 = bxor(ror(a, 2), ror(a, 13), ror(a, 22));
			local t2 = s0 + bxor(band(a, b), band(a, c), band(b, c));
			last, g, f, e, d, c, b, a = g, f, e, tobit(d + t1), c, b, a, tobit(t1 + t2);
		end
		h[1], h[2], h[3], h[4] = tobit(h[1] + a), tobit(h[2] + b), tobit(h[3] + c), tobit(h[4] + d);
		h[5], h[6], h[7], h[8] = tobit(h[5] + e), tobit(h[6] + f), tobit(h[7] + g), tobit(h[8] + last);
	end
	local out = {};
	for i = 1, 8 do out[i] = word(h[i]); end
	return table.concat(out);
end

local function xor_bytes(text, value)
	return (text:gsub(".", function (c)
		return char(bxor(byte(c), value));
	end));
end

local function hmac(hash)
	return function (key, message)
		if #key > 64 then key = hash(key); end
		key = key..("\0"):rep(64 - #key);
		return hash(xor_bytes(key, 0x5C)..hash(xor_bytes(key, 0x36)..message));
	end
end

local hmac_sha1, hmac_sha256 = hmac(sha1), hmac(sha256);

-- One block of PBKDF2: as many bytes as the hash gives.
local function pbkdf2(mac)
	return function (password, salt, iterations)
		local u = mac(password, salt.."\0\0\0\1");
		local sum = { byte(u, 1, -1) };
		for _ = 2, iterations do
			u = mac(password, u);
			for i = 1, #sum do
				sum[i] = bxor(sum[i], byte(u, i));
			end
		end
		return char((table.unpack or unpack)(sum)); -- luacheck: ignore 113 143
	end
end

local function text_argument(value, position)
	if type(value) ~= "string" and type(value) ~= "number" then
		error(("bad argument #%d to '?' (string expected, got %s)"):format(position, type(value)), 3);
	end
	return tostring(value);
end

local function hex(bytes)
	return (bytes:gsub(".", function (c)
		return ("%02x"):format(byte(c));
	end));
end

local function digest(hash)
	return function (message, as_hex)
		local result = hash(text_argument(message, 1));
		return as_hex and hex(result) or result;
	end
end

local function keyed(mac)
	return function (key, message, as_hex)
		local result = mac(text_argument(key, 1), text_argument(message, 2));
		return as_hex and hex(result) or result;
	end
end

local hashes = {
	sha1 = digest(sha1);
	sha256 = digest(sha256);
	hmac_sha1 = keyed(hmac_sha1);
	hmac_sha256 = keyed(hmac_sha256);
	pbkdf2_hmac_sha1 = pbkdf2(hmac_sha1);
	pbkdf2_hmac_sha256 = pbkdf2(hmac_sha256);
	scram_Hi_sha1 = pbkdf2(hmac_sha1);
	equals = function (a, b)
		return text_argument(a, 1) == text_argument(b, 2);
	end;
	version = "stand-in";
};

-- They are there, as libraries that list them when they are loaded expect, and say so when they are called.
for _, name in ipairs { "md5", "sha224", "sha384", "sha512", "hmac_md5", "hmac_sha224", "hmac_sha384", "hmac_sha512" } do
	hashes[name] = function ()
		error("util.hashes has no stand-in for "..name..": run the spec on Lua 5.2 or 5.4 alone", 2);
	end
end

return hashes;
