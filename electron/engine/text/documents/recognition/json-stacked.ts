import { sampleJson } from '../json/sample.ts';
import { fieldsOf, isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';
import { areAlike } from './json-keyed.ts';

const NAMED = /\.(?:json|jsonl|ndjson|jsonlines)$/i;
/** So many objects one behind the other say that they are rows, where the name does not. */
const LEAST_OBJECTS = 3;
const LEAST_NAMED = 2;

/** The names of the fields of objects that stand one behind the other, each over as many lines as it takes, with commas between or without. */
export function stackedIn({ text }: TextHead, name: string): { shape: 'stacked'; names: string[] } | undefined {
  if (!/^\s*\{\s*"/.test(text)) return undefined;
  const rows = sampleJson(text);
  if (rows.length < (NAMED.test(name) ? LEAST_NAMED : LEAST_OBJECTS) || !rows.every(isObject)) return undefined;
  // the last one may be cut off
  if (!areAlike(rows.slice(0, Math.max(1, rows.length - 1)))) return undefined;
  return { shape: 'stacked', names: [...new Set(rows.flatMap((row) => fieldsOf(row).map(([field]) => field)))] };
}
