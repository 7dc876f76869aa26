import { errors } from './errors/index.ts';
import { shared } from './shared.ts';

/** Menus, native dialogs, notifications. */
export const desktopTexts = {
  file: 'File',
  import: 'Import text…',
  train: 'Train',
  stop: 'Stop and keep',
  tell: 'Tell',
  find: 'Find…',
  edit: 'Edit',
  run: 'Run',
  go: 'Go',
  library: 'Library',
  workshop: 'Workshop',
  shelf: 'Shelf',
  story: 'Story',
  machine: 'Machine',
  view: 'View',
  window: 'Window',
  help: 'Help',
  workspace: 'Open workspace folder',
  texts: 'Texts',
  allFiles: 'All files',
  quitTitle: '“{name}” is still training',
  quitDetail: 'Aesop writes a checkpoint first. You can resume from it at the next start.',
  quitConfirm: 'Save and quit',
  cancel: 'Go on training',
  pageDied: 'The window stopped twice in a row',
  pageDiedDetail: 'Your texts, runs and models are safe; a training goes on. Reload the window, or quit.',
  reload: 'Reload',
  quit: 'Quit',
  chooseFolder: 'Choose',
  workspaceGone: 'Your workspace is not at {name}',
  workspaceGoneDetail: 'Plug its drive in and start Aesop again, or open the workspace at {name}.',
  useUsual: 'Open that one',
  doneTitle: '“{name}” has learnt its text',
  failedTitle: '“{name}” stopped',
} as const;

/** Everything that the desktop says by itself, without the page. */
export const desktop = { texts: { ...shared, desktop: desktopTexts }, errors };

export type DesktopTables = typeof desktop;
