import { app } from 'electron';
import { isAbsolute, resolve } from 'node:path';
import { TEXT_EXTENSIONS } from '../contract/document.ts';

/** Extensions that the system hands over to Aesop. */
const OPENED = new RegExp(`\\.(?:${TEXT_EXTENSIONS.join('|')}|aesop)$`, 'i');

/** Files named on a command line. */
export function filesOf(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && OPENED.test(argument))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(folder, argument)));
}

/**
 * Collects the files that the system opens with Aesop: at the start, by a second start, or by macOS' own event. Call it
 * before the app is ready.
 */
export function collectOpenedFiles(): { deliverTo(deliver: (paths: string[]) => void): void } {
  let waiting = filesOf(process.argv, process.cwd());
  let deliver: ((paths: string[]) => void) | undefined;
  const add = (paths: string[]) => {
    if (paths.length === 0) return;
    if (deliver) deliver(paths);
    else waiting = [...waiting, ...paths];
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  app.on('second-instance', (_event, argv, folder) => add(filesOf(argv, folder)));
  return {
    deliverTo: (receiver) => {
      deliver = receiver;
      if (waiting.length > 0) receiver(waiting);
      waiting = [];
    },
  };
}
