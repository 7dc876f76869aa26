/** Nothing before one of these is of a manual: its heads, and what its macros are made of. */
export const BEGINS = new Set('TH SH SS Dd Dt Sh TL NH de ds if ie nr tr hw pc so'.split(' '));
export const HEADINGS = new Set('SH SS Sh Ss NH TL SY'.split(' '));
export const PARAGRAPHS = new Set('PP P LP Pp Sp sp AB AE'.split(' '));
export const TAGGED = new Set('TP TQ HP IP It'.split(' '));
export const FONTS = new Set('B I R SM SB BR RB BI IB IR RI CW'.split(' '));
export const BREAKS = new Set('br RS RE in ti ce fi nf EX EE Bl El Bd Ed bp ne YS Rs Re Lp AU AI'.split(' '));
/** What follows is read where they hold. */
export const CONDITIONS = new Set(['if', 'ie', 'el']);
export const UNFILLED = new Set(['nf', 'EX', 'Vb', 'DS']);
export const FILLED = new Set(['fi', 'EE', 'Ve', 'DE', 'Ed']);
/** What a macro is made of, what is left out, tables: as far as the request that ends them. */
export const APART: ReadonlyMap<string, string> = new Map([
  ...['de', 'de1', 'am', 'am1', 'ig'].map((name) => [name, '.'] as const),
  ...['TS TE', 'FS FE', 'EQ EN', 'PS PE'].map((ends) => ends.split(' ') as [string, string]),
]);
/** Which of its words may name another end. */
export const NAMES_END: ReadonlyMap<string, number> = new Map([['de', 1], ['de1', 1], ['am', 1], ['am1', 1], ['ig', 0]]); // prettier-ignore
/** Two or more small letters behind a capital one, or two capitals that are none of man's: mdoc's. */
export const MDOC = /^(?:[A-Z][a-z][a-z]?|%[A-Z]|D1)$/;
export const SILENT = new Set('Dd Dt Os TH Bk Ek Sm Bl El Bd Ed Rs Re Xo Xc'.split(' '));
/** Of other packages, or of the reader's own: what they say is in their words, but for those that say how a page looks. */
export const CAPITALS = /^[A-Z][A-Z0-9]{0,3}$/;
export const LOOKS = new Set('PD DT IX UC AT ND DA PT HX KS KE KF EF OF EH OH CH LH RH CF LF RF LG NL TA AL BL DL ML VL LE SK NS TC XS XE'.split(' ')); // prettier-ignore
export const OF_MAN: ReadonlyMap<string, (words: readonly string[]) => string> = new Map([
  ['OP', (words: readonly string[]) => `[${words.join(' ')}]`],
  ['MR', ([page, section, mark = '']: readonly string[]) => `${page}${section ? `(${section})` : ''}${mark}`],
]);
