import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import { parseBoundedJson } from '../contract/bounded-json.ts';
import { JSON_BOUNDS } from '../contract/limits.ts';
import type { StorySymbol } from '../contract/story.ts';

/** Digits that a probability keeps: more than a page shows of it, where 0.1 % is the least that it tells apart. */
const DIGITS = { told: 4, runnerUp: 3 };
/** Longest JSON that is unpacked; the longest story, 200,000 symbols, takes about 15 MB. */
const LONGEST = 100_000_000;

const counts = z.array(z.int().min(0));
const chances = z.array(z.number());

/** The symbols column by column, each different text once: alike stands beside alike, which packs to a third. */
const tableSchema = z.strictObject({
  texts: z.array(z.string()),
  ids: z.array(z.int()),
  /** places in `texts` */
  told: counts,
  chances,
  /** how many runners-up each symbol has; theirs follow one another */
  others: counts,
  otherTexts: counts,
  otherChances: chances,
});

const columnsSchema = tableSchema.refine(({ texts, told, ids, chances, others, otherTexts, otherChances }) => {
  const even = [ids, chances, others].every(({ length }) => length === told.length);
  const known = [told, otherTexts].every((places) => places.every((place) => place < texts.length));
  const all = others.reduce((sum, count) => sum + count, 0);
  return even && known && all === otherTexts.length && all === otherChances.length;
});

const rounded = (digits: number) => (value: number) => Number(value.toPrecision(digits));

/** Symbols as the text that a story's file holds: JSON in columns, deflated, in base64. */
export async function packSymbols(symbols: readonly StorySymbol[]): Promise<string> {
  const runnersUp = symbols.flatMap((symbol) => symbol.runnersUp);
  const texts = [...new Set([...symbols, ...runnersUp].map(({ text }) => text))];
  const places = new Map(texts.map((text, place) => [text, place]));
  const place = ({ text }: { text: string }) => places.get(text) ?? 0;
  const columns: z.infer<typeof columnsSchema> = {
    texts,
    ids: symbols.map(({ id }) => id),
    told: symbols.map(place),
    chances: symbols.map(({ probability }) => probability).map(rounded(DIGITS.told)),
    others: symbols.map((symbol) => symbol.runnersUp.length),
    otherTexts: runnersUp.map(place),
    otherChances: runnersUp.map(({ probability }) => probability).map(rounded(DIGITS.runnerUp)),
  };
  return (await promisify(deflateRaw)(JSON.stringify(columns))).toString('base64');
}

/** @throws Error where it is not what `packSymbols` makes */
export async function unpackSymbols(packed: string): Promise<StorySymbol[]> {
  const json = await promisify(inflateRaw)(Buffer.from(packed, 'base64'), { maxOutputLength: LONGEST });
  const columns = columnsSchema.parse(parseBoundedJson(json.toString(), JSON_BOUNDS.stories));
  let next = 0;
  const runnerUp = (at: number) => ({
    text: columns.texts[columns.otherTexts[at]],
    probability: columns.otherChances[at],
  });
  return columns.told.map((place, at) => ({
    id: columns.ids[at],
    text: columns.texts[place],
    probability: columns.chances[at],
    runnersUp: Array.from({ length: columns.others[at] }, () => runnerUp(next++)),
  }));
}
