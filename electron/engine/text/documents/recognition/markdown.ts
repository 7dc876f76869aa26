import { isScreenplay } from '../../scenes.ts';
import { isOfJoplin } from '../readers/joplin.ts';
import type { TextHead } from './decoded-head.ts';

const NAMED = /\.(md|markdown|mdown|mkd|mkdn)$/i;
/** What only Markdown is built of: headings between blank lines, fenced code, a rule under a table's head, front matter. */
const BUILT = [/(^|\n\n)#{1,6} \S[^\n]*\n(\n|$)/, /^(?:(?!```)[^\n]*\n)*```[^\n`]*\n[^]*?\n```\s*(\n|$)/, /\n\|?[^\S\n]{0,9}:?-{3,}:?[^\S\n]{0,9}\|[-| :]*\n/, /^---\n[\w-]+:[^]*?\n---\n/, /^\+\+\+\n[\w-]+ ?=[^]*?\n\+\+\+\n/]; // prettier-ignore
/** What it marks words with. */
const MARKED = [/\[[^\]\n]{1,300}\]\([^)\s]+\)/, /!\[[^\]\n]{0,300}\]\(/, /(^|\s)\*\*[^*\s][^*\n]*\*\*/, /(^|\s)__(?!\w+__)[^_\s][^_\n]*__/, /(^|\s)\*[^*\s][^*\n]*\*(\W|$)/, /(^|\s)`[^`\n]+`/, /\n\[[^\]\n]+\]: \S+/]; // prettier-ignore
const WEAK = [
  /(^|\n) {0,3}[-*+] \S/,
  /(^|\n)> /,
  /\n(={3,}|-{3,})\n/,
  /(^|\s)_[^_\s][^_\n]*_(\W|$)/,
  /(^|\n)#{1,6} \S/,
];
const CODE_LINE =
  /[;{}]\s*$|^\s*(import|from|def|class|function|const|let|var|return|if|for|while|#include|#!)\b.*[:;({)]?$|\w = \S/;
const SOURCE_SHARE = 0.2;
/** What scripts begin with, and what Perl writes its manual in. */
const SCRIPT = /^#!\s?\/|\n=(?:head[1-4]|pod|over|begin)\b[^\n]*\n/;

const count = (patterns: readonly RegExp[], text: string) => patterns.filter((pattern) => pattern.test(text)).length;

/**
 * Whether a text is Markdown: built as one and with words marked, so that no hash of a comment and no single asterisk makes
 * one, nor the headings and notes of a screenplay. What is named so needs one mark.
 */
export function isMarkdown({ text }: TextHead, name: string): boolean {
  const built = count(BUILT, text);
  const marked = count(MARKED, text);
  if (NAMED.test(name)) return isOfJoplin(text) || built + marked + count(WEAK, text) > 0;
  if (built === 0 || built + marked < 2 || isScreenplay(text) || SCRIPT.test(text)) return false;
  const outside = text
    .replace(/(^|\n)```[^]*?\n```/g, '')
    .split('\n')
    .filter((line) => line.trim());
  return outside.filter((line) => CODE_LINE.test(line)).length <= outside.length * SOURCE_SHARE;
}
