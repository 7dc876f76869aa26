import { existsSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openDocument } from '../../../electron/engine/text/documents/index.ts';
import { read, refusal } from './read.ts';
import { ownSeconds } from '../../tools/own-time.ts';

const WORD = '<w:document xmlns:w="w"><w:body>';
const PARAGRAPH = `${WORD}<w:p><w:r><w:t>A fox came.</w:t></w:r></w:p></w:body></w:document>`;
const docx = (document: string, more: Record<string, string> = {}) => {
  const members = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...more };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)]))),
  );
};
/** An archive with a byte of its list of members changed. */
const changed = (at: number, to: number) => {
  const bytes = docx(PARAGRAPH);
  bytes[bytes.lastIndexOf('PK\x01\x02') + at] ^= to;
  return bytes;
};

test('the archive that is changed below is read as it is', async () => {
  expect((await read({ holds: docx(PARAGRAPH) })).text).toBe('A fox came.\n');
});

const ARCHIVES: [what: string, holds: Uint8Array, problem: string][] = [
  ['cut off', docx(PARAGRAPH).subarray(0, 200), 'document-damaged phrases.archive-torn'],
  ['with a wrong checksum', changed(16, 0xff), 'document-damaged phrases.archive-torn'],
  ['with a wrong size', changed(24, 0x40), 'document-damaged phrases.archive-torn'],
  ['that would unpack to 3 GB', changed(27, 0xc0), 'document-large'],
  ['with a member that is encrypted', changed(8, 1), 'document-locked'],
  [
    'with a name that leads out of it',
    docx(PARAGRAPH, { '../evil.txt': 'x' }),
    'document-damaged phrases.archive-torn',
  ],
  ['with elements in one another', docx(WORD + '<w:p>'.repeat(100_000)), 'document-damaged phrases.nested-deep'],
  [
    'with a paragraph without end',
    docx(`${WORD}<w:p><w:r>${`<w:t>${'a b '.repeat(5_000)}</w:t>`.repeat(1_000)}`),
    'document-damaged phrases.paragraph-endless',
  ],
  ['without text', docx(`${WORD}<w:p/></w:body>`), 'document-wordless'],
];
test.each(ARCHIVES)('a document %s is refused', async (_, holds, code) => {
  expect(await refusal({ holds }, { name: 'a.docx' })).toBe(code);
  expect(existsSync('../evil.txt') || existsSync('evil.txt')).toBe(false);
});

test('entities of a document neither grow nor read files', async () => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const { text } = await read({ holds: docx(`${bomb}${PARAGRAPH.replace('fox', '&b;&x;')}`) });
  expect(text).toBe('A &b;&x; came.\n');
});

function pdf(content: string, pages = '[3 0 R]'): Buffer {
  const packed = deflateSync(content).toString('latin1');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids${pages}/Count 1>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF`, 'latin1');
}
const SAID = 'BT /F 12 Tf 72 700 Td (A fox came.) Tj ET ';

test('a PDF that goes in circles or unpacks without end is refused', async () => {
  expect((await read({ holds: pdf(SAID) })).text).toBe('A fox came.\n');
  expect(await refusal({ holds: pdf(SAID, '[2 0 R]') })).toBe('document-damaged phrases.content-unfit');
  expect(await refusal({ holds: pdf(SAID + ' '.repeat(40 << 20)) })).toBe('document-damaged phrases.page-endless');
  expect(await refusal({ holds: '%PDF-1.4\nnothing' })).toBe('document-damaged phrases.content-unfit');
});

const TEXTS: [what: string, holds: string, code: string][] = [
  [
    'a page of elements in one another',
    `<!doctype html>${'<div>'.repeat(100_000)}`,
    'document-damaged phrases.nested-deep',
  ],
  ['a comment without end', `<!doctype html><p>a<!--${'a'.repeat(17 << 20)}`, 'document-damaged phrases.mark-endless'],
  [
    'an RTF document of groups in one another',
    `{\\rtf1 ${'{'.repeat(100_000)}`,
    'document-damaged phrases.nested-deep',
  ],
  ['a picture longer than its document', '{\\rtf1 a\\bin2000000000 abc}', 'read'],
  ['a page without text', '<!doctype html><script>x</script>', 'document-wordless'],
  ['quotations in one another', `# A\n\n[b](c)\n\n${'>'.repeat(100_000)} d\n`, 'read'],
  ['brackets that nobody closes', `# A\n\n[b](c)\n\n${'['.repeat(100_000)}\n`, 'read'],
  [
    'a line of subtitles without end',
    `1\n00:00:01,000 --> 00:00:02,000\n${'<'.repeat(17 << 20)}`,
    'document-damaged phrases.line-endless',
  ],
];
test.each(TEXTS)('%s', async (_, holds, code) => {
  expect(await refusal({ holds })).toBe(code);
});

test('a row of cells without end is refused before it is taken apart', async () => {
  const rows = { holds: `id,text\n1,"${','.repeat(200_000)}"\n${','.repeat(200_000)}` };
  expect(await refusal(rows, { name: 'a.csv' })).toBe('document-damaged phrases.row-wide');
  const quoted = { holds: `id,text\n1,"a ${','.repeat(200_000)}"\n2,b\n` };
  expect((await read(quoted, { name: 'a.csv', column: '2' })).text).toMatch(/a ,{200000}\nb\n$/);
});

test('reading stops where somebody says so', async () => {
  const stop = new AbortController();
  async function* endless() {
    yield Buffer.from('<!doctype html><p>');
    for (;;) yield Buffer.from('word '.repeat(20_000));
  }
  const { chunks } = await openDocument(endless(), { signal: stop.signal });
  await expect(async () => {
    for await (const _ of chunks) stop.abort(new Error('enough'));
  }).rejects.toThrow('enough');
});

test('nothing but line ends, of whichever system, is looked at once', async () => {
  const all = async () => {
    for (const ends of ['\n', '\f\n', ' \n']) await read({ holds: `a${ends.repeat(60_000)}b` });
  };
  expect(await ownSeconds(all)).toBeLessThan(3);
});

test('rows of cells with lines of their own are put together once', async () => {
  const holds = `<!doctype html><table>${'<tr><td>a<br>b<br>c<td>d<br>e'.repeat(40_000)}`;
  let text = '';
  expect(await ownSeconds(async () => ({ text } = await read({ holds })))).toBeLessThan(5);
  expect(text.startsWith('a\nb\nc\td\ne\n')).toBe(true);
});

test.each(['<!---->', '<!--a-->\n', '<?xml a><!---->'])(
  'a text that begins with %j many times is looked at once',
  async (begins) => {
    const text = `${begins.repeat(400)}The mice met.\n`;
    expect(await ownSeconds(() => refusal({ holds: text }))).toBeLessThan(3);
  },
);
