import type { Corpus } from '../../electron/contract/corpus.ts';
import { createTokenizer } from '../../electron/engine/text/index.ts';
import { asList, listed, type Cells } from './table.ts';

/** A text that was read: what is told of it, and itself as it is learnt. */
export interface ReadText {
  readonly corpus: Pick<
    Corpus,
    'encoding' | 'characters' | 'language' | 'sha256' | 'statistics' | 'source' | 'document' | 'preparation'
  >;
  readonly text: string;
}

/** The cells of texts.tsv. */
export function asRead({ corpus }: ReadText): Cells {
  const { lines, characters, sha256 } = corpus.source;
  return { encoding: corpus.encoding, lines: `${lines}`, characters: `${characters}`, sha256 };
}

/** What a file was found to be, in words. */
function foundIn({ document, preparation = [] }: ReadText['corpus']): string {
  if (document.kind === 'table') {
    const { columns, column, different } = document;
    const names = columns.map(({ name }) => name);
    return `table of ${names.join(', ')}; ${names[column]}: ${different} different cells`;
  }
  const [found] = preparation.filter(({ step }) => ['frame', 'stamps', 'mail'].includes(step));
  const { publisher, messages, names, mails } = found?.facts ?? {};
  if (found?.step === 'mail') return `${mails} mail`;
  if (found?.step === 'frame') return `frame of ${publisher}`;
  return found ? `chat of ${messages} messages by ${names} names` : '';
}

/** The cells of learnt.tsv; of what the right ones look for in the text, what is found. */
export function asLearnt({ corpus, text }: ReadText, right: Cells): Cells {
  const { language, source, characters, statistics } = corpus;
  const { tokenizer, lowercase, symbols, distinct } = statistics;
  const { encode, join } = createTokenizer(tokenizer, { lowercase });
  const leftOut = 1 - characters / source.characters;
  return {
    language,
    tokenizer,
    symbols: `${symbols}`,
    distinct: `${distinct}`,
    joined: join(encode(text)) === text ? 'same' : 'other',
    found: foundIn(corpus),
    'left out': `${Math.floor(100 * leftOut)} %`,
    begins: text.slice(0, right.begins?.length ?? 0),
    holds: asList(listed(right.holds).filter((part) => text.includes(part))),
    lacks: asList(listed(right.lacks).filter((part) => !text.includes(part))),
  };
}

/** How a story opens: all before its first told symbol. Its symbols bring their blanks themselves, as those of `words` do. */
export function openingOf(story: string, symbols: readonly string[]): string {
  return story.slice(0, story.length - symbols.join('').length);
}

/** Judges told names, one a line, of which the first was given and the last is cut off. */
export function judgeNames(told: string, known: string): string {
  const names = told.trimEnd().split('\n').slice(1, -1);
  const old = new Set(known.split('\n'));
  const made = names.filter((name) => !old.has(name)).length;
  return `${made > names.length / 2 ? 'over half' : 'at most half'} new, ${names.includes('') ? 'some' : 'none'} empty`;
}
