import type { Random } from '../../electron/engine/random.ts';

/** Written into JSON as they stand, also those that JSON.stringify would never write. */
const TOKENS = [
  ...['null', 'true', '""', '"NaN"', '"30"', '[]', '{}', '[[[]]]'],
  ...['-1', '0', '1', '0.5', '1e308', '-1e308', '1e999', '-1e999', '4294967296', '9007199254740993', '1e-320'],
];

/** The places of all values in a parsed JSON: the list of keys that leads to each. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** A JSON text with one value replaced by one of another kind or size, taken away, or joined by another. */
export function hostileJson(text: string, random: Random): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  const [, ...all] = places(value);
  const path = all[random.integer(all.length)];
  const key = path[path.length - 1];
  const parent = path.slice(0, -1).reduce((inner, step) => inner[step] as Record<string, unknown>, value);
  const change = random.integer(8);
  if (change === 0) delete parent[key];
  else if (change === 1 && !Array.isArray(parent)) parent[`${key} more`] = parent[key];
  else parent[key] = '\u0000hostile';
  return JSON.stringify(value).replace('"\\u0000hostile"', TOKENS[random.integer(TOKENS.length)]);
}

/** Bytes with one flipped, cut short, made longer, or put among others: never the same as before. */
export function hostileBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.integer(Math.max(1, bytes.length));
  const noise = Buffer.from(Array.from({ length: 1 + random.integer(64) }, () => random.integer(256)));
  switch (random.integer(4)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      flipped[at] ^= 1 << random.integer(8);
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes, noise]);
    default:
      return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  }
}
