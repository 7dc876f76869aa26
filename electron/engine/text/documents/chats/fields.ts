import { isObject } from '../tables/object-rows.ts';

/** Paths come from a table of ours, and again for every message. */
const PARTS = new Map<string, readonly string[]>();

function partsOf(path: string): readonly string[] {
  let parts = PARTS.get(path);
  if (!parts) PARTS.set(path, (parts = path.split('.')));
  return parts;
}

/** The value of an object's own fields in one another: `author.name`. */
export function fieldOf(value: unknown, path: string): unknown {
  let at = value;
  for (const name of partsOf(path)) {
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

/** The first of some fields that holds a text that is not empty, or a number. */
export function firstOf(value: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const field = fieldOf(value, path);
    if (typeof field === 'number' || typeof field === 'boolean') return String(field);
    if (typeof field === 'string' && field.trim()) return field;
  }
  return '';
}

/** Runs of text in one another that are looked into. */
const DEPTH = 4;

/** What is said: a text, or runs and parts of one, as texts and as objects that hold theirs. */
export function saidIn(value: unknown, between: string, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > DEPTH) return '';
  if (Array.isArray(value))
    return value
      .map((part) => saidIn(part, between, depth + 1))
      .filter(Boolean)
      .join(between);
  if (!isObject(value)) return '';
  return value.type === 'LINE_BREAK' ? '\n' : saidIn(value.text, between, depth + 1);
}
