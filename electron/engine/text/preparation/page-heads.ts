import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';

/** How often a line stands above pages before it is a head, and how often a number. */
const LEAST_HEADS = 5;
const LEAST_NUMBERS = 8;
/** Of so many heads the number rises, and so many stand amid a sentence: then they are sure to be some. */
const RISING_SHARE = 0.8;
const WITHIN_SHARE = 0.15;
const LEAST_WITHIN = 3;
const FEW_WITHIN_SHARE = 0.6;
/** So many characters do poems not have that are numbered; nor is it the first page that bears a number, but the first poem. */
const LEAST_OF_FEW = 120;
const FIRST = /(?<!\d)1(?!\d)/;
/** A page holds so many characters at least: what is less between two numbers is a stanza, an entry, a record. */
export const LEAST_PAGE = 240;
/** So many of a head's places are beside numbers that are sure, where it is one of theirs. */
const BESIDE_SHARE = 0.8;

/** A line that comes again and again by itself, whatever number it holds. */
export interface Head {
  readonly key: string;
  times: number;
  characters: number;
  line: string;
  /** how often its number is shortly behind the last one, and how often a sentence goes on behind it */
  rising: number;
  within: number;
  /** the same behind a line that is as long as those of prose: verses without marks are shorter */
  withinProse: number;
  /** how often it stands beside a page's number */
  beside: number;
  page: number;
  /** characters of the text down to the last one, and between those of which the number is shortly behind the last one */
  at: number;
  between: number;
}

/** Of a few pages each number is behind the last one, and most stand amid a sentence. */
const isOfFewPages = ({ times, rising, withinProse: within, between, line }: Head) =>
  times < LEAST_NUMBERS &&
  rising === times - 1 &&
  between >= LEAST_OF_FEW * rising &&
  within >= LEAST_WITHIN &&
  within >= FEW_WITHIN_SHARE * times &&
  !FIRST.test(line);
/** Beside each such number, and amid a sentence, which a chapter's title is not. */
const isBesideFew = ({ times, within, beside }: Head) => times > 1 && within === times && beside === times;
const isNumbered = (head: Head) =>
  isOfFewPages(head) || (head.rising >= RISING_SHARE * (head.times - 1) && head.between >= LEAST_PAGE * head.rising);
const goesOn = ({ times, within }: Head) => within >= LEAST_WITHIN && within >= WITHIN_SHARE * times;
const sumOf = (heads: readonly Head[], of: 'times' | 'within') => heads.reduce((sum, head) => sum + head[of], 0);

export const NUMBER_KEY = '#';
/** Numbers of a preface's pages, and of chapters, as which those in capitals mostly stand by themselves. */
const ROMAN_KEY = '#i';
const CAPITAL_KEY = '#I';
const ALONE_KEYS = [NUMBER_KEY, ROMAN_KEY, CAPITAL_KEY];
export const RISING_KEY = '#+';
/** Heads that bear the number of their page, whatever words are beside it: those of each chapter, or of a scanner. */
export const WORDED_KEY = '#…';

/** Whether a key is that of a page's number that stands alone. */
export const isPageKey = (key: string): boolean => key === NUMBER_KEY || key === ROMAN_KEY;

/** A head without its page number. */
export const keyOf = (text: string): string =>
  text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, LONGEST.name);

/** The same of a preface's, whose number is at an edge of it. */
export const romanKeyOf = (text: string): string =>
  keyOf(text.trim().replace(/^[ivxlc]{1,7}(?=\s)|(?<=\s)[ivxlc]{1,7}$/, '#'));

/** The key of a number that stands alone. */
export const numberKeyOf = (text: string): string =>
  /\d/.test(text) ? NUMBER_KEY : /[ivxlc]/.test(text) ? ROMAN_KEY : CAPITAL_KEY;

export const headOf = (key: string, line: string): Head => ({
  key,
  times: 0,
  characters: 0,
  line,
  rising: 0,
  within: 0,
  withinProse: 0,
  beside: 0,
  page: -Infinity,
  at: 0,
  between: 0,
});

/**
 * Those of all that are heads, by their keys, and whether that is sure.
 * @param runs those of a few pages, which are
 */
export function chosenOf(
  counts: readonly (readonly [key: string, Head])[],
  runs: ReadonlyMap<string, Head>,
): { sure: boolean; heads: (readonly [string, Head])[] } {
  const isNumber = (key: string) => ALONE_KEYS.includes(key) || key === RISING_KEY || key === WORDED_KEY;
  const areFew = counts.some(([key, head]) => ALONE_KEYS.includes(key) && isOfFewPages(head));
  const all = counts
    .filter(
      ([key, head]) =>
        head.times >= (isNumber(key) ? LEAST_NUMBERS : LEAST_HEADS) ||
        (isNumber(key) ? isOfFewPages(head) : areFew && isBesideFew(head)),
    )
    .filter(([key, head]) => key !== WORDED_KEY || goesOn(head))
    .sort(([, one], [, other]) => other.times - one.times)
    .slice(0, PLAN_ENTRIES);
  // where the numbered ones are sure, those stay that stand between paragraphs
  const numbered = all.map(([, head]) => head).filter((head) => isNumbered(head) && head.within > 0);
  const within = sumOf(numbered, 'within');
  const sure = within >= LEAST_WITHIN && within >= WITHIN_SHARE * sumOf(numbered, 'times');
  const isSure = ([key, head]: readonly [string, Head]) =>
    key === RISING_KEY || head.within >= WITHIN_SHARE * head.times || head.beside >= BESIDE_SHARE * head.times;
  if (sure) return { sure, heads: [...new Map([...runs, ...all.filter(isSure)])].slice(0, PLAN_ENTRIES) };
  return runs.size > 0 ? { sure: true, heads: [...runs] } : { sure, heads: all };
}
