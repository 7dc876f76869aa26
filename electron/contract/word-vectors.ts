import * as z from 'zod';

/** What stands for a symbol inside a model: its embedding or, where it has none, its weights in the output layer. */
export const vectorSourceSchema = z.enum(['embedding', 'output']);
export type VectorSource = z.infer<typeof vectorSourceSchema>;

/** Most symbols that a map shows. */
export const LARGEST_MAP = 1000;

/** The most frequent symbols of a model on a plane: near means used alike. */
export const wordMapSchema = z.strictObject({
  source: vectorSourceSchema,
  /** by falling frequency */
  points: z.array(z.strictObject({ symbol: z.string(), times: z.int(), x: z.number(), y: z.number() })),
  /** shares of all differences that the two axes show */
  shares: z.tuple([z.number(), z.number()]),
});
export type WordMap = z.infer<typeof wordMapSchema>;

/** The symbols that a model uses most like one of them. */
export const neighboursSchema = z.strictObject({
  source: vectorSourceSchema,
  /** the symbol that was meant, as the model knows it; null where it knows none such */
  symbol: z.string().nullable(),
  /** how many symbols were compared, the most frequent first */
  compared: z.int(),
  /** nearest first; cosine from -1 to 1 */
  neighbours: z.array(z.strictObject({ symbol: z.string(), similarity: z.number() })),
  /** known words spelt most like an unknown one */
  spelled: z.array(z.string()),
});
export type Neighbours = z.infer<typeof neighboursSchema>;
