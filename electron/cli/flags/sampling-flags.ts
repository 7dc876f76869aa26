import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { flagName } from '../../contract/hyperparameters.ts';
import { message, type Message } from '../../contract/message.ts';
import { samplingSchema, type Sampling } from '../../contract/story.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Flag } from './flag.ts';

const PLACEHOLDERS = { integer: 'count', number: 'number', choice: 'name' } as const;

interface Field {
  readonly kind: 'integer' | 'number' | 'boolean' | 'choice';
  readonly range: Message;
  readonly default: unknown;
  readonly schema: z.ZodType;
}

/** What the schema has a field for, and a command line a way to say. */
type Knob = Exclude<keyof Sampling, 'standIns'>;

/** Beside what the studio does with unknown words: the terminal asks. */
export const ASK = 'ask';

/** Reads kind, range and default out of one field of the schema. */
function field(name: Knob): Field {
  const schema = samplingSchema.shape[name];
  const inner: z.ZodType = schema.unwrap();
  const found = { default: schema.parse(undefined), schema };
  if (inner instanceof z.ZodBoolean) return { ...found, kind: 'boolean', range: message('phrases.kind-boolean') };
  if (inner instanceof z.ZodEnum) {
    const choices = name === 'unknown' ? [...inner.options, ASK] : inner.options;
    const range = message('phrases.range-choices', { choices: choices.join(', ') });
    return { ...found, schema: z.enum(choices as string[]), kind: 'choice', range };
  }
  if (!(inner instanceof z.ZodNumber)) throw new TypeError(`sampling.${name} is of a kind that no flag can give`);
  const [minimum, maximum] = [String(inner.minValue), String(inner.maxValue)];
  const range = message('phrases.range-between', { minimum, maximum });
  return { ...found, kind: inner.format === 'safeint' ? 'integer' : 'number', range };
}

function read({ kind, range, schema }: Field, name: string, raw: string): unknown {
  const wrongKind = () =>
    new AesopError('setting-kind', { name, value: raw, kind: message(`phrases.kind-${kind}`), range });
  let value: unknown = raw;
  if (kind === 'boolean') {
    if (raw !== 'true' && raw !== 'false') throw wrongKind();
    value = raw === 'true';
  } else if (kind !== 'choice') {
    value = raw.trim() === '' ? NaN : Number(raw);
    if (!Number.isFinite(value) || (kind === 'integer' && !Number.isInteger(value))) throw wrongKind();
  }
  if (!schema.safeParse(value).success) throw new AesopError('setting-range', { name, value: raw, range });
  return value;
}

function flag(name: Knob): Flag<unknown> {
  const found = field(name);
  const help = terminalMessage(`sampling.${name}`);
  const usual = String(found.default);
  const common = {
    name: flagName(name),
    group: 'telling',
    parse: (raw: string) => read(found, flagName(name), raw),
  } as const;
  if (found.kind === 'boolean')
    return { ...common, kind: 'boolean', help: terminalMessage('values.default', { help, usual }) };
  return {
    ...common,
    kind: 'value',
    placeholder: PLACEHOLDERS[found.kind],
    help: terminalMessage('values.rangedDefault', { help, range: found.range, usual }),
  };
}

const names = Object.keys(samplingSchema.shape) as (keyof Sampling)[];

/** `Elowen=Ishmael,quay=pier`; given twice, both count. */
function parseStandIns(raw: string, previous?: unknown): Sampling['standIns'] {
  const pairs = raw.split(',').map((pair) => pair.split('=').map((word) => word.trim()));
  const standIns = samplingSchema.shape.standIns.safeParse({
    ...(previous as Sampling['standIns'] | undefined),
    ...Object.fromEntries(pairs),
  });
  if (standIns.success && pairs.every((pair) => pair.length === 2 && pair.every(Boolean))) return standIns.data;
  throw new AesopError('setting-range', { name: 'stand-in', value: raw, range: message('phrases.range-pairs') });
}

const standInFlag: Flag<unknown> = {
  name: 'stand-in',
  kind: 'value',
  placeholder: 'pairs',
  help: terminalMessage('sampling.standIns'),
  group: 'telling',
  parse: parseStandIns,
};

/** One flag for each knob of a story, in the schema's order. */
export const samplingFlags: readonly Flag<unknown>[] = names.map((name) =>
  name === 'standIns' ? standInFlag : flag(name),
);

/** The whole sampling that a command line asks for; what it leaves out, and what is asked for, is at its default. */
export function givenSampling({ standIn, ...options }: Record<string, unknown>): Sampling {
  const given: Record<string, unknown> = { ...options, standIns: standIn };
  const said = names.filter((name) => given[name] !== undefined && given[name] !== ASK);
  return samplingSchema.parse(Object.fromEntries(said.map((name) => [name, given[name]])));
}
