import type { OmittedKind } from '../../../../contract/document.ts';

/** Groups whose text is not the story's: tables of fonts and styles, notes, heads of pages, pictures, what fields compute, Scrivener's asides. */
export const SKIPPED = new Set(
  (
    'colortbl info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor ' +
    'atntime atndate atnicn atnref bkmkstart bkmkend listtable listoverridetable rsidtbl generator themedata ' +
    'colorschememapping xmlnstbl nonshppict datafield pn pntext pntxta pntxtb listtext tc tcn xe rxe template filetbl ' +
    'revtbl latentstyles private userprops docvar objdata objclass objname sp picprop mmathPr ftnsep ftnsepc ftncn aftnsep ' +
    'aftnsepc aftncn datastore passwordhash blipuid operator falt panose Scrv'
  ).split(' '),
);
/** Those of them that the writer would miss. */
export const OMITTED: Readonly<Record<string, OmittedKind>> = {
  footnote: 'notes',
  annotation: 'comments',
  Scrv: 'comments',
  header: 'heads',
  headerl: 'heads',
  headerr: 'heads',
  headerf: 'heads',
  footer: 'heads',
  footerl: 'heads',
  footerr: 'heads',
  footerf: 'heads',
};
/** Optional groups that do hold text: boxes drawn over the page. */
export const KEPT = new Set(['shpinst', 'shptxt', 'shprslt']);

/** Control words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
};
