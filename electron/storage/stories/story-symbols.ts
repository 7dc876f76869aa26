import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import * as z from 'zod';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import type { StorySymbol } from '../../contract/story.ts';

/**
 * A probability is kept as its surprise, -ln p, in whole parts of a nat: three to four digits of it, small ones as exact
 * as large ones. A page shows two.
 */
const PARTS = { told: 2000, runnerUp: 300 };
/** The surprise of what is as good as impossible, nats. */
const MOST_SURPRISE = 40;
/** A higher level saves a twentieth and takes three times as long. */
const LEVEL = 3;
/** Longest JSON that is unpacked; the longest story, 200,000 symbols, takes about 15 MB. */
const LONGEST = 100_000_000;
/** In place of the id of what was never told, only thought of. */
const NO_ID = -1;

const places = z.array(z.int().min(0));
const surprises = places;

/** The symbols column by column, each different one spelt out once: figures beside figures pack to half. */
const columnsSchema = z
  .strictObject({
    texts: z.array(z.string()),
    ids: z.array(z.int()),
    /** places in `texts` and `ids` */
    told: places,
    surprises,
    /** how many runners-up each told symbol has; those of all follow one another */
    others: places,
    otherTexts: places,
    otherSurprises: surprises,
  })
  .refine(({ texts, ids, told, surprises, others, otherTexts, otherSurprises }) => {
    const even = ids.length === texts.length && surprises.length === told.length && others.length === told.length;
    const all = others.reduce((sum, count) => sum + count, 0);
    const known = [told, otherTexts].every((column) => column.every((place) => place < texts.length));
    return even && known && all === otherTexts.length && all === otherSurprises.length;
  });

const surprise = (probability: number, parts: number) =>
  Math.round(parts * Math.min(MOST_SURPRISE, Math.max(0, -Math.log(probability))));
const probability = (surprise: number, parts: number) => Math.exp(-surprise / parts);

/** Symbols as the text that a story's file holds: JSON in columns, deflated, in base64. */
export async function packSymbols(symbols: readonly StorySymbol[]): Promise<string> {
  const table = new Map<string, { text: string; id: number; place: number }>();
  const placeOf = (text: string, id: number): number => {
    const key = `${id} ${text}`;
    const known = table.get(key);
    if (known) return known.place;
    table.set(key, { text, id, place: table.size });
    return table.size - 1;
  };
  const told = symbols.map(({ text, id }) => placeOf(text, id));
  const ids = new Map(symbols.map(({ text, id }) => [text, id]));
  const runnersUp = symbols.flatMap((symbol) => symbol.runnersUp);
  const columns: z.infer<typeof columnsSchema> = {
    told,
    surprises: symbols.map((symbol) => surprise(symbol.probability, PARTS.told)),
    others: symbols.map((symbol) => symbol.runnersUp.length),
    otherTexts: runnersUp.map(({ text }) => placeOf(text, ids.get(text) ?? NO_ID)),
    otherSurprises: runnersUp.map((other) => surprise(other.probability, PARTS.runnerUp)),
    texts: [...table.values()].map(({ text }) => text),
    ids: [...table.values()].map(({ id }) => id),
  };
  return (await promisify(deflateRaw)(JSON.stringify(columns), { level: LEVEL })).toString('base64');
}

/** @throws Error where it is not what `packSymbols` makes */
export async function unpackSymbols(packed: string): Promise<StorySymbol[]> {
  const json = await promisify(inflateRaw)(Buffer.from(packed, 'base64'), { maxOutputLength: LONGEST });
  const columns = columnsSchema.parse(parseBoundedJson(json.toString(), JSON_BOUNDS.stories));
  let next = 0;
  const runnerUp = (at: number) => ({
    text: columns.texts[columns.otherTexts[at]],
    probability: probability(columns.otherSurprises[at], PARTS.runnerUp),
  });
  return columns.told.map((place, at) => ({
    id: columns.ids[place],
    text: columns.texts[place],
    probability: probability(columns.surprises[at], PARTS.told),
    runnersUp: Array.from({ length: columns.others[at] }, () => runnerUp(next++)),
  }));
}
