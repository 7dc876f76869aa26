import { expect, test } from 'vitest';
import { askStandIns } from '../../electron/cli/first-line.ts';
import type { Host } from '../../electron/cli/host.ts';
import type { PromptSymbol } from '../../electron/contract/story.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';

const KNOWN = ['said', 'general', 'genial'];
/** A model that knows three words. */
const symbolsOf = (text: string): PromptSymbol[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index: offset }) => {
    const known = KNOWN.includes(word);
    const nearest = word === 'genral' ? ['general', 'genial'] : [];
    return { text: word, offset, known, nearest, ...(known ? {} : { reading: { how: 'unknown' as const } }) };
  });

/** Asks about a first line, and answers in turn. @returns the stand-ins, and what was asked */
async function asked(prompt: string, answers: string[], standIns: Record<string, string> = {}) {
  const translator = await loadTerminal('en');
  const job = (_kind: string, { text }: { text: string }) => Promise.resolve({ symbols: symbolsOf(text) });
  const host = { translator, job } as unknown as Host;
  const questions: string[] = [];
  const answer = (question: string) => {
    questions.push(question);
    return Promise.resolve(answers.shift() ?? '');
  };
  return { standIns: await askStandIns(host, 'model', prompt, { unknown: 'keep', standIns }, answer), questions };
}

test('each unknown word is asked about once: nothing leaves it, a number is one that is near, a word stands in', async () => {
  const { standIns, questions } = await asked('Elowen said genral Elowen Ada', ['', '2', 'general']);
  expect(standIns).toEqual({ genral: 'genial', Ada: 'general' });
  expect(questions).toHaveLength(3);
  expect(questions[0]).toMatch(/^“Elowen” is new/);
  expect(questions[1]).toMatch(/1 general, 2 genial/);
});

test('a word that the model does not know either is asked about again; what was said with the call is not', async () => {
  const { standIns, questions } = await asked('Elowen genral', ['Tristan', 'said'], { genral: 'general' });
  expect(standIns).toEqual({ genral: 'general', Elowen: 'said' });
  expect(questions[1]).toMatch(/does not know “Tristan” either/);
});
