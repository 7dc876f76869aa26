import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { toldBy } from '../markup/told.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { endless, type Called } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import type { Watch } from '../watch.ts';
import { HtmlBody } from './html-body.ts';

/** How a program exports what was written in it: entries with a title, and a page within each. */
const EXPORTS = {
  wordpress: { entry: 'item', page: 'content:encoded' },
  evernote: { entry: 'note', page: ':content' },
} as const;
export type EntriesKind = keyof typeof EXPORTS;

const FIELDS = ['title', 'post_type', 'status'];
/** Of a blog: what is written, and is not in the trash. */
const WRITTEN = /^(?:post|page|)$/;
const UNWRITTEN = /^(?:trash|auto-draft)$/;
/** Where WordPress puts pictures and players. */
const SHORTCODES = /\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption)(?:\s[^\]\n]{0,500})?\]/g;

/** Paragraphs that blank lines part, as an old editor leaves them. */
const withParagraphs = (page: string): string =>
  /<p[\s>]/i.test(page)
    ? page
    : page
        .split(/\n[ \t]*\n\s*/)
        .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
        .join('');

/** Puts entries together, each with its title above it. */
class Entries implements MarkupHandler {
  readonly #kind: EntriesKind;
  readonly #flow: Flow;
  readonly #called: Called;
  readonly #watch: Watch;
  #fields: Record<string, string> | undefined;
  #field: string | undefined;

  constructor(kind: EntriesKind, flow: Flow, called: Called, watch: Watch) {
    this.#kind = kind;
    this.#flow = flow;
    this.#called = called;
    this.#watch = watch;
  }

  open(name: string, _: Readonly<Record<string, string>>, prefix: string) {
    const { entry, page } = EXPORTS[this.#kind];
    if (name === entry) this.#fields = {};
    else this.#field = `${prefix}:${name}` === page ? 'page' : FIELDS.find((field) => field === name);
  }

  close(name: string) {
    this.#field = undefined;
    if (name === EXPORTS[this.#kind].entry) this.#tell();
  }

  text(text: string) {
    if (!this.#field || !this.#fields) return;
    const all = (this.#fields[this.#field] ?? '') + text;
    if (all.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
    this.#fields[this.#field] = all;
  }

  #tell() {
    const { title = '', page = '', post_type = '', status = '' } = this.#fields ?? {};
    this.#fields = undefined;
    if (!WRITTEN.test(post_type) || UNWRITTEN.test(status) || !page.trim()) return;
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
  (source: DocumentSource): Extracted => {
    const called = { name: source.name, kind: message(`documents.${kind}`) };
    const text = textOf(source, declaredEncoding(source.head));
    const flow = new Flow();
    const parser = new MarkupParser(new Entries(kind, flow, called, source.watch), 'xml', called, source.watch);
    return { ...text, chunks: toldBy(text.chunks, parser, flow, called), found: () => ({ kind }) };
  };
