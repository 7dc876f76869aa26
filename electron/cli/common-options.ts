import type { Command } from 'commander';

/** What every verb understands. */
export interface CommonOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** undefined: AESOP_HOME, else the usual folder */
  readonly workspace?: string;
}

const GROUP = 'Everywhere:';

/** Adds the flags of every verb to one. */
export function addCommonOptions(command: Command): Command {
  command.optionsGroup(GROUP);
  return command
    .option('--workspace <folder>', 'The folder that holds texts, runs and models (default: AESOP_HOME, else ~/Aesop).')
    .option('--json', 'One JSON object a line on stdout, and nothing else there.')
    .option('--quiet', 'Only the result and errors.')
    .option('--verbose', 'Also the reasons, and the technical lines of an error.')
    .option('--no-color', 'No colours, as with NO_COLOR; in a pipe there are none anyway.')
    .helpOption('-h, --help', 'Every flag of this verb.');
}

/** Moves flags that stand before the verb behind it: `aesop --json models` is `aesop models --json`. */
export function verbFirst(argv: readonly string[]): string[] {
  const leading: string[] = [];
  let rest = [...argv];
  while (/^--(json|quiet|verbose|no-color|workspace)(=|$)/.test(rest[0] ?? '')) {
    const count = rest[0] === '--workspace' ? 2 : 1;
    leading.push(...rest.slice(0, count));
    rest = rest.slice(count);
  }
  return leading.length === 0 ? rest : [...rest.slice(0, 1), ...leading, ...rest.slice(1)];
}
