import { describe, expect, test } from 'vitest';
import { loadPage } from '../../electron/messages/page.ts';
import { pseudoTables, pseudoText } from '../../electron/messages/pseudo.ts';
import { Translator } from '../../electron/messages/translator.ts';
import { everyText, placeholders } from './every-text.ts';

describe('a text of the made-up language', () => {
  test('is accented and stands in brackets', () => {
    expect(pseudoText('Train a model')).toMatch(/^⟦Ţřàìñ à ɱòđèļ[·~]+⟧$/);
  });

  test('is longer by what a wordy language takes', () => {
    for (const text of ['Go', 'Train', 'Nothing is held out of so short a text: every word counts.'])
      expect(pseudoText(text)).toHaveLength(2 + text.length + Math.ceil(0.4 * text.length));
  });

  test('keeps placeholders by their names, commands and flags as they are typed', () => {
    const made = pseudoText('Run `npm run setup` for {count} {count:thing|things}, or --top-k {k}.');
    for (const kept of ['`npm run setup`', '{count} {count:', '--top-k {k}']) expect(made).toContain(kept);
    expect(made).not.toMatch(/thing|Run|for/);
  });

  test('of nothing is nothing', () => {
    expect(pseudoText('')).toBe('');
  });

  test('is filled like any other', () => {
    const texts = { a: { b: '{count} {count:thing|things}, {name}' } } as const;
    const translator = new Translator<{ texts: typeof texts; errors: Record<string, never> }>(
      'en-XA',
      pseudoTables({ texts, errors: {} }),
    );
    expect(translator.text('a.b', { count: 1, name: 'fox' })).toMatch(/^⟦1 ţħìñğ, fox[·~]+⟧$/);
    expect(translator.text('a.b', { count: 1200, name: 'fox' })).toMatch(/^⟦1,200 ţħìñğš, fox[·~]+⟧$/);
  });
});

test('every English text has one, with the same placeholders', async () => {
  const all = await everyText('en');
  expect(all.size).toBeGreaterThan(700);
  for (const [name, text] of all) {
    const made = pseudoText(text);
    expect(made, name).toMatch(/^⟦.*⟧$/s);
    expect(placeholders(made), name).toEqual(placeholders(text));
    expect(made.match(/`[^`]*`/g), name).toEqual(text.match(/`[^`]*`/g));
  }
});

test('a page speaks it', async () => {
  const page = await loadPage('en-XA');
  expect(page.text('common.save')).toMatch(/^⟦Šàṽè/);
  expect(page.error({ code: 'text-empty', values: { name: 'a.txt' }, detail: '' }).message).toMatch(/^⟦.*a\.txt.*⟧$/);
});
