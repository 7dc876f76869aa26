import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { read } from './read.ts';

type Table = Extract<DocumentFound, { kind: 'table' }>;
const TALES = [
  'The fox came home, tired and wet.',
  'The crow spoke.',
  'They ate, they drank, and slept.',
  'He said "no", and left.',
  'Nobody saw it',
  'So it was.',
];
const TOLD = `${TALES.join('\n')}\n`;
const rows = (row: (tale: string, at: number) => string) => TALES.map((tale, at) => `${row(tale, at)}\n`).join('');

test.each([
  ['the text behind', `id,label,text\n${rows((tale, at) => `${at},${at % 2},${tale}`)}`, 'a.csv'],
  ['the text before', `text,label\n${rows((tale, at) => `${tale},${at % 2}`)}`, 'a.csv'],
  ['the text amid', `id,text,mood\n${rows((tale, at) => `${at},${tale},${at % 2 ? 'sad' : 'glad'}`)}`, 'a.csv'],
  ['no names of columns', rows((tale, at) => `${at},${at % 2 ? 'sad' : 'glad'},${tale}`), 'a.csv'],
  ['dates, hours and names', rows((tale, at) => `01/03/2024,13:0${at},${at % 2 ? 'Ada Lowe' : 'Bo'},${tale}`), 'a.csv'],
  ['no name that says table', `id,label,text\n${rows((tale, at) => `${at},${at % 2},${tale}`)}`, 'a.txt'],
  ['one column', `headline\n${TOLD}`, 'a.csv'],
  ['empty cells behind', `id,text\n${rows((tale, at) => `${at},${tale},,`)}`, 'a.csv'],
  ['semicolons', `nr;text\n${rows((tale, at) => `${at};${tale.replaceAll(',', ';')}`)}`, 'a.csv'],
])('a comma in a text that nothing holds together is of the text: %s', async (what, holds, name) => {
  const told = what === 'semicolons' ? TOLD.replaceAll(',', ';') : TOLD;
  expect(await read({ holds }, { name })).toMatchObject({ kind: 'table', text: told });
  expect((await read({ holds }, { name, size: 3 })).text).toBe(told);
});

test('quotation marks that are not doubled, in a cell that has some round it', async () => {
  const holds = `id,text\n${rows((_, at) => `${at},"He said "no", and left."`)}`;
  expect((await read({ holds }, { name: 'a.csv' })).text).toBe('He said "no", and left.\n'.repeat(TALES.length));
});

test.each([
  [
    'doubled in it',
    (tale: string) => tale.replace('Nobody', "Didn''t you"),
    (tale: string) => tale.replace('Nobody', "Didn't you"),
  ],
  ['none in it', (tale: string) => tale, (tale: string) => tale],
])('single quotation marks hold cells together, too: %s', async (_, written, told) => {
  const holds = `id,text,likes\n${rows((tale, at) => `${at},'${written(tale)}',3`)}`;
  expect((await read({ holds }, { name: 'a.csv' })).text).toBe(`${TALES.map(told).join('\n')}\n`);
});

const PAIRS = ['Who goes there?\tWer da?', 'It is late.\tEs ist spät.', 'Go!\tLauf!', 'I see.\tAch so.'];
test.each([
  ['sentences and what they mean', `${[...PAIRS, ...PAIRS].join('\n')}\n`, 'deu.txt', 2],
  [
    'with whose they are',
    `${[...PAIRS, ...PAIRS].map((pair, at) => `${pair}\tCC-BY 2.0 (France) Attribution: example.org #${at} (Ada) & #${at} (Bo)`).join('\n')}\n`,
    'deu.txt',
    3,
  ],
  [
    'labels and what they are of',
    'ham\tOk lar... joking with you, so late it is\nspam\tFree entry in a weekly draw of mine to win\n'.repeat(5),
    'SMS',
    2,
  ],
  [
    'flash cards',
    `#separator:tab\n#html:true\n#tags column:3\nfox\tan animal that is red\ncrow\ta bird that is black\n`,
    'notes.txt',
    2,
  ],
])('two columns without names: %s', async (_, holds, name, columns) => {
  const { found } = await read({ holds }, { name });
  expect((found as Table).columns).toHaveLength(columns);
  expect((found as Table).column).toBeLessThan(2);
});

test.each([
  ['a name and what is said', 'Ada\tAre you there, then, my dear?\nBo\tYes, I have been here for long.\n'.repeat(5)],
  [
    'words and what they mean',
    TALES.concat(TALES)
      .map((_, at) => `word${at}\ta bird that is black, ${at} times\n`)
      .join(''),
  ],
  ['a song whose title has a comma', `Oh, River\n${'Away, you rolling river\nOh, my heart, my home\n'.repeat(6)}`],
  [
    'prose with commas',
    `He came, he saw\n${'He came, he saw, and he left.\nIn the end, they ate, and slept.\n'.repeat(5)}`,
  ],
  ['a play whose names end in full stops', 'ADA.\tAre you there?\nBO.\tYes, I am.\nADA.\tCome in!\n'.repeat(8)],
  [
    'a list of books with a title',
    `Title, Author\n${'Emma, Jane Austen\nUlysses, James Joyce, Dublin\nShe, Rider Haggard\n'.repeat(8)}`,
  ],
  ['numbered verses', '1, The moon is up, the wind is on\n2, The fox is home\n'.repeat(5)],
  ['apostrophes before words', "'Tis late, 'tis cold, and 'twas so\n'Twas late, 'tis old, and so\n".repeat(5)],
])('%s is no table', async (_, holds) => {
  expect(await read({ holds }, { name: 'a.txt' })).toMatchObject({ kind: 'text', text: holds });
});

test('names of columns in other languages are known', async () => {
  const holds =
    '№;Заголовок;Текст;Дата\n1;Глава;Лиса пришла домой поздно вечером.;01.03.2024\n2;Часть;Ворона говорила с ней.;02.03.2024\n';
  expect((await read({ holds }, { name: 'a.csv' })).text).toBe(
    'Лиса пришла домой поздно вечером.\nВорона говорила с ней.\n',
  );
});

test.each([
  ['a number is not known', 'Ada,unknown,She came down the road\nBo,2001,He left the house at night\nCy,2003,They sang\n', 'She came down the road\nHe left the house at night\nThey sang\n'], // prettier-ignore
  ['a chapter has a name', 'Prologue,Once there was a river.\n1,It rose in the night.\n2,Nobody came.\n', 'Once there was a river.\nIt rose in the night.\nNobody came.\n'], // prettier-ignore
])('the first row stays where in it %s instead of a number', async (_, holds, text) => {
  expect(await read({ holds }, { name: 'a.csv' })).toMatchObject({ kind: 'table', text });
});

test('whole questions above a column of numbers are its names', async () => {
  const holds = 'What do you think of it?,age\nIt is a fine river.,12\nIt is cold.,14\nGood it is.,12\n';
  expect((await read({ holds }, { name: 'a.csv' })).text).toBe('It is a fine river.\nIt is cold.\nGood it is.\n');
});
