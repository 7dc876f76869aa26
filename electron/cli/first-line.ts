import { createInterface } from 'node:readline/promises';
import { AesopError } from '../contract/errors.ts';
import { distinctWords, normalPrompt, readWords, type ReadWord } from '../contract/read-words.ts';
import type { Sampling } from '../contract/story.ts';
import { readingsText } from '../messages/readings-text.ts';
import type { Host } from './host.ts';

type How = Pick<Sampling, 'unknown' | 'standIns'>;

/** What a person answers to a question. */
export type Answer = (question: string) => Promise<string>;

/** The words of a first line that a model does not know. */
async function unknownWords(host: Host, model: string, prompt: string, how: How): Promise<ReadWord[]> {
  const text = normalPrompt(prompt);
  const { symbols } = await host.job('prompt', { model, text }, 'reading');
  return distinctWords(readWords(text, symbols, how));
}

/** Those of the stand-ins whose words stand in the line and are new to this model. */
export async function standInsAmong(
  host: Host,
  model: string,
  prompt: string,
  how: How,
): Promise<Sampling['standIns']> {
  const given = Object.entries(how.standIns);
  if (given.length === 0) return {};
  const unknown = (await unknownWords(host, model, prompt, how)).map(({ word }) => word);
  return Object.fromEntries(given.filter(([word]) => unknown.includes(word)));
}

/** Says in one line, for people, what was read as what. */
export async function sayReadings(host: Host, model: string, prompt: string, how: How): Promise<void> {
  if (host.options.json || host.options.quiet || how.unknown === 'refuse') return;
  const said = readingsText(await unknownWords(host, model, prompt, how), host.translator);
  if (said) host.terminal.note(said);
}

/**
 * Asks for each word that the model does not know what is to be read in its place: nothing typed leaves it as it is, a
 * number is one of the near words, anything else a word that the model must know.
 * @returns stand-ins, those that were given with the call among them
 */
export async function askStandIns(
  host: Host,
  model: string,
  prompt: string,
  how: How,
  answer: Answer = askAtTerminal(host),
): Promise<Sampling['standIns']> {
  const { translator } = host;
  const standIns = { ...how.standIns };
  for (const { word, nearest } of await unknownWords(host, model, prompt, how)) {
    if (Object.hasOwn(standIns, word)) continue;
    const offered = nearest.map((near, at) => `${at + 1} ${near}`).join(', ');
    let question = translator.text(offered ? 'asking.near' : 'asking.none', { word, offered });
    for (;;) {
      const said = (await answer(`${question} `)).trim();
      if (said === '') break;
      const chosen = nearest[Number(said) - 1] ?? said;
      if ((await unknownWords(host, model, chosen, { unknown: 'refuse', standIns: {} })).length === 0) {
        standIns[word] = chosen;
        break;
      }
      question = translator.text('asking.again', { word: chosen });
    }
  }
  return standIns;
}

function askAtTerminal(host: Host): Answer {
  return async (question) => {
    if (!process.stdin.isTTY) throw new AesopError('nobody-to-ask', {});
    const abort = new AbortController();
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await host.interruptible(lines.question(question, { signal: abort.signal }), () => abort.abort());
    } finally {
      lines.close();
    }
  };
}
