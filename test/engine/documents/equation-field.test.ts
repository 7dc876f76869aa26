import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writtenOver } from '../../../electron/engine/text/documents/equation-field.ts';
import { read } from './read.ts';

test.each([
  [' EQ \\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(みず),水) ', '水'],
  ['eq \\o(\\s\\up 11(かわ);川)\\o(\\s\\up 11(かみ);上)', '川上'],
  ['EQ \\o\\ac(○,印)', '印'],
  ['EQ \\f(1,2)', ''],
  ['HYPERLINK "a(\\o(b,c)"', ''],
  ['EQ ' + '\\o('.repeat(3_000), ''],
])('of a field %s the words are “%s”', (instruction, words) => {
  expect(writtenOver(instruction)).toBe(words);
});

const field = (instruction: string, result = '') => `{\\field{\\*\\fldinst ${instruction}}{\\fldrslt ${result}}}`;
const EQUATION = 'EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(\\u12415?\\u12378?),\\u27700?)';

test('words with a reading over them are kept in RTF, once', async () => {
  const text = `{\\rtf1\\ansi\\uc1 a ${field(EQUATION)} b ${field(EQUATION, '\\u27700?')} c ${field('PAGE')} d\\par}`;
  expect((await read({ holds: text })).text).toBe('a 水 b 水 c  d\n');
});

test('they are kept in a Word document, whose field has no result', async () => {
  const piece = (name: string, text: string) => `<w:r><w:${name}>${text}</w:${name}></w:r>`;
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = ['EQ \\o\\ad(\\s\\up 9(', 'みず', '),', '水', ')']
    .map((text) => piece('instrText', text))
    .join('');
  const told = (result = '') =>
    mark('begin') + instruction + (result && mark('separate') + piece('t', result)) + mark('end');
  const body = `<w:p>${piece('t', '川の')}${told()}${piece('t', 'と')}${told('水')}</w:p>`;
  const members = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  };
  const entries = Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)]);
  expect((await read({ holds: zipSync(Object.fromEntries(entries)) })).text).toBe('川の水と水\n');
});
