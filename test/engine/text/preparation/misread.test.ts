import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteTable } from '../../../../electron/engine/text/encodings/text-decoder.ts';
import type { Finding, Plan } from '../../../../electron/contract/preparation.ts';
import { examine } from '../../../../electron/engine/text/preparation/index.ts';
import { ownTime } from '../../../tools/own-time.ts';
import { asProposed, findingsOf, prepared } from './prepared.ts';
import { ORDINARY, WRITTEN } from './texts-as-written.ts';

/** iconv-lite knows some by other names. */
const NAMES: Record<string, string> = { ibm866: 'cp866', 'x-mac-cyrillic': 'maccyrillic', 'x-mac-greek': 'macgreek' };

/** What a text became that was written in one table, read by another, and saved. */
function misread(text: string, real: string, read: string): string {
  const bytes = iconv.encode(text, NAMES[real] ?? real);
  expect(iconv.decode(bytes, NAMES[real] ?? real)).toBe(text);
  if (read === 'gb18030') return new TextDecoder(read).decode(bytes);
  if (read === 'latin1') return bytes.toString('latin1');
  const table = byteTable(read);
  return [...bytes].map((byte) => String.fromCharCode(table[byte])).join('');
}

/** What is found of the step. */
const foundIn = async (text: string) => (await findingsOf(text)).filter(({ step }) => step === 'mojibake');
const mended = (text: string, found: readonly Finding[]) =>
  prepared(
    text,
    found.map(({ step, plan }) => ({ step, plan })),
  ).text;

const TRIPLES: [language: string, real: string, read: string][] = [
  ...['Russian', 'Ukrainian', 'Bulgarian', 'Serbian'].map((language): [string, string, string] => [
    language,
    'windows-1251',
    'windows-1252',
  ]),
  ['Russian', 'koi8-r', 'windows-1252'],
  ['Ukrainian', 'koi8-u', 'windows-1252'],
  ['Russian', 'ibm866', 'windows-1252'],
  ['Russian', 'iso-8859-5', 'windows-1252'],
  ['Russian', 'x-mac-cyrillic', 'windows-1252'],
  ['Greek', 'windows-1253', 'windows-1252'],
  ['Greek', 'iso-8859-7', 'windows-1252'],
  ['Greek', 'x-mac-greek', 'windows-1252'],
  ...['windows-1252', 'windows-1251', 'koi8-r'].map((read): [string, string, string] => ['Ukrainian', 'cp1125', read]),
  ['Hebrew', 'windows-1255', 'windows-1252'],
  ['Arabic', 'windows-1256', 'windows-1252'],
  ['Thai', 'windows-874', 'windows-1252'],
  ['Polish', 'windows-1250', 'windows-1252'],
  ['Polish', 'iso-8859-2', 'windows-1252'],
  ['Czech', 'windows-1250', 'windows-1252'],
  ['Hungarian', 'windows-1250', 'windows-1252'],
  ['Romanian', 'windows-1250', 'windows-1252'],
  ['Romanian of today', 'iso-8859-16', 'windows-1252'],
  ['Turkish', 'windows-1254', 'windows-1252'],
  ['Lithuanian', 'windows-1257', 'windows-1252'],
  ['Chinese', 'gb18030', 'windows-1252'],
  ['Taiwanese', 'big5', 'windows-1252'],
  ['Japanese', 'shift_jis', 'windows-1252'],
  ['Japanese', 'euc-jp', 'windows-1252'],
  ['Korean', 'euc-kr', 'windows-1252'],
  ['Russian', 'windows-1251', 'latin1'],
  ['Russian', 'koi8-r', 'latin1'],
  ['Russian', 'ibm866', 'latin1'],
  ['Polish', 'windows-1250', 'latin1'],
  ['Chinese', 'gb18030', 'latin1'],
  ['Russian', 'koi8-r', 'windows-1251'],
  ['Ukrainian', 'koi8-u', 'windows-1251'],
  ['Russian', 'ibm866', 'windows-1251'],
  ['Russian', 'windows-1251', 'koi8-r'],
  ['Russian', 'ibm866', 'koi8-r'],
  ['Russian', 'windows-1251', 'ibm866'],
  ['Russian', 'koi8-r', 'ibm866'],
  ['Russian', 'windows-1251', 'windows-1250'],
  ...['koi8-r', 'ibm866', 'windows-1250'].map((read): [string, string, string] => ['Russian', 'x-mac-cyrillic', read]),
  ['Taiwanese', 'big5', 'gb18030'],
];

describe('letters of one table that were read by another', () => {
  it.each(TRIPLES)('%s in %s, read as %s', async (language, real, read) => {
    // tables of DOS and ISO have no dash
    const plain = (text: string) => (/866|1125|koi8|iso-8859|mac/.test(real) ? text.replace(/[–—]/g, '-') : text);
    for (const text of [WRITTEN[language], WRITTEN[language].repeat(30)]) {
      const written = plain(text);
      const standing = misread(written, real, read).normalize('NFC');
      const found = await foundIn(standing);
      expect(found).toMatchObject([{ sure: true, facts: { real, table: read === 'latin1' ? 'windows-1252' : read } }]);
      expect(mended(standing, found)).toBe(written);
      expect((await asProposed(standing)).steps).not.toContain('signs');
    }
  });

  it('are mended where only some lines were misread, and the others are left to the letter', async () => {
    const english = 'The fox met the crow by the river. It was déjà vu, she said: “naïve”.\n';
    const french = 'Le garçon était déjà à la fenêtre, où il rêvait.\n';
    for (const frame of [
      english.repeat(3),
      french.repeat(3),
      WRITTEN.Russian,
      WRITTEN.Chinese,
      'Á vilt geð, þú veist það ekki.\n',
    ])
      for (const real of ['windows-1251', 'koi8-r']) {
        const body = WRITTEN.Russian.replace(/—/g, '-');
        const found = await foundIn(frame + misread(body, real, 'windows-1252') + frame);
        expect(found, frame).toMatchObject([{ sure: true, facts: { real } }]);
        expect(mended(frame + misread(body, real, 'windows-1252') + frame, found)).toBe(frame + body + frame);
      }
    const right = WRITTEN.Russian.replace(/—/g, '-').repeat(3);
    const text = right + misread(right, 'koi8-r', 'windows-1251') + right;
    expect(mended(text, await foundIn(text))).toBe(right.repeat(3));
  });

  it('are mended among lines of another Latin language', async () => {
    const french = ORDINARY.French;
    for (const [language, real] of [
      ['Polish', 'windows-1250'],
      ['Czech', 'windows-1250'],
      ['Turkish', 'windows-1254'],
    ]) {
      const text = french + misread(WRITTEN[language], real, 'windows-1252').repeat(3) + french;
      expect(mended(text, await foundIn(text))).toBe(french + WRITTEN[language].repeat(3) + french);
    }
  });

  it('are seen where a text is one long line without a blank', async () => {
    const written = `${WRITTEN.Chinese.replaceAll('\n', '')}甲`.repeat(300);
    const text = misread(written, 'gb18030', 'windows-1252');
    expect(mended(text, await foundIn(text))).toBe(written);
  });

  it('are only named where a text quotes a line of them', async () => {
    const text = `${WRITTEN.Russian.repeat(30)}${misread(WRITTEN.Russian, 'windows-1251', 'windows-1252')}`;
    expect(await foundIn(text)).toMatchObject([{ sure: false, facts: { real: 'windows-1251' } }]);
  });

  it('are only named where an article quotes them among words without any', async () => {
    const quoted = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252').split('\n', 1)[0];
    const plain = 'A file that was read by the wrong table shows letters of another alphabet.\n';
    const text = `${plain.repeat(3)}A longer example: “${quoted}” is what one sees.\n${plain.repeat(2)}`;
    const found = await foundIn(text);
    expect(found.filter(({ sure }) => sure)).toEqual([]);
  });

  it('leave a word alone of which the table has not every letter', async () => {
    const text = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252');
    const found = await foundIn(`${text}zażółć ÄÖŁ\n`);
    expect(mended(`${text}zażółć ÄÖŁ\n`, found)).toBe(`${WRITTEN.Russian}zażółć ÄÖŁ\n`);
  });

  it('are mended beside a lost byte, where each byte is a letter', async () => {
    const written = WRITTEN.Russian.repeat(3);
    const text = misread(written, 'windows-1251', 'windows-1252').replaceAll('î', '\ufffd');
    const found = await foundIn(`${misread(written, 'windows-1251', 'windows-1252')}${text}`);
    expect(mended(text, found)).toBe(written.replaceAll('о', '\ufffd'));
  });

  it.each([
    ['Lithuanian', 'cp775', 'windows-1252'],
    ['Turkish', 'iso-8859-3', 'windows-1252'],
    ['Turkish', 'macturkish', 'windows-1252'],
    ['Russian', 'gb18030', 'windows-1252'],
    ['Russian', 'euc-kr', 'gb18030'],
  ])('are not made Chinese or Japanese of %s in %s', async (language, real, read) => {
    const written = WRITTEN[language].replace(/[–—]/g, '-').replace(/[“”]/g, '"');
    const found = await foundIn(misread(written, real, read).repeat(3));
    expect(found.filter(({ facts }) => facts?.real !== undefined)).toEqual([]);
  });

  it('are the same however the text is cut, and counted as they were found', async () => {
    for (const [language, real, read] of [
      ['Russian', 'ibm866', 'windows-1252'],
      ['Polish', 'windows-1250', 'latin1'],
      ['Chinese', 'gb18030', 'windows-1252'],
    ]) {
      const written = WRITTEN[language].replace(/[–—]/g, '-').repeat(20);
      const text = misread(written, real, read);
      const [found] = await foundIn(text);
      expect(await examine(text.match(/[^]{1,7}/g) ?? [], { language: 'en', kind: 'text' })).toEqual(
        await examine([text], { language: 'en', kind: 'text' }),
      );
      const cuts = Array.from({ length: 40 }, (_, at) => Math.floor((at * text.length) / 40));
      const done = prepared(text, [{ step: 'mojibake', plan: found.plan }], cuts);
      expect(done.text).toBe(written);
      expect(done.figures).toEqual([{ step: 'mojibake', places: found.places, characters: found.characters }]);
    }
  });

  it('are shown with both tables and an example', async () => {
    const [found] = await foundIn(misread(WRITTEN.Russian, 'windows-1251', 'windows-1252'));
    expect(found.examples[0]).toEqual({
      before: 'Ëèñà âñòðåòèëà âîðîíó ó ðåêè, êîãäà óæå òåìíåëî.',
      after: 'Лиса встретила ворону у реки, когда уже темнело.',
    });
    expect(found.facts).toEqual({ table: 'windows-1252', real: 'windows-1251' });
  });

  it('are not looked for by a plan that was made before they were known', () => {
    const text = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252');
    const plans: Plan[] = [{}, { tables: ['windows-1252'], all: true }];
    for (const plan of [undefined, ...plans]) expect(prepared(text, [{ step: 'mojibake', plan }]).text).toBe(text);
  });

  it.each(Object.entries(ORDINARY))('are not seen in %s', async (_, text) => {
    for (const times of [1, 30]) expect(await foundIn(text.repeat(times))).toEqual([]);
    expect(await foundIn(text.toUpperCase())).toEqual([]);
  });

  it.each(Object.entries(WRITTEN))('are not seen in %s as it was written', async (_, text) => {
    expect(await foundIn(text)).toEqual([]);
    expect(await foundIn(text.toUpperCase())).toEqual([]);
  });

  it('take no longer where a text was made to be slow', async () => {
    const started = ownTime();
    for (const text of ['Íà', 'Ä ', 'ÿ', 'Íà âîñòîêå ', 'éa', 'оПХБЕР', '\ue4c6一', 'ß\n', 'Ð°\n', '\x81'])
      await findingsOf(`${text.repeat(150_000 / text.length)}\n`);
    expect(ownTime() - started).toBeLessThan(8_000);
  });
});
