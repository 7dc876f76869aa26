/** What stands above each mail of a mailbox: whose it is, and when it came. */
const SEPARATOR = /^From \S{1,320} .{0,60}\d{1,2}:\d{2}.{0,60}$/;
const NEXT = '\nFrom ';
const LONGEST_SEPARATOR = 500;
/** A line of a mail that began like a separator when it was put away. */
const PUT_AWAY = /^>(>*From )/gm;

/** Whether a file holds mails one behind the other (mbox), not one alone. */
export const isMailbox = (head: string): boolean =>
  SEPARATOR.test(head.slice(0, LONGEST_SEPARATOR).split(/\r?\n/, 1)[0]);

/** The first separator of some bytes from `from` on; `open` where its line may go on behind them. */
function separatorIn(bytes: Buffer, from: number): { at: number; open: boolean } | undefined {
  for (let at = bytes.indexOf(NEXT, from); at !== -1; at = bytes.indexOf(NEXT, at + 1)) {
    const end = bytes.indexOf(10, at + 1);
    const line = bytes.toString('latin1', at + 1, Math.min(end < 0 ? bytes.length : end, at + LONGEST_SEPARATOR));
    if (end < 0 && line.length < LONGEST_SEPARATOR) return { at, open: true };
    if (SEPARATOR.test(line.trimEnd())) return { at, open: false };
  }
  return undefined;
}

/**
 * The mails of a mailbox, each whole.
 * @param check takes the bytes that are held of one, and throws where those are too many
 */
export async function* mailsOf(
  pieces: AsyncIterable<Uint8Array>,
  check: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  let rest = Buffer.alloc(0);
  const hold = (bytes: Buffer) => {
    if (bytes.length > 0) held.push(bytes);
    check((length += bytes.length));
  };
  const release = () => {
    const mail = Buffer.concat(held);
    held = [];
    length = 0;
    return mail;
  };
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let from = 0;
    let next = separatorIn(bytes, from);
    for (; next && !next.open; next = separatorIn(bytes, from)) {
      hold(bytes.subarray(from, next.at + 1));
      yield release();
      from = next.at + 1;
    }
    // the beginning of a separator may stand at the very end
    const to = next?.at ?? Math.max(from, bytes.length - NEXT.length);
    hold(bytes.subarray(from, to));
    rest = bytes.subarray(to);
  }
  hold(rest);
  yield release();
}

/** A mail as it was before it was put into a mailbox. */
export function takenOut(mail: Buffer): Buffer {
  const text = mail.toString('latin1');
  return Buffer.from(text.replace(/^From .*\r?\n/, '').replace(PUT_AWAY, '$1'), 'latin1');
}
