import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

const HEADING = /^[ \t]*(={1,6})[ \t]*([^=\s](?:.{0,300}\S)?)[ \t]*\1[ \t]*$/;
const LIST = /^(?:[*#]+[ \t]?|[:;]+[ \t]*(?=\S))/;
const RULE = /^-{4,}\s*$/;
/** Links that show no words: pictures, categories, the same page in other languages. */
const SHOWN_ELSEWHERE =
  /^:?(?:file|image|media|category|datei|bild|kategorie|fichier|catégorie|archivo|imagen|categoría|ficheiro|imagem|categoria|immagine|bestand|categorie|plik|grafika|файл|изображение|категория|文件|檔案|图像|圖像|分类|分類|ファイル|画像|カテゴリ|파일|분류)\s*:/iu;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,8})?:(?! )/;
/** Templates whose last part is words of the text. */
const QUOTING = /^(?:lang|lang-[a-z]+|nowrap|nobr|quote|cquote|blockquote|zitat|citation bloc|small|big|transl|em|smallcaps|sc)\s*\|/i; // prettier-ignore
const MOST_ROUNDS = 12;

function template(inner: string): string {
  return QUOTING.test(inner) ? inner.slice(inner.lastIndexOf('|') + 1).replace(/^\s*(?:text|1)\s*=/, '') : '';
}

function link(inner: string): string {
  if (SHOWN_ELSEWHERE.test(inner) || LANGUAGE.test(inner)) return '';
  const bar = inner.lastIndexOf('|');
  const shown = bar < 0 ? inner.replace(/^:/, '') : inner.slice(bar + 1);
  // [[Paris (Texas)|]] shows the name alone
  return shown || inner.slice(0, bar).replace(/(?<!\s)\s*\([^()]*\)$|,[^]*/, '');
}

/** From the innermost outwards, so that none is torn. */
function rounds(text: string, pattern: RegExp, bare: (inner: string) => string): string {
  let before = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const after = before.replace(pattern, (_, inner: string) => bare(inner));
    if (after === before) return after;
    before = after;
  }
  return before;
}

function bareLine(line: string): string | undefined {
  if (RULE.test(line) || /^\s*#(?:redirect|weiterleitung|redirection)\b/i.test(line)) return undefined;
  if (line.startsWith('=') || line.trimStart().startsWith('=')) {
    const heading = HEADING.exec(line);
    if (heading) return heading[2];
  }
  return line.replace(LIST, '');
}

function bare(text: string, evidence: Evidence): string | undefined {
  const count = (kind: string, pattern: RegExp) => evidence.count(kind, text.match(pattern)?.length ?? 0);
  count('heading', /^(={1,6})(?=[ \t]*[\p{L}\p{N}])[^=\n]{1,300}\1[ \t]*$/gmu);
  count('table', /^[ \t:]*\{\|/gm);
  count('link', /\[\[[^[\]\n]{1,200}\]\]/g);
  count('stress', /'{2,5}(?=[^'\s])[^'\n]{1,200}'{2,5}/g);
  count('template', /\{\{[^{}]{1,400}\}\}/g);
  count('note', /<ref\b[^<>]{0,200}>/gi);
  let left = text;
  if (left.includes('<'))
    left = left
      .replace(/<!--(?:(?!<!--|-->)[^])*-->/g, '')
      .replace(/<ref\b[^<>]{0,400}\/>/gi, '')
      .replace(/<(ref|gallery|math|timeline|imagemap|score)\b[^<>]{0,400}>(?:(?!<\1\b)[^])*?<\/\1>/gi, '')
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<\/?(?:nowiki|small|big|sup|sub|center|div|span|poem|blockquote|i|b|u|s|references|noinclude|includeonly|onlyinclude)\b[^<>]{0,400}>/gi, ''); // prettier-ignore
  if (left.includes('{{')) left = rounds(left, /\{\{([^{}]*)\}\}/g, template);
  if (left.includes('{|')) left = left.replace(/^[ \t:]*\{\|(?:(?!^[ \t:]*\{\|)[^])*?^[ \t]*\|\}[ \t]*$/gm, '');
  if (left.includes('[[')) left = rounds(left, /\[\[([^[\]]*)\]\]/g, link);
  if (left.includes('['))
    left = left.replace(/\[(?:https?|ftp):\/\/[^\s\]]*(?:[^\S\n]+((?:[^\s\]][^\]\n]*)?))?\]/g, '$1');
  if (left.includes("''")) left = left.replace(/'{2,5}/g, '');
  if (left.includes('__')) left = left.replace(/__[A-Z]{3,20}__/g, '');
  const lines = left.split('\n').map(bareLine);
  // what a template leaves of its line is no line
  const wrote = text.split('\n').length;
  const kept = lines.filter((line) => line !== undefined && (wrote === 1 || line.trim() !== ''));
  return kept.length > 0 ? kept.join('\n') : undefined;
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

const FORMAT: Format = {
  marks: MARKS.code | MARKS.straightQuote | MARKS.markup | MARKS.tag | MARKS.hyphens,
  touches: ({ text, marks }, seen) =>
    (marks & MARKS.code) !== 0 ||
    text.includes("''") ||
    (seen && ('*#:;-'.includes(text[0] ?? '~') || text.includes('<'))),
  depth(text) {
    if (
      !text.includes('{') &&
      !text.includes('}') &&
      !text.includes('[[') &&
      !text.includes(']]') &&
      !/[<>]/.test(text)
    )
      return 0;
    const notes = (text.match(/<ref\b[^<>]{0,400}(?<!\/)>/gi)?.length ?? 0) - count(text, '</ref>');
    const templates = count(text, '{{') - count(text, '}}');
    const tables = /^[ \t:]*\{\|/.test(text) ? 1 : /^[ \t]*\|\}(?!\})/.test(text) ? -1 : 0;
    return (
      templates + tables + notes + count(text, '[[') - count(text, ']]') + count(text, '<!--') - count(text, '-->')
    );
  },
  bare,
  isNothing: (evidence) => evidence.kinds < 2 && evidence.places < 3,
  isSure: (evidence) =>
    evidence.places >= 4 &&
    evidence.kinds >= 2 &&
    ['heading', 'link', 'note', 'stress', 'table'].reduce((sum, kind) => sum + evidence.of(kind), 0) >= 3 &&
    evidence.of('link') + evidence.of('heading') > 0,
};

/** Leaves out the marks of wikis: of headings, stress and links, with templates, notes, pictures and categories. */
export const wiki: Step = { name: 'wiki', leads: 'where sure', open: (opening) => new FormatStage(opening, FORMAT) };
