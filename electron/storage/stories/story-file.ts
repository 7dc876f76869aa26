import { open } from 'node:fs/promises';
import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { parseFile, versionOf } from '../../contract/file-formats.ts';
import { message } from '../../contract/message.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import { storySummarySchema, summaryOf, toldStorySchema, type Story, type StorySummary } from '../../contract/story.ts';
import { onDisk } from '../files/disk-errors.ts';
import { readJson } from '../files/json.ts';
import { packSymbols, unpackSymbols } from './story-symbols.ts';

const VERSION = versionOf('story');
/** Begins what stands behind the summary; inside a string of JSON there is no bare line end. */
const BEHIND_SUMMARY = '\n  "sampling": ';
/** Bytes that a summary surely fits in. */
const HEAD = 8192;

const fileSchema = storySummarySchema.extend(toldStorySchema.shape).extend({
  version: z.literal(VERSION),
  /** packed; of an older file spelt out */
  symbols: z.union([z.string(), toldStorySchema.shape.symbols]),
});
const headSchema = storySummarySchema.extend({ version: z.literal(VERSION) });

/** A story as its file reads: readable JSON, the summary first, so that a list need not read on. */
export async function storyText(story: Story): Promise<string> {
  const { sampling, symbolsPerSecond, prompt, text } = story;
  const symbols = await packSymbols(story.symbols);
  const behind = { sampling, symbolsPerSecond, prompt, text, symbols };
  return `${JSON.stringify({ version: VERSION, ...summaryOf(story), ...behind }, null, 2)}\n`;
}

/** @throws AesopError as `readJson` */
export async function readStory(path: string): Promise<Story> {
  const file = await readJson<z.infer<typeof fileSchema>>(path, 'story', fileSchema, JSON_BOUNDS.stories);
  const { version: _, length: __, excerpt: ___, symbols, ...story } = file;
  try {
    return { ...story, symbols: typeof symbols === 'string' ? await unpackSymbols(symbols) : symbols };
  } catch (thrown) {
    const problem = message('phrases.field-unfit', { field: 'symbols' });
    throw new AesopError('file-damaged', { path, problem }, String(thrown));
  }
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The summary at the head of a file, where it stands as `storyText` writes it, or wrote it in an earlier version. */
function summaryInHead(path: string, head: string): StorySummary | undefined {
  const end = head.indexOf(BEHIND_SUMMARY);
  if (end < 0) return undefined;
  try {
    const value: unknown = JSON.parse(head.slice(0, end).replace(/,$/, '}'));
    const parsed = parseFile<z.infer<typeof headSchema>>(value, 'story', headSchema, path);
    if (!parsed.success) return undefined;
    const { version: _, ...summary } = parsed.data;
    return summary;
  } catch {
    return undefined;
  }
}

/**
 * The summary of a story's file. A file of an Aesop that put none at its head, or set by hand, is read whole for it.
 * @throws AesopError as `readJson`
 */
export async function readSummary(path: string): Promise<StorySummary> {
  const head = await onDisk(path, () => readHead(path));
  return summaryInHead(path, head) ?? summaryOf(await readStory(path));
}
