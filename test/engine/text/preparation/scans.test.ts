import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

const BODY =
  'I went out in the morning.\n\nThe river was brown and slow, and the old heron stood in it as if nothing had happened.\n';
const GOOGLE = `Google

This is a digital copy of a book that was preserved on library shelves before it was scanned by Google as part of a project
to make the world's books discoverable online.

About Google Book Search

You can search through the full text of this book on the web
at |http : //books . google . com/|

`;
const said = async (text: string) => (await asProposed(text)).text.replace(/\n{3,}/g, '\n\n').trim();

describe('what a library says of its scan', () => {
  it('goes above a book and in the midst of one, and nothing with it', async () => {
    for (const [text, left] of [
      [`${GOOGLE}A WALK\n\n${BODY}`, `A WALK\n\n${BODY}`],
      [`A WALK\n\n${BODY}\n${GOOGLE}${BODY}`, `A WALK\n\n${BODY}\n${BODY}`],
      [
        `${'It rained.\n\n'.repeat(9_000)}${GOOGLE.replace(/^Google\n\n/, '')}${BODY}`,
        `${'It rained.\n\n'.repeat(9_000)}${BODY}`,
      ],
    ])
      expect(await said(text)).toBe(left.trim());
  });

  it('goes with the lines in which it goes on', async () => {
    for (const notice of [
      'Digitized by the Internet Archive\nin 2007 with funding from\nMicrosoft Corporation\n\nhttp://www.archive.org/details/walk00nobo\n',
      'Digitized by the Internet Archive\nin 2010 with funding from\nUniversity of Toronto\n',
      'Digitized by Google\n\nOriginal from\nHARVARD UNIVERSITY\n',
      'Digitized by Google Original from the University of Nowhere\n',
      'Digitized by VjOOQIC\n',
    ])
      for (const above of ['A WALK\n\n', `${'It rained.\n\n'.repeat(9_000)}`])
        expect(await said(`${above}${notice}\n${BODY}\n${notice}\n${BODY}`)).toBe(`${above}${BODY}\n${BODY}`.trim());
  });

  it('is not what a story says', async () => {
    for (const text of [
      `Google\n\nThis is a digital copy of a book that was lost, she said, and looked at it.\n\n${BODY}`,
      `Original from\nHARVARD UNIVERSITY\n\n${BODY}`,
      `It was opened\nin 2007 with funding from\nMicrosoft Corporation\nand others.\n\n${BODY}`,
      `Digitized by hand, the book was finished\nin 2007 with funding from\nNobody.\n\n${BODY}`,
    ])
      expect(await said(text)).toBe(text.trim());
  });
});

describe('links of a page on the net', () => {
  it('go above the text, below and behind its headings', async () => {
    const page = (number: number) =>
      `Moby Dick/Chapter ${number}\nFrom Wikisource\n< Moby Dick\nJump to navigation Jump to search\n←Etymology\tMoby Dick by Herman Melville\nChapter ${number}\tChapter ${number + 1}→\n\nLoomings[edit]\n\n${BODY}\n← Previous | Next →\n\nThe Second Part [edit]\n\n${BODY}\nRetrieved from "https://en.wikisource.org/w/index.php?title=X&oldid=1"\n\n`;
    const left = (number: number) => `Moby Dick/Chapter ${number}\n\nLoomings\n\n${BODY}\nThe Second Part\n\n${BODY}`;
    const filled = 'It rained.\n\n'.repeat(9_000);
    expect(await said(page(1) + page(2))).toBe(`${left(1)}\n${left(2)}`.trim());
    expect(await said(page(1) + filled + page(2))).toBe(`${left(1)}\n${filled}${left(2)}`.trim());
    for (const turn of [
      'Previous | Next',
      '« Zurück | Weiter »',
      '← Précédent · Suivant →',
      'Previous chapter | Contents | Next chapter',
    ])
      expect(await said(`${BODY}\n${turn}\n\n${filled}${turn}\n\n${BODY}`)).toBe(`${BODY}\n${filled}${BODY}`.trim());
  });

  it('stay where they are said or drawn', async () => {
    for (const text of [
      `Previous and next, she said.\n\nFrom Wikisource she had the book.\n\n${BODY}`,
      `heron →\n\n← mill\n\nthe river → the mill\n\n${BODY}`,
      `He pressed the button marked [edit]\nand went on, though it was late.\n\n[edit]\n\n${BODY}`,
      `Back to back – next.\n\n${BODY}`,
    ])
      expect(await said(text)).toBe(text.trim());
  });
});
