import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

const BODY = 'I went out in the morning.\n\nThe river was brown and slow.';
const LICENCE = 'Updated editions will replace the previous one.\n\nSection 1. General Terms of Use\n';

/** Heads and tails as publishers write them. */
const FRAMES: Record<string, [head: string, tail: string, publisher: string]> = {
  today: [
    'The Project Gutenberg eBook of A Walk\n\nTitle: A Walk\n\n*** START OF THE PROJECT GUTENBERG EBOOK A WALK ***\n\nProduced by Nobody and\nsome others\n\n',
    `\n\n*** END OF THE PROJECT GUTENBERG EBOOK A WALK ***\n\n${LICENCE}`,
    'Gutenberg',
  ],
  'with a long title': [
    'Project Gutenberg\u2019s A Walk, by Nobody\n\n***START OF THIS PROJECT GUTENBERG EBOOK A WALK ALONG THE RIVER IN\nTHE MORNING***\n\n\nE-text prepared by Nobody\n\n\n',
    `\n\nEnd of Project Gutenberg's A Walk, by Nobody\n\n***END OF THIS PROJECT GUTENBERG EBOOK A WALK***\n${LICENCE}`,
    'Gutenberg',
  ],
  'of the nineties': [
    '**The Project Gutenberg Etext of A Walk**\n\nCopyright laws are changing all over the world.\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\nWhy is this "Small Print!" statement here?\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n\n',
    '\n\nEnd of The Project Gutenberg Etext of A Walk\n',
    'Gutenberg',
  ],
  'in French': [
    'The Project Gutenberg EBook of A Walk\n\n*** START OF THIS PROJECT GUTENBERG EBOOK A WALK ***\n\n',
    `\n\nFin du Projet Gutenberg de A Walk, by Nobody\n\n*** END OF THIS PROJECT GUTENBERG EBOOK A WALK ***\n${LICENCE}`,
    'Gutenberg',
  ],
  'of Projekt Gutenberg-DE': [
    '',
    '\n\nDieser Text wurde bei Projekt Gutenberg-DE veröffentlicht.\n',
    'Projekt Gutenberg-DE',
  ],
  'of Canada': [
    'A Distributed Proofreaders Canada eBook\n\nThis eBook is made available at no cost.\n\nThis eBook was produced by: Nobody\n\n',
    '\n\n[The end of _A Walk_ by Nobody]\n',
    'Project Gutenberg Canada',
  ],
  'of Aozora': [
    '散歩\n\n----------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n----------------------------\n\n',
    '\n\n底本：「本」\n　　　1989年\n青空文庫作成ファイル：\n',
    '青空文庫',
  ],
  'of Wikisource': [
    'A Walk\nNobody\n\nExported from Wikisource on March 3, 2024\n\n',
    '\n\nAbout this digital edition\n\nThis e-book comes from the online library Wikisource.\n',
    'Wikisource',
  ],
  'of Standard Ebooks': [
    'A Walk\n\nImprint\n\nThis ebook is the product of many hours of hard work by volunteers for Standard Ebooks, and builds on others.\n\nYou can download this and other ebooks carefully produced for true book lovers at standardebooks.org.\n\n',
    '\n\nColophon\n\nA Walk was published by Nobody. This ebook was produced for Standard Ebooks.\n\nUncopyright\n\nMay you do good.\n',
    'Standard Ebooks',
  ],
  'of Google': [
    'This is a digital copy of a book that was preserved for generations on library shelves.\n\nUsage guidelines\n\nYou can search through the full text of this book on the web at http://books.google.com/\n\n',
    '\n',
    'Google Books',
  ],
};

describe("a publisher's frame", () => {
  for (const [name, [head, tail, publisher]] of Object.entries(FRAMES))
    it(`${name} is left out`, async () => {
      const text = head + BODY + tail;
      const [finding] = (await findingsOf(text)).filter(({ step }) => step === 'frame');
      expect(finding).toMatchObject({ sure: true, facts: { publisher } });
      expect((await asProposed(text)).text.trim()).toBe(BODY);
    });

  it('is 41 % of a small book', async () => {
    const text = readFileSync(new URL('../../../cases/texts/13-frame.txt', import.meta.url), 'utf8');
    const [finding] = await findingsOf(text);
    expect(Math.floor(100 * finding.share)).toBe(41);
    expect((await asProposed(text)).text).toMatch(/^I went out in the morning[^*]*neither of us spoke\.\n$/);
  });

  it('stands round each of several books', async () => {
    const [head, tail] = FRAMES.today;
    const text = `${head}${BODY}${tail}${head}${BODY}${tail}`;
    expect((await asProposed(text)).text.split(BODY).map((rest) => rest.trim())).toEqual(['', '', '']);
  });

  it('is none where a person or a publisher of that name is spoken of', async () => {
    const prose = `${BODY}\n\n`.repeat(3);
    const texts = [
      `Johannes Gutenberg was born in Mainz.\n\n${prose}Gutenberg\n\n${prose}`,
      `A WALK\n\nGutenberg Press\n\nPublished by Gutenberg Press, Mainz\n\n${prose}`,
      `Produced by Gutenberg Press\n\n${prose}Digitized by Gutenberg Press\n`,
      `${prose}Colophon\n\nSet in Garamond, and printed by Gutenberg Press.\n`,
      `GUTENBERG EBOOKS\n\n${prose}End of the Gutenberg edition\n`,
      `${prose}Fine was the weather when Project Gutenberg began\n`,
      `${prose}This is the end of the Project Gutenberg story.\n`,
    ];
    for (const text of texts) expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
  });

  it('is none where a text only speaks of it', async () => {
    const text = `${BODY}\n\nProject Gutenberg began in 1971.\n\nThe end of the book was near. About this digital edition nobody spoke.\n\nColophon\n\n${BODY}\n\nThis is the end of the Project Gutenberg story, she thought.\n\n${BODY}\n\n${BODY}\n\n${BODY}\n`;
    expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
    expect((await asProposed(text)).text).toBe(text);
  });

  it('of « Ebooks libres et gratuits » is left out', async () => {
    const text = `Jean Dupont\n\nLE RETOUR\n\nÉdition du groupe « Ebooks libres et gratuits »\n\n${'Il rentra chez lui.\n'.repeat(9)}\nÀ propos de cette édition électronique\n\nTexte libre de droits.\n\nEbooks libres et gratuits\n\nMars 2006\n`;
    const finding = (await findingsOf(text)).find(({ step }) => step === 'frame');
    expect(finding).toMatchObject({ sure: true });
    expect((await after('frame', text)).trim()).toBe('Il rentra chez lui.\n'.repeat(9).trim());
  });
});
