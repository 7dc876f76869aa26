import type { RawText } from '../../contract/document.ts';
import { CUT, type Doubt, type TokenizerName } from '../../contract/corpus.ts';
import { cutLanguage } from '../../contract/cut-language.ts';
import { AesopError } from '../../contract/errors.ts';
import { textPieces } from '../../contract/text-pieces.ts';
import { decodeFile } from './encodings/decode-file.ts';
import type { Decoding } from './encodings/decode.ts';
import { detectLanguage, LANGUAGE_SAMPLE } from './language.ts';
import { TextMeasure } from './text-measure.ts';
import type { PreparedText } from './text-work.ts';
import { proposeTokenizer } from './tokenizers/propose-tokenizer.ts';
import { LinesCutting } from './lines-cutting.ts';
import { SourceStream } from './source-stream.ts';
import { preTokens } from './tokenizers/subwords/pre-tokens.ts';
import { SubwordBuilder } from './tokenizers/subwords/subword-builder.ts';
import { SymbolStream } from './tokenizers/tokenizer.ts';
import { createTokenizer, lowerOf } from './tokenizers/tokenizers.ts';
import { VocabularyBuilder } from './vocabulary/vocabulary-builder.ts';
import type { CutText } from './vocabulary/cut-text.ts';
import type { NumberedText } from './vocabulary/unknown-symbols.ts';
import type { TokenizerSettings, Vocabulary, VocabularyLimits } from './vocabulary/vocabulary.ts';

/** How the bytes of a text were read. */
export type TextReading = Pick<Decoding, 'encoding' | 'confidence' | 'doubt' | 'bytes' | 'replaced'>;

/** A normalised text that was read and looked at before. */
export interface KnownPieces extends Pick<PreparedText, 'pieces' | 'cutBy'> {
  reading: TextReading;
  /** UTF-16 units to come, about */
  characters: number;
  /** what the text measures, where that is known */
  measured?: RawText;
}

/** Where a text comes from: a file, bytes that come in pieces, the text itself, or what was read before. */
export type TextSource = { path: string } | { bytes: AsyncIterable<Uint8Array> } | { text: string } | KnownPieces;

export interface ReadOptions extends VocabularyLimits {
  /** without one, the tokenizer the text asks for */
  tokenizer?: TokenizerName;
  lowercase?: boolean;
  /** today's without one */
  cut?: number;
  /** cut as this vocabulary's text was, instead of all that */
  like?: Vocabulary;
  /** the same, and all that this one knows is known, too: that of a base model */
  base?: Vocabulary;
  /** where each source but the first begins, in UTF-16 units of the normalised text */
  borders?: readonly number[];
  /** read as this encoding instead of guessing */
  encoding?: string;
  /** a text of the workspace: in UTF-8, and that it is a text was seen when it came in */
  known?: boolean;
  /** ISO 639-1, `und` where none is sure: what was found when it came in; it is looked for without one */
  language?: string;
  /** what the text is called in errors */
  name?: string;
  /** the ids are in memory that other threads may read, too */
  shared?: boolean;
  /** takes the normalised text piece by piece, to keep it elsewhere */
  onText?: (piece: string) => void | Promise<void>;
  /** takes the share of the bytes read, 0 to 1, at most 10 times a second */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** A text as a model learns it, with what is known about it. */
export interface Corpus extends NumberedText {
  /** the first symbol of each source: 0, and one for each border */
  starts: readonly number[];
  encoding: string;
  /** how sure that is, 0 to 1 */
  confidence: number;
  /** the next best reading, where it is not sure */
  doubt?: Doubt;
  /** as it came */
  bytes: number;
  /** UTF-16 units of the normalised text */
  characters: number;
  lines: number;
  /** ISO 639-1, `und` where it cannot be told */
  language: string;
  /** of the normalised text in UTF-8: the same whatever encoding it came in */
  sha256: string;
  /** undecodable places, each replaced by one U+FFFD */
  replaced: number;
}

const PROGRESS_MS = 100;
/** Anything but blanks, line ends and signs that nobody sees, such as U+200B. */
const VISIBLE = /[^\s\p{Z}\p{Cc}\p{Cf}]/u;

/** A text that is at hand, as bytes that come in pieces. */
async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  for (const piece of textPieces(text.replace(/\p{Surrogate}/gu, '\ufffd'))) yield Buffer.from(piece);
}

/** @returns the pieces of a text, how its bytes are read, and how many of them there are: 0 where that is not known */
async function open(
  source: TextSource,
  { encoding, name, known }: ReadOptions,
): Promise<{ chunks: PreparedText['pieces']; reader: TextReading; size: number }> {
  if ('pieces' in source) return { chunks: source.pieces, reader: source.reading, size: 0 };
  const input = 'path' in source ? source.path : 'bytes' in source ? source.bytes : encoded(source.text);
  return decodeFile(input, { encoding: 'text' in source || known ? 'utf-8' : encoding, name, known });
}

/** How a text is cut: as it is wished, and where nothing is, as it asks for itself. */
function settingsFor(
  { tokenizer, lowercase = false, cut = CUT }: ReadOptions,
  { sample, language, length }: { sample: string; language: string; length: number },
): TokenizerSettings {
  return {
    tokenizer: tokenizer ?? proposeTokenizer(sample, language, length),
    lowercase,
    language: cut > 1 ? cutLanguage(language, lowercase) : undefined,
    cut,
  };
}

/**
 * Reads, cuts and numbers a text in one pass and constant memory beside the ids.
 * @throws AesopError file-missing, file-is-folder, no-permission, encoding-unknown, text-empty, text-blank, text-binary,
 * text-undecodable, text-one-symbol, minimum-count-high, vocabulary-limit-low; the signal's reason when aborted
 */
export async function readCorpus(source: TextSource, options: ReadOptions = {}): Promise<Corpus> {
  const { name = 'path' in source ? source.path : '', onText, onProgress, signal } = options;
  const { chunks, reader, size } = await open(source, { ...options, name });
  const measured = 'pieces' in source ? source.measured : undefined;
  const measure = new TextMeasure();
  const builder = new VocabularyBuilder();
  const stretches = new SubwordBuilder();
  let stream: SourceStream | LinesCutting | undefined;
  let settings: TokenizerSettings = { tokenizer: 'words', lowercase: false };
  let { language = 'und' } = options;
  let blank = true;
  let told = performance.now();
  let head = '';
  const take = async (piece: string, cut?: CutText) => {
    if (!stream) {
      const sample = piece.slice(0, LANGUAGE_SAMPLE);
      if (options.language === undefined) language = detectLanguage(sample);
      const length = 'pieces' in source ? source.characters : piece.length * Math.max(1, size / reader.bytes);
      const like = options.like ?? options.base;
      settings = like ?? settingsFor(options, { sample, language, length });
      const cutsStretches = settings.tokenizer === 'subwords' && !like;
      const tokenizer = cutsStretches ? preTokens(lowerOf(settings)) : createTokenizer(settings.tokenizer, settings);
      const taker = cutsStretches ? stretches : builder;
      if (tokenizer.byLines && !options.borders) {
        stream = new LinesCutting(tokenizer, builder);
        if ('pieces' in source) source.cutBy?.(settings);
      } else {
        const open = () => new SymbolStream(tokenizer, taker.add);
        stream = new SourceStream(open, options.borders ?? [], () => taker.length);
      }
    }
    if (cut && stream instanceof LinesCutting) stream.append(cut);
    else stream.push(piece);
    if (!measured) measure.push(piece);
    blank &&= !VISIBLE.test(piece);
    await onText?.(piece);
  };
  for await (const piece of chunks) {
    signal?.throwIfAborted();
    if (typeof piece !== 'string') {
      await take(piece.text, piece);
      continue;
    }
    // language and tokenizer are judged by a sample, so small first pieces wait for one another
    head += piece;
    if (!stream && head.length < LANGUAGE_SAMPLE) continue;
    await take(head);
    head = '';
    if (onProgress && size && performance.now() - told >= PROGRESS_MS) {
      told = performance.now();
      onProgress(reader.bytes / size);
    }
  }
  if (head) await take(head);
  let starts = (stream as SourceStream | LinesCutting | undefined)?.end() ?? [];
  if (stretches.length > 0) starts = stretches.pour(options, builder, starts);
  const total = measured ?? measure.total;
  if (total.characters > 0 && blank) throw new AesopError('text-blank', { name });
  if (!builder.length) throw new AesopError('text-empty', { name });
  for (const symbol of options.base?.known() ?? []) builder.keep(symbol);
  const numbered = builder.build(settings, options);
  const { vocabulary } = numbered;
  if (vocabulary.size < 2) throw new AesopError('text-one-symbol', { symbol: shown(vocabulary.symbols[0]) });
  onProgress?.(1);
  return {
    ...numbered,
    starts,
    encoding: reader.encoding,
    confidence: reader.confidence,
    doubt: reader.doubt,
    bytes: reader.bytes,
    ...total,
    language,
    replaced: reader.replaced,
  };
}

/** A symbol short enough for a sentence. */
function shown(symbol: string): string {
  const short = symbol.trim() || JSON.stringify(symbol);
  return short.length > 40 ? `${short.slice(0, 40)}…` : short;
}
