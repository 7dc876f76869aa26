// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { en } from '../../../renderer/messages/en/index.ts';
import { translate } from '../../../renderer/messages/translate.ts';
import { zh } from '../../../renderer/messages/zh/index.ts';

const files = Object.keys(en) as (keyof typeof en)[];
const names = (text: string) => new Set([...text.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name));

describe('translate', () => {
  test('fills values, groups numbers and follows the number', () => {
    expect(translate('en', 'common.symbols', { count: 293_599 })).toBe('293,599 symbols');
    expect(translate('en', 'common.symbols', { count: 1 })).toBe('1 symbol');
    expect(translate('zh', 'common.symbols', { count: 293_599 })).toBe('293,599 个符号');
  });

  test('leaves a value that looks like a placeholder alone', () => {
    expect(translate('en', 'common.corpusDeleted', { name: '{count}' })).toBe('“{count}” deleted.');
  });
});

describe.each(files)('messages of %s', (file) => {
  const [english, chinese] = [en[file] as Record<string, string>, zh[file] as Record<string, string>];

  test('exist in both languages with the same values', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      for (const name of names(chinese[key])) expect(names(text), `${file}.${key}`).toContain(name);
    }
  });

  test('keep the voice of the house', () => {
    for (const text of [...Object.values(english), ...Object.values(chinese)]) {
      expect(text).not.toMatch(/[!！]|\bOops\b|\bsorry\b|请/i);
    }
    for (const text of Object.values(chinese)) expect(text).not.toMatch(/[\u4e00-\u9fff] %|[\u4e00-\u9fff],/);
  });
});
