import type { Message } from './message.ts';

/** Least messages, and least of all lines that begin one, for a text to be a conversation. */
const LEAST_MESSAGES = 4;
const LEAST_SHARE = 0.25;
/** The same where names stand above their messages, which may be long. */
const LEAST_SHARE_ABOVE = 0.08;
/** Messages of each, where the stamps alone say too little. */
const LEAST_SPOKEN = 2;
/** With fewer it is not even named. */
const LEAST_SPOKEN_AT_ALL = 1.2;
/** So many are by somebody else than the one before. */
const LEAST_TURNS = 0.25;
/** Nobody counts the names of a larger crowd. */
const MOST_NAMES = 10_000;

/** Lines above a talk with a program that was copied from its page. */
const LONGEST_TITLE = 4;

/** Of those who did something before they said a word, so many are remembered. */
const MOST_DOERS = 1_000;

/** Who speaks how often, by which a text is known to be a conversation. */
export class Turns {
  readonly names = new Set<string>();
  /** of a first pass: those of whom it is told what they do before they say a word */
  #doers: ReadonlySet<unknown> = new Set();
  readonly #waiting = new Set<string>();
  readonly #found = new Set<string>();
  heads = 0;
  /** of those, how many say that a program speaks, or is spoken to: its answers may be as long as books */
  #ofAssistants = 0;
  /** what stands above the first of them is no more than a title */
  #beginsWithThem = false;
  /** of those, how many nothing is said below */
  silent = 0;
  notices = 0;
  lines = 0;
  #messages = 0;
  #weak = 0;
  /** messages of somebody else than the one before */
  #turns = 0;
  #last = '';

  set doers(names: unknown) {
    if (Array.isArray(names)) this.#doers = new Set(names);
  }

  /** Whether somebody of whom it is told what he does is one who speaks, too; else it may be the program that comes and goes. */
  isSomebody(name: string): boolean {
    if (this.names.has(name) || this.#doers.has(name)) return true;
    if (this.#waiting.size < MOST_DOERS) this.#waiting.add(name);
    return false;
  }

  saysAssistant(): void {
    if (this.#ofAssistants === 0) this.#beginsWithThem = this.lines <= LONGEST_TITLE;
    this.#ofAssistants++;
  }

  get messages(): number {
    return this.#messages;
  }

  count({ name, weak, heads }: Pick<Message, 'name' | 'weak' | 'heads'>): void {
    this.#messages++;
    if (weak) this.#weak++;
    if (heads) this.heads++;
    if (name !== this.#last) this.#turns++;
    this.#last = name;
    if (this.#waiting.has(name)) this.#found.add(name);
    if (this.names.size < MOST_NAMES) this.names.add(name);
  }

  /** Whether there are several who speak in turns, and each so often, where the stamps alone say too little. */
  #speakAgain(times: number): boolean {
    if (this.#weak < this.#messages / 2) return true;
    return (
      this.names.size > 1 &&
      this.#messages >= LEAST_MESSAGES &&
      this.#messages >= times * this.names.size &&
      this.#turns >= LEAST_TURNS * this.#messages
    );
  }

  found() {
    // headings, verses, hours: of each, one
    if (this.#messages === 0 || !this.#speakAgain(LEAST_SPOKEN_AT_ALL)) return undefined;
    const isAnswered = this.#beginsWithThem && 2 * this.#ofAssistants > this.#messages;
    const least = isAnswered ? 0 : 2 * this.heads > this.#messages ? LEAST_SHARE_ABOVE : LEAST_SHARE;
    return {
      sure:
        this.#messages >= LEAST_MESSAGES &&
        this.#messages >= least * this.lines &&
        // a diary that has hours, of which nobody is known to have said anything
        this.notices <= this.#messages &&
        2 * this.silent <= this.#messages &&
        this.#speakAgain(LEAST_SPOKEN),
      facts: { names: this.names.size },
      counts: { messages: this.#messages },
      ...(this.#found.size > 0 && { plan: { doers: [...this.#found] } }),
    };
  }
}
