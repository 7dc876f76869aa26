// What Electron's own default_app does: runs the app whose folder the command line names.
const { app } = require('electron');
const { join, resolve } = require('node:path');

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = require(join(folder, 'package.json'));
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
app.name = productName ?? name;
app.setVersion(version);
app.setAppPath(folder);
require(join(folder, main));
