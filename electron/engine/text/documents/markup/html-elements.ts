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

/** What an element is for, where it says so (ARIA, EPUB): menus, and notes with the marks that lead to them. */
const LEFT_OUT_ROLES = new Set(
  (
    'navigation menu menubar toolbar search doc-noteref doc-backlink doc-endnotes doc-footnote doc-endnote doc-toc ' +
    'doc-pagebreak doc-pagelist noteref footnote footnotes endnote endnotes rearnote rearnotes pagebreak page-list toc ' +
    'landmarks annoref'
  ).split(' '),
);
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

/**
 * Notes at the foot of a page or the end of a document, as pandoc, LibreOffice and Word write them without saying a role, and
 * numbers of printed pages, as publishers do. Calibre numbers the classes of one name.
 */
const NOTES = /(^|\s)(footnotes?|endnotes?|rearnotes?|page[-_]?(num|no|number))\d{0,3}(\s|$)/i;
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

/** Whether an element is left out, by what its attributes say. */
export function isLeftOut(attributes: Readonly<Record<string, string>>): boolean {
  const { hidden, style, role, title, id, class: classes, 'epub:type': type } = attributes;
  // what LibreOffice writes round the heads and feet of its pages
  if (title === 'header' || title === 'footer') return true;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if ((classes && classes.length < 1_000 && NOTES.test(classes)) || (id && NOTES_ID.test(id))) return true;
  if (style && style.length < 10_000 && HIDDEN_STYLE.test(style)) return true;
  return [role, type].some((roles) => roles?.split(/\s+/, 8).some((each) => LEFT_OUT_ROLES.has(each.toLowerCase())));
}

/** Whether an element holds the lines of a stanza, each in one of its own. */
export const isStanza = ({ class: classes }: Readonly<Record<string, string>>): boolean =>
  classes !== undefined && classes.length < 1_000 && STANZA.test(classes);
