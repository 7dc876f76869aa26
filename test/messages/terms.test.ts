import { describe, expect, test } from 'vitest';
import type { Terms } from '../../electron/messages/types.ts';
import { everyText, translated } from './every-text.ts';

const english = await everyText('en');

/** A text as it is read: no placeholders, no commands, flags or names of files. */
const prose = (text: string) =>
  text
    .replaceAll(/\{\w+:([^{}]*)\}/g, (_, forms: string) => forms.replaceAll('|', ' '))
    .replaceAll(/\{\w+\}|`[^`]*`|--?[\w-]+|\w+-[\w-]+|\w+\.\w+/g, ' ');

/** Finds a term with its endings, as a whole word; one with a capital letter only so. */
const finder = (term: string) =>
  new RegExp(`\\b${term.replace(/e$/, '')}(s|e|es|d|ed|ing|ped|ping)?\\b`, /^[A-Z]/.test(term) ? '' : 'i');

/** English labels that mean other things in other places: what is chosen and how, what is counted and how many. */
const HOMONYMS = [
  ...['Article', 'Characters', 'Learning', 'Measure', 'Show', 'Subwords', 'Train on', 'training'],
  ...[', ', 'a text', 'step', 'steps', 'text'],
];
const isLabel = (text: string) => !/[{}.]/.test(text);

test('symbols are not counted as words: marks and line ends are among them', () => {
  const counting = [...english].filter(([, text]) => /\{\w+:word\|words\}/.test(text)).map(([name]) => name);
  expect([...new Set(counting.map((name) => name.split('.').at(-1)))]).toEqual(['divided']);
});

describe.each(translated)('the words of %s', async (language) => {
  const { terms } = (await import(`../../electron/messages/${language}/terms.ts`)) as { terms: Terms };
  const texts = await everyText(language);
  const all = [...texts].map(([name, text]) => ({ name, text, source: english.get(name) ?? '' }));

  test.each(Object.entries(terms))('%s has one word', (term, { word, or = [], sometimes = false, never = [] }) => {
    const found = finder(term);
    const named = all.filter(({ source }) => found.test(prose(source)));
    expect(named.length, 'texts that name it').toBeGreaterThan(0);
    const without = named.filter(({ text }) => ![word, ...or].some((each) => text.includes(each)));
    if (sometimes) expect(without.length).toBeLessThan(named.length);
    else expect(without).toEqual([]);
    expect(all.filter(({ text }) => never.some((other) => text.includes(other)))).toEqual([]);
  });

  const easilyTaken = Object.entries(terms).flatMap(([term, { notAs = [] }]) => notAs.map((other) => [term, other]));
  test.runIf(easilyTaken.length > 0).each(easilyTaken)('%s is not said as %s', (term, other) => {
    const mistaken = all.filter(
      ({ source, text }) =>
        finder(term).test(prose(source)) && !finder(other).test(prose(source)) && text.includes(terms[other].word),
    );
    expect(mistaken).toEqual([]);
  });

  test('a label of one sense has one translation', () => {
    const translations = new Map<string, Set<string>>();
    for (const { text, source } of all)
      if (isLabel(source) && !HOMONYMS.includes(source))
        translations.set(source, (translations.get(source) ?? new Set()).add(text));
    expect([...translations].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
