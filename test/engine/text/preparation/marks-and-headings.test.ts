import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf } from './prepared.ts';

describe('a mark of a page that a line end divides', () => {
  it.each([
    ['The old [Pg 12]man went out [Pg\n13] and on [Pg 14] and on.\n', 'The old man went out\nand on and on.\n'],
    ['The old man [Page\n13]\nwent on.\n', 'The old man\nwent on.\n'],
    ['The old man\n[Pg\n13]\nwent on.\n', 'The old man\nwent on.\n'],
    ['The old man [Seite\n13] went on.\n', 'The old man\nwent on.\n'],
  ])('is left out: %j', async (text, whole) =>
    expect(await asProposed(text)).toEqual({ text: whole, steps: ['pagemarks'] }),
  );

  it.each(['The array [Pg\nis open.\n', 'See [page\n12 of it] there.\n', 'See [the\n12] there.\n'])(
    'is none: %j',
    async (text) => expect((await findingsOf(text)).filter(({ step }) => step === 'pagemarks')).toEqual([]),
  );
});

describe('a heading above notes', () => {
  const body = 'The river[1] was brown.[2] It rained.\n\n';
  it.each(['FOOTNOTES:', 'Footnotes', 'NOTES.', 'Fußnoten:'])('goes with them: %s', async (heading) => {
    const notes = '[1] It flows to the sea.\n\n[2] As mud is.\n';
    const { text, steps } = await asProposed(`${body}${heading}\n\n${notes}`);
    expect(steps).toContain('footnotes');
    expect(text.trim()).toBe('The river was brown. It rained.');
    const named = '[Footnote 1: It flows.]\n\n[Footnote 2: As mud is.]\n\nChapter two.\n';
    expect((await asProposed(`${body}${heading}\n\n\n${named}`)).text).not.toContain(heading);
  });

  it('stays where no note stands below it', async () => {
    const text = `${body}[1] It flows.\n\n[2] As mud is.\n\nNotes\n\nShe wrote them down.\n\nFOOTNOTES:\n`;
    const learnt = (await asProposed(text)).text;
    expect(learnt).toContain('Notes\n\nShe wrote them down.\n\nFOOTNOTES:\n');
  });
});
