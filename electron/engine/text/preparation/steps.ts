import { authorNotes } from './author-notes/index.ts';
import { blanks } from './blanks.ts';
import { clippings } from './clippings.ts';
import { compatibility } from './compatibility.ts';
import { contents } from './contents.ts';
import { cues } from './cues.ts';
import { divided } from './divided.ts';
import { dropCaps } from './drop-caps.ts';
import { emphasis } from './emphasis.ts';
import { entities } from './entities.ts';
import { footnotes } from './footnotes.ts';
import { asciidoc } from './formats/asciidoc.ts';
import { bbcode } from './formats/bbcode.ts';
import { chordpro } from './formats/chordpro.ts';
import { dokuwiki } from './formats/dokuwiki.ts';
import { extracted } from './formats/extracted.ts';
import { fountain } from './formats/fountain.ts';
import { jira } from './formats/jira.ts';
import { latex } from './formats/latex.ts';
import { org } from './formats/org.ts';
import { restructured } from './formats/restructured.ts';
import { textile } from './formats/textile.ts';
import { troff } from './formats/troff/index.ts';
import { twee } from './formats/twee.ts';
import { usfm } from './formats/usfm.ts';
import { wiki } from './formats/wiki.ts';
import { frame } from './frame/index.ts';
import { illustrations } from './illustrations.ts';
import { links } from './links.ts';
import { mail } from './mail/index.ts';
import { markdown } from './markdown.ts';
import { mojibake } from './mojibake/index.ts';
import { pageMarks } from './page-marks.ts';
import { pages } from './pages.ts';
import { quotes } from './quotes.ts';
import { repeats } from './repeats.ts';
import { ruby } from './ruby.ts';
import { signs } from './signs.ts';
import { screenplay } from './screenplay/index.ts';
import { sounds } from './sounds.ts';
import { stamps } from './stamps/index.ts';
import type { Step } from './step.ts';
import { wrapped } from './wrapped/index.ts';

/** Every step, in the order in which they are done: that of `stepNames`. */
export const steps: readonly Step[] = [
  mojibake,
  signs,
  compatibility,
  authorNotes,
  frame,
  entities,
  extracted,
  usfm,
  twee,
  chordpro,
  asciidoc,
  restructured,
  dokuwiki,
  wiki,
  bbcode,
  latex,
  org,
  fountain,
  jira,
  textile,
  troff,
  mail,
  clippings,
  stamps,
  cues,
  sounds,
  pageMarks,
  illustrations,
  footnotes,
  ruby,
  emphasis,
  pages,
  contents,
  dropCaps,
  divided,
  screenplay,
  wrapped,
  markdown,
  links,
  quotes,
  blanks,
  repeats,
];
