import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { read, refusal } from './read.ts';

const text = (value: string) => new TextEncoder().encode(value);
const zip = (members: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, text(holds)])), { level: 0 });
const latin = (bytes: string) => Buffer.from(bytes.padEnd(300, '\0\x01\xfe'), 'latin1');

/** What only looks like something else. */
const PLAIN: [what: string, holds: string, name?: string][] = [
  ['a novel that names a tag', `${'The sign read <p>, and he wondered. '.repeat(40)}\n`],
  [
    'code with tags in strings',
    "const a = '<div>';\nfunction b() {\n  return '<p>x</p>' + '<b>y</b>';\n}\n".repeat(9),
    'a.js',
  ],
  [
    'a Python program with comments',
    '# Title\n\nimport os\n\n# ## Part\n\ndef a(x):\n    return x[1](2)\n\n# Another\n\nprint("**b**")\n',
  ],
  [
    'a poem with a comma a line',
    'The moon is on the water,\nThe wind is on the hill,\nMy love is with the fishes,\n'.repeat(4),
  ],
  [
    'prose with two commas a line',
    'He came, he saw, he left\nShe ran, she fell, she rose\nThey ate, they sang, they slept\n'.repeat(4),
  ],
  ['a list of names and towns', 'Smith, John\nMiller, Anna\nJones, Kate\n'.repeat(4)],
  ['a log', '2024-01-01 12:00:00,123 INFO start, now\n2024-01-01 12:00:01,456 WARN stop, then\n'.repeat(5)],
  ['a log with bars', '2024-01-01 | INFO | it began\n2024-01-02 | WARN | it went on\n'.repeat(5)],
  ['a chat of Android', '12/31/23, 9:15 PM - Ada: yes, I am\n12/31/23, 9:16 PM - Bo: ok, good\n'.repeat(5)],
  ['a chat of Telegram', 'Ada, [31.12.2023 21:15]\nyes I am\n\nBo, [31.12.2023 21:16]\nok\n\n'.repeat(5)],
  ['a play', 'HAMLET: To be, or not to be;\nthat is the question:\n\nOPHELIA: Good my lord,\n'.repeat(5)],
  ['words in two columns without a head', 'gehen\tto go\nsehen\tto see\nsagen\tto say\n'.repeat(5)],
  ['text that speaks of arrows', 'From here --> to there\n00:01 we began\n'.repeat(5)],
  ['text with a rule and dashes', 'Chapter\n---\n- Hello, he said.\n- No.\n\nIt was *late*.\n'.repeat(5)],
  ['one JSON object over lines', '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}\n', 'a.json'],
];
test.each(PLAIN)('%s stays plain text', async (_, holds, name) => {
  const document = await read({ holds }, { name: name ?? 'a.txt' });
  expect(document).toMatchObject({ kind: 'text', text: holds });
});

const KINDS: [kind: string, holds: string, name: string][] = [
  ['html', '<p>Once there was</p>\n<p>a <i>fox</i>.</p>\n<p>The end</p>', 'a.txt'],
  ['html', '<?xml version="1.0"?>\n<!-- x -->\n<html><body>Hello</body></html>', 'a.txt'],
  ['html', 'Chapter<br>One<br>Two<p>three', 'a.html'],
  ['rtf', '{\\rtf1 Hello there}', 'a.doc'],
  ['markdown', '# One\n\nSee [it](http://x) and **that**.\n', 'notes.txt'],
  ['markdown', 'He was *late*.\n', 'a.md'],
  [
    'text',
    '#!/usr/bin/perl -w\n\n# Counts lamps.\n\nuse Lamps;\n\n__END__\n\n=head1 NAME\n\nlamps - counts __lamps__ and **more**\n',
    'lamps.pl',
  ],
  ['text', 'package Lamps;\n\n# Lamps\n\n=head2 light\n\nIt is `lit` or __not so__.\n\n=cut\n', 'Lamps.txt'],
  ['subtitles', '1\n00:00:01,000 --> 00:00:02,500\nHello there\n', 'a.txt'],
  ['subtitles', 'WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n<v Ada>Hello\n', 'a.txt'],
  ['table', 'id;text;n\n1;"A; b";2\n2;"C, d";3\n3;"E";4\n', 'a.txt'],
  ['table', '1\teng\tHe came home.\n2\teng\tShe ran away.\n3\teng\tWe ate it.\n', 'a.txt'],
  ['table', 'text\n"one, two"\n"three"\n', 'a.csv'],
  ['table', '{"text":"one"}\n{"text":"two"}\n', 'a.txt'],
];
test.each(KINDS)('%s is known by what it holds: %j', async (kind, holds, name) => {
  expect((await read({ holds }, { name })).kind).toBe(kind);
});

const UNREAD: [kind: string, holds: Uint8Array, name?: string][] = [
  ['excel', zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' })],
  ['powerpoint', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
  ['impress', zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' })],
  ['pages', zip({ 'Index/Document.iwa': '' })],
  ['keynote', zip({ 'Index/Document.iwa': '', 'Index/Slide-1.iwa': '' })],
  ['apple-numbers', zip({ 'Index/Document.iwa': '', 'Index/Tables/DataList.iwa': '' }), 'a.numbers'],
  ['works', latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'MatOST'.split('').join('\0')}\0`)],
  ['hangul', latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'HwpSummaryInformation'.split('').join('\0')}\0`)],
  ['archive', zip({ 'a.txt': 'a', 'b.txt': 'b' })],
  ['aesop', zip({ 'model.json': '{}', 'card.json': '{}' })],
  ['model', zip({ 'metadata.json': '{}', 'config.json': '{}', 'model.weights.h5': '' })],
  ['model', zip({ 'tales/model.json': '{}', 'tales/group1-shard1of1.bin': '', 'tales/words.txt': '' })],
  ['archive', zip({ 'model.keras': '', 'chapter 1.txt': '' })],
  ['model', text('{"format": "layers-model",\n "modelTopology": {"class_name": "Sequential"}}'), 'model.json'],
  ['numbers', zip({ 'a.npy': '' })],
  ['numbers', latin('\x89HDF\r\n\x1a\n')],
  ['excel-old', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'a.xls'],
  ['office-old', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'a'],
  ['kindle', latin(`${'Title'.padEnd(60, '\0')}BOOKMOBI`)],
  ['djvu', latin('AT&TFORM')],
  ['wordperfect', latin('\xffWPC')],
  ['archive', latin('\x1f\x8b\x08')],
  ['archive', latin('Rar!\x1a\x07')],
  ['archive', latin(`${'a.txt'.padEnd(257, '\0')}ustar`)],
  ['database', latin('SQLite format 3\0')],
  ['program', latin('\x7fELF\x02')],
  ['program', latin('MZ\x90\0\x03\0\0\0\x04\0')],
  ['pickle', latin('\x80\x04\x95\x10\0')],
  ['numbers', latin('GGUF\x03')],
  ['numbers', latin('\x40\0\0\0\0\0\0\0{"a":')],
  ['parquet', latin('PAR1')],
  ['sheet-text', latin('ID;PSCALC3\r\nB;Y2;X2\r\nC;Y1;X1;K"title"\r\nE\r\n')],
  ['sheet-text', latin('TABLE\n0,1\n"EXCEL"\nVECTORS\n0,2\n""\n')],
  ['audio', latin('RIFF\x10\0\0\0WAVEfmt ')],
  ['audio', latin('ID3\x04')],
  ['video', latin('\0\0\0\x20ftypisom')],
  ['picture', latin('\xff\xd8\xff\xe0')],
  ['xml', text('<?xml version="1.0"?><rss><body><p>Hi</p></body></rss>')],
  ['mht', text('From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>')],
];
test.each(UNREAD)('%s is refused by what it is', async (kind, holds, name = 'a.txt') => {
  expect(await refusal({ holds }, { name })).toBe(`document-unread documents.${kind}`);
});

test('words that begin as a program or a picture does are words', async () => {
  const words = [
    'MZ was here, he said.\n',
    'BM is a motor.\n',
    'TABLE\n0,1\nchairs\n',
    'ID;PASS\nI know; you do not.\n',
  ];
  for (const holds of words) expect((await read({ holds })).text).toBe(holds);
});
