import type { StepName } from '../../../contract/preparation.ts';
import { isBlank, type Line } from './line.ts';

/** What only programs begin with. */
const BEGINS = /^(?:#!\s?\/|\/\*|\/\/ |#include\b|#ifndef\b|#pragma\b|<\?php\b)/;
/** How lines begin, and end, that no sentence does: words and signs of many languages of programs. */
const SAYS =
  /^(?:#\s?(?:include|ifn?def|if|define|endif|undef|pragma)\b|import [\w{*"'.]+|from [\w.]+ import\b|@\w+(?:\(|$)|def \w+\(|class \w.*[:{(]$|(?:export|public|private|protected|static|const|let|var|function|func|fn|local|sub|my|use|require|package|namespace|struct|typedef|return|syn|proc|if|for|while|try|else|elif|end)\b.*[;{(=:]$|<\?|#!\/|\/\/|\/\*|\*\/|[\w.$@%[\]'"-]+ ?[:+.|]?= ?\S|\w[\w.]*\(.*\)[;,]?$|[})\]][})\];,]*$|end;?$)|[)\]}\w>] ?\{$|\)(?: -> .*)?:$|[)\]}"'];$/;
/** Commands of LaTeX, templates and headings are a writer's, who may use many of them; a comment of a shell looks like one. */
const NEITHER = /^[\\#](?!\s?(?:include|ifn?def|if|define|endif|undef|pragma)\b)|^\{/;
const INDENTED = /^\s/;
/** So many lines that stand at the edge tell, and so large a share of them. */
const LEAST = 5;
const SHARE = 0.3;
/** What is longer is no line of a program. */
const LONGEST = 400;

/** Whether the beginning of a text is that of a program, whose comments are prose. */
export function isProgram(lines: readonly Line[]): boolean {
  const first = lines.find((line) => !isBlank(line));
  if (first && BEGINS.test(first.text)) return true;
  let edge = 0;
  let says = 0;
  for (const line of lines) {
    if (isBlank(line) || INDENTED.test(line.text) || NEITHER.test(line.text)) continue;
    edge++;
    if (line.text.length <= LONGEST && SAYS.test(line.text.trimEnd())) says++;
  }
  return edge >= LEAST && says >= SHARE * edge;
}

/** What is only named in a program: its marks mean something else there, and its comments stand as their author set them. */
export const UNSURE_IN_PROGRAMS: ReadonlySet<StepName> = new Set<StepName>([
  'rst',
  'org',
  'asciidoc',
  'dokuwiki',
  'textile',
  'jira',
  'footnotes',
  'emphasis',
  'ruby',
  'pages',
  'contents',
  'dropcaps',
  'divided',
  'wrapped',
  'entities',
]);
