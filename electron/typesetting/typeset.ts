import type { StorySymbol } from '../contract/story.ts';
import { capitalise, capitaliseText, type SentenceState } from './capitals.ts';
import { setPrompt, setSymbol, type Joining } from './joining.ts';
import { surpriseStep, type SurpriseStep } from './surprise.ts';

/** One symbol as it stands on the page. */
export interface Word {
  /** in the story's symbols */
  readonly index: number;
  readonly gap: string;
  readonly text: string;
  /** with the capital that it gets after a full stop */
  readonly capital?: string;
  readonly step: SurpriseStep;
  readonly breaks: boolean;
}

export interface Paragraph {
  readonly words: readonly Word[];
  /** an empty line stands before it */
  readonly apart: boolean;
  /** Aesop broke it off, for reading: the text itself has no line end here */
  readonly ours: boolean;
}

/** Some paragraphs that are drawn, and left undrawn, together. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly paragraphs: readonly Paragraph[];
  /** nothing told later changes it */
  readonly closed: boolean;
  /** what holds behind it */
  readonly state: SentenceState;
  readonly tail: string;
  readonly apart: boolean;
  readonly ours: boolean;
}

export interface Manuscript {
  readonly prompt: string;
  /** the same array only ever grows */
  readonly symbols: readonly StorySymbol[];
  readonly joining: Joining;
  readonly capitals: boolean;
  /** of the model's surprise */
  readonly scale: number;
}

export interface Typeset extends Manuscript {
  readonly given: string;
  /** what holds behind the prompt */
  readonly state: SentenceState;
  readonly blocks: readonly Block[];
  /** every symbol is set; otherwise the next call goes on */
  readonly whole: boolean;
}

const BLOCK_SYMBOLS = 240;
/** Symbols after which a paragraph without line ends is broken at a full stop, or anyway. */
const BREAK_AT_STOP: Record<Joining, number> = { spaces: 70, own: 500, letters: 500 };
const BREAK_ANYWAY = 1000;
const SENTENCE_END = /[.!?…。！？]["'”’»」』）)\]]*$/u;

/** The prompt as it stands before the story. */
function givenOf({ prompt, joining, capitals }: Manuscript): { given: string; state: SentenceState } {
  const plain = setPrompt(prompt, joining);
  const capital = capitaliseText(plain, { begins: true });
  return { given: capitals ? capital.text : plain, state: capital.after };
}

/**
 * Sets a story for reading. Blocks of what was set before are taken over where nothing in them changed.
 * @param most blocks to set anew in this call
 */
export function typeset(manuscript: Manuscript, before?: Typeset, most = Infinity): Typeset {
  const { symbols, joining, prompt, capitals } = manuscript;
  const alike =
    before?.prompt === prompt && before.joining === joining && before.scale === manuscript.scale ? before : undefined;
  const { given, state } = alike?.capitals === capitals ? alike : givenOf(manuscript);
  const blocks = alike ? stillRight(alike, symbols) : [];
  const end = () => blocks.at(-1)?.end ?? 0;
  for (let left = most; left > 0 && end() < symbols.length; left--) {
    blocks.push(setBlock(manuscript, blocks.at(-1) ?? { end: 0, state, tail: given, apart: false, ours: false }));
  }
  return { ...manuscript, given, state, blocks, whole: end() >= symbols.length };
}

/** The closed blocks of what was set before that hold of these symbols too. */
function stillRight(before: Typeset, symbols: readonly StorySymbol[]): Block[] {
  const open = before.blocks.findLastIndex(({ closed }) => closed) + 1;
  if (before.symbols === symbols) return before.blocks.slice(0, open);
  const changed = before.blocks.findIndex((block) => !sameSymbols(before.symbols, symbols, block));
  return before.blocks.slice(0, changed < 0 ? open : Math.min(open, changed));
}

function sameSymbols(a: readonly StorySymbol[], b: readonly StorySymbol[], { start, end }: Block): boolean {
  for (let at = start; at < end; at++)
    if (a[at]?.text !== b[at]?.text || a[at]?.probability !== b[at]?.probability) return false;
  return true;
}

function setBlock(
  { symbols, joining, scale }: Manuscript,
  previous: Pick<Block, 'end' | 'state' | 'tail' | 'apart' | 'ours'>,
): Block {
  const start = previous.end;
  let { state, tail, apart, ours } = previous;
  const paragraphs: Paragraph[] = [];
  let words: Word[] = [];
  let at = start;
  let closed = false;
  while (at < symbols.length && !closed) {
    const { text, probability } = symbols[at];
    const breaks = text.includes('\n');
    const capital = capitalise(text, state);
    const { gap, word } = setSymbol(text, tail, joining);
    const capitalised = capital.text === text ? undefined : setSymbol(capital.text, tail, joining).word;
    state = capital.after;
    tail = (tail + text).slice(-4);
    words.push({ index: at, gap, text: word, capital: capitalised, step: surpriseStep(probability, scale), breaks });
    at++;
    const more = breaks && symbols[at]?.text.includes('\n');
    const long = words.length >= (SENTENCE_END.test(text) ? BREAK_AT_STOP[joining] : BREAK_ANYWAY);
    if ((breaks && !more) || (long && !breaks)) {
      const empty = words.filter((one) => one.breaks).length > 1;
      paragraphs.push({ words, apart, ours });
      apart = empty;
      ours = !breaks;
      words = [];
      // what follows a line end may still be another one
      closed = at - start >= BLOCK_SYMBOLS && at < symbols.length;
    }
  }
  if (words.length) paragraphs.push({ words, apart, ours });
  return { start, end: at, paragraphs, closed, state, tail, apart, ours };
}

/** A word as it is shown. */
export const spelt = ({ text, capital }: Word, capitals: boolean): string => (capitals ? (capital ?? text) : text);

/** The story as it is shown, to be copied and saved. */
export function textOf({ given, blocks, capitals }: Typeset): string {
  const words = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.words));
  return given + words.map((word) => word.gap + spelt(word, capitals)).join('');
}

/** The same paragraph by paragraph, as they are shown, without the line ends between them. */
export function paragraphsOf({ given, blocks, capitals }: Typeset): { text: string; apart: boolean }[] {
  const paragraphs = blocks.flatMap((block) => block.paragraphs);
  return paragraphs.map(({ words, apart }, at) => {
    const text = words.map((word) => word.gap + (word.breaks ? '' : spelt(word, capitals))).join('');
    return { text: ((at === 0 ? given : '') + text).trim(), apart };
  });
}

/** A stretch of it as it is shown. @param start, end of its symbols */
export function stretchOf({ blocks, capitals }: Typeset, start: number, end: number): string {
  const words = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.words));
  const within = words.filter(({ index }) => start <= index && index < end);
  return within.map((word, at) => (at ? word.gap : '') + spelt(word, capitals)).join('');
}

/** Its beginning, enough for a title. */
export const beginningOf = (page: Typeset): string => textOf({ ...page, blocks: page.blocks.slice(0, 1) });
