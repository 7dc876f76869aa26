import { describe, expect, test } from 'vitest';
import type { Language } from '../../electron/contract/languages.ts';
import { gigabytes, percent, rounded } from '../../electron/contract/message.ts';
import { fill, numberText, type Filling } from '../../electron/messages/fill.ts';
import { pluralCategories, pluralForm } from '../../electron/messages/plurals.ts';
import type { Message, MessageValues } from '../../electron/messages/types.ts';

const filling = (language: Language): Filling => ({
  language,
  say: ({ message, values }: Message) => `[${message} ${Object.keys(values).join()}]`,
  quote: (text) => text,
});
const english = (text: string, values: MessageValues) => fill(text, values, filling('en'));
const chinese = (text: string, values: MessageValues) => fill(text, values, filling('zh'));

describe('the form that goes with a number', () => {
  const SYMBOLS = '{count} {count:symbol|symbols}';

  test.each([
    [0, '0 symbols'],
    [1, '1 symbol'],
    [2, '2 symbols'],
    [1.5, '1.5 symbols'],
    [1001, '1,001 symbols'],
  ])('in English, %d', (count, said) => {
    expect(english(SYMBOLS, { count })).toBe(said);
  });

  test('in Chinese one form is all there is', () => {
    expect(pluralCategories('zh-CN')).toEqual(['other']);
    for (const count of [0, 1, 2, 11]) expect(chinese('{count:个}', { count })).toBe('个');
  });

  test.each([
    ['ru', ['one', 'few', 'many', 'other'], { 1: 'one', 21: 'one', 3: 'few', 5: 'many', 11: 'many', 1.5: 'other' }],
    ['pl', ['one', 'few', 'many', 'other'], { 1: 'one', 21: 'many', 22: 'few', 5: 'many', 12: 'many', 1.5: 'other' }],
    [
      'ar',
      ['zero', 'one', 'two', 'few', 'many', 'other'],
      { 0: 'zero', 1: 'one', 2: 'two', 6: 'few', 11: 'many', 100: 'other' },
    ],
  ])('in a language of more forms: %s', (locale, categories, examples) => {
    expect(pluralCategories(locale)).toEqual(categories);
    for (const [count, category] of Object.entries(examples))
      expect(pluralForm(categories, Number(count), locale), count).toBe(category);
  });

  test('is the last where a text gives fewer than its language has', () => {
    expect(pluralForm(['one'], 5, 'ru')).toBe('one');
    expect(pluralForm(['one', 'few'], 5, 'ru')).toBe('few');
  });

  test('is the last for what is no number', () => {
    expect(english('{share} {share:is|are} right', { share: percent(0.01) })).toBe('1 % are right');
    expect(english('{name:is|are}', { name: '1' })).toBe('are');
  });
});

describe('numbers', () => {
  test.each([
    [1115394, '1,115,394', '1,115,394'],
    [0.30000000000000004, '0.3', '0.3'],
    [-3, '-3', '-3'],
    [Infinity, '∞', '∞'],
    [percent(0.9812), '98.1 %', '98.1%'],
    [percent(0.5), '50 %', '50%'],
    [percent(0.29), '29 %', '29%'],
    [percent(0.9999), '99.9 %', '99.9%'],
    [percent(1), '100 %', '100%'],
    [percent(0), '0 %', '0%'],
    [rounded(4.71828), '4.72', '4.72'],
    [rounded(0.0123456), '0.0123', '0.0123'],
    [rounded(1119.96), '1,120', '1,120'],
    [gigabytes(15_600_000_000), '15.6', '15.6'],
    [gigabytes(0), '0.0', '0.0'],
  ])('%j', (value, en, zh) => {
    expect(numberText(value, 'en')).toBe(en);
    expect(numberText(value, 'zh')).toBe(zh);
    expect(english('{value}', { value })).toBe(en);
  });
});

describe('what stands in for a placeholder', () => {
  test('may be a message, which is said', () => {
    const engine = { message: 'engine.tensorflowGpu', values: { version: '2.21' } };
    expect(english('on {engine}', { engine })).toBe('on [engine.tensorflowGpu version]');
  });

  test('may be missing: its name stays, and shows what is amiss', () => {
    expect(english('{a} and {b:one|many}', { a: 1 })).toBe('1 and {b:one|many}');
    expect(english('{toString} {constructor}', {})).toBe('{toString} {constructor}');
  });

  test.each(['{b}', '{b:x|y}', "$& $1 $$ $` $'", '\\{a}', '⟦⟧', '<b>bold</b>', '**bold**', ''])(
    'may hold what a text means something by: %s',
    (hostile) => {
      expect(english('“{a}” {b}', { a: hostile, b: 'B' })).toBe(`“${hostile}” B`);
    },
  );

  test('stands as often as its text names it', () => {
    expect(english('{a}{a}, {a}', { a: 'x' })).toBe('xx, x');
  });
});

test('braces that name nothing stay', () => {
  for (const text of ['{}', '{ a }', '{a', 'a}', '{a-b}']) expect(english(text, { a: 'x', b: 'y' })).toBe(text);
});

test('a name in Latin letters stands apart from the Chinese behind it, and from nothing else', () => {
  const said = (name: string) => chinese('{name}为 2，应为整数。“{name}”已删除，{name}，完。', { name });
  expect(said('Top-k')).toBe('Top-k 为 2，应为整数。“Top-k”已删除，Top-k，完。');
  expect(said('步数')).toBe('步数为 2，应为整数。“步数”已删除，步数，完。');
  expect(english('{name}’s {name}', { name: 'Top-k' })).toBe('Top-k’s Top-k');
});
