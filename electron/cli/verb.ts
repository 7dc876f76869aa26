import { nameSchema } from '../contract/common.ts';
import { AesopError } from '../contract/errors.ts';
import type { Flag } from './flags/flag.ts';
import type { Host } from './host.ts';

/** One verb of the command line: what it takes and what it does. */
export interface Verb {
  readonly name: string;
  /** as in the usage line: `<model>` must be given, `[text]` may */
  readonly arguments: readonly { readonly usage: string; readonly help: string }[];
  readonly summary: string;
  readonly flags: readonly Flag<unknown>[];
  /** whole command lines, shown under the help */
  readonly examples: readonly string[];
  /**
   * @param args in the order of `arguments`; one that was left out is undefined
   * @param options by name in camel case, parsed; one that was not given is undefined
   */
  run(host: Host, args: readonly (string | undefined)[], options: VerbOptions): Promise<void>;
}
export type VerbOptions = Readonly<Record<string, unknown>>;

/** A flag that takes any text. */
export function textFlag(name: string, placeholder: string, help: string, group: string): Flag<string> {
  return { name, kind: 'value', placeholder, help, group, parse: (raw) => raw };
}

/** A flag that takes one of some names. */
export function choiceFlag(name: string, choices: readonly string[], help: string, group: string): Flag<string> {
  return {
    name,
    kind: 'value',
    placeholder: 'name',
    help: `${help} (one of ${choices.join(', ')})`,
    group,
    parse(raw) {
      if (choices.includes(raw)) return raw;
      throw new AesopError('setting-range', { name, value: raw, range: `one of ${choices.join(', ')}` });
    },
  };
}

/** A flag that is on or off. */
export function switchFlag(name: string, help: string, group: string): Flag<boolean> {
  return {
    name,
    kind: 'boolean',
    help,
    group,
    parse(raw) {
      if (raw === 'true' || raw === 'false') return raw === 'true';
      const kind = 'true or false';
      throw new AesopError('setting-kind', { name, value: raw, kind, range: kind });
    },
  };
}

/** `--name`: what people will call the thing. */
export function nameFlag(help: string, group: string): Flag<string> {
  return {
    name: 'name',
    kind: 'value',
    placeholder: 'text',
    help: `${help} (1 to 120 characters)`,
    group,
    parse(raw) {
      const name = nameSchema.safeParse(raw);
      if (name.success) return name.data;
      throw new AesopError('setting-kind', { name: 'name', value: raw, kind: 'a text', range: '1 to 120 characters' });
    },
  };
}
