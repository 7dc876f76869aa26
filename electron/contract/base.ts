import * as z from 'zod';
import { idSchema, nameSchema, sha256Schema } from './common.ts';
import { AesopError } from './errors.ts';
import { flagName, type HyperparameterName, type Hyperparameters } from './hyperparameters.ts';
import { LONGEST } from './limits.ts';
import { message } from './message.ts';

/** Of more texts that were learnt one after the other, the last are told. */
const MOST_TEXTS = 20;
/** Those and the one that a model learnt from itself. */
export const MOST_LEARNT = MOST_TEXTS + 1;

/** The model that a run learns on from, as it was when the run began. */
export const baseSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** what it had learnt from, the first text first */
  texts: z
    .array(z.strictObject({ id: idSchema.optional(), name: z.string().max(LONGEST.name), sha256: sha256Schema }))
    .max(MOST_TEXTS),
  /** whether it had learnt from more, of which nothing is known: where it comes from elsewhere, or learnt on very often */
  more: z.literal(true).optional(),
});
export type Base = z.infer<typeof baseSchema>;

/** What a card says of where a model comes from. */
interface Known extends Pick<Base, 'id' | 'name'> {
  readonly base?: Base;
  readonly corpus?: Base['texts'][number];
}

/** A model as the base of a run to come. */
export function baseOf({ id, name, base, corpus }: Known): Base {
  const own = corpus && { id: corpus.id, name: corpus.name, sha256: corpus.sha256 };
  const texts = [...(base?.texts ?? []), ...(own ? [own] : [])];
  const more = base?.more ?? (!own || texts.length > MOST_TEXTS);
  return { id, name, texts: texts.slice(-MOST_TEXTS), ...(more && { more }) };
}

/** Whether a model can learn on from another text: bare numbers of words would be others there. */
export const isBase = ({ hyperparameters: { input } }: { hyperparameters: Pick<Hyperparameters, 'input'> }): boolean =>
  input !== 'ordinal';

/** What a base model settles for whatever learns on from it: how a text is cut, and which weights there are. */
export const SETTLED_BY_BASE = [
  ...(['tokenizer', 'lowercase', 'input', 'embeddingSize'] as const),
  ...(['layers', 'units', 'tieWeights', 'gates'] as const),
] as const satisfies readonly HyperparameterName[];

/** Those settings of a base model. */
export const settledBy = (h: Hyperparameters): Partial<Hyperparameters> =>
  Object.fromEntries(SETTLED_BY_BASE.map((name) => [name, h[name]]));

/**
 * What a run is to keep of the model that it learns on from.
 * @throws AesopError `base-bare` where no text but its own can be learnt by it, `setting-conflict` where something else is wished
 */
export function requireBase(
  base: { readonly name: string; readonly hyperparameters: Hyperparameters },
  preset: string | undefined,
  changes: Partial<Hyperparameters>,
): void {
  const { name, hyperparameters: h } = base;
  if (!isBase(base)) throw new AesopError('base-bare', { name });
  const wishes = SETTLED_BY_BASE.filter((each) => changes[each] !== h[each]).map(
    (each) => [each, changes[each]] as const,
  );
  const found = ([['preset', preset], ...wishes] as const).find(([, value]) => value !== undefined);
  if (!found) return;
  const [wish, value] = [flagName(found[0]), String(found[1])];
  const advice = message('phrases.settled-by-base');
  throw new AesopError('setting-conflict', { name: `--${wish}`, value, other: `--base ${name}`, advice });
}
