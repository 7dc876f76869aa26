import { describe, expect, test } from 'vitest';
import { documentSentence } from '../../electron/advice/document.ts';
import { findingSentence, findingsNote } from '../../electron/advice/preparation.ts';
import { EXAMINED_WHOLE, type PreparedStep } from '../../electron/contract/preparation.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';

const english = await loadTerminal('en');
const chinese = await loadTerminal('zh');
const found = (done: boolean): PreparedStep => ({
  step: 'stamps',
  sure: true,
  places: 42,
  characters: 900,
  share: 0.634,
  examples: [],
  facts: { messages: 42, names: 2 },
  done,
});
const ofLength = (characters: number, done: boolean) => ({
  source: { characters, lines: 1, sha256: '0'.repeat(64) },
  preparation: [found(done)],
});

test('a finding is a sentence with its figures', () => {
  expect(english.say(findingSentence(found(true)))).toMatch(/^A chat of 42 messages by 2 names; .*63(\.\d)? % of/);
});

const counted: readonly [Pick<PreparedStep, 'step' | 'facts'>, string, string][] = [
  [{ step: 'divided' }, '1 word divided at a line end, less than 1 % of all line ends.', '1% 以下'],
  [
    { step: 'wrapped', facts: { ends: 1, width: 70 } },
    '1 of 1 line end is a hard wrap at about 70 columns.',
    '1 处行末',
  ],
  [
    { step: 'mojibake', facts: { table: 'windows-1252', real: 'koi8-r' } },
    '1 place written in koi8-r, read as windows-1252, and saved so: less than 1 % of the characters.',
    '1 处本为 koi8-r，被当作 windows-1252 读取后又保存',
  ],
  [{ step: 'repeats' }, '1 line was there before, less than 1 % of all.', '1% 以下'],
  [
    { step: 'frame', facts: { publisher: '' } },
    'Notices of whoever made the file: less than 1 % of the characters.',
    '1% 以下',
  ],
  [
    { step: 'mail', facts: { mails: 1 } },
    '1 mail with heads, quotes or signatures: less than 1 % of the characters.',
    '1% 以下',
  ],
];

test.each(counted)('a finding of one, and of a little, reads well: %j', async (few, said, chinese) => {
  const finding: PreparedStep = { ...found(true), places: 1, characters: 1, share: 0.004, ...few };
  expect(english.say(findingSentence(finding))).toBe(said);
  expect((await loadTerminal('zh')).say(findingSentence(finding))).toContain(chinese);
  expect(english.say(findingSentence({ ...finding, share: 0.01 }))).not.toContain('less than');
});

test('figures are about where a long text was looked at in parts, and what was found was not done', () => {
  expect(findingsNote(ofLength(EXAMINED_WHOLE, false))).toBeUndefined();
  expect(findingsNote(ofLength(EXAMINED_WHOLE + 1, true))).toBeUndefined();
  expect(findingsNote(ofLength(EXAMINED_WHOLE + 1, false))).toBeDefined();
});

describe('what a file is', () => {
  const table = {
    kind: 'table',
    format: 'csv',
    rows: 12,
    cells: 12,
    column: 0,
    columns: [{ name: 'text', likelihood: 1, example: '' }],
  } as const;
  test.each([
    [{ kind: 'docx' } as const, 'a Word document (.docx)'],
    [{ kind: 'epub', chapters: 1 } as const, 'an EPUB book of 1 chapter'],
    [{ kind: 'pdf', pages: 3, without: 1, heads: 0 } as const, 'a PDF of 3 pages, 1 of them without text'],
    [
      { kind: 'pdf', pages: 1, without: 0, heads: 1 } as const,
      'a PDF of 1 page; left out: 1 head, foot or page number',
    ],
    [
      { kind: 'pdf', pages: 3, without: 1, heads: 4 } as const,
      'a PDF of 3 pages, 1 of them without text; left out: 4 heads, feet and page numbers',
    ],
    [
      { kind: 'docx', omitted: { comments: 3, notes: 12, deletions: 1 } } as const,
      'a Word document (.docx); left out: 12 footnotes and endnotes, 3 comments, 1 deletion',
    ],
    [{ kind: 'mail', mails: 1, omitted: { attachments: 2 } } as const, 'a mail; left out: 2 attachments'],
    [{ ...table, columns: [...table.columns], different: 4, without: 1 }, /; left out: 1 sheet of numbers$/],
    [{ ...table, columns: [...table.columns], different: 4 }, /the column “text” with 12 cells, 4 of them different/],
    [{ ...table, columns: [...table.columns], different: 12 }, /the column “text” with 12 cells$/],
  ])('%j', (document, said) => {
    const sentence = english.say(documentSentence(document)!);
    if (typeof said === 'string') expect(sentence).toBe(said);
    else expect(sentence).toMatch(said);
  });

  test('is said in Chinese with all that was left out', () => {
    const document = { kind: 'docx', omitted: { notes: 12, hidden: 1 } } as const;
    expect(chinese.say(documentSentence(document)!)).toBe('Word 文档（.docx）；去掉了 12 条脚注和尾注、1 处隐藏文字');
  });

  test('goes without saying of plain text', () => expect(documentSentence({ kind: 'text' })).toBeUndefined());
});
