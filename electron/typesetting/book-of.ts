import type { Book, Booklet, BookletContent, PieceTold } from '../contract/booklet.ts';
import { languageFacts } from '../contract/languages.ts';
import { cutText, LONGEST } from '../contract/limits.ts';
import { isGreedy } from '../contract/story.ts';
import type { book, told } from '../messages/en/told.ts';
import type { Translator } from '../messages/translator.ts';
import { writeNumber } from '../messages/write-number.ts';

/** What can say what Aesop itself says in a book: page and terminal alike. */
type Says = Pick<
  Translator<{ texts: { book: typeof book; told: typeof told }; errors: Record<never, never> }>,
  'language' | 'text'
>;

const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/i;

/** A language that is known, else that of the interface. */
const tagOf = (known: string, { language }: Says): string =>
  TAG.test(known) && known !== 'und' ? known : languageFacts(language).tag;

/** @returns its title, or what it goes by without one */
export const titleOfBooklet = ({ title }: { title: string }, says: Pick<Says, 'text'>): string =>
  title.trim() || says.text('book.untitled');

/** How a piece was told, in a line. */
export function noteOf({ modelName, step, sampling }: PieceTold, says: Pick<Says, 'text'>): string {
  const chance: [string, string | number][] = !sampling
    ? []
    : isGreedy(sampling)
      ? [[says.text('told.manner'), says.text('told.article')]]
      : [
          [says.text('told.temperature'), writeNumber(sampling.temperature)],
          [says.text('told.seed'), String(sampling.seed)],
        ];
  const facts: [string, string | number][] = [
    [says.text('told.by'), modelName || says.text('told.modelGone')],
    ...(step === undefined ? [] : [[says.text('told.steps'), step] as [string, number]]),
    ...chance,
  ];
  return facts.map(([name, value]) => says.text('told.fact', { name, value })).join(' · ');
}

/** The language that most of its characters are in. */
function languageOf({ pieces }: Pick<BookletContent, 'pieces'>, says: Says): string {
  const sizes = new Map<string, number>();
  for (const { told, text } of pieces) sizes.set(told.language, (sizes.get(told.language) ?? 0) + text.length);
  return tagOf([...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und', says);
}

/** A booklet as it is printed or saved in a language: the same book until it is changed. */
export function bookOf(booklet: BookletContent & Pick<Booklet, 'changedAt'>, says: Says): Book {
  const { author, line, notes, ownPages, pieces, changedAt } = booklet;
  return {
    title: titleOfBooklet(booklet, says),
    author: author.trim(),
    line: line.trim(),
    language: languageOf(booklet, says),
    contents: says.text('book.contents'),
    date: changedAt,
    ownPages,
    pieces: pieces.map(({ heading, text, told }) => ({
      ...{ heading: heading.trim(), text, language: tagOf(told.language, says) },
      note: notes ? cutText(noteOf(told, says), LONGEST.sentence) : '',
    })),
  };
}
