import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Omissions } from '../omissions.ts';
import { endlessRow, unfitRow, type Called } from '../refusals.ts';
import { isObject } from '../tables/object-rows.ts';
import type { Watch } from '../watch.ts';
import { Json } from './json-walk.ts';

/** JSON in which a program keeps pieces of Markdown, one behind the other. */
export interface MarkdownJson {
  /** where the pieces stand */
  readonly lists: readonly string[];
  /** @returns a piece as Markdown; undefined where it holds no words */
  written(piece: Record<string, unknown>, omissions: Omissions): string | undefined;
}

const BOUNDS = { depth: 64, values: 1_000_000 };
const LONGEST_FENCE = 40;

/** Lines, or all of them in one. */
const wordsOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.filter((line) => typeof line === 'string').join('')
    : typeof value === 'string'
      ? value
      : '';

/** Code in a fence that is longer than any in it. */
function fenced(code: string): string {
  let fence = '```';
  while (fence.length < LONGEST_FENCE && code.includes(fence)) fence += '`';
  return `${fence}\n${code}\n${fence}`;
}

/** A notebook of Jupyter (nbformat 3 and 4): its words, its code, without what that put out. */
const NOTEBOOK: MarkdownJson = {
  lists: ['cells[]', 'worksheets[].cells[]'],
  written(cell, omissions) {
    if (Array.isArray(cell.outputs)) omissions.add('outputs', cell.outputs.length);
    const words = wordsOf(cell.source ?? cell.input);
    if (!words.trim()) return undefined;
    return cell.cell_type === 'code' ? fenced(words) : words;
  },
};
/** A journal of Day One. */
const DAY_ONE: MarkdownJson = {
  lists: ['entries[]'],
  // a rule parts two days
  written: ({ text }) => (typeof text === 'string' && text.trim() ? `${text}\n\n***` : undefined),
};

/** What a text of JSON is of these. @param head its beginning */
export function markdownJsonIn(head: string): MarkdownJson | undefined {
  if (!/^\s*\{/.test(head)) return undefined;
  const isNotebook =
    /"(?:cells|worksheets)"\s*:\s*\[/.test(head) && /"cell_type"\s*:\s*"(?:markdown|code|raw|heading)"/.test(head);
  if (isNotebook) return NOTEBOOK;
  const isDayOne =
    /^\s*\{\s*"metadata"\s*:\s*\{\s*"version"/.test(head) &&
    /"entries"\s*:\s*\[/.test(head) &&
    /"creationDate"\s*:\s*"/.test(head);
  return isDayOne ? DAY_ONE : undefined;
}

/** Such a document as Markdown. @throws AesopError document-damaged */
export async function* markdownOf(
  chunks: AsyncIterable<string>,
  { lists, written }: MarkdownJson,
  { called, watch, omissions }: { called: Called; watch: Watch; omissions: Omissions },
): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  let number = 0;
  let ready = '';
  const json = new Json({
    takes: (path) => lists.includes(path),
    piece(_, piece) {
      held.push(piece);
      length += piece.length;
      if (length > DOCUMENT_LIMITS.record) throw endlessRow(called, number + 1);
    },
    ended() {
      const whole = held.join('');
      held = [];
      length = 0;
      number++;
      let value: unknown;
      try {
        value = parseBoundedJson(whole, BOUNDS);
      } catch (thrown) {
        throw unfitRow(called, number, String(thrown));
      }
      const piece = isObject(value) ? written(value, omissions) : undefined;
      if (piece !== undefined) ready += `${piece}\n\n`;
    },
  });
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 1 << 16) {
      watch.work(0, () => json.push(chunk.slice(at, at + (1 << 16))));
      if (ready) yield ready;
      ready = '';
    }
  }
  if (json.isOpen) throw unfitRow(called, number + 1);
}
