import { StringDecoder } from 'node:string_decoder';

const KEPT = 50;
const LONGEST = 2000;

/** Cuts what a process writes into lines, tells each, and keeps the last fifty. */
export class LastLines {
  readonly #listeners: ((line: string) => void)[] = [];
  #lines: string[] = [];

  /** Takes a stream of bytes; each gets lines of its own. It must be drained, or the process would stall. */
  follow(stream: NodeJS.ReadableStream | null | undefined): void {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    stream?.on('data', (bytes: Buffer) => {
      const lines = (rest + decoder.write(bytes)).split(/\r?\n/);
      rest = (lines.pop() ?? '').slice(-LONGEST);
      lines.forEach((line) => this.#add(line));
    });
    stream?.on('end', () => this.#add(rest));
  }

  #add(line: string): void {
    if (line.trim() === '') return;
    this.#lines = [...this.#lines, line.slice(0, LONGEST)].slice(-KEPT);
    this.#listeners.forEach((listener) => listener(line));
  }

  onLine(listener: (line: string) => void): void {
    this.#listeners.push(listener);
  }

  all(): string[] {
    return this.#lines;
  }
}
