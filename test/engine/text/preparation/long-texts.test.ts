import { describe, expect, it } from 'vitest';
import { createPreparation, examine } from '../../../../electron/engine/text/preparation/index.ts';
import { novel } from './texts.ts';

const SETTINGS = { language: 'en', kind: 'text' } as const;
const HEAD = '*** START OF THE PROJECT GUTENBERG EBOOK A WALK ***\n';
const TAIL = '\n*** END OF THE PROJECT GUTENBERG EBOOK A WALK ***\nUpdated editions will replace the previous one.\n';

/** Some nine million characters, of which a part is looked at: what is rare stands far behind the beginning. */
function library(): string[] {
  const books = Array.from({ length: 24 }, (_, seed) => novel(60 + (seed % 3), seed, 'blank').wrapped);
  const shelf = books.join('\n');
  const pieces = Array.from({ length: 30 }, () => shelf);
  pieces[13] = `${shelf}The cat\0 sat &amp; slept.\n${shelf}`;
  pieces[20] = `${TAIL}${HEAD}${shelf}`;
  return pieces;
}

describe('a long text', () => {
  const pieces = library();

  it('is estimated well, and counted by its preparation', async () => {
    const findings = await examine(pieces, SETTINGS);
    const sure = findings.filter((finding) => finding.sure);
    expect(sure.map(({ step }) => step)).toEqual(['signs', 'frame', 'wrapped']);
    const preparation = createPreparation(
      sure.map(({ step, plan }) => ({ step, plan })),
      SETTINGS,
    );
    for (const piece of pieces) preparation.push(piece);
    preparation.end();
    const [signs, frame, wrapped] = preparation.figures();
    const found = (step: string) => findings.find((finding) => finding.step === step);
    // what is rare is not missed, and counted to the letter
    expect(found('signs')).toMatchObject({ places: 1, characters: signs.characters });
    expect(found('frame')).toMatchObject({ places: frame.places, characters: frame.characters });
    expect(found('entities')).toMatchObject({ places: 1 });
    expect(Math.abs((found('wrapped')?.places ?? 0) / wrapped.places - 1)).toBeLessThan(0.03);
  });

  it('is judged for all else as if what is rare stood nowhere in it', async () => {
    const plain = pieces.map((piece, at) => (at === 13 || at === 20 ? piece : piece.replaceAll('&', 'and')));
    const marked = pieces.map((piece) => piece.replace(/\n\n/g, '\n\nA&amp;B.\n\n'));
    const judged = async (text: readonly string[]) =>
      (await examine(text, SETTINGS)).find(({ step }) => step === 'wrapped')?.facts?.width;
    expect(await judged(marked)).toBe(await judged(plain));
  });

  it('is found to be the same wherever it is cut', async () => {
    const whole = pieces.join('');
    expect(await examine(whole.match(/[^]{1,300007}/g) ?? [], SETTINGS)).toEqual(await examine([whole], SETTINGS));
  });
});
