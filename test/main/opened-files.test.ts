import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { collectOpenedFiles, filesOf } = await import('../../electron/main/opened-files.ts');
const { app } = double.electron as ReturnType<typeof electronDouble>;

test('texts and model archives of a command line are taken, switches and programs are not', () => {
  const argv = [
    '/opt/aesop/aesop',
    '--no-sandbox',
    '寓言.TXT',
    '/books/wolf.md',
    'model.aesop',
    'wolf.docx',
    'photo.png',
    'notes',
  ];
  expect(filesOf(argv, '/home/ann')).toEqual([
    resolve('/home/ann/寓言.TXT'),
    '/books/wolf.md',
    '/home/ann/model.aesop',
    '/home/ann/wolf.docx',
  ]);
});

test('files opened before the page is there wait for it; later ones come at once', () => {
  const opened = collectOpenedFiles();
  const preventDefault = vi.fn();
  app.emit('open-file', { preventDefault }, '/early.txt');
  expect(preventDefault).toHaveBeenCalled();
  const got: string[][] = [];
  opened.deliverTo((paths) => got.push(paths));
  app.emit('second-instance', {}, ['aesop', 'late.txt'], '/home/ann');
  app.emit('second-instance', {}, ['aesop'], '/home/ann');
  expect(got).toEqual([['/early.txt'], ['/home/ann/late.txt']]);
});
