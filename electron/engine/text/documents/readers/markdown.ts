import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { linesOf } from '../lines-of.ts';
import { markdownJsonIn, markdownOf } from '../json/markdown-json.ts';
import { Flow } from '../markup/flow.ts';
import { wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import { isVerse } from './markdown-verse.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { JoplinFacts } from './joplin.ts';
import { isTitle, isTitleGoingOn, PandocLines } from './markdown-pandoc.ts';
import { writeMarkdown } from './markdown-text.ts';

/** A stretch of so many units is parsed at once: what its parser takes may grow by the square of it. */
const STRETCH = 16 * 1024;
/** Quotations and lists in one another beyond which marks are no marks; each level costs as much as the text below it. */
const MOST_NESTED = 20;
const NESTED = new RegExp(`^([ \\t]*([>*+-]|\\d{1,9}[.)])){${MOST_NESTED},}[ \\t]*`);
/** Brackets that may open a link, on a line: those beyond are escaped, since each is tried with each. */
const MOST_BRACKETS = 200;
/** How many times as long as of other texts it takes to read so much. */
const COST = 12;
/** A line in which nothing can be a mark: most of a novel's, and parsing takes thirty times as long as looking. */
const PLAIN = /^[^\s*_`[\]<&\\#>~|=+\-\d:%][^*_`[\]<&\\~|]*(?<! {2})$/;
/** Marks that programs have added. */
const ADDED = /==|%%|\s\^[\w-]+$/;
const OPENS = /<!--|<(script|pre|style|textarea)\b/i;
const CLOSES = /-->|<\/(script|pre|style|textarea)>/i;
const FENCE = /^ {0,3}(`{3,200}|~{3,200})/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,300}\]:\s*\S/;
/** Of links that are named, so much is known to each stretch. */
const MOST_DEFINITIONS = 2 * 1024;

/** Pictures that stand in the text themselves, as Google Docs writes them: longer than the story, and nothing of it. */
const DATA = /data:[\w.+-]{1,60}\/[\w.+-]{1,80};base64,[\w+/=%-]+/g;
/** A line that is for the program that makes a page of it (Jekyll, Hugo). */
const TEMPLATE = /^\s*\{(?:\{[<%].*[>%]\}|%.*%)\}\s*$/;
const TASK = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]\s+/;

/** A line without what is neither words nor a mark for words. */
function wordsIn(line: string): string {
  if (line.includes('{') && TEMPLATE.test(line)) return '';
  const plain = line.includes(';base64,') ? line.replace(DATA, 'data:,') : line;
  return plain.includes('[') ? plain.replace(TASK, '$1') : plain;
}

/** A line without what takes a parser of Markdown very long. */
function tamed(line: string): string {
  const plain = line.replace(NESTED, '');
  const brackets = plain.match(/[[*_`<&]/g)?.length ?? 0;
  return brackets > MOST_BRACKETS + plain.length / 10 ? plain.replace(/[[\]*_`<&]/g, '') : plain;
}

/** Markdown: what is written, without marks; code stays as text, front matter is left out. */
export function readMarkdown(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.markdown') };
  const text = textOf(source);
  const flow = new Flow();
  const within = markdownJsonIn(decodedHead(source).text);
  const facts = new JoplinFacts();
  const pandoc = new PandocLines();
  let stretch: string[] = [];
  let length = 0;
  let fence = '';
  /** of a paragraph without any mark */
  let plain: string[] = [];
  let afterBlank = true;
  /** in a comment or a script, which blank lines do not end */
  let aside = false;
  let matter: 'may begin' | 'open' | 'title' | 'over' = within ? 'over' : 'may begin';
  let definitions = '';

  const parse = () => {
    if (!length) return;
    const markdown = stretch.join('\n');
    stretch = [];
    length = 0;
    // what a link is called elsewhere in the text so far is known to its parser
    source.watch.work(COST * markdown.length, () => writeMarkdown(`${markdown}\n\n${definitions}`, flow));
  };
  const take = (written: string) => {
    const line = fence ? written : wordsIn(written);
    if (matter === 'may begin' && line.trim()) {
      matter = /^(---|\+\+\+)\s*$/.test(line) ? 'open' : isTitle(line) ? 'title' : 'over';
      if (matter !== 'over') {
        flow.omissions.add('matter');
        return;
      }
    } else if (matter === 'open') {
      if (/^(---|\+\+\+|\.\.\.)\s*$/.test(line)) matter = 'over';
      return;
    }
    if (matter === 'title') {
      if (isTitleGoingOn(line)) return;
      matter = 'over';
    }
    if (!fence && DEFINITION.test(line)) {
      if (!/^ {0,3}\[\^/.test(line) && definitions.length < MOST_DEFINITIONS) definitions += `${line}\n`;
      // the words of a note; its number is left out everywhere
      if (/^ {0,3}\[\^/.test(line)) {
        flow.omissions.add('notes');
        return;
      }
    }
    const mark = FENCE.exec(line)?.[1];
    if (mark && (!fence || (mark[0] === fence[0] && mark.length >= fence.length))) fence = fence ? '' : mark;
    if (OPENS.test(line)) aside = true;
    const isPlain = !fence && !aside && PLAIN.test(line) && !ADDED.test(line);
    if (aside && CLOSES.test(line)) aside = false;
    if (isPlain && (plain.length || afterBlank)) {
      if (!plain.length) parse();
      plain.push(line);
    } else if (plain.length && !line.trim()) {
      const verse = isVerse(plain);
      for (const words of plain) {
        flow.collapse(` ${words}`);
        if (verse) flow.breakLine();
      }
      flow.endParagraph();
      plain = [];
    } else {
      // what began as plain lines is none, such as a heading with a rule under it
      for (const words of plain.splice(0)) put(words);
      put(line);
    }
    afterBlank = !line.trim();
  };
  const put = (written: string) => {
    const line = fence ? written : pandoc.take(written, stretch);
    if (line === undefined) return;
    for (let at = 0; at === 0 || at < line.length; at += STRETCH) {
      const piece = fence ? line.slice(at, at + STRETCH) : tamed(line.slice(at, at + STRETCH));
      stretch.push(piece);
      length += piece.length + 1;
      if (length > 2 * STRETCH && fence) {
        // what is parsed next is still code
        stretch.push(fence);
        parse();
        stretch.push(fence);
      } else if (length > 2 * STRETCH || (length > STRETCH && !fence && !line.trim())) parse();
    }
  };
  async function* chunks(): AsyncGenerator<string> {
    const { watch } = source;
    const written = within
      ? markdownOf(text.chunks, within, { called, watch, omissions: flow.omissions })
      : text.chunks;
    for await (const lines of linesOf(written, called)) {
      for (const line of lines) facts.take(line).forEach(take);
      yield flow.take();
    }
    facts.end().forEach(take);
    take('');
    parse();
    if (!flow.lines) throw wordless(called);
    yield flow.end();
  }
  return { ...text, chunks: chunks(), found: () => ({ kind: 'markdown', ...flow.omissions.found }) };
}
