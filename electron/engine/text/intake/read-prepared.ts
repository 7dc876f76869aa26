import type { DocumentFound, RawText } from '../../../contract/document.ts';
import { AesopError } from '../../../contract/errors.ts';
import type { ChosenStep, Preparation, PreparedStep, StepFigures } from '../../../contract/preparation.ts';
import { readCorpus, type Corpus, type ReadOptions } from '../corpus.ts';
import { chosenSteps } from './chosen-steps.ts';
import { lookAtText, type Intake, type TextLook } from './look-at-text.ts';
import { workHere, type TextWork } from '../text-work.ts';

/** Where a text is kept while it is read. */
export interface KeptText {
  readonly write: (piece: string) => void | Promise<void>;
  /** all that was written, in pieces */
  read(): AsyncIterable<string>;
}

export interface PrepareOptions extends Omit<ReadOptions, 'onText'> {
  /** of a table: the column that is the text, by its name or its number from 1 on */
  column?: string;
  /** plain text, whatever it looks like */
  plain?: boolean;
  /** what is to be done to the text; without it, what is sure */
  prepare?: Preparation;
  /** takes the text as it is prepared, where anything is done to it */
  prepared?: KeptText;
  /** what looks at the text and prepares it, where that is not this thread */
  work?: TextWork;
}

/** A text as a model learns it, with what it was before. */
export interface PreparedCorpus extends Corpus {
  document: DocumentFound;
  source: RawText;
  preparation: PreparedStep[];
  /** that the document says it has; empty where there is none */
  title: string;
}

/** Whether anything was done to a text. */
export const isPrepared = ({ preparation }: Pick<PreparedCorpus, 'preparation'>): boolean =>
  preparation.some(({ done }) => done);

/** The first reading's share of the work. */
const LOOKING = 0.4;
const NOTHING = new Set(['text-empty', 'text-blank', 'text-one-symbol']);

/** Tells how much of a text has gone by, UTF-16 units. */
async function* counted(pieces: AsyncIterable<string>, tell: (characters: number) => void): AsyncGenerator<string> {
  let characters = 0;
  for await (const piece of pieces) {
    tell((characters += piece.length));
    yield piece;
  }
}

/** What was found, and what of it was done, with the figures of what was done. */
function preparedSteps(look: TextLook, chosen: readonly ChosenStep[], done: readonly StepFigures[]): PreparedStep[] {
  return look.findings.map(({ plan: _, ...finding }) => {
    const wish = chosen.find(({ step }) => step === finding.step);
    const { places, characters } = done.find(({ step }) => step === finding.step) ?? finding;
    return {
      ...finding,
      places,
      characters,
      done: wish !== undefined,
      ...(wish?.options && { options: wish.options }),
    };
  });
}

/**
 * Reads a file twice: to see what it is and what its text is made of, then, as it is prepared, cut and numbered.
 * Where doing all that is sure would leave nothing, nothing is done.
 * @param asItCame takes the text before anything is done to it
 * @throws AesopError as `openDocument` and `readCorpus`; `text-nothing-left` where what was asked for leaves nothing
 */
export async function readPrepared(
  from: Intake,
  asItCame: KeptText,
  options: PrepareOptions = {},
): Promise<PreparedCorpus> {
  const { column, plain, prepare, prepared, work = workHere, onProgress, ...reading } = options;
  const { name = typeof from === 'string' ? from : '', encoding, signal } = options;
  const look = await lookAtText(from, {
    ...{ name, encoding, column, plain, signal, work },
    keep: (piece) => asItCame.write(piece),
    onProgress: (fraction) => onProgress?.(LOOKING * fraction),
  });
  const read = async (chosen: readonly ChosenStep[]) => {
    const { characters } = look;
    const tell = (gone: number) => onProgress?.(LOOKING + (1 - LOOKING) * Math.min(1, gone / characters));
    const all = counted(asItCame.read(), tell);
    const traits = { language: look.language, kind: look.document.kind };
    const text = work.prepare(all, chosen, traits);
    const onText = chosen.length > 0 ? prepared?.write : undefined;
    const measured = chosen.length > 0 ? undefined : look.measured;
    const known = { ...text, reading: look.reading, characters, measured };
    // what is not changed is in the language that it was seen to be in
    const language = measured && look.language;
    const corpus = await readCorpus(known, { ...reading, name, language, onText, shared: work.shared });
    return {
      ...corpus,
      document: look.document,
      source: look.source,
      title: look.title,
      preparation: preparedSteps(look, chosen, text.figures()),
    };
  };
  const chosen = chosenSteps(look.findings, prepare);
  try {
    return await read(chosen);
  } catch (thrown) {
    if (!(thrown instanceof AesopError) || !NOTHING.has(thrown.code) || chosen.length === 0) throw thrown;
    if (Object.values(prepare?.steps ?? {}).includes(true)) throw new AesopError('text-nothing-left', { name });
    return read([]);
  }
}
