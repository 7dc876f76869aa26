import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { toPlainError } from '../../../../electron/contract/errors.ts';
import { english } from '../../../../electron/messages/english.ts';
import { decodeText, ENCODINGS, resolveEncoding, TextReader } from '../../../../electron/engine/text/index.ts';

/** iconv-lite writes what mostly TextDecoder reads, and knows some tables by other names. */
const WRITTEN: Record<string, string> = {
  'x-mac-cyrillic': 'maccyrillic',
  macintosh: 'macroman',
  ibm866: 'cp866',
  'x-mac-ce': 'maccenteuro',
};
const encode = (text: string, encoding: string) => iconv.encode(text, WRITTEN[encoding] ?? encoding);

const FOUND: [encoding: string, text: string][] = [
  ['windows-1250', 'Kůň běžel přes pole a „nikdo“ ho nemohl chytit.'],
  ['windows-1250', 'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go z radością.'],
  ['iso-8859-2', 'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go z radością.'],
  ['iso-8859-2', 'Večer se vrátil domů a otevřel dveře, za nimiž čekala žena.'],
  ['windows-1254', 'Dün akşam eve geldiğimizde kapının açık olduğunu gördük.'],
  ['windows-1257', 'Vakar vakare grįžome namo ir pamatėme, kad durys atviros, šuo lojo.'],
  [
    'windows-1252',
    'Hij was zóó moê dat de koû hem deerde: »mét uw weêr en zóóveel armoê,« zeî de oude, »is dát géén leven.«',
  ],
  ['windows-1258', 'Tối qua chúng tôi về nhà và thấy cửa đã mở.'],
  ['windows-1256', 'عدنا إلى البيت مساء أمس فوجدنا الباب مفتوحا.'],
  ['windows-1255', 'אתמול בערב חזרנו הביתה וראינו שהדלת פתוחה.'],
  ['windows-1253', 'Άλλοτε γυρίζαμε χθες το βράδυ στο σπίτι και είδαμε την πόρτα ανοιχτή.'],
  ['iso-8859-7', 'Άλλοτε γυρίζαμε χθες το βράδυ στο σπίτι και είδαμε την πόρτα ανοιχτή.'],
  ['windows-874', 'เมื่อคืนนี้เรากลับบ้านและเห็นว่าประตูเปิดอยู่'],
  ['koi8-r', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['koi8-u', 'Учора ввечері ми повернулися додому і побачили, що двері відчинені. Її їжак єдиний.'],
  ['ibm866', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['iso-8859-5', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['x-mac-cyrillic', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['macintosh', 'Hier soir, nous sommes rentrés à la maison et la porte était fermée à clé, déjà.'],
  ['cp850', 'Gestern abend kamen wir spät nach Hause, die Tür war geöffnet und niemand hörte uns.'],
  ['iso-8859-15', 'Sa sœur paya 3 € pour un bœuf et des œufs, puis rentra à la maison.'],
  ['iso-8859-4', 'Vakar vakare grįžome namo ir pamatėme, kad durys atviros, šuo lojo.'],
  ['iso-8859-6', 'عدنا إلى البيت مساء أمس فوجدنا الباب مفتوحا.'],
  ['iso-8859-13', 'Vakar vakare grįžome namo ir „pamatėme“, kad durys atviros, šuo lojo.'],
  ['cp737', 'Άλλοτε γυρίζαμε χθες το βράδυ στο σπίτι και είδαμε την πόρτα ανοιχτή.'],
  ['cp775', 'Vakar vakare grįžome namo ir pamatėme, kad durys atviros, šuo lojo.'],
  ['cp852', 'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go z radością.'],
  ['cp852', 'Večer se vrátil domů a otevřel dveře, za nimiž čekala žena.'],
  ['cp852', 'Este későn értünk haza, és láttuk, hogy az ajtó nyitva áll előttünk.'],
  ['cp855', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['cp857', 'Dün akşam eve geldiğimizde kapının açık olduğunu gördük.'],
  ['cp862', 'אתמול בערב חזרנו הביתה וראינו שהדלת פתוחה.'],
  ['x-mac-ce', 'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go z radością.'],
  ['euc-jp', '昨日の夜、家に帰るとドアが開いていました。'],
  ['iso-2022-jp', '昨日の夜、家に帰るとドアが開いていました。'],
  ['utf-16le', 'Вчера вечером мы вернулись домой и увидели, что дверь открыта.'],
  ['utf-16be', '昨天晚上我们回到家，看见门开着，里面没有人。'],
  ['utf-32le', 'Last night we came home and saw the door open. 🚪'],
  ['utf-32be', 'Вчера вечером мы вернулись домой.'],
];
/** iconv-lite writes neither Japanese in seven bits. */
const bytesOf = (text: string, encoding: string) =>
  encoding === 'iso-2022-jp' ? inSevenBits(text) : encode(asTyped(text, encoding), encoding);

/** EUC-JP without its high bits, between the sequences that name the table. */
function inSevenBits(text: string): Buffer {
  const bytes = iconv.encode(text, 'euc-jp').map((byte) => byte & 0x7f);
  return Buffer.concat([Buffer.from('\x1b$B'), bytes, Buffer.from('\x1b(B\n')]);
}

/** windows-1258 has the tones of Vietnamese as marks of their own. */
function asTyped(text: string, encoding: string): string {
  if (encoding !== 'windows-1258') return text;
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return text.replace(/\p{L}/gu, (letter) => {
    const apart = letter.normalize('NFD');
    return apart.replace(tones, '').normalize('NFC') + (apart.match(tones)?.join('') ?? '');
  });
}

describe('one sentence is enough', () => {
  test.each(FOUND)('%s: %s', (encoding, text) => {
    const read = decodeText(bytesOf(text, encoding));
    expect(read.text.trimEnd()).toBe(text.normalize('NFC'));
    expect(read).toMatchObject({ encoding, replaced: 0 });
  });
});

const ENGLISH = 'It rained all morning, and nobody came to see us.\n'.repeat(500);

describe('one mark or name in an English text', () => {
  test.each([
    'Mr Müller came home late that night.',
    'We met in a small café near the river.',
    'Charlotte Brontë wrote it in 1847.',
    'It cost £5 and no more.',
    'The water was 20°C warm.',
    'Copyright © 1999 by the author.',
    'The coup d’état failed.',
    '5 × 3 = 15',
  ])('is not another script: %s', (line) => {
    const { text } = decodeText(iconv.encode(`${ENGLISH}${line}\n${ENGLISH}`, 'windows-1252'));
    expect(text).toContain(line);
  });

  test.each([
    ['windows-1252', 'calèche mediæval Mohács aërial bâton ætat. zoöphagous fiancée rôle'],
    ['windows-1252', 'crêpe rôle Cæsar anæmic château æsthetic'],
    ['windows-1252', 'jalapeño café fête'],
    ['windows-1252', 'Goethe´s entrée rösti coöperate'],
    ['macintosh', 'calèche mediæval bâton fiancée rôle'],
    ['cp850', 'Zürich jalapeño æsthetic Müller piñata Brontë'],
    ['cp437', 'Noël coup château cortège encyclopædia maître'],
  ])('is no Vietnamese, Polish or Portuguese in %s, whichever languages the words are of: %s', (encoding, words) => {
    const lines = words.split(' ').map((word) => `He said that the ${word} was there before us.\n${ENGLISH}`);
    const { text, doubt } = decodeText(encode(lines.join(''), encoding));
    for (const word of words.split(' ')) expect(text).toContain(` ${word} `);
    if (encoding === 'windows-1252') expect(doubt).toBeUndefined();
  });

  test.each(['é', '’', '🙂', '👍🏽', '日本', 'й', 'ñ', '€'])('%s in UTF-8 is beyond doubt', (mark) => {
    for (const text of [`I saw ${mark} there.\n`, `${ENGLISH} ${mark}\n`]) {
      const read = decodeText(Buffer.from(text));
      expect(read).toMatchObject({ encoding: 'utf-8', confidence: 1, doubt: undefined });
    }
  });
});

test('wherever pieces end, the text is that of the whole', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...FOUND), cuts, fc.boolean(), ([encoding, text], lengths, named) => {
      const bytes = bytesOf(text, encoding);
      const reader = new TextReader(named ? { encoding } : {});
      let read = '';
      for (let at = 0, turn = 0; at < bytes.length; at += lengths[turn++ % lengths.length])
        read += reader.push(bytes.subarray(at, at + lengths[turn % lengths.length]));
      expect((read + reader.end()).trimEnd()).toBe(text.normalize('NFC'));
    }),
    { numRuns: 200, seed: 1 },
  );
});

describe('marks and noughts', () => {
  test('places in another file, each beyond the last, are no characters of UTF-32', () => {
    const places = Array.from({ length: 80 }, (_, at) => 0x1b8 + 0x61 * at);
    for (const write of ['writeUInt32BE', 'writeUInt32LE'] as const) {
      const bytes = Buffer.alloc(4 * places.length);
      places.forEach((place, at) => bytes[write](place, 4 * at));
      expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'text-binary' }));
    }
  });

  test.each(['utf-32le', 'utf-32be'])('a mark says %s', (encoding) => {
    expect(decodeText(encode('\ufeffThe fox', encoding))).toMatchObject({ encoding: 'utf-32', text: 'The fox' });
  });

  test('NUL bytes make no other text of it, however many pad its end, and none is refused', () => {
    const text = 'Il était une fois une souris, près du château. ';
    for (const padded of [`${text}\0${text}`, text + '\0'.repeat(500), `\0${text}`])
      expect(decodeText(encode(padded, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252', text: padded });
  });

  test('what stands far behind a NUL is still read in its own table', () => {
    const text = `${'The mice met. '.repeat(20_000)}“Déjà vu”, he said.`;
    expect(decodeText(encode(`\0${text}`, 'windows-1252')).text).toBe(`\0${text}`);
  });

  test('UTF-8 with a few broken bytes stays UTF-8', () => {
    const bytes = Buffer.from('Příliš žluťoučký kůň úpěl ďábelské ódy. '.repeat(5));
    bytes[2] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8' });
  });
});

test('a reading that is not sure says what else it may be, with one line in both', () => {
  const { doubt } = decodeText(Buffer.from([0x41, 0x20, 0xb3, 0xb5, 0x0a]));
  expect(doubt?.encoding).toBeTruthy();
  expect(doubt?.sample).not.toBe(doubt?.ours);
  expect(decodeText(bytesOf(FOUND[12][1], 'koi8-r')).doubt).toBeUndefined();
});

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('it did not fail');
}

test('every table that is named as known can be asked for, also by what people call it', () => {
  for (const encoding of ENCODINGS) {
    expect(resolveEncoding(encoding)).toBe(encoding);
    expect(() => new TextReader({ encoding }).push(Buffer.from('abcd'))).not.toThrow();
  }
  expect(['latin2', 'CP1250', 'KOI8R', 'cp866', 'Mac Roman', 'TIS-620', 'EUC_JP'].map(resolveEncoding)).toEqual([
    'iso-8859-2',
    'windows-1250',
    'koi8-r',
    'ibm866',
    'macintosh',
    'windows-874',
    'euc-jp',
  ]);
  const { hint } = english.error(toPlainError(failureOf(() => resolveEncoding('klingon'))));
  for (const encoding of ENCODINGS) expect(hint).toContain(encoding);
});
