@rem Windows cannot start the .mjs file itself.
@node "%~dp0vscodeLauncher.mjs" %*
