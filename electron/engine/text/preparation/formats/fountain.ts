import { SCENE } from '../../scenes.ts';
import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Headings of parts and what is to come: nothing that is shown. */
const UNREAD = /^(?:#{1,6}[ \t]+\S|=[ \t]+\S|={3,}[ \t]*$)/;
/** Signs that say what a line is, where its words do not; each is a kind of its own. */
const FORCED = /^[ \t]*(?:(\.)(?=[\p{L}\p{N}])|(!)(?=[\p{L}"“(])|(@)(?=\p{L})|(~)(?=\S))/u;
const CENTRED = /^[ \t]*>[ \t]*(\S|\S.*\S)[ \t]*<[ \t]*$/;
const TRANSITION = /^[ \t]*>[ \t]*(?=\p{Lu})/u;
const NUMBER = /(?<![ \t])[ \t]+#[\w.-]{1,12}#[ \t]*$/;
/** With the blank before it, where none follows. */
const NOTE = /(?:[ \t](?=\[\[(?:(?!\[\[|\]\])[^]){0,2000}\]\](?:[\s.,;:!?]|$)))?\[\[(?:(?!\[\[|\]\])[^]){0,2000}\]\]/g;
const DUAL = /[ \t]\^[ \t]*$/;
const STRESS = /(?<![\p{L}\p{N}*_\\])(\*{1,3}|_)(?=[^\s*_])([^\n]{0,300}?[^\s*_\\])\1(?![\p{L}\p{N}*_])/gu;
/** How the page before the first scene begins. */
const TITLE_PAGE = /^(?:Title|Credit|Authors?|Source|Notes|Draft date|Date|Contact|Copyright|Revision):(?:[ \t]|$)/i;
const BONEYARD = /^[ \t]*\/\*/;

/** A line without the signs that say what it is. */
function unforced(line: string, evidence: Evidence): string {
  const centred = CENTRED.exec(line)?.[1];
  if (centred !== undefined) {
    evidence.count('centred');
    return centred;
  }
  const sign = FORCED.exec(line)?.slice(1).find(Boolean);
  if (sign !== undefined) evidence.count(sign);
  if (TRANSITION.test(line)) evidence.count('transition');
  if (DUAL.test(line)) evidence.count('dual');
  return line.replace(TRANSITION, '').replace(FORCED, '').replace(DUAL, '');
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (SCENE.test(line)) {
    evidence.count('scene');
    if (NUMBER.test(line)) evidence.count('number');
    return line.replace(NUMBER, '');
  }
  if (UNREAD.test(line)) {
    evidence.count('unread');
    return undefined;
  }
  const plain = unforced(line, evidence);
  if (!plain.includes('*') && !plain.includes('_')) return plain;
  // one kind may stand in another
  return plain
    .replace(STRESS, '$2')
    .replace(STRESS, '$2')
    .replace(/\\([*_])/g, '$1');
}

function bare(text: string, evidence: Evidence): string | undefined {
  evidence.count('note', text.match(NOTE)?.length ?? 0);
  const whole = text.includes('[[') ? text.replace(NOTE, '') : text;
  if (whole.trim() === '' && text.trim() !== '') return undefined;
  const kept = whole.split('\n').map((line) => bareLine(line, evidence)).filter((line) => line !== undefined); // prettier-ignore
  return kept.length > 0 ? kept.join('\n') : undefined;
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
const marks = (evidence: Evidence) => evidence.places - evidence.of('scene');

const format = (): Format => {
  let begins = true;
  let isTitled = false;
  return {
    marks: MARKS.ink,
    touches({ text, marks }, seen) {
      const isFirst = begins && text.trim() !== '';
      begins &&= !isFirst;
      isTitled = isFirst && TITLE_PAGE.test(text);
      return (
        isTitled ||
        seen ||
        ((marks & MARKS.dot) !== 0 && SCENE.test(text)) ||
        (marks & MARKS.bracket) !== 0 ||
        BONEYARD.test(text)
      );
    },
    apart: (line) =>
      isTitled
        ? { kind: 'title page', closes: false, place: (next) => (next.trim() === '' ? 'last' : 'inside') }
        : BONEYARD.test(line)
          ? {
              kind: 'boneyard',
              closes: true,
              place: (next) => (next.includes('*/') ? 'last' : 'inside'),
              isWhole: line.includes('*/'),
            }
          : undefined,
    depth: (text) => (/\[\[|\]\]/.test(text) ? count(text, '[[') - count(text, ']]') : 0),
    bare,
    isNothing: (evidence) => evidence.of('scene') < 2 || marks(evidence) < 1,
    // a line may begin with a point without one (.NET); only what numbers a scene speaks for itself
    isSure: (evidence) => evidence.of('scene') >= 2 && (evidence.kinds > 2 || evidence.of('number') >= 2),
  };
};

/** Leaves out the marks of Fountain, in which films are written: its page before the first scene, notes, what is struck, headings of parts, forced lines, stress. */
export const fountain: Step = {
  name: 'fountain',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format()),
};
