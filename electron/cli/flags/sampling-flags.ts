import { z } from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { samplingSchema, type Sampling } from '../../contract/story.ts';
import type { Flag } from './flag.ts';

/** What the schema of a story cannot say: the words of the help. Kinds, ranges and defaults are the schema's. */
const HELP: Record<keyof Sampling, string> = {
  greedy: 'Always tells the likeliest symbol, as the article does; temperature and its friends are then ignored.',
  temperature: 'Below 1 the story keeps to the likely, above 1 it dares more.',
  topK: 'Chooses among this many of the likeliest symbols; 0 chooses among all.',
  topP: 'Chooses among the likeliest symbols that together reach this share; 1 chooses among all.',
  repetitionPenalty: 'Makes symbols that were just told less likely; 1 changes nothing.',
  seed: 'The start of all chance: the same seed tells the same story.',
  length: 'How many symbols to tell.',
  finishSentence: 'Goes on past the length, up to twice as far, to the end of the sentence.',
  unknown:
    'What to do with a word of the prompt that the model does not know: refuse it, or take the nearest known one.',
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

interface Field {
  readonly kind: 'a whole number' | 'a number' | 'true or false' | 'a name';
  readonly range: string;
  readonly default: unknown;
  readonly schema: z.ZodType;
}

/** Reads kind, range and default out of one field of the schema. */
function field(name: keyof Sampling): Field {
  const schema = samplingSchema.shape[name];
  const inner: z.ZodType = schema.unwrap();
  const fallback = schema.parse(undefined);
  if (inner instanceof z.ZodBoolean)
    return { kind: 'true or false', range: 'true or false', default: fallback, schema };
  if (inner instanceof z.ZodEnum)
    return { kind: 'a name', range: `one of ${inner.options.join(', ')}`, default: fallback, schema };
  if (!(inner instanceof z.ZodNumber)) throw new TypeError(`sampling.${name} is of a kind that no flag can give`);
  const whole = inner.format === 'safeint';
  return {
    kind: whole ? 'a whole number' : 'a number',
    range: `${inner.minValue} to ${inner.maxValue}`,
    default: fallback,
    schema,
  };
}

function read({ kind, range, schema }: Field, name: string, raw: string): unknown {
  const wrongKind = () => new AesopError('setting-kind', { name, value: raw, kind, range });
  let value: unknown = raw;
  if (kind === 'true or false') {
    if (raw !== 'true' && raw !== 'false') throw wrongKind();
    value = raw === 'true';
  } else if (kind !== 'a name') {
    value = raw.trim() === '' ? NaN : Number(raw);
    if (!Number.isFinite(value) || (kind === 'a whole number' && !Number.isInteger(value))) throw wrongKind();
  }
  if (!schema.safeParse(value).success) throw new AesopError('setting-range', { name, value: raw, range });
  return value;
}

const names = Object.keys(samplingSchema.shape) as (keyof Sampling)[];

/** One flag for each knob of a story, in the schema's order. */
export const samplingFlags: readonly Flag<unknown>[] = names.map((name) => {
  const found = field(name);
  const boolean = found.kind === 'true or false';
  const facts = boolean ? '' : `${found.range}; `;
  return {
    name: kebab(name),
    kind: boolean ? 'boolean' : 'value',
    placeholder: boolean
      ? 'true|false'
      : found.kind === 'a name'
        ? 'name'
        : found.kind === 'a whole number'
          ? 'n'
          : 'x',
    help: `${HELP[name]} (${facts}default ${found.default})`,
    group: 'How the story is told',
    parse: (raw: string) => read(found, kebab(name), raw),
  };
});

/** The whole sampling that a command line asks for; what it leaves out is at its default. */
export function givenSampling(options: Record<string, unknown>): Sampling {
  return samplingSchema.parse(
    Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]])),
  );
}
