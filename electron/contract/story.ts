import * as z from 'zod';
import { MOST_LEARNT } from './base.ts';
import { dateSchema, idSchema, nameSchema } from './common.ts';
import { fewTexts, listOf, LONGEST, MOST_STORY_SYMBOLS } from './limits.ts';

/**
 * What becomes of a word of the prompt that the model does not know. It stays in the story as it was written (`keep`,
 * `nearest`) or nothing is told (`refuse`). The network reads it as `readingSchema` says, with `nearest` as the nearest
 * word that it knows, where one is near.
 */
export const unknownWays = ['keep', 'nearest', 'refuse'] as const;

/** Words of a prompt that another may stand in for. */
const MOST_STAND_INS = 100;

/** The least and the greatest that each figure of a sampling may be. */
export const SAMPLING_RANGES = {
  temperature: { minimum: 0, maximum: 5 },
  topK: { minimum: 0, maximum: 1_000_000 },
  topP: { minimum: 0.01, maximum: 1 },
  minP: { minimum: 0, maximum: 1 },
  repetitionPenalty: { minimum: 1, maximum: 5 },
  length: { minimum: 1, maximum: 100_000 },
} as const;
type Figure = keyof typeof SAMPLING_RANGES;

const within = <Z extends z.ZodNumber>(schema: Z, figure: Figure): Z =>
  schema.min(SAMPLING_RANGES[figure].minimum).max(SAMPLING_RANGES[figure].maximum);

/** How the next symbol is chosen. */
export const samplingSchema = z.strictObject({
  /** always the likeliest, as in the article; the rest is then ignored */
  greedy: z.boolean().default(false),
  /** 0: greedy */
  temperature: within(z.number(), 'temperature').default(0.8),
  /** 0: all */
  topK: within(z.int(), 'topK').default(0),
  /** 1: all */
  topP: within(z.number(), 'topP').default(0.95),
  /** the share of the likeliest symbol's probability that another needs (Nguyen et al. 2024, arXiv:2407.01082); 0: none */
  minP: within(z.number(), 'minP').default(0.02),
  /** 1: none */
  repetitionPenalty: within(z.number(), 'repetitionPenalty').default(1),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  /** symbols to tell */
  length: within(z.int(), 'length').default(100),
  /** go on past `length` up to twice as far, to the end of the sentence */
  finishSentence: z.boolean().default(false),
  /** what becomes of a word of the prompt that the model does not know */
  unknown: z.enum(unknownWays).default('keep'),
  /** words of the prompt that the model does not know, each with the known word that the network reads in its place */
  standIns: fewTexts(z.string().min(1).max(LONGEST.word), MOST_STAND_INS).default({}),
  /** where the story tells a stand-in, the word that it stands in for is written */
  carryOver: z.boolean().default(true),
});
export type Sampling = z.infer<typeof samplingSchema>;

/** Whether the likeliest symbol is always told, asked for in either way: nothing else of the sampling matters to the choice then. */
export const isGreedy = ({ greedy, temperature }: Pick<Sampling, 'greedy' | 'temperature'>): boolean =>
  greedy || temperature === 0;

export const runnerUpSchema = z.strictObject({ text: z.string().max(LONGEST.text), probability: z.number() });
export type RunnerUp = z.infer<typeof runnerUpSchema>;

/** One told symbol. */
export const storySymbolSchema = z.strictObject({
  id: z.int(),
  text: z.string().max(LONGEST.text),
  /** of this symbol by the model itself, before temperature and cuts */
  probability: z.number(),
  /** the likeliest others, by falling probability */
  runnersUp: z.array(runnerUpSchema).max(100),
});
export type StorySymbol = z.infer<typeof storySymbolSchema>;

/**
 * A stretch of the story that stands in a corpus word for word. `start` counts symbols of prompt and story together,
 * `position` those of the corpus; `offset` and `characters` are its place in the text of that, UTF-16 units.
 */
export const copiedSpanSchema = z.strictObject({
  start: z.int().min(0),
  length: z.int().min(1),
  corpus: idSchema,
  position: z.int().min(0),
  offset: z.int().min(0),
  characters: z.int().min(0),
});
export type CopiedSpan = z.infer<typeof copiedSpanSchema>;

const namesSchema = z.array(z.string().max(LONGEST.name)).max(MOST_LEARNT);

/** What of a story stands in the texts that its model learnt from. */
export const copiedSchema = z.strictObject({
  /** the texts that were searched, the one that was learnt last before the others */
  texts: z.array(idSchema).min(1).max(MOST_LEARNT),
  spans: listOf(copiedSpanSchema, MOST_STORY_SYMBOLS),
  /** of all symbols, 0 to 1 */
  share: z.number().min(0).max(1),
  /** names of texts that were not: gone from the workspace or not to be read, or too long to be searched beside the others */
  gone: namesSchema,
  long: namesSchema,
  /** whether it learnt from others, too, of which nothing is known */
  more: z.boolean(),
});
export type CopiedFromTexts = z.infer<typeof copiedSchema>;

/**
 * What the network reads where the model does not know a symbol: a known word, its `<unk>` or, where it has none and of
 * marks, nothing at all.
 */
export const readingSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('word'), as: z.string().max(LONGEST.text) }),
  z.strictObject({ how: z.literal('unknown') }),
  z.strictObject({ how: z.literal('nothing') }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** One symbol of a prompt, as the model sees it. */
export const promptSymbolSchema = z.strictObject({
  text: z.string().max(LONGEST.text),
  /** where it stands in the prompt, characters */
  offset: z.int(),
  known: z.boolean(),
  /** of one that is not known */
  nearest: z.array(z.string().max(LONGEST.text)).max(100),
  /** of one that is not known: how it is read unless a person says otherwise */
  reading: readingSchema.optional(),
});
export type PromptSymbol = z.infer<typeof promptSymbolSchema>;

/** What a storytelling leaves. */
export const toldStorySchema = z.strictObject({
  model: idSchema,
  prompt: z.string().max(LONGEST.storyPrompt),
  sampling: samplingSchema,
  symbols: listOf(storySymbolSchema, MOST_STORY_SYMBOLS),
  /** prompt and symbols joined */
  text: z.string().max(LONGEST.text),
  symbolsPerSecond: z.number(),
});
export type ToldStory = z.infer<typeof toldStorySchema>;

/** What lies on the desk: who is to tell, from which first line and how. It is there again after a reload and a restart. */
export const draftSchema = z.strictObject({
  prompt: z.string().max(LONGEST.storyPrompt).optional(),
  /** the first line was written and is not told yet */
  written: z.boolean(),
  model: idSchema.optional(),
  sampling: samplingSchema,
  /** the story that lay open while it was written */
  story: idSchema.optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Longest beginnings of a story, UTF-16 code units before the ellipsis: in its summary, and as the title it gets by itself. */
const LONGEST_EXCERPT = 160;
const LONGEST_TITLE = 60;
/** As much of a first line stands in a title beside what was told on from it. */
const LONGEST_OPENING = 28;

/** A told story in a list. */
export const storySummarySchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  model: idSchema,
  toldAt: dateSchema,
  /** its star: a story without one goes when many newer ones were told */
  keptAt: dateSchema.optional(),
  /** symbols that were told */
  length: z.int(),
  /** its first words, prompt included */
  excerpt: z.string().max(LONGEST_EXCERPT + 1),
});
export type StorySummary = z.infer<typeof storySummarySchema>;

/** A told story of the history, whole. */
export const storySchema = toldStorySchema.extend({
  id: idSchema,
  title: nameSchema,
  toldAt: dateSchema,
  keptAt: dateSchema.optional(),
});
export type Story = z.infer<typeof storySchema>;

/** Letters of the alphabet that a character of Chinese, Japanese or Korean says as much as. */
const CJK_LETTERS = 3;
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Hangul}]/u;

/** As much of a line as `most` letters say, in UTF-16 code units. */
function roomIn(line: string, most: number): number {
  let [end, said] = [0, 0];
  for (const character of line) {
    said += CJK.test(character) ? CJK_LETTERS : character.length;
    if (said > most) break;
    end += character.length;
  }
  return end;
}

/** The beginning of a text in one line, cut at a word where one ends near. */
function firstWords(text: string, letters: number): string {
  const line = text
    .trimStart()
    .slice(0, 4 * letters)
    .replace(/\s+/g, ' ')
    .trimEnd();
  const most = roomIn(line, letters);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const blank = cut.lastIndexOf(' ');
  const words = blank > most / 2 ? cut.slice(0, blank) : cut;
  return `${words.replace(/(?<![\s,;:，、；：])[\s,;:，、；：]+$/, '')}…`;
}

/** What a story is called until somebody says otherwise; empty where it has no words. */
export const titleOf = (text: string): string => firstWords(text, LONGEST_TITLE);

/** Whether one story goes on where the other ends. */
export function isBeginningOf(story: ToldStory, longer: ToldStory): boolean {
  const { model, prompt, symbols } = story;
  const alike = model === longer.model && prompt === longer.prompt && symbols.length < longer.symbols.length;
  return alike && symbols.every(({ text }, at) => text === longer.symbols[at].text);
}

/** A symbol with one of its runners-up in its place, itself among the others. */
export function chosenInstead({ text, probability, runnersUp }: StorySymbol, chosen: RunnerUp): StorySymbol {
  const others = [...runnersUp.filter((other) => other.text !== chosen.text), { text, probability }];
  return { id: -1, ...chosen, runnersUp: others.sort((a, b) => b.probability - a.probability) };
}

/** The title of a telling: of several from one first line, each says how it goes on. */
export function titleOfTelling({ prompt, text }: Pick<ToldStory, 'prompt' | 'text'>): string {
  const line = prompt.trimEnd();
  const opening = firstWords(line, LONGEST_OPENING);
  if (opening === line || !text.startsWith(line)) return titleOf(text);
  return `${opening} ${firstWords(text.slice(line.length), LONGEST_TITLE - opening.length)}`.trim();
}

export function summaryOf({ id, title, model, toldAt, keptAt, symbols, text }: Story): StorySummary {
  const star = keptAt === undefined ? {} : { keptAt };
  return { id, title, model, toldAt, ...star, length: symbols.length, excerpt: firstWords(text, LONGEST_EXCERPT) };
}
