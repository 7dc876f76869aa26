import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import type { Flow } from '../markup/flow.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { endless, type Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';
import { BLOCKS, HEADINGS } from '../markup/html-elements.ts';
import { HtmlBody } from './html-body.ts';
import { readXmlFile } from './xml-file.ts';

/** How a program exports what was written in it: entries, and what is told in the elements of each, by their whole names. */
const EXPORTS = {
  wordpress: {
    entry: 'item',
    fields: { title: 'title', 'content:encoded': 'page', 'wp:post_type': 'type', 'wp:status': 'status' },
  },
  evernote: { entry: 'note', fields: { title: 'title', content: 'page' } },
} as const;
export type EntriesKind = keyof typeof EXPORTS;
type Field = 'title' | 'page' | 'type' | 'status';

/** Of a blog: what is written, and is not in the trash. */
const WRITTEN = /^(?:post|page|)$/;
const UNWRITTEN = /^(?:trash|auto-draft)$/;
/** Where WordPress puts pictures and players. */
const SHORTCODES = /\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption)(?:\s[^\]\n]{0,500})?\]/g;

/** The editor of blocks writes each paragraph as an element, and a comment before it. */
const OF_BLOCKS = /<!-- wp:/;
const BLOCK = `</?(?:${[...BLOCKS, ...HEADINGS, 'hr'].join('|')})`;
const IS_BLOCK = new RegExp(`^${BLOCK}[\\s/>]`, 'i');
/** A blank line, and the end of a line beside a block. */
const PARTED = new RegExp(
  `\\n[ \\t\\r]*\\n\\s*|\\n(?=[ \\t]*${BLOCK}[\\s/>])|\\n(?<=${BLOCK}(?:[\\s/][^<>\\n]{0,300})?>[ \\t\\r]*\\n)`,
  'gi',
);
/** What stays as it is written, to the end where it has none. */
const PREFORMATTED = /(<pre[\s>][^]*?(?:<\/pre>|$))/i;

/** Paragraphs that blank lines part, as an old editor leaves them; of what it centred there are elements among them. */
const withParagraphs = (page: string): string =>
  OF_BLOCKS.test(page)
    ? page
    : page
        .split(PREFORMATTED)
        .map((part, at) => (at % 2 > 0 ? part : part.split(PARTED).map(asParagraph).join('')))
        .join('');

function asParagraph(part: string): string {
  const written = part.trim();
  return IS_BLOCK.test(written) ? written : `<p>${written.replaceAll('\n', '<br>')}</p>`;
}

/** Puts entries together, each with its title above it. */
class Entries implements MarkupHandler {
  readonly #kind: EntriesKind;
  readonly #flow: Flow;
  readonly #called: Called;
  readonly #watch: Watch;
  readonly #names: ReadonlyMap<string, Field>;
  #fields: Partial<Record<Field, string>> | undefined;
  #field: Field | undefined;
  /** elements within the entry that are open: a task in a note has a title, too */
  #depth = 0;

  constructor(kind: EntriesKind, flow: Flow, called: Called, watch: Watch) {
    this.#kind = kind;
    this.#names = new Map<string, Field>(Object.entries(EXPORTS[kind].fields));
    this.#flow = flow;
    this.#called = called;
    this.#watch = watch;
  }

  open(name: string, _: Readonly<Record<string, string>>, prefix: string) {
    const { entry } = EXPORTS[this.#kind];
    if (this.#fields) {
      this.#depth++;
      const whole = prefix ? `${prefix}:${name}` : name;
      if (whole === 'wp:comment') this.#flow.omissions.add('comments');
      if (this.#depth === 1) this.#field = this.#names.get(whole);
    } else if (name === entry) this.#fields = {};
  }

  close() {
    if (!this.#fields) return;
    if (this.#depth === 0) this.#tell();
    else if (--this.#depth === 0) this.#field = undefined;
  }

  text(text: string) {
    if (!this.#field || !this.#fields || this.#depth !== 1) return;
    const all = (this.#fields[this.#field] ?? '') + text;
    if (all.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
    this.#fields[this.#field] = all;
  }

  #tell() {
    const { title = '', page = '', type = '', status = '' } = this.#fields ?? {};
    this.#fields = undefined;
    if (!WRITTEN.test(type) || UNWRITTEN.test(status) || !page.trim()) return;
    this.#flow.leaveBlank();
    this.#flow.collapse(title);
    this.#flow.leaveBlank();
    const body = new HtmlBody(this.#flow);
    const parser = new MarkupParser(body, 'html', this.#called, this.#watch);
    parser.push(this.#kind === 'wordpress' ? withParagraphs(page.replace(SHORTCODES, '')) : page, 0);
    parser.end();
    body.end();
  }
}

/** A blog out of WordPress (WXR), notes out of Evernote (ENEX). */
export const readEntries =
  (kind: EntriesKind) =>
  (source: DocumentSource): Extracted =>
    readXmlFile(source, kind, (flow, called) => new Entries(kind, flow, called, source.watch));
