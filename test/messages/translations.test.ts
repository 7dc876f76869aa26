import { describe, expect, test } from 'vitest';
import { languageFacts, languages, offeredLanguages, type Language } from '../../electron/contract/languages.ts';
import { pluralCategories } from '../../electron/messages/plurals.ts';
import { everyText, placeholders, translated } from './every-text.ts';

const english = await everyText('en');

test('every language that is offered has its folder, and no folder lies there unused', () => {
  expect([...translated, 'en'].sort()).toEqual([...offeredLanguages].sort());
});

describe.each(['en', ...translated])('the texts in %s', (language) => {
  const { locale } = languageFacts(languages.find((each) => each === language) as Language);

  test('have as many forms as the language has numbers, or one', async () => {
    const allowed = [1, pluralCategories(locale).length];
    for (const [name, text] of await everyText(language))
      for (const [whole, forms] of text.matchAll(/\{\w+:([^{}]*)\}/g))
        expect(allowed, `${name} ${whole}`).toContain(forms.split('|').length);
  });

  test('say something, and begin and end with it', async () => {
    for (const [name, text] of await everyText(language)) {
      expect(text, name).not.toBe('');
      // what stands between the things of a list
      if (!/\.comma$/.test(name)) expect(text, name).toBe(text.trim());
    }
  });

  test('have no brace but around a placeholder', async () => {
    for (const [name, text] of await everyText(language))
      expect(text.replaceAll(/\{\w+(:[^{}|]*(\|[^{}|]*)*)?\}/g, ''), name).not.toMatch(/[{}]/);
  });
});

describe.each(translated)('the translation into %s', (language) => {
  test('has every text of its source and no other, with the same placeholders', async () => {
    const texts = await everyText(language);
    expect(texts.size).toBeGreaterThan(700);
    for (const [name, text] of texts) {
      expect(english.has(name), name).toBe(true);
      expect(placeholders(text), name).toEqual(placeholders(english.get(name) ?? ''));
    }
  });
});
