import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, TextReader } from '../../../../electron/engine/text/encodings/decode.ts';
import { JoinedDecoder } from '../../../../electron/engine/text/encodings/joined/joined-decoder.ts';
import { decodeBytes } from '../../../../electron/engine/text/encodings/text-decoder.ts';
import { previewFile, resolveEncoding } from '../../../../electron/engine/text/index.ts';
import { encodingName, languageTag } from '../../../../renderer/rooms/library/encoding-name.ts';

const TEXTS = {
  french: [
    'Il était une fois, près de la forêt, une vieille maison où l’été ne finissait jamais. Le garçon y dînait.\n',
    'La fenêtre était ouverte à l’aube ; là-bas, la rivière gelée brillait déjà sous le château abandonné.\n',
  ],
  russian: [
    'Однажды вечером старый мельник вышел из дома и увидел, что река стала.\nОн долго стоял на берегу.\n',
    'Утром пришли дети и стали кататься по льду, и мельник смеялся вместе с ними.\n',
  ],
  chinese: [
    '从前有一个老人，他住在山脚下的小屋里，每天早上都去河边打水。\n有一天，他看见水里有一条金色的鱼。\n',
    '鱼对他说：请你放我走，我会满足你三个愿望。老人想了很久，什么也没有说。\n',
  ],
  czech: [
    'Byl jednou jeden král a ten měl tři syny, kteří žili v zámku na vysoké hoře.\n',
    'Nejmladší řekl, že půjde přes řeku hledat štěstí a vzal si věrného koně.\n',
  ],
};
const PAIRS: [table: string, texts: string[]][] = [
  ['windows-1252', TEXTS.french],
  ['macintosh', TEXTS.french],
  ['windows-1251', TEXTS.russian],
  ['koi8-r', TEXTS.russian],
  ['gb18030', TEXTS.chinese],
  ['windows-1250', TEXTS.czech],
];
const many = (text: string) => text.repeat(3);
const inTable = (text: string, table: string) => iconv.encode(text, table);

function inPieces(bytes: Uint8Array, size: number) {
  const reader = new TextReader();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  return { text: text + reader.end(), encoding: reader.encoding, replaced: reader.replaced };
}

describe('files that were put together as they were', () => {
  test.each(PAIRS)('UTF-8 and %s, either first, and by turns', (table, texts) => {
    const [one, other] = texts.map(many);
    const [utf8, bytes] = [Buffer.from(one), inTable(other, table)];
    const cases: [Buffer[], string, string][] = [
      [[utf8, bytes], one + other, `utf-8+${table}`],
      [[bytes, utf8], other + one, `${table}+utf-8`],
      [[utf8, bytes, utf8, bytes], one + other + one + other, `utf-8+${table}`],
    ];
    for (const [parts, text, encoding] of cases) {
      const all = Buffer.concat(parts);
      const whole = decodeText(all);
      expect(whole).toMatchObject({ text, encoding, replaced: 0 });
      for (const size of [1, 61, 1000]) expect(inPieces(all, size)).toEqual({ text, encoding, replaced: 0 });
      expect(decodeText(all, { encoding })).toMatchObject({ text, encoding, replaced: 0 });
    }
  });

  test('where the first does not end its last line', () => {
    const [one, other] = TEXTS.russian.map(many);
    const all = Buffer.concat([Buffer.from(one.trimEnd()), inTable(other, 'windows-1251')]);
    expect(decodeText(all)).toMatchObject({ text: one.trimEnd() + other, encoding: 'utf-8+windows-1251' });
  });

  test('where the mark of UTF-8 begins the second', () => {
    const [one, other] = TEXTS.french.map(many);
    const all = Buffer.concat([inTable(one, 'windows-1252'), Buffer.from(`\ufeff${other}`)]);
    expect(decodeText(all)).toMatchObject({ text: one + other, encoding: 'windows-1252+utf-8' });
  });

  test('far behind the beginning', () => {
    const long = TEXTS.chinese[0].repeat(2000);
    const all = Buffer.concat([Buffer.from(long), inTable(many(TEXTS.chinese[1]), 'gb18030')]);
    expect(decodeText(all)).toMatchObject({ text: long + many(TEXTS.chinese[1]), encoding: 'utf-8+gb18030' });
  });
});

describe('what only happens to be UTF-8 begins no stretch of it', () => {
  /** Bytes of Johab, by what each pair of them is read as: iconv-lite has no such table. */
  function inJohab(text: string): Buffer {
    const pairs: number[] = [];
    for (let lead = 0x84; lead < 0xfa; lead++)
      for (let trail = 0x31; trail < 0xff; trail++) if (trail !== 0x7f) pairs.push(lead, trail, 10);
    const characters = decodeBytes(Buffer.from(pairs), 'johab', false).split('\n');
    const of = new Map(characters.map((character, at) => [character, pairs.slice(3 * at, 3 * at + 2)]));
    return Buffer.from(
      [...text].flatMap((character) => (character < '\u0080' ? character.charCodeAt(0) : of.get(character)!)),
    );
  }
  const korean =
    '옛날 옛적에 깊은 산속에 호랑이 한 마리가 살고 있었습니다. 어느 날 호랑이는 배가 고파서 마을로 내려왔어요.\n';

  test('frames drawn in Johab', () => {
    const line = '─'.repeat(36);
    const frame = `  ┌${line}┐\n  │${' '.repeat(72)}│\n  └${line}┘\n`;
    for (const text of [frame + many(korean), many(korean) + frame + korean, korean + frame + many(korean)]) {
      const bytes = inJohab(text);
      expect(decodeText(bytes)).toMatchObject({ text, encoding: 'johab', replaced: 0 });
      expect(inPieces(bytes, 61)).toEqual({ text, encoding: 'johab', replaced: 0 });
    }
  });

  test('words between dashes in Big5', () => {
    const dashes = '－貓－影－CatShadow'.repeat(5);
    const text = `${dashes}\n貓的影子在牆上慢慢走過，沒有人知道牠要去哪裡。我們在窗邊看了很久。\n`;
    for (const each of [text, text + many(text), many(text) + dashes])
      expect(decodeText(inTable(each, 'big5'))).toMatchObject({ text: each, encoding: 'big5', replaced: 0 });
  });
});

describe('UTF-8 that is damaged stays UTF-8', () => {
  const text = many(TEXTS.french.join('') + TEXTS.russian.join('') + TEXTS.chinese.join(''));
  const bytes = Buffer.from(text);
  const damages: [string, Uint8Array][] = [
    ['one byte lost', bytes.filter((_, at) => at !== bytes.indexOf(0xc3) + 1)],
    ['every 97th byte lost', bytes.filter((_, at) => at % 97 !== 5)],
    ['what follows a lead lost', bytes.filter((_, at) => bytes[at - 1] !== 0xc3)],
    ['controls taken out', Buffer.from(many(TEXTS.french.join(''))).filter((byte) => byte < 0x80 || byte > 0x9f)],
    ['cut in a character', bytes.subarray(0, -2)],
  ];
  test.each(damages)('%s', (_, damaged) => {
    const read = decodeText(damaged);
    expect(read.encoding).toBe('utf-8');
    expect(read.text).toBe(new TextDecoder().decode(damaged).normalize('NFC'));
    expect(read.replaced).toBeGreaterThan(0);
  });
});

test('long lines, and noise behind a text, are read in linear time', () => {
  const line = Buffer.from(TEXTS.chinese[0].replaceAll('\n', '').repeat(20_000));
  const noise = Buffer.from(Array.from({ length: 1 << 18 }, (_, at) => 0x80 + ((at * 7919) % 128)));
  const { encoding, text } = inPieces(Buffer.concat([line, noise]), 1 << 16);
  expect(encoding.startsWith('utf-8')).toBe(true);
  expect(text.startsWith(TEXTS.chinese[0].slice(0, 20))).toBe(true);
});

test.each([
  'utf-16le+utf-8',
  'utf-16be+utf-8',
  'utf-8+utf-32',
  'utf-8+utf-8',
  'gbk+big5',
  'utf-8+cp037',
  'utf-8+',
  '+gbk',
  '+',
])('no text is read in %s, and the whole name is told', (label) => {
  expect(() => resolveEncoding(label)).toThrow(expect.objectContaining({ code: 'encoding-unknown', values: expect.objectContaining({ encoding: label }) })); // prettier-ignore
});

test('both tables are named, offered and shown with what cannot be read', async () => {
  expect(resolveEncoding('UTF8+GBK')).toBe('utf-8+gb18030');
  expect(resolveEncoding('latin1 + utf8')).toBe('windows-1252+utf-8');
  expect(resolveEncoding('utf8+utf16')).toBe('utf-8+utf-16le');
  expect(() => resolveEncoding('utf-8+nonsense')).toThrow(/encoding-unknown/);
  expect(encodingName('utf-8+windows-1252')).toBe('UTF-8 + Windows-1252');
  expect(languageTag('zh', 'utf-8+big5')).toBe('zh-Hant');
  const folder = mkdtempSync(join(tmpdir(), 'aesop-joined-'));
  const [one, other] = TEXTS.chinese.map(many);
  const broken = Buffer.concat([Buffer.from(one), inTable(other, 'gb18030'), Buffer.from([0xff, 10])]);
  writeFileSync(join(folder, 'both.txt'), broken);
  const preview = await previewFile(join(folder, 'both.txt'), 'both.txt');
  rmSync(folder, { recursive: true });
  expect(preview).toMatchObject({ encoding: 'utf-8+gb18030', replaced: 1 });
  expect(preview.trouble).toEqual([{ offset: broken.length - 2, bytes: 'ff' }]);
  expect(preview.sample.startsWith(one + other)).toBe(true);
});

test('a text that changes its table again and again is asked about a few times only', () => {
  const [before, behind] = TEXTS.chinese;
  const bytes = Buffer.concat(Array(300).fill(Buffer.concat([Buffer.from(many(before)), inTable(behind, 'gb18030')])));
  let asked = 0;
  const decoder = new JoinedDecoder('utf-8', 'gb18030', (_, known) => {
    asked++;
    return known;
  });
  expect(decoder.decode(bytes, true)).toBe((many(before) + behind).repeat(300));
  expect(asked).toBeLessThan(100);
});
