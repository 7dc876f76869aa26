import * as z from 'zod';
import { AesopError } from './errors.ts';
import { HYPERPARAMETERS, type Hyperparameter } from './hyperparameter-table.ts';
import { message, type Message } from './message.ts';

type Table = typeof HYPERPARAMETERS;
export type HyperparameterName = keyof Table;

type ValueOf<H> = H extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : H extends { kind: 'boolean' }
    ? boolean
    : number;

/** One value for every knob of a run. */
export type Hyperparameters = { -readonly [N in HyperparameterName]: ValueOf<Table[N]> };

/** The knobs in the order that forms, flags and cards show them. */
export const hyperparameterNames = Object.keys(HYPERPARAMETERS) as HyperparameterName[];

/** Declaration of one knob. */
export function hyperparameter(name: HyperparameterName): Hyperparameter {
  return HYPERPARAMETERS[name];
}

/** `learningRate` → `learning-rate`, its flag on the command line. */
export function flagName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function valueSchema(declaration: Hyperparameter): z.ZodType {
  if (declaration.kind === 'choice') return z.enum(declaration.choices as readonly [string, ...string[]]);
  if (declaration.kind === 'boolean') return z.boolean();
  const number = declaration.kind === 'integer' ? z.int() : z.number();
  return number.min(declaration.minimum).max(declaration.maximum);
}

/**
 * Strict schema of a whole set. A knob that came after a run or a card was written is at its default, which must mean
 * what was done before there was that knob.
 */
export const hyperparametersSchema = z.strictObject(
  Object.fromEntries(
    hyperparameterNames.map((name) => [
      name,
      valueSchema(HYPERPARAMETERS[name]).default(HYPERPARAMETERS[name].default),
    ]),
  ),
) as unknown as z.ZodType<Hyperparameters>;

/** Strict schema of some of them, as a form or a command line gives them. */
export const partialHyperparametersSchema = z.strictObject(
  Object.fromEntries(hyperparameterNames.map((name) => [name, valueSchema(HYPERPARAMETERS[name]).optional()])),
) as unknown as z.ZodType<Partial<Hyperparameters>>;

/** Whether something of the text is kept aside to measure with. */
export const validates = (h: Pick<Hyperparameters, 'validationFraction' | 'validationFile'>): boolean =>
  h.validationFraction > 0 || h.validationFile > 0;

/** Every knob at its default. */
export function defaultHyperparameters(): Hyperparameters {
  return Object.fromEntries(
    hyperparameterNames.map((name) => [name, HYPERPARAMETERS[name].default]),
  ) as Hyperparameters;
}

/** The range of a knob in words: `1 to 4096`, `one of window, sequence`. */
export function rangeOf(name: HyperparameterName): Message {
  const declaration: Hyperparameter = HYPERPARAMETERS[name];
  if (declaration.kind === 'choice')
    return message('phrases.range-choices', { choices: declaration.choices.join(', ') });
  if (declaration.kind === 'boolean') return message('phrases.kind-boolean');
  const { minimum, maximum } = declaration;
  return message('phrases.range-between', { minimum: String(minimum), maximum: String(maximum) });
}

/**
 * Reads one knob from text, as a flag or a field gives it.
 * @throws AesopError `setting-kind` or `setting-range`, naming the flag, the value and the range
 */
export function parseHyperparameter<N extends HyperparameterName>(name: N, raw: string): Hyperparameters[N] {
  const declaration: Hyperparameter = HYPERPARAMETERS[name];
  const flag = flagName(name);
  const wrongKind = () =>
    new AesopError('setting-kind', {
      name: flag,
      value: raw,
      kind: message(`phrases.kind-${declaration.kind}`),
      range: rangeOf(name),
    });
  const outOfRange = () => new AesopError('setting-range', { name: flag, value: raw, range: rangeOf(name) });
  if (declaration.kind === 'choice') {
    if (!declaration.choices.includes(raw)) throw outOfRange();
    return raw as Hyperparameters[N];
  }
  if (declaration.kind === 'boolean') {
    if (raw !== 'true' && raw !== 'false') throw wrongKind();
    return (raw === 'true') as Hyperparameters[N];
  }
  const value = raw.trim() === '' ? NaN : Number(raw);
  if (!Number.isFinite(value) || (declaration.kind === 'integer' && !Number.isInteger(value))) throw wrongKind();
  if (value < declaration.minimum || value > declaration.maximum) throw outOfRange();
  return value as Hyperparameters[N];
}

/**
 * Checks what no single range can: knobs that exclude each other.
 * @throws AesopError `setting-conflict`
 */
export function checkConflicts(h: Hyperparameters): void {
  if (h.tieWeights && h.input !== 'embedding')
    throw new AesopError('setting-conflict', {
      name: 'tie-weights',
      value: 'true',
      other: message('phrases.input-is', { input: h.input }),
      advice: message('phrases.tie-needs-embedding'),
    });
  if (h.tieWeights && h.embeddingSize !== h.units)
    throw new AesopError('setting-conflict', {
      name: 'tie-weights',
      value: 'true',
      other: message('phrases.sizes-differ', { embeddingSize: String(h.embeddingSize), units: String(h.units) }),
      advice: message('phrases.tie-needs-one-size', { units: String(h.units) }),
    });
}
