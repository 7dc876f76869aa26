/** What stands where nobody knows when a message was sent. */
const UNKNOWN = '?';
const LONGEST_NAME = 60;
const STAMPED = /^\[(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\?)\] ([^:\n]{1,60}): ?(.*)$/;

/**
 * A message out of the export of a chat as the line that preparation knows, so that stamps go and names are kept or not.
 * @param name as `chatName` makes it
 */
export function chatLine(name: string, said: string, when: number | undefined): string {
  const stamp = when === undefined ? UNKNOWN : new Date(when).toISOString().slice(0, 19).replace('T', ' ');
  return `[${stamp}] ${name}: ${said}`;
}

/** A name as it fits into such a line. */
export function chatName(name: string): string {
  const plain = name.replace(/[\s:\u2028\u2029]+/gu, ' ').trim();
  return plain.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '') || UNKNOWN;
}

/** Who says what in such a line; undefined where it is another, such as the second of a message. */
export function chatLineOf(line: string): { name: string; said: string } | undefined {
  const [, name, said] = STAMPED.exec(line) ?? [];
  return name === undefined ? undefined : { name, said };
}
