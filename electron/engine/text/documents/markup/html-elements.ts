import type { OmittedKind } from '../../../../contract/document.ts';

/** Elements that begin and end a line. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form header hgroup html legend li main menu ol optgroup p pre search section summary table tbody tfoot ' +
    'thead tr ul noframes'
  ).split(' '),
);
export const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
export const KEPT_BLANKS = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/**
 * Elements that are no text of the page's writer: programs and styles, what stands in for other media, controls, second
 * versions of a word (ruby), what was struck out by an editor, and menus: they come back on every page of a site, and a
 * model would learn them better than the story.
 */
export const LEFT_OUT = new Set(
  (
    'head title script style noscript template iframe object embed applet canvas audio video svg map select button textarea ' +
    'datalist input progress meter rt rp del nav annotation annotation-xml frameset en-crypt'
  ).split(' '),
);

/** Those of them that the writer would miss. */
const OMITTED: Readonly<Record<string, OmittedKind>> = { del: 'deletions', nav: 'furniture', rt: 'readings' };

/** What an element is for, where it says so (ARIA, EPUB): menus, and notes with the marks that lead to them. */
const LEFT_OUT_ROLES = new Set(
  (
    'navigation menu menubar toolbar search doc-noteref doc-backlink doc-endnotes doc-footnote doc-endnote doc-toc ' +
    'doc-pagebreak doc-pagelist noteref footnote footnotes endnote endnotes rearnote rearnotes pagebreak page-list toc ' +
    'landmarks annoref'
  ).split(' '),
);
/** Of these: marks that lead to a note and back, and numbers of pages, that nobody would miss; and notes. */
const MARKS = /^(?:doc-)?(?:noteref|backlink|pagebreak|annoref)$/;
const NOTE_ROLES = /^(?:doc-)?(?:foot|end|rear)notes?$/;
/**
 * What sites and their programs (WordPress, MediaWiki, themes) put round what somebody wrote, by the names that they give it:
 * ways past and through the site, who shares and who answers, marks to edit by.
 */
const FURNITURE = new Set(
  (
    'skip-link skip-to-content screen-reader-text sr-only visually-hidden site-header site-footer navbar breadcrumb ' +
    'breadcrumbs page-links post-navigation posts-navigation nav-links widget-area sharedaddy ' +
    'share-buttons social-share addtoany_share_save_container entry-meta post-meta entry-footer post-tags comments-area ' +
    'comment-list comment-respond disqus_thread related-posts jp-relatedposts cookie-banner cookie-notice ' +
    'mw-editsection mw-jump-link mw-cite-backlink mw-references-wrap mw-indicators sitesub contentsub jump-to-nav catlinks ' +
    'printfooter navbox navbox-styles reflist hatnote inline-template ambox'
  ).split(' '),
);
/** The same, but behind another name such a word says how a page is laid out, which may hold all of its text. */
const FURNITURE_FIRST = new Set(['sidebar', 'pagination', 'advertisement']);
const HOLDS_THE_PAGE = new Set(['html', 'body', 'main', 'article']);
const namesOf = (names: string | undefined) =>
  names && names.length < 1_000 ? names.toLowerCase().split(/\s+/, 32) : [];

/** Words of these for a person who hears the page or edits it: small, many and none of the text. */
const SMALL = new Set(
  'skip-link skip-to-content screen-reader-text sr-only visually-hidden mw-editsection mw-jump-link mw-cite-backlink'.split(
    ' ',
  ),
);
const REFERENCES = new Set(['reflist', 'mw-references-wrap']);

/**
 * Notes at the foot of a page or the end of a document, as pandoc, LibreOffice and Word write them without saying a role, and
 * numbers of printed pages and of verses, as publishers do. Calibre numbers the classes of one name.
 */
const NOTES = /(^|\s)(footnotes?|endnotes?|rearnotes?|(page|line)[-_]?(num|no|number)|lnum)\d{0,3}(\s|$)/i;
const NUMBER = /(^|\s)((page|line)[-_]?(num|no|number)|lnum)\d{0,3}(\s|$)/i;
const STANZA = /(^|\s)(stanza|linegroup)(\s|$)/i;
const NOTES_ID = /^sd(foot|end)note\d+$/i;
/** Word's marks of lists are hidden by none of these, but are no text either. */
const HIDDEN_STYLE =
  /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*(foot|end)note)/i;

/** Whether an element of a site's page is none of the writer's, by what its makers call it. */
export function isFurniture(name: string, { id, class: classes }: Readonly<Record<string, string>>): boolean {
  if (HOLDS_THE_PAGE.has(name)) return false;
  const [called, named] = [namesOf(classes), namesOf(id)];
  const isFirst = [...called.slice(0, 1), ...named].some((each) => FURNITURE_FIRST.has(each));
  return isFirst || [...called, ...named].some((each) => FURNITURE.has(each));
}

/** What is left out with an element that is furniture, or stands beside the page. */
export function furnitureIn({ id, class: classes }: Readonly<Record<string, string>>): OmittedKind | undefined {
  const called = [...namesOf(classes), ...namesOf(id)];
  if (called.some((each) => REFERENCES.has(each))) return 'notes';
  return called.some((each) => SMALL.has(each)) ? undefined : 'furniture';
}

const rolesOf = ({ role, 'epub:type': type }: Readonly<Record<string, string>>) =>
  [role, type].flatMap((roles) => roles?.toLowerCase().split(/\s+/, 8) ?? []);
const isHidden = ({ hidden, style }: Readonly<Record<string, string>>) =>
  (hidden !== undefined && hidden !== 'until-found') ||
  (style !== undefined && style.length < 10_000 && HIDDEN_STYLE.test(style));
const isNote = ({ class: classes, id }: Readonly<Record<string, string>>) =>
  (classes !== undefined && classes.length < 1_000 && NOTES.test(classes)) || (id !== undefined && NOTES_ID.test(id));

/** Whether an element is left out, by what its attributes say. */
export function isLeftOut(attributes: Readonly<Record<string, string>>): boolean {
  const { title } = attributes;
  // what LibreOffice writes round the heads and feet of its pages
  if (title === 'header' || title === 'footer') return true;
  return isHidden(attributes) || isNote(attributes) || rolesOf(attributes).some((role) => LEFT_OUT_ROLES.has(role));
}

/** What the writer would miss of an element that is left out by its name or its attributes. */
export function omittedIn(name: string, attributes: Readonly<Record<string, string>>): OmittedKind | undefined {
  const { title, style = '', class: classes = '' } = attributes;
  if (LEFT_OUT.has(name)) return OMITTED[name];
  if (title === 'header' || title === 'footer') return 'heads';
  const roles = rolesOf(attributes);
  if (roles.some((role) => MARKS.test(role)) || NUMBER.test(classes.slice(0, 1_000)) || /mso-list/i.test(style))
    return undefined;
  if (isNote(attributes) || /mso-element/i.test(style) || roles.some((role) => NOTE_ROLES.test(role))) return 'notes';
  return isHidden(attributes) ? 'hidden' : 'furniture';
}

/** Whether an element holds the lines of a stanza, each in one of its own. */
export const isStanza = ({ class: classes }: Readonly<Record<string, string>>): boolean =>
  classes !== undefined && classes.length < 1_000 && STANZA.test(classes);

/** Summaries and notes of the Archive of Our Own, also where Calibre has numbered its classes. */
const AUTHORS_NOTE = /(^|\s)userstuff\d{0,3}(\s|$)/;

/** Whether a quotation is none, but what the author of a story says to readers. */
export const isAuthorsNote = ({ class: classes }: Readonly<Record<string, string>>): boolean =>
  classes !== undefined && classes.length < 1_000 && AUTHORS_NOTE.test(classes);
