import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf } from './prepared.ts';

const CHAPTER = Array.from(
  { length: 80 },
  (_, at) => `The miller went down to the weir for the ${at}th time.\n\n`,
).join('');
const NOTES = [
  "Transcriber's Note:\n\nObvious printer errors have been corrected. Hyphenation is as it\nwas in the original.\n",
  'TRANSCRIBER’S NOTES\n\n\n--Page 14: “teh” changed to “the”. Punctuation kept.\n\n--Page 90: “mil” changed to “mill”.\n',
  'Transcribers Note: Typographical errors were corrected without notice.\n\nThroughout this text you will see words with _ on either side.\n',
  "+--------------------------+\n| Transcriber's Note:      |\n|                          |\n|                          |\n| Spelling has been kept.  |\n+--------------------------+\n",
  '  ############################\n\n  Anmerkungen zur Transkription\n\n\n  Der vorliegende Text wurde anhand der Buchausgabe wiedergegeben.\n\n  ############################\n',
  'Note du transcripteur\n\nLa ponctuation a été corrigée.\n',
  'Au lecteur.\n\n    Le texte en italiques dans l’original est indiqué ici comme _italiques_.\n',
  'Nota del Transcriptor:\n\nErrores tipográficos han sido corregidos.\n',
  'Opmerkingen van de bewerker\n\nZetfouten zijn stilzwijgend hersteld.\n',
];
const ERRATA = 'Errata noted by transcriber:\n\nAct II\n  Come hither?\n    question mark invisible\n';

describe('what somebody says of the copy of a book', () => {
  it.each(NOTES)('is left out before the text and behind it: %s', async (note) => {
    expect(await asProposed(`${note}\n\n\n\nCHAPTER I\n\n${CHAPTER}`)).toEqual({
      text: `CHAPTER I\n\n${CHAPTER}`,
      steps: ['frame'],
    });
    const { text, steps } = await asProposed(`CHAPTER I\n\n${CHAPTER}\n\n\n${note}`);
    expect(steps).toEqual(['frame']);
    expect(text.trimEnd()).toBe(`CHAPTER I\n\n${CHAPTER}`.trimEnd());
  });

  it.each([
    '[This text uses UTF-8 (Unicode) file encoding. If the apostrophes appear\nas garbage, use another.\n\nFor this e-text, they are shown speech by speech.]\n',
    'This e-text comes in two forms: Unicode (UTF-8) and Latin-1. Use the one\nthat works best on your text reader.\n',
  ])('is left out above the text where it says how the file is to be opened: %s', async (note) => {
    expect((await asProposed(`${note}\n\n\n\nCHAPTER I\n\n${CHAPTER}`)).text).toBe(`CHAPTER I\n\n${CHAPTER}`);
    // a chapter about files is none
    const within = `${CHAPTER}${note}\n\n\n${CHAPTER}`;
    expect((await asProposed(within)).steps).not.toContain('frame');
  });

  it.each([
    'This text is about ASCII art and those who made it before screens had colours.',
    'This file describes the Unicode support of the reader.',
    'This file, which the spy had hidden, was in Unicode that nobody could read.',
    'This book contains the letters of a man to his daughter, and a table of Unicode.',
  ])('is no sentence that names such a table: %s', async (sentence) => {
    expect((await asProposed(`${sentence}\n\n\n${CHAPTER}`)).steps).not.toContain('frame');
  });

  it('is left out as a list of errors', async () => {
    const { text } = await asProposed(`${CHAPTER}\n\n       *       *       *       *       *\n\n${ERRATA}`);
    expect(text.trimEnd()).toBe(CHAPTER.trimEnd());
  });

  it('takes no text with it that nothing parts from it', async () => {
    const text = `Transcriber's Note:\n\nSpelling has been kept.\n\nTHE MILL\n\n${CHAPTER}`;
    expect((await asProposed(text)).text).toBe(text);
    const short = `Transcriber's Note:\n\nSpelling has been kept.\n\nTHE MILL\n\nIt rained.\n\nIt stopped.\n`;
    expect((await asProposed(short)).text).toBe(short);
  });

  it('takes no story with it that a gap or a rule ends, and leaves it alone where text may be among it', async () => {
    const story = Array.from({ length: 30 }, (_, at) => `He went up the river on day ${at}, and it rained.\n\n`).join(
      '',
    );
    const note = "Transcriber's Note: Spelling has been kept.\n";
    for (const between of ['PREFACE\n\n', '\n\nTHE SECOND STORY\n\n'])
      for (const above of ['THE MILL\n\n', `${CHAPTER}\n\n\n`]) {
        const text = `${above}${note}\n${between}${story}\n\n\n${CHAPTER}`;
        const { text: left } = await asProposed(text);
        expect(left).toContain(`${between.trim()}\n\n${story}`);
      }
    for (const rule of ['* * * * *', '-----', '-'.repeat(30)]) {
      const { text } = await asProposed(
        `${CHAPTER}${rule}\n\n${note}\n\n\n\nTHE SECOND STORY\n\n${story}${rule}\n\n${CHAPTER}`,
      );
      expect(text).toContain(`THE SECOND STORY\n\n${story}`);
    }
    const bracket = `[${note.trim()}]\n`;
    expect((await asProposed(`${CHAPTER}${bracket}\n${story}\n\n\n${CHAPTER}`)).text).toContain(story);
  });

  it('gives a title back that follows it before a gap', async () => {
    const note = "Transcriber's Notes\n\nSpelling has been kept.\n\nItalics are shown so: _mill_.\n\n";
    expect((await asProposed(`${note}THE MILL\n\n\n${CHAPTER}`)).text).toMatch(/^\n?THE MILL\n\n\nThe miller/);
  });

  it('is no chapter of that name, no preface and no rule in a text', async () => {
    const texts = [
      `CHAPTER I\n\n${CHAPTER}\n\n\nTHE TRANSCRIBER'S NOTES\n\nHe had heard them sing, and wrote it down at night.\n`,
      `Transcriber's note\n\nI found these letters in the mill.\n\n\n\n${CHAPTER}`,
      `AU LECTEUR\n\nC’est ici un livre de bonne foi, lecteur.\n\n\n\n${CHAPTER}`,
      `${CHAPTER}* * * * *\n\n${CHAPTER}-----\n\n\nIt rained.\n`,
      `${CHAPTER}The transcriber's notes on spelling and punctuation lay on the table.\n`,
    ];
    for (const text of texts) {
      expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
      expect((await asProposed(text)).text.replace(/\n{3,}/g, '\n\n')).toBe(text.replace(/\n{3,}/g, '\n\n'));
    }
  });

  it('are paragraphs of the Gutenberg frame that name other files', async () => {
    const head =
      '*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\n\nE-text prepared by A. B.\n\n\nNote: Project Gutenberg also has an HTML version of this\n      file which includes the original illustrations.\n      See 1-h.htm or 1-h.zip:\n\n\nNote: Images of the original pages are available through\n      Internet Archive.\n\n\n\n';
    expect((await asProposed(`${head}THE MILL\n\n${CHAPTER}`)).text).toBe(`THE MILL\n\n${CHAPTER}`);
  });

  it('is left out below the small print where the first volunteers introduce their text, and no author’s introduction', async () => {
    const print =
      '**The Project Gutenberg Etext of A Walk**\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\nWhy is this "Small Print!" statement here?\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n\n\n';
    const introduction =
      'Introduction  (one page)\n\nThis etext was first made on cards in the sixties by Dr. Nobody. The\ncards held capitals alone.\n\nThe original was of some 800,000 characters, and numbered.\n\nThis is the second version released by Project Gutenberg.\n';
    const walk = `A WALK\n\n${CHAPTER}`;
    expect((await asProposed(`${print}${introduction}\n\n\n\n${walk}`)).text).toBe(walk);
    const bare = 'This etext was originally created in the sixties by Dr. Nobody of\nthe University of Nowhere.\n';
    expect((await asProposed(`${print}${bare}\n\n\n${walk}`)).text).toBe(walk);
    for (const own of [
      'Introduction\n\nThe original of this walk was in the river, and no edition of it is known.\n\nI was the first to go.\n',
      'INTRODUCTION (1899)\n\nThe printer has kept the spelling of the first edition.\n',
      'Preface\n\nMany walks were taken.\n\nOne was described as an etext.\n\nNobody came by.\n\nIt rained.\n',
    ]) {
      expect((await asProposed(`${print}${own}\n\n\n${walk}`)).text).toBe(`${own}\n\n\n${walk}`);
      expect((await asProposed(`${own}\n\n\n${walk}`)).text).toBe(`${own}\n\n\n${walk}`);
    }
  });
});
