-- What ECMAScript calls white space and line terminators, beyond ASCII's. A pattern's character class sees bytes and
-- would take the last byte of "voilà" for half of a no-break space.
local unicode_spaces = {
	["\194\160"] = true, -- U+00A0 no-break space
	["\225\154\128"] = true, -- U+1680 Ogham space mark
	["\226\128\128"] = true, -- U+2000 en quad, and on to
	["\226\128\129"] = true,
	["\226\128\130"] = true,
	["\226\128\131"] = true,
	["\226\128\132"] = true,
	["\226\128\133"] = true,
	["\226\128\134"] = true,
	["\226\128\135"] = true,
	["\226\128\136"] = true,
	["\226\128\137"] = true,
	["\226\128\138"] = true, -- U+200A hair space
	["\226\128\168"] = true, -- U+2028 line separator
	["\226\128\169"] = true, -- U+2029 paragraph separator
	["\226\128\175"] = true, -- U+202F narrow no-break space
	["\226\129\159"] = true, -- U+205F medium mathematical space
	["\227\128\128"] = true, -- U+3000 ideographic space
	["\239\187\191"] = true, -- U+FEFF zero width no-break space
}

--- Position of the first byte that is no white space.
local function first_visible(s)
	local from = 1
	while true do
		from = string.find(s, "%S", from) or #s + 1
		if unicode_spaces[string.sub(s, from, from + 1)] then
			from = from + 2
		elseif unicode_spaces[string.sub(s, from, from + 2)] then
			from = from + 3
		else
			return from
		end
	end
end

--- Position of the last byte that is no white space, looking no further back than `first`.
local function last_visible(s, first)
	local to = #s
	while to >= first do
		if string.find(s, "^%s", to) then
			to = to - 1
		elseif unicode_spaces[string.sub(s, to - 1, to)] then
			to = to - 2
		elseif unicode_spaces[string.sub(s, to - 2, to)] then
			to = to - 3
		else
			break
		end
	end
	return to
end

local function string_trim(s)
	-- Not "^%s*(.-)%s*$", whose work grows with the square of a run of spaces.
	local text = s:match(".*%S", s:match("^%s*()")) or ""
	-- Bytes that the spaces above begin and end with.
	if text:find("^[\194\225-\227\239]") or text:find("[\128-\191]$") then
		local first = first_visible(s)
		return string.sub(s, first, last_visible(s, first))
	end
	return text
end

local function string_trim_start(s)
	return string.sub(s, first_visible(s))
end

local function string_trim_end(s)
	return string.sub(s, 1, last_visible(s, 1))
end
