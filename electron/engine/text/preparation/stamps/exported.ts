import { chatLineOf } from '../../chat-line.ts';
import { rewritten, type Line } from '../line.ts';
import type { Opening, Stage } from '../step.ts';
import { isPlaceholder } from './placeholders.ts';

/** Nobody counts the names of a larger crowd. */
const MOST_NAMES = 10_000;

/** A conversation out of an export: which lines begin a message is known, and all others go on with one. */
export class Exported implements Stage {
  readonly #opening: Opening;
  readonly #names = new Set<string>();
  #messages = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { emit, options, tally } = this.#opening;
    const message = chatLineOf(line.text);
    if (!message) return emit(line);
    const { name, said } = message;
    this.#messages++;
    if (this.#names.size < MOST_NAMES) this.#names.add(name);
    if (isPlaceholder(said.trim())) return tally.note(line.text.length + 1, line.text, '');
    const text = options.names === false ? said : `${name}: ${said}`;
    tally.note(line.text.length - text.length, line.text, text);
    emit(rewritten(line, text));
  }

  found() {
    if (this.#messages === 0) return undefined;
    return { sure: true, facts: { names: this.#names.size }, counts: { messages: this.#messages } };
  }
}
