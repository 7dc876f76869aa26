import { expect, test } from 'vitest';
import { idSchema } from '../../electron/contract/common.ts';
import { composed } from '../../electron/contract/composed.ts';
import { normalPrompt } from '../../electron/contract/read-words.ts';
import { normalizeText, TextNormalizer } from '../../electron/engine/text/encodings/normalize.ts';
import { ownSeconds } from '../tools/own-time.ts';

/** In no order that normal form C has. */
const UNORDERED = '\u0315\u0300\u05ae';
const READ = [composed, normalPrompt, normalizeText];

test.each(READ)('what people write is read as in normal form C ($name)', (read) => {
  for (const text of ['n\u0303o', 'हिन्दी की किताब', '\u1112\u1161\u11ab', `Z${UNORDERED.repeat(30)}algo`])
    expect(read(text)).toBe(text.normalize('NFC'));
});

test.each(READ)('marks without number are put in order in stretches, once and for all ($name)', async (read) => {
  const text = `x${UNORDERED.repeat(60_000)} b`;
  let once = '';
  expect(await ownSeconds(() => (once = read(text)))).toBeLessThan(3);
  expect(once.replaceAll('\u034f', '')).toHaveLength(text.length);
  expect(read(once)).toBe(once);
  const vowels = `x${'\u{16d67}'.repeat(300_000)}`;
  expect(await ownSeconds(() => (once = read(vowels)))).toBeLessThan(3);
  expect(read(once)).toBe(once);
  const parted = read(`x${'\u0344'.repeat(1_000)}`);
  expect(read(parted)).toBe(parted);
});

test.each([UNORDERED, '\u{16d67}'])(
  'they are the same wherever the text is cut, and come out as they come in',
  (run) => {
    const text = `a${run.repeat(1_200 / run.length)}b`;
    const whole = normalizeText(text);
    for (const size of [1, 7, 100, 500]) {
      const normalizer = new TextNormalizer();
      let out = '';
      for (let at = 0; at < text.length; at += size) out += normalizer.push(text.slice(at, at + size));
      if (size === 500) expect(out.length).toBeGreaterThan(600);
      expect(out + normalizer.end()).toBe(whole);
    }
  },
);

test('letters without number of which each may compose are written as they come', () => {
  for (const run of ['\u1161', '\u11a8', '\u1161\u11a8', '\u1112\u1161\u11ab', '\u1100', 'e\u0301']) {
    const text = `\u1112${run.repeat(2_000)}`;
    const normalizer = new TextNormalizer();
    const first = normalizer.push(text);
    let out = first;
    for (const piece of [run.repeat(500), run[0], run.slice(1), '\u11ab', 'a']) out += normalizer.push(piece);
    expect(first.length).toBeGreaterThan(1_900);
    expect(out + normalizer.end()).toBe(`${text}${run.repeat(501)}\u11aba`.normalize('NFC'));
  }
});

test('a name that is too long is not looked at', async () => {
  const name = `a${UNORDERED.repeat(60_000)}`;
  expect(await ownSeconds(() => expect(idSchema.safeParse(name).success).toBe(false))).toBeLessThan(1);
});
