import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { nameOfText } from '../../../electron/worker/corpora/name-of-text.ts';
import { pdfOf, prose } from '../../engine/documents/pages.ts';
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

/** What a file that says nothing by its name comes to be called. */
async function called(file: string, holds: string | Uint8Array): Promise<string> {
  const given = { workspace: temporaryFolder(), path: await fileWith(holds), file, name: file.replace(/\.\w+$/, '') };
  return (await localWorker().run('import', { ...given, origin: 'file' })).name;
}

const utf16 = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

test.each([
  ['a string', '(The \\(Salt\\) Road)', 'The (Salt) Road'],
  ['UTF-16', utf16('盐路 – II'), '盐路 – II'],
  ['UTF-8', `<efbbbf${Buffer.from('Der Fuchs im Öl').toString('hex')}>`, 'Der Fuchs im Öl'],
  ['its own table of characters', '(\\215Foxes\\216 \\205 \\223nd out)', '“Foxes” – ﬁnd out'],
  ['UTF-16 without its mark', `<${Buffer.from('The Road', 'utf16le').toString('hex')}>`, 'The Road'],
  ['controls and turned directions', utf16('\u202eThe\0 \u0007\u0085\r\n Road\u2066'), 'The Road'],
  ['no string', '[1 2 3]', 'scan'],
  ['nothing but blanks', utf16(' \u3000\u200b '), 'scan'],
  ['a program', '(Microsoft PowerPoint - fox)', 'scan'],
  ['too much', `(${'The Road '.repeat(2_000)})`, 'The Road '.repeat(14).slice(0, 120).trim()],
])('the title of a PDF is read, whatever it is written in: %s', async (_how, title, name) => {
  expect(await called('scan.pdf', pdfOf([prose(20)], 'Helvetica', title))).toBe(name);
});

const SPACES = 'xmlns:office="o" xmlns:text="t" xmlns:dc="d" xmlns:svg="s"';
const flat = (meta: string) =>
  `<?xml version="1.0"?>\n<office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>${meta}</office:meta><office:master-styles><svg:title>Logo</svg:title></office:master-styles><office:body><office:text><svg:title>Map</svg:title><text:p>${STORY}</text:p></office:text></office:body></office:document>`;

test('of an OpenDocument text in one file, the title in its metadata counts, not that of a picture', async () => {
  expect(await called('new.fodt', flat('<dc:title>The &lt;b&gt;Salt&lt;/b&gt; Road</dc:title>'))).toBe(
    'The <b>Salt</b> Road',
  );
  expect(await called('new.fodt', flat(''))).toBe('new');
});

const word = (core: string | Uint8Array) =>
  zipSync({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'word/document.xml': Buffer.from(
      `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${STORY}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'docProps/core.xml': typeof core === 'string' ? Buffer.from(core) : core,
  });

test.each([
  ['the usual', '<c:p xmlns:c="c" xmlns:dc="d"><dc:title>The Road</dc:title></c:p>', 'The Road'],
  ['entities of its own', '<!DOCTYPE p [<!ENTITY a "&a;&a;">]><p><dc:title>&a;</dc:title></p>', '&a;'],
  ['no end', '<p><dc:title>The Road', 'The Road'],
  ['more than is read', `<p><dc:title>The Road</dc:title>${' '.repeat(2 ** 21)}</p>`, 'document'],
  ['a depth without end', '<p>'.repeat(100_000), 'document'],
  ['no XML', new Uint8Array(5_000).fill(255), 'document'],
])('a document is read whatever its metadata holds: %s', async (_what, core, name) => {
  expect(await called('document.docx', word(core))).toBe(name);
});
