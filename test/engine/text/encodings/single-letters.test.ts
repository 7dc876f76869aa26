import { describe, expect, test } from 'vitest';
import { decodeText, TextReader } from '../../../../electron/engine/text/encodings/decode.ts';
import { findTrouble } from '../../../../electron/engine/text/encodings/trouble.ts';

const GERMAN = 'Rut stand an der Reling und zählte die Lichter über dem Kai. »Möchten Sie Tee?«, fragte er.\n';
const FRENCH = '— Vous devriez rentrer, dit-il ; il y a du temps là derrière. Elle n’a pas répondu.\n';
const ENGLISH = 'She didn’t “know” him – not at all.\n';
const LETTERS: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 };
const west = (text: string) => Buffer.from([...text].map((sign) => LETTERS[sign] ?? sign.charCodeAt(0)));
const encoding = 'utf-8+windows-1252';

/** A text in which every occurrence of a sign from the given one on stands in windows-1252, as often as said. */
function withLetters(text: string, sign: string, from: number, count: number): Buffer {
  const parts = text.split(sign);
  const pieces = parts.map((part, at) => {
    const isWest = at >= from && at < from + count;
    return Buffer.concat([Buffer.from(part), at + 1 < parts.length ? (isWest ? west(sign) : Buffer.from(sign)) : Buffer.of()]); // prettier-ignore
  });
  return Buffer.concat(pieces);
}

describe('letters of windows-1252 in a text of UTF-8 are read as what they are', () => {
  const cases: [string, string, Buffer][] = [
    ['two of them', GERMAN.repeat(20), withLetters(GERMAN.repeat(20), 'ä', 7, 2)],
    ['one apostrophe', ENGLISH.repeat(20), withLetters(ENGLISH.repeat(20), '’', 9, 1)],
    ['a quotation mark of each', ENGLISH.repeat(20), withLetters(ENGLISH.repeat(20), '“', 0, 3)],
    ['a line', GERMAN.repeat(9), Buffer.concat([Buffer.from(GERMAN.repeat(8)), west(GERMAN)])],
    ['every other line', FRENCH.repeat(8), Buffer.concat(Array.from({ length: 4 }, () => [Buffer.from(FRENCH), west(FRENCH)]).flat())], // prettier-ignore
  ];
  test.each(cases)('%s', (_, text, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding, replaced: 0, confidence: 1, doubt: undefined });
    expect(decodeText(bytes, { encoding })).toMatchObject({ text, encoding, replaced: 0 });
    expect(findTrouble(bytes, encoding)).toEqual([]);
    for (const size of [1, 61, 1000]) {
      const reader = new TextReader();
      let read = '';
      for (let at = 0; at < bytes.length; at += size) read += reader.push(bytes.subarray(at, at + size));
      expect(read + reader.end()).toBe(text);
      expect(reader.encoding).toBe(encoding);
    }
  });
});

test.each([
  ['a lead that lost what followed', 0xc3],
  ['what followed a lead that is lost', 0xbc],
  ['a byte that is a sign of money', 0xa4],
])('a line with %s is damaged, and none of its letters is made up', (_, odd) => {
  const bytes = Buffer.concat([Buffer.from(GERMAN.repeat(9)), Buffer.from('Er f'), Buffer.of(odd), Buffer.from('hrt n'), Buffer.of(0xe4), Buffer.from('chtlich.\n')]); // prettier-ignore
  expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', replaced: 2 });
});

test('what begins as such letters do in other tables is none: a list of characters in Shift-JIS', () => {
  const trails = Array.from({ length: 0xfd - 0x50 }, (_, at) => 0x50 + at).filter((trail) => trail !== 0x7f);
  const listed = Buffer.from(trails.flatMap((trail) => [0xfb, trail, trail % 16 === 15 ? 10 : 32]));
  // kana whose bytes are UTF-8 here and there, and a line of one character whose bytes are “úk”
  const said =
    '816982df82f182c782ad82b382a282cc82c58352815b83688ea991cc82cd49424d8a6792a395b68e9a82cc82e082cc82f08e6782c182c482a282dc82b7816a0a';
  const bytes = Buffer.concat([listed, Buffer.from(`${said}fa6b0a`, 'hex')]);
  const { text } = decodeText(bytes, { encoding: 'shift_jis' });
  expect(decodeText(bytes)).toMatchObject({ text, replaced: 0 });
});

const POLISH = 'Stary człowiek usiadł na kamieniu i długo patrzył na wodę. Przyjdę tu jutro, powiedział.\n';
const CZECH = 'Starý muž si sedl na kámen a dlouho se díval na vodu. Zítra přijdu znovu, řekl.\n';
const HUNGARIAN = 'Az öreg leült a kőre, és sokáig nézte a vizet. Holnap újra eljövök, mondta ő.\n';
const TURKISH = 'Yaşlı adam taşın üstüne oturdu ve uzun süre suya baktı. Yarın yine geleceğim, dedi.\n';

test.each([
  ['Polish', POLISH, 'Chwilę czekał, potem pisz', 0xea],
  ['Polish', POLISH, 'Ko', 0xf1],
  ['Czech', CZECH, 'V', 0xec],
  ['Hungarian', HUNGARIAN, 'A t', 0xfb],
  ['Turkish', TURKISH, 'G', 0xfc],
  ['the dash of a Mac in English', ENGLISH, 'word', 0xd1],
  ['the dots of a Mac in English', ENGLISH, 'wait', 0xc9],
  ['a letter of DOS in German', GERMAN, 'z', 0x84],
])('a letter of another table is not taken for one of windows-1252: %s', (_, text, before, odd) => {
  for (const at of [0, 1, 5]) {
    const lines = Array.from({ length: 9 }, () => Buffer.from(text));
    lines.splice(at, 0, Buffer.concat([Buffer.from(`${text.trimEnd()} ${before}`), Buffer.of(odd), Buffer.from('hr\n')])); // prettier-ignore
    const read = decodeText(Buffer.concat(lines));
    expect(read.encoding).not.toBe(encoding);
    expect(read.text).toContain(text);
  }
});

test.each([TURKISH, HUNGARIAN, POLISH, GERMAN, FRENCH])(
  'a long text on one line is UTF-8 however it is cut: %s',
  (text) => {
    for (const shift of [0, 1, 2, 3]) {
      const line = 'x'.repeat(shift) + text.trimEnd().repeat(3000);
      const bytes = Buffer.from(line);
      expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', replaced: 0, text: line.normalize('NFC') });
      const damaged = Buffer.concat([bytes, Buffer.from(' f'), Buffer.of(0xe4), Buffer.from('hrt, '), bytes, Buffer.from(' f'), Buffer.of(0xc3), Buffer.from(' ')]); // prettier-ignore
      const whole = decodeText(damaged);
      for (const size of [997, 65536, 100_001]) {
        const reader = new TextReader();
        let read = '';
        for (let at = 0; at < damaged.length; at += size) read += reader.push(damaged.subarray(at, at + size));
        expect(read + reader.end()).toBe(whole.text);
        expect(reader.encoding).toBe(whole.encoding);
      }
    }
  },
);

test('whoever asks for UTF-8 is told of each place', () => {
  const bytes = withLetters(GERMAN.repeat(9), 'ä', 3, 2);
  expect(decodeText(bytes, { encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8', replaced: 2 });
});

test.each([
  ['Cyrillic', 'Старик сел на камень и долго смотрел на воду.\r\nЗавтра приду опять.\r\n'],
  ['Greek', 'Ο γέρος κάθισε στην πέτρα.\r\nΑύριο θα ξανάρθω, είπε.\r\n'],
  ['Hebrew', 'הזקן ישב על האבן והביט זמן רב במים.\r\nמחר אחזור, אמר.\r\n'],
  ['Thai', 'ชายชรานั่งลงบนก้อนหินและมองดูน้ำอยู่นาน\r\nเขาพูด\r\n'],
  ['Hindi', 'बूढ़ा आदमी पत्थर पर बैठा और देर तक पानी देखता रहा।\r\nकल फिर आऊँगा।\r\n'],
])('a short text of %s in UTF-16 without a mark is that, whatever its lines end in', (_, text) => {
  const said = text.replaceAll('\r\n', '\n').normalize('NFC');
  for (const each of [text, text.replaceAll('\r\n', '\n'), text.trimEnd()]) {
    const wide = Buffer.from(each, 'utf16le');
    const right = each === text.trimEnd() ? said.trimEnd() : said;
    expect(decodeText(wide)).toMatchObject({ text: right, encoding: 'utf-16le' });
    expect(decodeText(Buffer.from(wide).swap16())).toMatchObject({ text: right, encoding: 'utf-16be' });
  }
});
