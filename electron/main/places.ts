import { app } from 'electron';
import { join } from 'node:path';

/** Where the parts of the built app lie, packed or not, and where it keeps its own things. */
export function places() {
  const program = import.meta.dirname;
  return {
    pages: join(program, '..', 'renderer'),
    preload: join(program, 'preload.cjs'),
    worker: join(program, 'worker.js'),
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources'),
    /** unless it was moved, or AESOP_HOME says otherwise */
    workspace: join(app.getPath('home'), 'Aesop'),
    remembered: join(app.getPath('userData'), 'window.json'),
  };
}
