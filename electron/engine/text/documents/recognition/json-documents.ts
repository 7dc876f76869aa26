import { sampleJson } from '../json/sample.ts';
import { fieldsOf, isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';
import { areAlike } from './json-keyed.ts';

/** A note as an object: its text is most of the document, and longer than any setting. */
const LEAST_SHARE = 0.5;
const LEAST_LENGTH = 200;

/** Documents of JSON that are the rows of a table, each over several lines: as jq prints them, or a note by itself. */
export function documentsIn({ text, whole }: TextHead): { readonly names: string[] } | undefined {
  if (!/^\s*\{\s*"/.test(text)) return undefined;
  const documents = sampleJson(text);
  if (!documents.every(isObject) || !areAlike(documents)) return undefined;
  const fields = documents.flatMap((document) => fieldsOf(document));
  const longest = fields.reduce((most, [, words]) => Math.max(most, words.length), 0);
  const isNote = whole && longest >= LEAST_LENGTH && longest >= LEAST_SHARE * text.length;
  return documents.length > 1 || isNote ? { names: [...new Set(fields.map(([name]) => name))] } : undefined;
}
