import type * as z from 'zod';
import { nameSchema } from '../contract/common.ts';
import { AesopError } from '../contract/errors.ts';
import { message, type Message } from '../contract/message.ts';
import { terminalMessage, type TerminalTexts, type TerminalTranslator } from '../messages/terminal.ts';
import type { Flag, FlagGroup, Placeholder } from './flags/flag.ts';
import type { Host } from './host.ts';

/** What stands behind a verb. */
export interface VerbArgument {
  readonly name: keyof TerminalTexts['names'];
  readonly help: Message;
  /** may be left out */
  readonly optional?: true;
  /** the last one may be given several times */
  readonly several?: true;
}

/** One verb of the command line: what it takes and what it does. */
export interface Verb {
  readonly name: keyof TerminalTexts['verbs'];
  readonly arguments: readonly VerbArgument[];
  readonly flags: readonly Flag<unknown>[];
  /** flags of which one command line takes one */
  readonly alternatives?: readonly string[];
  /** whole command lines, shown under the help; at least one */
  readonly examples: readonly (string | Message)[];
  /**
   * @param args in the order of `arguments`; one that was left out is undefined, several are one behind the other
   * @param options by name in camel case, parsed; one that was not given is undefined
   */
  run(host: Host, args: readonly (string | undefined)[], options: VerbOptions): Promise<void>;
}
export type VerbOptions = Readonly<Record<string, unknown>>;

/** As in the usage line: `<model>` must be given, `[text]` may, `[text...]` several times. */
export function argumentUsage({ name, optional, several }: VerbArgument, translator: TerminalTranslator): string {
  const shown = `${translator.text(`names.${name}`)}${several ? '...' : ''}`;
  return optional ? `[${shown}]` : `<${shown}>`;
}

/** A flag that takes any text. */
export function textFlag(name: string, placeholder: Placeholder, help: Message, group: FlagGroup): Flag<string> {
  return { name, kind: 'value', placeholder, help, group, parse: (raw) => raw };
}

/** A flag that takes one of some names. */
export function choiceFlag(name: string, choices: readonly string[], help: Message, group: FlagGroup): Flag<string> {
  const range = message('phrases.range-choices', { choices: choices.join(', ') });
  return {
    name,
    kind: 'value',
    placeholder: 'name',
    help: terminalMessage('values.ranged', { help, range }),
    group,
    parse(raw) {
      if (choices.includes(raw)) return raw;
      throw new AesopError('setting-range', { name, value: raw, range });
    },
  };
}

/** A flag that takes a whole number between two others. */
export function integerFlag(
  name: string,
  help: (range: Message) => Message,
  { minimum, maximum }: { minimum: number; maximum: number },
  group: FlagGroup,
): Flag<number> {
  const range = message('phrases.range-between', { minimum: String(minimum), maximum: String(maximum) });
  return {
    name,
    kind: 'value',
    placeholder: 'count',
    help: help(range),
    group,
    parse(raw) {
      const value = raw.trim() === '' ? NaN : Number(raw);
      const kind = message('phrases.kind-integer');
      if (!Number.isInteger(value)) throw new AesopError('setting-kind', { name, value: raw, kind, range });
      if (value < minimum || value > maximum) throw new AesopError('setting-range', { name, value: raw, range });
      return value;
    },
  };
}

/** A flag that is on or off. */
export function switchFlag(name: string, help: Message, group: FlagGroup): Flag<boolean> {
  return {
    name,
    kind: 'boolean',
    help,
    group,
    parse(raw) {
      if (raw === 'true' || raw === 'false') return raw === 'true';
      const kind = message('phrases.kind-boolean');
      throw new AesopError('setting-kind', { name, value: raw, kind, range: kind });
    },
  };
}

/** A flag that takes words, as many as its schema has room for. */
export function wordsFlag(name: string, schema: z.ZodString, help: Message, group: FlagGroup): Flag<string> {
  const { minLength, maxLength } = schema;
  const range = terminalMessage('values.characters', { minimum: minLength ?? 0, maximum: maxLength ?? 0 });
  return {
    name,
    kind: 'value',
    placeholder: 'words',
    help: terminalMessage('values.ranged', { help, range }),
    group,
    parse(raw) {
      const words = schema.safeParse(raw);
      if (words.success) return words.data;
      if (raw.trim() === '') throw new AesopError('words-none', { name, range });
      throw new AesopError('words-long', { name, count: raw.trim().length, range });
    },
  };
}

/** `--name`: what people will call the thing. */
export const nameFlag = (help: Message, group: FlagGroup): Flag<string> => wordsFlag('name', nameSchema, help, group);
