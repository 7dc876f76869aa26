import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ownSeconds } from '../../../tools/own-time.ts';
import { decodeText, TextReader } from '../../../../electron/engine/text/encodings/decode.ts';
import { findTrouble } from '../../../../electron/engine/text/encodings/trouble.ts';

const PLAIN = 'The river rose in the night.\nNobody came.\n';
const FRENCH = 'Il était une fois, près de la forêt, une maison où l’été ne finissait jamais.\n';
const CHINESE = '从前有一个老人，他住在山脚下的小屋里。\n上面什么也没有。\n';
const wide = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf16le');
const WITH_WIDE = 'utf-8+utf-16le';

function inPieces(bytes: Uint8Array, size: number, encoding?: string) {
  const reader = new TextReader({ encoding });
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  return { text: text + reader.end(), encoding: reader.encoding, replaced: reader.replaced };
}

describe('what PowerShell appends in UTF-16 to a text of single bytes', () => {
  const cases: [string, Uint8Array[], string][] = [
    ['ASCII behind ASCII', [Buffer.from(PLAIN), wide(PLAIN)], PLAIN + PLAIN],
    ['French behind ASCII', [Buffer.from(PLAIN), wide(FRENCH)], PLAIN + FRENCH],
    ['French behind UTF-8', [Buffer.from(FRENCH.repeat(30)), wide(FRENCH)], FRENCH.repeat(31)],
    ['Chinese behind UTF-8', [Buffer.from(CHINESE), wide(CHINESE + CHINESE)], CHINESE.repeat(3)],
    ['one word', [Buffer.from(PLAIN), wide('Yes.\n')], `${PLAIN}Yes.\n`],
    [
      'where the last line has no end',
      [Buffer.from('So it'), Buffer.from(' was then'), wide(', and\n')],
      'So it was then, and\n',
    ],
    [
      'a line whose bytes are letters of ASCII',
      [Buffer.from(PLAIN), wide('河水\n山の中\nYes.\n')],
      `${PLAIN}河水\n山の中\nYes.\n`,
    ],
    ['with its mark', [Buffer.from(PLAIN), Buffer.from([0xff, 0xfe]), wide(CHINESE)], PLAIN + CHINESE],
    ['and single bytes again', [Buffer.from(PLAIN), wide(FRENCH), Buffer.from(FRENCH), wide(PLAIN)], PLAIN + FRENCH + FRENCH + PLAIN], // prettier-ignore
    ['far behind the beginning', [Buffer.from(PLAIN.repeat(5_000)), wide(FRENCH.repeat(500))], PLAIN.repeat(5_000) + FRENCH.repeat(500)], // prettier-ignore
  ];
  test.each(cases)('%s', (_, parts, text) => {
    const all = Buffer.concat(parts);
    expect(decodeText(all)).toMatchObject({ text, encoding: WITH_WIDE, replaced: 0 });
    for (const size of all.length > 50_000 ? [997] : [1, 2, 61, 1000])
      expect(inPieces(all, size)).toEqual({ text, encoding: WITH_WIDE, replaced: 0 });
    expect(inPieces(all, 777, 'utf8+utf-16le')).toEqual({ text, encoding: WITH_WIDE, replaced: 0 });
    expect(findTrouble(all, WITH_WIDE)).toEqual([]);
  });
});

test.each([
  [
    'before it',
    (latin: Buffer) => [Buffer.from(PLAIN.repeat(9)), latin, wide(PLAIN)],
    FRENCH.replace('’', "'").repeat(5) + PLAIN,
  ],
  [
    'behind it',
    (latin: Buffer) => [Buffer.from(PLAIN.repeat(9)), wide(PLAIN), latin],
    PLAIN + FRENCH.replace('’', "'").repeat(5),
  ],
])('a text of neither ASCII nor UTF-8 stays what it is %s, and reads again alike', (_, parts, text) => {
  const all = Buffer.concat(parts(Buffer.from(FRENCH.replace('’', "'").repeat(5), 'latin1')));
  const read = inPieces(all, 1 << 20);
  expect(read).toMatchObject({ text: PLAIN.repeat(9) + text, replaced: 0 });
  for (const size of [1, 61]) expect(inPieces(all, size)).toEqual(read);
  expect(inPieces(all, 1000, read.encoding)).toEqual(read);
});

describe('UTF-16 with its big end first behind a text of single bytes', () => {
  const big = (text: string) => wide(text).swap16();
  test.each<[string, Uint8Array[], string]>([
    ['French', [Buffer.from(PLAIN), big(FRENCH)], PLAIN + FRENCH],
    ['a few words and single bytes again', [Buffer.from(PLAIN), big('I’m so.\n'), Buffer.from(FRENCH)], `${PLAIN}I’m so.\n${FRENCH}`], // prettier-ignore
    ['Chinese with its mark', [Buffer.from(PLAIN), Buffer.from([0xfe, 0xff]), big(`${CHINESE}Yes, so.\n`)], `${PLAIN}${CHINESE}Yes, so.\n`], // prettier-ignore
  ])('%s', (_, parts, text) => {
    const all = Buffer.concat(parts);
    for (const size of [1, 2, 61, 1000])
      expect(inPieces(all, size)).toEqual({ text, encoding: 'utf-8+utf-16be', replaced: 0 });
    expect(inPieces(all, 7, 'utf-8+utf-16be')).toMatchObject({ text });
    expect(findTrouble(all, 'utf-8+utf-16be')).toEqual([]);
  });
});

describe('others are read as ever', () => {
  const utf16 = wide(PLAIN + FRENCH + CHINESE);
  const padded = Buffer.concat([Buffer.from(PLAIN), Buffer.alloc(3000), Buffer.from(PLAIN)]);
  const between = Buffer.from([...Buffer.from(PLAIN.repeat(9))].flatMap((byte, at) => (at % 50 ? [byte] : [byte, 0])));
  test.each<[string, Uint8Array]>([
    ['UTF-16', utf16],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 of Chinese', wide(CHINESE.repeat(30))],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['a text filled up with noughts', padded],
    ['a text with noughts here and there', between],
    ['a nought behind each letter of a word', Buffer.from(`${PLAIN}x\0y\0z\0w\0${PLAIN}`)],
    ['the same in words beyond ASCII', Buffer.from(`${PLAIN}x\0y\0z\0w\0${FRENCH}${CHINESE}`)],
    ['a nought behind each line', Buffer.from(PLAIN.replaceAll('\n', '\0\n').repeat(20))],
  ])('%s', (_, bytes) => {
    const { encoding, text } = decodeText(bytes);
    expect(encoding).not.toBe(WITH_WIDE);
    expect(text).toBe(decodeText(bytes, { encoding }).text);
    for (const size of [1, 61]) expect(inPieces(bytes, size)).toMatchObject({ text, encoding });
  });
});

test('noughts behind lines or letters take no more than a time that grows with them', async () => {
  const pieces = ['ab\0\n', 'ab\0', 'a\0b\0c\0d\0 and so it went on', 'ä\r\0\n\0ab\n'];
  const texts = pieces.map((piece) => Buffer.from(PLAIN + piece.repeat(2 ** 18 / piece.length)));
  expect(await ownSeconds(() => texts.map((bytes) => inPieces(bytes, 1 << 14)))).toBeLessThan(2);
});

describe('what PowerShell appends in UTF-16 to a text of another table', () => {
  const RUSSIAN = 'Он вышел из дома рано утром, когда солнце ещё не взошло.\n';
  const JAPANESE = '夜が明けて、港には誰もいなかった。船はまだ来ない。\n';
  const KOREAN = '새벽이 되자 항구에는 아무도 없었다. 배는 아직 오지 않았다.\n';
  const cases: [table: string, before: string, behind: string][] = [
    ['gb18030', CHINESE.repeat(6), `上山的路很长。\n${CHINESE}`],
    ['windows-1252', FRENCH.repeat(6), 'La mer était calme.\n'],
    ['windows-1251', RUSSIAN.repeat(8), RUSSIAN.repeat(2)],
    ['shift_jis', JAPANESE.repeat(8), JAPANESE],
    ['euc-kr', KOREAN.repeat(8), KOREAN],
  ];
  test.each(cases)('%s', (table, before, behind) => {
    const all = Buffer.concat([iconv.encode(before, table), wide(behind)]);
    const right = { text: before + behind, encoding: `${table}+utf-8`, replaced: 0 };
    expect(decodeText(all)).toMatchObject(right);
    for (const size of [1, 61, 1000]) expect(inPieces(all, size)).toEqual(right);
    expect(inPieces(all, 777, right.encoding)).toEqual(right);
  });

  test.each(cases)('and behind it more of %s', (table, before, behind) => {
    const all = Buffer.concat([iconv.encode(before, table), wide(behind.repeat(3)), iconv.encode(before, table)]);
    const right = { text: before + behind.repeat(3) + before, encoding: `${table}+utf-8`, replaced: 0 };
    expect(decodeText(all)).toMatchObject(right);
    for (const size of [1, 61, 1000]) expect(inPieces(all, size)).toEqual(right);
  });

  test.each(cases)('where that begins in ASCII alone: %s', (table, before, behind) => {
    const head = 'She waited for the ferry.\n'.repeat(12);
    const all = Buffer.concat([iconv.encode(head + before, table), wide(behind)]);
    expect(decodeText(all)).toMatchObject({ text: head + before + behind, encoding: `${table}+utf-8`, replaced: 0 });
  });

  test('and letters between bytes that are nought are no stretch of it', () => {
    const before = iconv.encode(FRENCH.repeat(6), 'windows-1252');
    const all = Buffer.concat([before, Buffer.from('a\0b\0c\0d\0'), before]);
    expect(decodeText(all)).toMatchObject({ encoding: 'windows-1252' });
  });

  test.each(cases)(
    'is not looked for in a text that is all in UTF-16 without a mark: that of %s',
    (_, before, behind) => {
      for (const text of [before + behind, (before + behind).replaceAll('\n', ' '), behind + before.repeat(20)]) {
        const all = Buffer.from(text, 'utf16le');
        expect(decodeText(all)).toMatchObject({ text, encoding: 'utf-16le' });
        expect(decodeText(all.swap16())).toMatchObject({ text, encoding: 'utf-16be' });
      }
    },
  );
});
