/** Aesop on Windows, by Wine: node test/platforms/win32-x64.mjs (after npm run addons -- win32-x64, npm run build) */
import { checksOn } from './emulated.mjs';
import { runChecks } from './run.mjs';
import { windowsHost } from './wine.mjs';

await runChecks('win32-x64', async function* () {
  // By another name than node.exe, as in Electron: an add-on that imports from a host of one name would not load.
  yield* checksOn(await windowsHost('aesop.exe'));
});
