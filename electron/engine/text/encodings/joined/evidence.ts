import { isAscii, isUtf8 } from 'node:buffer';

/** What the bytes of a line say about being UTF-8. */
export interface Evidence {
  /** characters beyond ASCII that stand there as UTF-8 writes them */
  valid: number;
  /** bytes beyond ASCII that belong to none of them */
  broken: number;
  /** those of them that other characters begin with, once what followed was lost: Â, Ã and â in tables of the West */
  leads: number;
  /** where the first of the broken bytes stands, and the byte behind the last; 0 where there is none */
  first: number;
  behind: number;
  /** valid characters before the first broken byte, and behind the last */
  before: number;
  after: number;
}

const LOST_LEADS = new Set([0xc2, 0xc3, 0xe2]);
/** Bytes of a character. */
const LONGEST = 4;
const isTrail = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** Bytes of the character of UTF-8 (RFC 3629) that begins at a byte beyond ASCII; 0 where none does. */
export function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const next = bytes[at + 1];
  if (!isTrail(next) || lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  if (!isTrail(bytes[at + 2])) return 0;
  if (lead < 0xf0) return (lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f) ? 0 : 3;
  return !isTrail(bytes[at + 3]) || (lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f) ? 0 : 4;
}

/** Whether the last characters beyond ASCII in a line, at most so many, stand there as UTF-8 writes them. */
export function endsInUtf8(line: Uint8Array, most: number): boolean {
  let count = 0;
  for (let at = line.length - 1; at >= 0 && count < most; at--) {
    if (line[at] < 0x80) continue;
    const last = at;
    while (isTrail(line[at]) && last - at < LONGEST - 1) at--;
    if (lengthAt(line, at) !== last - at + 1) return false;
    count++;
  }
  return true;
}

/** What a line says; undefined where it holds ASCII alone, and so nothing. */
export function evidenceIn(line: Uint8Array): Evidence | undefined {
  if (isAscii(line)) return undefined;
  const found = { valid: 0, broken: 0, leads: 0, first: 0, behind: 0, before: 0, after: 0 };
  if (isUtf8(line)) {
    for (const byte of line) if (byte >= 0xc0) found.valid++;
    return { ...found, before: found.valid, after: found.valid };
  }
  for (let at = 0; at < line.length;) {
    const length = line[at] < 0x80 ? 1 : lengthAt(line, at);
    if (length > 1) {
      found.valid++;
      found.after++;
    } else if (length === 0) {
      if (found.broken++ === 0) [found.first, found.before] = [at, found.valid];
      if (LOST_LEADS.has(line[at])) found.leads++;
      found.behind = at + 1;
      found.after = 0;
    }
    at += length || 1;
  }
  return found;
}
