import { AesopError } from '../../contract/errors.ts';
import { listed, message } from '../../contract/message.ts';
import { stepNames, stepNameSchema, type Preparation, type StepName } from '../../contract/preparation.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { AskedReading } from '../chosen-columns.ts';
import { textFlag, type VerbOptions } from '../verb.ts';
import type { Flag, FlagGroup } from './flag.ts';

/** Ways of a step, as they are typed behind its name. */
const OPTIONS: Record<string, NonNullable<Preparation['options']>> = {
  'stamps:nameless': { stamps: { names: false } },
  'quotes:curly': { quotes: { quotes: 'curly' } },
};

/** What `--no-prepare` with nothing behind it is written out as, and the sign before a step that is not to be done. */
const NONE = 'none';
const NOT = '-';

function stepNamed(typed: string): StepName {
  const step = stepNameSchema.safeParse(typed);
  if (step.success) return step.data;
  const range = message('phrases.range-choices', { choices: listed(stepNames) });
  throw new AesopError('setting-range', { name: 'prepare', value: typed, range });
}

function parsePreparation(raw: string, previous?: unknown): Preparation {
  let { proposed, steps = {}, options } = (previous ?? {}) as Preparation;
  for (const word of raw.split(',').map((each) => each.trim())) {
    if (word === NONE) proposed = false;
    else if (word.startsWith(NOT)) steps = { ...steps, [stepNamed(word.slice(NOT.length))]: false };
    else {
      steps = { ...steps, [stepNamed(Object.hasOwn(OPTIONS, word) ? word.split(':')[0] : word)]: true };
      if (Object.hasOwn(OPTIONS, word)) options = { ...options, ...OPTIONS[word] };
    }
  }
  return { proposed, steps, options };
}

function prepareFlag(group: FlagGroup): Flag<Preparation> {
  const help = terminalMessage('flags.prepare', { known: listed(stepNames) });
  return { name: 'prepare', kind: 'value', placeholder: 'nameList', help, group, parse: parsePreparation };
}

/** Given again, it speaks of another file. */
const columnFlag = (group: FlagGroup): Flag<readonly string[]> => ({
  ...{ name: 'column', kind: 'value', placeholder: 'column', help: terminalMessage('flags.column'), group },
  parse: (raw, previous) => [...((previous ?? []) as readonly string[]), raw],
});

/** Flags of the verbs that read a file as a text. */
export const readingFlags = (group: FlagGroup): Flag<unknown>[] => [
  textFlag('encoding', 'name', terminalMessage('flags.encoding'), group),
  columnFlag(group),
  prepareFlag(group),
];

/** How the file is to be read, as far as those flags were given. */
export const givenReading = ({ encoding, column, prepare }: VerbOptions): AskedReading => ({
  encoding: encoding as string | undefined,
  columns: column as readonly string[] | undefined,
  prepare: prepare as Preparation | undefined,
});

const areSteps = (typed: string | undefined) =>
  typed !== undefined && typed.split(',').every((word) => stepNameSchema.safeParse(word.trim()).success);

/**
 * Writes out what is not to be done: `--no-prepare` → `--prepare=none`, `--no-prepare frame,links` → `--prepare=-frame,-links`;
 * so a text after a bare `--no-prepare` stays an argument.
 */
export function writeOutPreparation(argv: readonly string[]): string[] {
  const written: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const [flag, value] = argv[index].split('=', 2);
    if (argv[index] === '--') return [...written, ...argv.slice(index)];
    if (flag !== '--no-prepare') {
      written.push(argv[index]);
      continue;
    }
    const steps = value ?? (areSteps(argv[index + 1]) ? argv[++index] : undefined);
    const left = steps?.split(',').map((step) => NOT + step.trim());
    written.push(`--prepare=${left?.join(',') ?? NONE}`);
  }
  return written;
}
