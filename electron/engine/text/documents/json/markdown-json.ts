import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import type { Omissions } from '../omissions.ts';
import type { Called } from '../refusals.ts';
import { isObject } from '../tables/object-rows.ts';
import type { Watch } from '../watch.ts';
import { HeldValue } from './held-value.ts';
import { Json } from './json-walk.ts';

/** JSON in which a program keeps pieces of Markdown, one behind the other. */
export interface MarkdownJson {
  /** where the pieces stand */
  readonly lists: readonly string[];
  /** whether an object is such a piece */
  isPiece(value: Record<string, unknown>): boolean;
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

const CELLS = new Set(['markdown', 'code', 'raw', 'heading']);
/** A notebook of Jupyter (nbformat 3 and 4): its words, its code, without what that put out. */
const NOTEBOOK: MarkdownJson = {
  lists: ['cells[]', 'worksheets[].cells[]'],
  isPiece: ({ cell_type, source, input }) =>
    typeof cell_type === 'string' && CELLS.has(cell_type) && (source ?? input) !== undefined,
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
  isPiece: ({ uuid, creationDate, text }) =>
    typeof uuid === 'string' && typeof creationDate === 'string' && typeof text === 'string',
  // a rule parts two days
  written: ({ text }) => (typeof text === 'string' && text.trim() ? `${text}\n\n***` : undefined),
};

const KNOWN: readonly (readonly [hint: RegExp, MarkdownJson])[] = [
  [/"cell_type"\s*:/, NOTEBOOK],
  [/"creationDate"\s*:/, DAY_ONE],
];

/** What a text of JSON is of these: other programs have cells and entries of their own. @param head its beginning */
export function markdownJsonIn(head: string): MarkdownJson | undefined {
  if (!/^\s*\{/.test(head)) return undefined;
  return KNOWN.find(([hint, kind]) => hint.test(head) && hasPiece(head, kind))?.[1];
}

/** Whether a beginning holds a piece: whole, or cut off where the first is longer. */
function hasPiece(head: string, kind: MarkdownJson): boolean {
  let held = '';
  let whole = 0;
  let isKnown = false;
  const json = new Json({
    takes: (path) => kind.lists.includes(path),
    piece(_, piece) {
      held += piece;
    },
    ended() {
      whole++;
      try {
        const value = parseBoundedJson(held, BOUNDS);
        isKnown ||= isObject(value) && kind.isPiece(value);
      } catch {
        // no JSON makes no piece
      }
      held = '';
    },
  });
  json.push(head);
  return isKnown || (whole === 0 && kind === NOTEBOOK && /^\{\s*"cell_type"\s*:/.test(held));
}

/** Such a document as Markdown. @throws AesopError document-damaged */
export async function* markdownOf(
  chunks: AsyncIterable<string>,
  { lists, written }: MarkdownJson,
  { called, watch, omissions }: { called: Called; watch: Watch; omissions: Omissions },
): AsyncGenerator<string> {
  const held = new HeldValue(called);
  let ready = '';
  const json = new Json({
    takes: (path) => lists.includes(path),
    piece: (_, piece) => held.hold(piece),
    ended() {
      const value = held.take();
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
  if (json.isOpen) throw held.torn();
}
