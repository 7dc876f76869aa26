import { toPlainError, type PlainError } from '../../contract/errors.ts';
import { logLineSchema, type LogLine } from '../../contract/machine.ts';
import { english } from '../../messages/english.ts';
import { LogFile } from '../../storage/records/log-file.ts';
import type { Events } from '../events.ts';

const WRITE_EVERY = 200;

function textOf(thrown: unknown): string {
  const error = toPlainError(thrown);
  return [english.error(error).message, error.detail].filter(Boolean).join('\n');
}

/** The one writer of the log: to the workspace's log file, and to whoever listens. */
export class Log {
  readonly #file: LogFile;
  readonly #events: Events;
  #waiting: LogLine[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** The last write, which comes after all before it. */
  #written: Promise<void> = Promise.resolve();

  constructor(folder: string, events: Events) {
    this.#file = new LogFile(folder);
    this.#events = events;
  }

  info(source: string, text: string): void {
    this.#add('info', source, text);
  }

  warning(source: string, text: string): void {
    this.#add('warning', source, text);
  }

  error(source: string, text: string): void {
    this.#add('error', source, text);
  }

  /** What went wrong, with the details that a person need not see. */
  failure(source: string, thrown: unknown, level: 'warning' | 'error' = 'error'): void {
    this.#add(level, source, textOf(thrown));
  }

  /** Warns of what is still wrong: what the log tells already is not told again at each opening. */
  async lasting(source: string, problems: readonly PlainError[]): Promise<void> {
    if (problems.length === 0) return;
    const told = new Set((await this.read(Infinity)).map(({ text }) => text));
    for (const text of new Set(problems.map(textOf))) if (!told.has(text)) this.warning(source, text);
  }

  #add(level: LogLine['level'], source: string, text: string): void {
    const line = logLineSchema.parse({ time: new Date().toISOString(), level, source, text });
    this.#waiting.push(line);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_EVERY);
    this.#events.emit('log.line', { line });
  }

  /** Writes what waits; resolves when nothing is being written any more. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#waiting;
    this.#waiting = [];
    if (lines.length > 0) this.#written = this.#file.append(lines);
    await this.#written;
  }

  async read(count: number): Promise<LogLine[]> {
    await this.flush();
    return this.#file.read(count);
  }
}
