import { app, dialog, shell, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { TEXT_EXTENSIONS } from '../contract/document.ts';
import { dirname, join } from 'node:path';
import type { GrantedFile, HostRequestInput } from '../contract/host.ts';
import type { HostVerbs } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';
import { fileName } from '../studio/files/file-name.ts';
import { grantFile } from '../studio/files/grant-file.ts';
import { desktopText } from './spoken.ts';
import type { LastWords } from './last-words.ts';
import type { Memory } from './memory.ts';
import { movingVerbs } from './workspace-place.ts';

interface Desktop {
  readonly studio: Studio;
  readonly memory: Memory;
  readonly words: Pick<LastWords, 'heard'>;
  readonly folders: { workspace: string; log: string };
  window(): BrowserWindow | undefined;
}

/** What a save dialog offers to name the file by; a model may be a folder or an archive. */
const filtersOf = (type: HostRequestInput<'host.chooseTarget'>['type']): FileFilter[] => [
  ...(type === 'text' ? [{ name: desktopText('texts'), extensions: ['txt'] }] : []),
  ...(type === 'markdown' ? [{ name: 'Markdown', extensions: ['md'] }] : []),
  ...(type === 'docx' ? [{ name: 'Word', extensions: ['docx'] }] : []),
  ...(type === 'epub' ? [{ name: 'EPUB', extensions: ['epub'] }] : []),
  ...(type === 'table' ? [{ name: 'CSV', extensions: ['csv'] }] : []),
  ...(type === 'model' ? [] : [{ name: desktopText('allFiles'), extensions: ['*'] }]),
];

/** What the desktop does for a page: native dialogs, and showing folders. Paths stay on this side. */
export function desktopHost({ studio, memory, words, folders, window }: Desktop): HostVerbs {
  const choose = async (
    purpose: 'text' | 'model' | 'wheels',
    options: OpenDialogOptions,
  ): Promise<{ files: GrantedFile[] }> => {
    const { folder } = memory.get(purpose, { folder: app.getPath('documents') });
    const all = { ...options, defaultPath: folder };
    const parent = window();
    const { filePaths } = await (parent ? dialog.showOpenDialog(parent, all) : dialog.showOpenDialog(all));
    if (filePaths.length > 0) await memory.set(purpose, { folder: dirname(filePaths[0]) });
    return { files: await Promise.all(filePaths.map((path) => grantFile(studio, path))) };
  };
  const chooseFolder = async (): Promise<string | undefined> => {
    const parent = window();
    const options: OpenDialogOptions = {
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      buttonLabel: desktopText('chooseFolder'),
      defaultPath: dirname(folders.workspace),
    };
    const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return filePaths[0];
  };
  return {
    'host.describe': () => ({
      kind: 'electron',
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
    }),
    'host.chooseTexts': () =>
      choose('text', {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: desktopText('texts'), extensions: TEXT_EXTENSIONS },
          { name: desktopText('allFiles'), extensions: ['*'] },
        ],
      }),
    'host.chooseModel': () => choose('model', { properties: ['openFile', 'openDirectory'] }),
    'host.chooseWheels': () => choose('wheels', { properties: ['openDirectory'] }),
    'host.chooseTarget': async ({ name, type = 'model' }) => {
      const purpose = type === 'model' ? 'target' : 'story';
      const { folder } = memory.get(purpose, { folder: app.getPath('documents') });
      const parent = window();
      const options = { defaultPath: join(folder, fileName(name, type)), filters: filtersOf(type) };
      const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      if (!filePath) return { file: null };
      await memory.set(purpose, { folder: dirname(filePath) });
      return { file: studio.files.grantTarget(filePath) };
    },
    'host.release': ({ file }) => {
      studio.files.release(file);
      return {};
    },
    ...movingVerbs({ studio, memory, words, workspace: folders.workspace, choose: chooseFolder }),
    'host.reveal': async ({ folder }) => {
      await shell.openPath(folders[folder]);
      return {};
    },
  };
}
