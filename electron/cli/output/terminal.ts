import { plainJson, withoutControls } from './plain-text.ts';
import { oneLine, type Part } from './styled.ts';
import { cut } from './text-width.ts';

type Stream = NodeJS.WriteStream;

const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const CLEAR_LINE = '\r\x1b[2K';

const isTerminal = (stream: Stream) => Boolean(stream.isTTY) && process.env.TERM !== 'dumb';

/**
 * The two streams of a program at a terminal or in a pipe: lines, and one live line below them where a person looks on.
 * Nothing that is printed steers the terminal: texts, names and prompts lose their controls here, whoever prints them.
 */
export class Terminal {
  /** a person reads stdout as it comes */
  readonly live: boolean;
  readonly #out = process.stdout;
  readonly #err = process.stderr;
  readonly #outColors: boolean;
  readonly #errColors: boolean;
  readonly #statusShown: boolean;
  #status = '';

  /**
   * @param options.color false: no colours even on a terminal
   * @param options.status whether a live line may be drawn at all
   */
  constructor(options: { color: boolean; status: boolean }) {
    this.live = isTerminal(this.#out);
    this.#statusShown = options.status && isTerminal(this.#err);
    const color = options.color && !process.env.NO_COLOR;
    this.#outColors = color && this.live;
    this.#errColors = color && isTerminal(this.#err);
    if (this.#statusShown) process.once('exit', () => this.clearStatus());
  }

  /** Columns of the terminal; a pipe has no end, 100 stands for it. */
  get columns(): number {
    return (this.live ? this.#out.columns : this.#err.columns) || 100;
  }

  /** Running text on stdout: its lines stay, no line end is added. */
  write(text: string): void {
    this.#withoutStatus(() => this.#out.write(withoutControls(text)));
  }

  /** One line on stdout. */
  line(...parts: Part[]): void {
    this.#withoutStatus(() => this.#out.write(`${oneLine(parts, this.#outColors)}\n`));
  }

  /** A value on one line of stdout, whole: for programs. */
  json(value: unknown): void {
    this.#withoutStatus(() => this.#out.write(`${plainJson(value)}\n`));
  }

  /** One line on stderr: for people, never for programs. */
  note(...parts: Part[]): void {
    this.#withoutStatus(() => this.#err.write(`${oneLine(parts, this.#errColors)}\n`));
  }

  /** Draws the live line on stderr; nothing in a pipe. Never wider than the terminal, so that it stays one line. */
  status(text: string): void {
    if (!this.#statusShown) return;
    if (this.#status === '') this.#err.write(HIDE_CURSOR);
    this.#status = cut(oneLine([text], false), (this.#err.columns || 80) - 1);
    this.#err.write(CLEAR_LINE + this.#status);
  }

  /** Removes the live line and gives the cursor back. */
  clearStatus(): void {
    if (this.#status === '') return;
    this.#err.write(CLEAR_LINE + SHOW_CURSOR);
    this.#status = '';
  }

  #withoutStatus(write: () => void): void {
    if (this.#status === '') return void write();
    this.#err.write(CLEAR_LINE);
    write();
    this.#err.write(this.#status);
  }
}

/**
 * Ends the program quietly when the reader of stdout went away (`aesop models | head -1`), as programs in a pipe do.
 * @param ended what to do before: stop workers
 */
export function endOnClosedPipe(ended: () => void): void {
  const onError = (path: string) => (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw Object.assign(error, { path });
    ended();
  };
  process.stdout.on('error', onError('stdout'));
  process.stderr.on('error', onError('stderr'));
}
