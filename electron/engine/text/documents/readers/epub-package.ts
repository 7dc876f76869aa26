import { posix } from 'node:path';
import { unescapedAddress } from '../markup/address.ts';
import type { MarkupHandler } from '../markup/xml.ts';

interface Item {
  href: string;
  type: string;
  isContents: boolean;
}

/** Where in an archive an address leads that stands in a member of it; the address may be escaped. */
export function placeOf(base: string, address: string): string {
  const [path] = address.split(/[#?]/, 1);
  return posix.normalize(posix.join(posix.dirname(base), unescapedAddress(path)));
}

/** META-INF/container.xml: where the package of the book lies. */
export class EpubContainer implements MarkupHandler {
  package = '';

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (name === 'rootfile' && !this.package) this.package = attributes['full-path'] ?? '';
  }
  close() {}
  text() {}
}

/** META-INF/encryption.xml: members that are locked; fonts are often only disguised. */
export class EpubEncryption implements MarkupHandler {
  readonly locked = new Set<string>();
  #disguised = false;

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (name === 'EncryptionMethod') this.#disguised = /RC$|font/i.test(attributes.Algorithm ?? '');
    else if (name === 'CipherReference' && !this.#disguised) this.locked.add(placeOf('x', attributes.URI ?? ''));
  }
  close() {}
  text() {}
}

/** The package document: what the book is made of, and in which order it is read. */
export class EpubPackage implements MarkupHandler {
  readonly #items = new Map<string, Item>();
  readonly #spine: string[] = [];
  readonly #asides: string[] = [];
  readonly #contents = new Set<string>();
  readonly #place: string;

  /** @param place of the package in the archive */
  constructor(place: string) {
    this.#place = place;
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    const { id = '', href = '', properties = '', idref = '', linear, type = '' } = attributes;
    if (name === 'item')
      this.#items.set(id, {
        href: placeOf(this.#place, href),
        type: attributes['media-type'] ?? '',
        isContents: properties.split(/\s+/).includes('nav'),
      });
    // what is out of the order is notes and pictures
    else if (name === 'itemref') (linear === 'no' ? this.#asides : this.#spine).push(idref);
    else if (name === 'reference' && /^(toc|loi|lot|cover)$/i.test(type))
      this.#contents.add(placeOf(this.#place, href));
  }
  close() {}
  text() {}

  /** Places of the documents in reading order, each once, without tables of contents. */
  get documents(): string[] {
    return this.#placesOf(this.#spine);
  }

  /** The same of those out of the order. */
  get asides(): string[] {
    const read = new Set(this.documents);
    return this.#placesOf(this.#asides).filter((place) => !read.has(place));
  }

  #placesOf(ids: readonly string[]): string[] {
    const items = ids.map((id) => this.#items.get(id)).filter((item) => item !== undefined);
    const read = items.filter(
      ({ type, isContents, href }) => /html|xml$/.test(type) && !isContents && !this.#contents.has(href),
    );
    return [...new Set(read.map(({ href }) => href))];
  }
}
