// Required by `.mocharc.json` here, before the tests are loaded.
process.env.CAVEAT_RELIABILITY = 'long';
