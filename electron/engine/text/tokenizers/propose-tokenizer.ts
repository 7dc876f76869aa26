import type { TokenizerName } from '../../../contract/corpus.ts';

const WITHOUT_SPACES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
/** Below this many characters, words of a script without spaces hardly recur: single characters learn better. */
const ENOUGH_FOR_WORDS = 50_000;
const MARK = /[.,;:!?]/g;
const SPACED_MARK = /(?<=^|\s)[.,;:!?](?=\s|$)/g;

/** Below this many, words tell nothing about whether they recur. */
const ENOUGH_TO_JUDGE = 20;
/** Words that stand apart by lines, or run on for a line's length, are no prose. */
const FEW_A_LINE = 2.5;
const LONG_WORD = 30;
/** Programs are set in: their names recur, whatever stands between blanks. */
const INDENT = /^[ \t]{2,}\S|^\t/;
/** Shares of words that occur once: of 200 words of English prose 0.4, of Finnish 0.75; of names a line each 0.9 and more. */
const HARDLY_RECUR = 0.6;
const NEVER_RECUR = 0.9;

/** Whether what stands between blanks hardly recurs, as names, passwords, formulas and sequences of proteins do. */
function hardlyRecur(sample: string): boolean {
  const words = sample.split(/\s+/u).filter(Boolean);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters > LONG_WORD * words.length && letters > LONG_WORD * ENOUGH_TO_JUDGE) return true;
  if (words.length < ENOUGH_TO_JUDGE) return false;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let once = 0;
  for (const count of counts.values()) if (count === 1) once++;
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const list = words.length < FEW_A_LINE * lines.length && !lines.some((line) => INDENT.test(line));
  const share = once / words.length;
  return share > (list ? HARDLY_RECUR : NEVER_RECUR);
}

/**
 * The tokenizer a text asks for: `characters` for a short text of a script without spaces and where words hardly recur,
 * `whitespace` where punctuation already stands apart and there are no lines to lose, as in the article's fable, else
 * `words`.
 * @param characters length of the whole text
 */
export function proposeTokenizer(sample: string, language: string, characters: number): TokenizerName {
  if (WITHOUT_SPACES.has(language)) return characters < ENOUGH_FOR_WORDS ? 'characters' : 'words';
  if (hardlyRecur(sample)) return 'characters';
  const marks = sample.match(MARK)?.length ?? 0;
  const apart = sample.match(SPACED_MARK)?.length ?? 0;
  const lines = sample.trim().includes('\n');
  return !lines && marks >= 3 && apart > marks * 0.9 ? 'whitespace' : 'words';
}
