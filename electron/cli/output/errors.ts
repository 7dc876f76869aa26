import type { PlainError } from '../../contract/errors.ts';
import { dim, red, yellow } from './styled.ts';
import type { Terminal } from './terminal.ts';

/** Message and hint on stderr; the technical lines only where they were asked for. */
export function printError(terminal: Terminal, error: PlainError, verbose: boolean): void {
  terminal.clearStatus();
  terminal.note(red('aesop:'), ` ${error.message}`);
  const hint = error.hint.trim();
  if (hint !== '') terminal.note(`       ${hint}`);
  if (error.detail === '') return;
  if (verbose) for (const line of error.detail.trimEnd().split('\n')) terminal.note(dim(line));
  else if (error.code === 'internal') terminal.note(dim('       Technical details: the same command with --verbose.'));
}

/** Something to know that stops nothing, on stderr. */
export function printWarning(terminal: Terminal, warning: PlainError): void {
  terminal.note(yellow('note:'), ` ${warning.message} ${warning.hint}`.trimEnd());
}
