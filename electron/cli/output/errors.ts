import type { PlainError } from '../../contract/errors.ts';
import type { TerminalTranslator } from '../../messages/terminal.ts';
import { around, dim, red, yellow } from './styled.ts';
import type { Terminal } from './terminal.ts';

/** Message and hint on stderr; the technical lines only where they were asked for. */
export function printError(
  terminal: Terminal,
  translator: TerminalTranslator,
  error: PlainError,
  verbose: boolean,
): void {
  const { message, hint } = translator.error(error);
  terminal.clearStatus();
  terminal.note(red('aesop:'), ` ${message}`);
  if (hint !== '') terminal.note(`       ${hint}`);
  if (error.detail === '') return;
  if (verbose) for (const line of error.detail.trimEnd().split('\n')) terminal.note(dim(line));
  else if (error.code === 'internal') terminal.note(dim(`       ${translator.text('common.details')}`));
}

/** Something to know that stops nothing, on stderr. */
export function printWarning(terminal: Terminal, translator: TerminalTranslator, warning: PlainError): void {
  const { message, hint } = translator.error(warning);
  const told = translator.text('common.sentences', { first: message, second: hint });
  const [label, ...rest] = around((what) => translator.text('common.note', { what }), told.trimEnd());
  terminal.note(yellow(label), ...rest);
}
