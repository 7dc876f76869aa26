import { describe, expect, test } from 'vitest';
import { documentSentence } from '../../electron/advice/document.ts';
import { findingSentence, findingsNote } from '../../electron/advice/preparation.ts';
import { EXAMINED_WHOLE, type PreparedStep } from '../../electron/contract/preparation.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';

const english = await loadTerminal('en');
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
    [{ kind: 'pdf', pages: 3, without: 1 } as const, 'a PDF of 3 pages, 1 of them without text'],
    [{ ...table, columns: [...table.columns], different: 4 }, /the column “text” with 12 cells, 4 of them different/],
    [{ ...table, columns: [...table.columns], different: 12 }, /the column “text” with 12 cells$/],
  ])('%j', (document, said) => {
    const sentence = english.say(documentSentence(document)!);
    if (typeof said === 'string') expect(sentence).toBe(said);
    else expect(sentence).toMatch(said);
  });

  test('goes without saying of plain text', () => expect(documentSentence({ kind: 'text' })).toBeUndefined());
});
