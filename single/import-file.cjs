/** Imports a module from the disk: the program inside a single file can import Node's own modules alone. */
'use strict';
const { pathToFileURL } = require('node:url');

module.exports = (file) => {
  import(pathToFileURL(file).href).catch((error) => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  });
};
