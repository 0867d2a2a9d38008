-- Stand-in for what libraries ask of Prosody's util.pposix.

return {
	_VERSION = "0.4.1";
	ENOENT = 2;
	isatty = function ()
		return false;
	end;
};
