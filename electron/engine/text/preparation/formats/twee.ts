import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Its name, behind which may stand tags and where it stands on a map. */
const PASSAGE = /^::\s?(?=[^\s:])([^[{\n]{1,200})(?:\[[^\]\n]{0,200}\]\s?)?(?:\{[^{}\n]{0,200}\}\s?)?$/;
/** Passages that nobody reads. */
const UNREAD =
  /^::\s?(?:StoryData|StorySettings|UserScript|UserStylesheet|Story(?:Init|Caption|Menu|Interface|Script|Stylesheet))\b|^::[^\n[]{1,200}\[(?:script|stylesheet|[^\]\n]{0,100}\b(?:script|stylesheet))\]\s*(?:\{[^{}\n]{0,200}\}\s*)?$/;
const LINK = /\[\[([^[\]\n]{1,300})\]\]/g;
/** What SugarCube and Harlowe are told to do. */
const MACRO =
  /<<[^<>\n]{0,500}>>|\((?:set|put|move|if|unless|else-?if|else|display|print|link|link-goto|goto|go-to|live|stop|event|transition|text-style|align|cond|either|random):[^()\n]{0,300}\)/gi;

/** What a link shows. */
function shownOf(inner: string): string {
  const [, to] = /->([^[\]]{0,300})$/.exec(inner) ?? [];
  if (to !== undefined) return inner.slice(0, inner.lastIndexOf('->'));
  const from = inner.indexOf('<-');
  return from >= 0 ? inner.slice(from + 2) : inner.split('|', 1)[0];
}

/** Where a link leads. */
function targetOf(inner: string): string {
  const parts = inner.includes('->')
    ? inner.split('->')
    : inner.includes('<-')
      ? inner.split('<-').reverse()
      : inner.split('|');
  return parts.at(-1)?.trim() ?? '';
}

/** Counts what links lead to passages: elsewhere lines begin with colons, too, and brackets stand round other things. */
function follow(kind: 'to' | 'of', other: 'to' | 'of', name: string, evidence: Evidence): void {
  evidence.count(`${kind} ${name}`);
  if (evidence.of(`${other} ${name}`) > 0) evidence.count('led');
}

function bare(text: string, evidence: Evidence): string | undefined {
  const [, passage] = PASSAGE.exec(text) ?? [];
  if (passage !== undefined) {
    evidence.count('passage');
    follow('of', 'to', passage.trim(), evidence);
    return undefined;
  }
  for (const [, inner] of text.matchAll(LINK)) follow('to', 'of', targetOf(inner), evidence);
  const left = text.replace(LINK, (_, inner: string) => shownOf(inner)).replace(MACRO, '');
  return left.trim() === '' && text.trim() !== '' ? undefined : left;
}

const FORMAT: Format = {
  marks: MARKS.ink,
  // brackets are many texts' own
  touches: ({ text }, seen) =>
    (text.charCodeAt(0) === 58 && text.startsWith('::')) || (seen && /\[\[|<<|\(/.test(text)),
  apart: (line) =>
    UNREAD.test(line)
      ? { kind: 'unread', closes: false, place: (next) => (next.startsWith('::') ? 'behind' : 'inside') }
      : undefined,
  depth: () => 0,
  bare,
  isNothing: (evidence) => evidence.of('passage') < 2,
  isSure: (evidence) => evidence.of('passage') >= 2 && evidence.of('led') + evidence.of('unread') >= 2,
};

/** Leaves out the marks of Twee, in which stories of Twine are written: names of passages, targets of links, macros, scripts. */
export const twee: Step = { name: 'twee', leads: 'where sure', open: (opening) => new FormatStage(opening, FORMAT) };
