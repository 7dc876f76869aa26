import { withoutEscapes } from './escapes.ts';
import type { Strings } from './strings.ts';

/** What a page has defined so far. */
export interface Defined {
  readonly strings: Strings;
  readonly registers: ReadonlyMap<string, number>;
}

const REGISTER = '\\\\n(?:\\((..)|\\[([^\\]\\n]{1,40})\\]|(.))';
const NUMBER = new RegExp(`^(?:${REGISTER}|(\\d{1,6}))(?:([=<>]=?)(?:${REGISTER}|(\\d{1,6})))?$`);
const COMPARED = /^(['"])((?:(?!\1)[^])*)\1((?:(?!\1)[^])*)\1/;
/** Of a terminal: lines that are no typesetter's, an odd page. */
const HOLDS: Readonly<Record<string, boolean>> = { n: true, o: true, t: false, e: false, v: false };

/** Where a condition in brackets, or else as far as a blank, ends. */
function endOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const isName = text.startsWith('\\n(', at) || text.startsWith('\\*(', at);
    if (isName) at += 2;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (depth <= 0 && (text[at] === ' ' || text[at] === '\t' || text.startsWith('\\{', at))) return at;
  }
  return text.length;
}

function numeric(text: string, { registers }: Defined): boolean {
  const found = NUMBER.exec(text.replace(/^\(([^]*)\)$/, '$1'));
  if (!found) return false;
  const [, two, any, one, plain, sign, otherTwo, otherAny, otherOne, otherPlain] = found;
  const value = (digits: string | undefined, name = '') =>
    digits === undefined ? (registers.get(name) ?? (name === '.g' ? 1 : 0)) : Number(digits);
  const left = value(plain, two ?? any ?? one);
  if (!sign) return left > 0;
  const right = value(otherPlain, otherTwo ?? otherAny ?? otherOne);
  if (left === right) return sign.includes('=');
  return sign.startsWith('<') ? left < right : sign.startsWith('>') && left > right;
}

/** Whether a condition holds where a page is read in a terminal, and what stands behind it. */
export function conditionOf(text: string, defined: Defined): { holds: boolean; rest: string } {
  const trimmed = text.trimStart();
  const isNot = trimmed.startsWith('!');
  const said = isNot ? trimmed.slice(1) : trimmed;
  const compared = COMPARED.exec(said);
  const named = /^[drcm] ?(\S+)/.exec(said);
  let holds: boolean;
  let end: number;
  if (compared) {
    const [left, right] = compared.slice(2).map((side) => withoutEscapes(side, defined.strings));
    [holds, end] = [left === right, compared[0].length];
  } else if (/^[nteov](?![\w(])/.test(said)) [holds, end] = [HOLDS[said[0]], 1];
  else if (named) [holds, end] = [defined.strings.has(named[1]) || defined.registers.has(named[1]), named[0].length];
  else {
    end = endOf(said);
    holds = numeric(said.slice(0, end), defined);
  }
  return { holds: holds !== isNot, rest: said.slice(end).trimStart() };
}
