import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfText } from '../../../electron/worker/corpora/name-of-text.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fileWith, localWorker } from '../local-worker.ts';

const STORY = 'A fox came to the well and saw the moon in it. She wanted it, and jumped, and never said why. ';

test.each([
  ['index.html', 'The Salt Road'],
  ['download (3).html', 'The Salt Road'],
  ['untitled-2.docx', 'The Salt Road'],
  ['manuscript-final2.docx', 'The Salt Road'],
  ['pg1342-images.epub', 'The Salt Road'],
  ['20261130.pdf', 'The Salt Road'],
  ['新建 Microsoft Word 文档.docx', '盐路'],
  ['Ohne Titel.odt', 'Der Fuchs'],
])('a text out of %s is called by the title in it', (file, title) => {
  expect(nameOfText({ name: file.replace(/\.\w+$/, ''), file }, title)).toBe(title);
  expect(nameOfText({ name: file, file }, title)).toBe(title);
});

test.each([
  ['mice.html', 'mice', 'Belling the Cat', 'a file name that says something'],
  ['index.html', 'My mice', 'Belling the Cat', 'a name that somebody gave it'],
  ['index.html', 'index', '', 'no title'],
  ['document.docx', 'document', 'Document 1', 'a title that says as little'],
  ['document.pdf', 'document', 'Microsoft Word - mice', 'what a program put there'],
  ['document.pdf', 'document', 'mice.docx', 'the name of another file'],
])('%s called %s stays so beside the title “%s”: %s', (file, name, title) => {
  expect(nameOfText({ name, file }, title)).toBe(name);
});

test('a title is cut to the length of a name', () => {
  expect(nameOfText({ name: 'index', file: 'index.html' }, 'fox '.repeat(100)).length).toBeLessThanOrEqual(120);
});

test.each(['pandoc.docx', 'pandoc.odt', 'pandoc.epub', 'pandoc-2.epub', 'pandoc.html'])(
  'the title is found in %s',
  async (fixture) => {
    const folder = temporaryFolder();
    const ending = fixture.replace(/^.*\./, '');
    const path = join(folder, `document.${ending}`);
    await copyFile(new URL(`../../engine/documents/fixtures/${fixture}`, import.meta.url), path);
    const { run } = localWorker();
    const workspace = join(folder, 'workspace');
    const corpus = await run('import', {
      workspace,
      path,
      file: `document.${ending}`,
      name: 'document',
      origin: 'file',
    });
    expect(corpus.name).toBe('The Fox');
  },
);

test('of a page, the title in its head counts, not that of a picture', async () => {
  const { run } = localWorker();
  const named = async (head: string) => {
    const page = `<html><head>${head}</head><body><svg><title>Logo</title></svg><p>${STORY}</p></body></html>`;
    const given = { workspace: temporaryFolder(), path: await fileWith(page), file: 'index.html', name: 'index' };
    return (await run('import', { ...given, origin: 'file' })).name;
  };
  expect(await named('<title>\n  The Moon &amp;\n the Well </title>')).toBe('The Moon & the Well');
  expect(await named('')).toBe('index');
});

test('a text that was pasted keeps its name', () => {
  expect(nameOfText({ name: 'Text', file: 'text.txt' }, '')).toBe('Text');
});
