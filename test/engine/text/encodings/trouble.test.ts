import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { findTrouble } from '../../../../electron/engine/text/encodings/trouble.ts';

const LINE = 'The fox met 狐.\n';
/** Longer than what is looked at together. */
const LINES = 9_000;

test.each(['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp', 'utf-16le', 'iso-2022-jp', 'utf-32le'])(
  'places that cannot be read in %s are found wherever they stand in a long text',
  (encoding) => {
    const isJis = encoding.startsWith('iso-2022');
    const good = isJis ? Buffer.from('The fox met \x1b$B8Q\x1b(B.\n', 'latin1') : iconv.encode(LINE, encoding);
    const bytes = Buffer.concat(Array.from({ length: LINES }, () => good));
    expect(findTrouble(bytes, encoding)).toEqual([]);
    const bad = encoding.startsWith('utf-16') ? [0, 0xd8] : [0xff, 0xff, 0xff, 0xff];
    const width = encoding.startsWith('utf-') && encoding !== 'utf-8' ? Number(encoding.slice(4, 6)) / 8 : 1;
    const places = [0, LINES / 3, LINES - 1].map((at) => at * good.length + 4 * width);
    for (const place of places) bytes.set(bad, place);
    const found = findTrouble(bytes, encoding, 50).map(({ offset }) => offset);
    for (const place of places)
      expect(
        found.some((offset) => offset >= place - 1 && offset < place + 4),
        `${place} of ${found}`,
      ).toBe(true);
    expect(found.every((offset) => places.some((place) => Math.abs(offset - place) < good.length))).toBe(true);
  },
);
