import { strToU8, zipSync } from 'fflate';
import fs, { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { fixture, read, refusal } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'aesop-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STORY = 'The heron stood in the shallows all day.\n\nNobody came for her.\n';
const PAGE = '<html><body><h1>The Heron</h1><p>She stood in the shallows all day.</p></body></html>';
const zip = (members: Record<string, string | Uint8Array>) =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, typeof holds === 'string' ? strToU8(holds) : holds]))); // prettier-ignore

/** A file of that, at a path and in pieces. */
async function bothWays(members: Record<string, string | Uint8Array>, name = 'a.zip') {
  const bytes = zip(members);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return [await read(path, { name }), await read({ holds: bytes }, { name, size: 100 })];
}

it.each([
  ['a chat with its pictures', { '_chat.txt': STORY, '00001-PHOTO.jpg': '\xff', '00002-AUDIO.opus': 'O' }],
  ['what a Mac puts beside a text', { 'heron.txt': STORY, '__MACOSX/._heron.txt': 'x', '.DS_Store': 'x' }],
  ['a folder with one text', { 'heron/': '', 'heron/heron.txt': STORY }],
  ['a chat to which documents were sent', { 'WhatsApp-Chat mit Ada.txt': STORY, 'a.pdf': '%PDF-1.4', 'b.docx': 'PK' }],
  ['a text and what is said of its copy', { 'heron.txt': STORY, 'LICENSE.txt': 'MIT', 'README.md': '# Heron' }],
  ['a text of Calibre', { 'index.txt': STORY, 'metadata.opf': '<package/>', 'cover.jpg': '\xff' }],
])('%s is read as that text', async (_, members) => {
  for (const { kind, text } of await bothWays(members)) expect({ kind, text }).toEqual({ kind: 'text', text: STORY });
});

it('a document in an archive is read as what it is', async () => {
  const docx = readFileSync(fixture('pandoc.docx'));
  const alone = await read(fixture('pandoc.docx'));
  for (const { kind, text } of await bothWays({ 'pandoc.docx': docx }))
    expect({ kind, text }).toEqual({ kind: 'docx', text: alone.text });
  const page = { 'index.html': PAGE, 'style.css': '', 'images/a.png': '', 'metadata.opf': '<package/>' };
  for (const { kind, text } of await bothWays(page, 'heron.htmlz')) {
    expect(kind).toBe('html');
    expect(text.trim().split(/\n+/)).toEqual(['The Heron', 'She stood in the shallows all day.']);
  }
});

it('several texts, other things and archives within archives are refused as an archive', async () => {
  const refused = (members: Record<string, string | Uint8Array>) => refusal({ holds: zip(members) }, { name: 'a.zip' });
  expect(await refused({ 'a.txt': 'a', 'b.txt': 'b' })).toBe('document-unread documents.archive');
  expect(await refused({ 'a.txt': 'a', 'a.exe': 'b' })).toBe('document-unread documents.archive');
  expect(await refused({ 'a.jpg': 'a' })).toBe('document-unread documents.archive');
  expect(await refused({ 'a.ttf': 'a', 'OFL.txt': STORY })).toBe('document-unread documents.archive');
  expect(await refused({ 'book.xml': '<TEI/>', 'b.txt': STORY })).toBe('document-unread documents.archive');
  expect(await refused({ 'b.zip': zip({ 'a.txt': STORY }) })).toBe('document-unread documents.archive');
  // what lies in it under the name of a text is looked at like any other, and no deeper
  expect(await refused({ 'b.txt': zip({ 'a.txt': STORY }) })).toBe('document-unread documents.archive');
});

it.each([
  ['would unpack to 3 GB', 27, 0xc0, 'document-large'],
  ['has a wrong checksum', 16, 0xff, 'document-damaged phrases.archive-torn'],
  ['is encrypted', 8, 1, 'document-locked'],
])('a text that %s is refused', async (_, at, to, code) => {
  const bytes = Buffer.from(zip({ 'a.txt': STORY }));
  // of the archive's list of members
  bytes[bytes.lastIndexOf('PK\x01\x02') + at] ^= to;
  expect(await refusal({ holds: bytes }, { name: 'a.zip' })).toBe(code);
});

it('a text that begins with the letters of an archive is a text', async () => {
  const text = `PK wrote of sheep.\n${STORY}`;
  const path = join(folder, 'pk.txt');
  writeFileSync(path, text);
  for (const from of [path, { holds: text }]) expect(await read(from)).toMatchObject({ kind: 'text', text });
  const rows = Array.from({ length: 9 }, (_, at) => `${at},The heron stood in the shallows all day.`).join('\n');
  expect((await read({ holds: `PK,text\n${rows}\n` }, { name: 'a.csv' })).kind).toBe('table');
});

it('an archive whose text is refused by what it holds is closed', async () => {
  const path = join(folder, 'refused.zip');
  const network = `{"modelTopology": {${Array.from({ length: 20_000 }, (_, at) => `"${at}": ${at * 7919}`).join()}}}`;
  writeFileSync(path, zip({ 'a.txt': network }));
  const [opens, closes] = [vi.spyOn(fs, 'open'), vi.spyOn(fs, 'close')];
  expect(await refusal(path)).toBe('document-unread documents.model');
  expect(opens).toHaveBeenCalled();
  await vi.waitFor(() => expect(closes).toHaveBeenCalledTimes(opens.mock.calls.length));
});
