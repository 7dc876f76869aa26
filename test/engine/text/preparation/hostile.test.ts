import { expect, test } from 'vitest';
import { Selection } from '../../../../electron/engine/text/preparation/selection.ts';
import { ownSeconds } from '../../../tools/own-time.ts';
import { after, prepared } from './prepared.ts';

const illustrations = (text: string) => prepared(text, [{ step: 'illustrations', plan: {} }]).text;

test('pictures without number in one line go, and the line stays', () => {
  expect(illustrations(`${'[Illustration] x '.repeat(15_000)}\n`)).toBe(`${'x '.repeat(15_000)}\n`);
  expect(illustrations(`a ${'[Music] '.repeat(15_000)}\n`)).toBe('a\n');
});

test('what closes one picture and opens the next is put together once', async () => {
  let text = '';
  const took = await ownSeconds(() => (text = illustrations(`[Music: a${'\nb] c d [Music: a'.repeat(60_000)}\nb]\n`)));
  expect(took).toBeLessThan(3);
  // what is put together is a line, up to a bound for what is held
  expect(text.startsWith('c d c d c d')).toBe(true);
  const [first] = text.split('\n', 1);
  expect(first.length).toBeGreaterThan(30_000);
  expect(first.length).toBeLessThan(40_000);
  expect(text.split('c d')).toHaveLength(60_001);
});

test('a bracket that nobody closes is text, with what stands before it', () => {
  const open = '[Illustration: never\nclosed';
  expect(illustrations(`${open}\n`)).toBe(`${open}\n`);
  expect(illustrations(`a [Illustration] b ${open}\n\nand more\n`)).toBe(`a b ${open}\n\nand more\n`);
  expect(illustrations('One.\n\n[Illustration: a\nb]\n\nTwo [Music:\nc] three.\n')).toBe('One.\n\nTwo three.\n');
});

test('marks of pages without number in one line go, and the line is written once', async () => {
  const pages = Array.from({ length: 40_000 }, (_, at) => `a{${1 + (at % 900)}}`).join('');
  const step = [{ step: 'pagemarks', plan: {} }] as const;
  let text = '';
  expect(await ownSeconds(() => ({ text } = prepared(`${pages}\n`, step)))).toBeLessThan(2);
  expect(text).toBe(`${'a'.repeat(40_000)}\n`);
});

test('a page of troff whose strings double prints no more than pages do', async () => {
  const doubles = '.ds x \\*x\\*x\n'.repeat(60);
  const page = `.TH A 1\n.SH NAME\n.PP\nThe mice met.\n.ds x mouse\n${doubles}${'\\*x\n'.repeat(4_000)}.SH END\nAll.\n`;
  const text = await after('troff', page);
  expect(text).toContain('The mice met.');
  expect(text.length).toBeLessThan(100_000 + 2 * page.length);
});

test('a string of troff is printed as it is, however long', async () => {
  const long = 'The mice met at dawn. '.repeat(100).trim();
  const page = `.TH A 1\n.SH NAME\n.PP\nThe mice met.\n.ds Lo ${long}\n.PP\n\\*(Lo\n.SH END\nAll.\n`;
  expect(await after('troff', page)).toContain(long);
});

test('of lines of a letter or two, as many are looked at as would take as long as others', () => {
  const whole = (text: string) => {
    const selection = new Selection('text');
    const blocks = [...selection.push(text), ...selection.end()];
    return blocks.filter(({ reason }) => reason === 'whole').reduce((sum, { text: block }) => sum + block.length, 0);
  };
  const size = 6 * 2 ** 20;
  const ofProse = whole('The mice met in the barn and spoke of the cat until dawn.\n'.repeat(size / 58));
  expect(whole(')}\n'.repeat(size / 3))).toBeLessThan(ofProse / 6);
});
