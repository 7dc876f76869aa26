import { dropUnsent, holdUnsent, unsentAt } from '../../../lib/unsent.ts';

/** What stands in the dialog; `named` where its name is not the one that is made of its first line. */
interface Pasted {
  readonly text: string;
  readonly named?: string;
}

const TEXT = 'pasted.text';
const NAME = 'pasted.name';

/** What was written and not yet added, also once the dialog was closed, by a slip perhaps, or the page was loaded anew. */
export const leftPasted = (): Pasted => ({ text: unsentAt(TEXT) ?? '', named: unsentAt(NAME) });

export function leavePasted({ text, named }: Pasted): void {
  if (text) holdUnsent(TEXT, text);
  else dropUnsent(TEXT);
  if (named === undefined) dropUnsent(NAME);
  else holdUnsent(NAME, named);
}

export const settlePasted = (): void => leavePasted({ text: '' });
