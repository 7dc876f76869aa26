import type { PlainError } from '../../contract/errors.ts';
import { withoutControls } from './plain-text.ts';
import type { Terminal } from './terminal.ts';

/** Message and hint on stderr; the technical lines only where they were asked for. */
export function printError(terminal: Terminal, error: PlainError, verbose: boolean): void {
  const { red, dim } = terminal.noteColors;
  terminal.clearStatus();
  terminal.note(`${red('aesop:')} ${withoutControls(error.message)}`);
  const hint = withoutControls(error.hint).trim();
  if (hint !== '') terminal.note(`       ${hint}`);
  if (error.detail === '') return;
  if (verbose) terminal.note(dim(withoutControls(error.detail).trimEnd()));
  else if (error.code === 'internal') terminal.note(dim('       Technical details: the same command with --verbose.'));
}

/** Something to know that stops nothing, on stderr. */
export function printWarning(terminal: Terminal, warning: PlainError): void {
  terminal.note(
    `${terminal.noteColors.yellow('note:')} ${withoutControls(`${warning.message} ${warning.hint}`).trim()}`,
  );
}
