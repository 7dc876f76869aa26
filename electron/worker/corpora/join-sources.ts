import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus, Refused, Source } from '../../contract/corpus.ts';
import { omittedOf, type DocumentFound } from '../../contract/document.ts';
import { AesopError, toPlainError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { LONGEST, MOST_SOURCE_COLUMNS, cutText } from '../../contract/limits.ts';
import { readCorpus } from '../../engine/text/corpus.ts';
import { joinTexts, type PreparedCorpus } from '../../engine/text/intake/index.ts';
import { corpusStatistics } from '../../engine/text/statistics/statistics.ts';
import { textFile } from '../../storage/files/text-file.ts';
import type { JobContext } from '../job.ts';
import { TextThread } from './beside/text-thread.ts';
import { chatsInOrder } from './chats-in-order.ts';
import {
  keepOriginal,
  readInto,
  READING_SHARE,
  requireTable,
  writeDescription,
  writeUnlessKnown,
  type FileToRead,
} from './write-corpus.ts';

export interface SourceToRead extends FileToRead {
  /** where it cannot be read, it is passed over */
  readonly found: boolean;
  /** its column was chosen for it alone: what is no table has none */
  readonly isOwn?: boolean;
}

/** What a file itself is to blame for; a full disk, or a wish that nothing can fulfil, ends the work. */
const OF_THE_FILE =
  /^(?:text-|document-|table-|column-unknown|no-permission|file-missing|file-is-folder|not-a-file|name-unreadable|system-refused|link-)/;
/** The first half of the reading is that of the files, the second that of what they make together. */
const FILES_SHARE = 0.5;

interface ReadSource {
  readonly given: SourceToRead;
  readonly read: PreparedCorpus;
  /** `sources/<number>.<ending>` */
  readonly original: string;
  /** of its text */
  readonly path: string;
}

const shownName = (name: string) => cutText(name, LONGEST.name);

/**
 * Reads each file by itself.
 * @throws AesopError where one that was named cannot be read, `files-unreadable` where none can, `column-of-no-table`
 */
async function readEach(folder: string, name: string, files: readonly SourceToRead[], context: JobContext) {
  const sources: ReadSource[] = [];
  const refused: Refused[] = [];
  await mkdir(join(folder, 'sources'));
  for (const [index, given] of files.entries()) {
    const own = join(folder, `reading-${index + 1}`);
    await mkdir(own);
    const progress = (fraction: number) =>
      context.progress((READING_SHARE * FILES_SHARE * (index + fraction)) / files.length);
    const thread = new TextThread(context);
    void thread.expect(given.path);
    try {
      const read = await readInto(own, given, context.signal, progress, thread).finally(() => thread.close());
      if (given.isOwn) requireTable(given, [read.document]);
      const original = await keepOriginal(folder, join('sources', `${index + 1}`), given);
      sources.push({ given, read, original: original.replaceAll('\\', '/'), path: join(own, 'text.txt') });
    } catch (thrown) {
      if (!given.found || !(thrown instanceof AesopError) || !OF_THE_FILE.test(thrown.code)) throw thrown;
      refused.push({ name: shownName(given.file), error: { ...toPlainError(thrown), detail: '' } });
      await rm(own, { recursive: true });
    }
  }
  if (sources.length === 0) throw new AesopError('files-unreadable', { name, count: files.length });
  const documents = sources.map(({ read }) => read.document);
  // asked for of all, it is that of the tables among them
  for (const given of files) requireTable(given, documents);
  return { sources, refused };
}

/** Names as they are, and with a number where a source before has that name. */
function unlike(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = shownName(name);
    for (let number = 2; taken.has(own); number++) own = `${cutText(name, LONGEST.name - 6)} (${number})`;
    taken.add(own);
    return own;
  });
}

/** What kind of table it is, which column of it was taken, and among which. @param most of these that are kept */
const tableOf = (document: DocumentFound, most: number): Pick<Source, 'format' | 'column' | 'columns'> =>
  document.kind === 'table'
    ? { format: document.format, column: document.column + 1, columns: document.columns.slice(0, most) }
    : {};

/** What was left out of a file by its kind. */
function leftOutOf(document: DocumentFound): Pick<Source, 'omitted'> {
  const omitted = omittedOf(document);
  return Object.keys(omitted).length > 0 ? { omitted } : {};
}

function described(sources: readonly ReadSource[], places: readonly Pick<Source, 'start' | 'characters'>[]): Source[] {
  const names = unlike(sources.map(({ given }) => given.file));
  const tables = sources.filter(({ read }) => read.document.kind === 'table').length;
  const most = Math.floor(MOST_SOURCE_COLUMNS / Math.max(1, tables));
  return sources.map(({ read, original }, index) => ({
    name: names[index],
    bytes: read.bytes,
    encoding: read.encoding,
    doubt: read.doubt,
    replaced: read.replaced,
    kind: read.document.kind,
    ...tableOf(read.document, most),
    ...leftOutOf(read.document),
    preparation: read.preparation.map(({ examples, ...step }) => ({ ...step, examples: examples.slice(0, 1) })),
    ...places[index],
    original,
  }));
}

/** Opened when it is read: so many files are not open at once. */
async function* piecesOf(path: string): AsyncGenerator<string> {
  yield* createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What the files were before anything was done to them. */
function rawOf(sources: readonly ReadSource[]): Corpus['source'] {
  const raw = sources.map(({ read }) => read.source);
  const sha256 = createHash('sha256').update(raw.map((each) => each.sha256).join('\n'));
  return {
    characters: sum(raw.map(({ characters }) => characters)),
    lines: sum(raw.map(({ lines }) => lines)),
    sha256: sha256.digest('hex'),
  };
}

/**
 * Reads files, each by itself with its own encoding and steps, into one corpus: their texts one behind the other with a
 * paragraph gap between. The files as they came stay beside it.
 * @param replace it takes the place of the corpus of that id
 * @param asGiven in the order of the files, also where they are parts of one chat
 * @throws AesopError what a file that was named is wrong with; `files-unreadable` where none of them can be read
 */
export async function writeJoined(
  workspace: string,
  { id, name, files }: { id: string; name: string; files: readonly SourceToRead[] },
  context: JobContext,
  { asGiven = false, ...how }: { replace?: boolean; asGiven?: boolean } = {},
): Promise<Corpus> {
  const write = async (folder: string, requireNew: (sha256: string) => Promise<void>) => {
    const { sources: all, refused } = await readEach(folder, name, files, context);
    const sources = asGiven
      ? all
      : chatsInOrder(all, (each) => ({ file: each.given.file, document: each.read.document }));
    const text = textFile(join(folder, 'text.txt'));
    const texts = sources.map(({ path }) => piecesOf(path));
    const places = await joinTexts(texts, (piece) => text.write(piece)).finally(() => text.end());
    await Promise.all(sources.map(({ path }) => rm(join(path, '..'), { recursive: true })));
    const read = await readCorpus(
      { path: text.path },
      {
        ...{ name, known: true, borders: places.slice(1).map(({ start }) => start), signal: context.signal },
        onProgress: (fraction) => context.progress(READING_SHARE * (FILES_SHARE + (1 - FILES_SHARE) * fraction)),
      },
    );
    await requireNew(read.sha256);
    const encodings = new Set(sources.map((each) => each.read.encoding));
    const { characters, lines, language, sha256 } = read;
    const corpus: Omit<Corpus, 'statistics'> = {
      ...{ version: versionOf('corpus'), id, name, origin: 'file' },
      bytes: sum(sources.map((each) => each.read.bytes)),
      // of several kinds: what they have become together
      encoding: encodings.size === 1 ? [...encodings][0] : read.encoding,
      confidence: Math.min(...sources.map((each) => each.read.confidence)),
      replaced: sum(sources.map((each) => each.read.replaced)),
      document: { kind: 'text' },
      source: rawOf(sources),
      sources: described(sources, places),
      ...(refused.length > 0 && { refused }),
      ...{ characters, lines, language, sha256 },
      importedAt: new Date().toISOString(),
    };
    return writeDescription(folder, corpus, corpusStatistics(read, context.signal), read.vocabulary);
  };
  return writeUnlessKnown(workspace, id, write, how);
}
