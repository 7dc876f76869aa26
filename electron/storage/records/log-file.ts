import { lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { logLineSchema, type LogLine } from '../../contract/machine.ts';
import { makeFolder } from '../files/make-folder.ts';
import { openForWriting } from '../files/confinement.ts';
import { openToRead } from '../files/open-to-read.ts';
import { serially } from '../files/serial.ts';

const NAME = 'aesop.log';
/** Size at which a log is set aside as `aesop.log.1`, of which one is kept. */
const ROTATE_AT = 2 * 1024 ** 2;
const LINE = /^(\S+) (info|warning|error) \[([^\]]*)\] (.*)$/;

/** One line, whatever the text holds. */
function format({ time, level, source, text }: LogLine): string {
  return `${time} ${level} [${source}] ${text.replace(/\r?\n/g, '\\n')}\n`;
}

function parse(line: string): LogLine | undefined {
  const [, time, level, source, text] = LINE.exec(line) ?? [];
  return logLineSchema.safeParse({ time, level, source, text: text?.replace(/\\n/g, '\n') }).data;
}

async function textOf(path: string): Promise<string> {
  const handle = await openToRead(path);
  return handle.readFile('utf8').finally(() => handle.close());
}

/** The log of a workspace: plain lines that a person can read. */
export class LogFile {
  readonly #path: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, NAME);
  }

  /** Adds lines. A log that cannot be written, or that is a link, never stops the work it tells about. */
  append(lines: readonly LogLine[]): Promise<void> {
    return serially(this.#path, async () => {
      await makeFolder(this.#folder);
      const size = await lstat(this.#path).then(
        (status) => status.size,
        () => 0,
      );
      if (size > ROTATE_AT) await rename(this.#path, `${this.#path}.1`);
      const handle = await openForWriting(this.#path, 'append');
      await handle.appendFile(lines.map(format).join('')).finally(() => handle.close());
    }).catch(() => {});
  }

  /** The last `count` lines, oldest first. */
  async read(count: number): Promise<LogLine[]> {
    const texts = await Promise.all([`${this.#path}.1`, this.#path].map((path) => textOf(path).catch(() => '')));
    const lines = texts.join('').split('\n').map(parse);
    return lines.filter((line) => line !== undefined).slice(-count);
  }
}
