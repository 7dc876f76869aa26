import { createHash } from 'node:crypto';
import { paragraphsOfPiece, type Book } from '../../contract/booklet.ts';
import { titleOf } from '../../contract/story.ts';
import { escaped, XML } from './xml.ts';
import type { Member } from './zip-file.ts';

type Piece = Book['pieces'][number];

const CSS = `body { font-family: Georgia, "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; line-height: 1.5; }
h1, h2 { line-height: 1.25; font-weight: 600; text-align: start; }
h2 { margin: 2em 0 1em; }
p { margin: 0; text-indent: 1.5em; }
p.first, p.apart, h1 + p, h2 + p, p.note, .title p { text-indent: 0; }
p.apart { margin-top: 1em; }
:lang(zh) p, p:lang(zh) { text-indent: 2em; }
p.note { margin-top: 1.5em; font-family: sans-serif; font-size: 0.8em; }
.title { margin-top: 25%; text-align: center; }
.title h1 { text-align: center; }
section + section { margin-top: 3em; }
`;

const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const page = (language: string, title: string, body: string): string =>
  `${XML}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
${body}
</body>
</html>
`;

function titlePage({ title, author, line, language }: Book): string {
  const lines = [author, line].filter((text) => text.trim()).map((text) => `<p>${escaped(text)}</p>`);
  return page(
    language,
    title,
    `<section class="title" epub:type="titlepage">\n<h1>${escaped(title)}</h1>\n${lines.join('\n')}\n</section>`,
  );
}

/** Of what has no heading its first words; a number where it has none. */
const nameOfPiece = ({ heading, text }: Piece, at: number): string => heading.trim() || titleOf(text) || String(at + 1);

function section({ heading, text, language, note }: Piece, at: number): string {
  const title = heading.trim() ? [`<h2>${escaped(heading.trim())}</h2>`] : [];
  const paragraphs = paragraphsOfPiece(text).map((paragraph, index) => {
    const kind = index === 0 ? ' class="first"' : paragraph.apart ? ' class="apart"' : '';
    return `<p${kind}>${escaped(paragraph.text)}</p>`;
  });
  const told = note.trim() ? [`<p class="note">${escaped(note.trim())}</p>`] : [];
  const lines = [...title, ...paragraphs, ...told].join('\n');
  return `<section id="piece-${at + 1}" lang="${language}" xml:lang="${language}">\n${lines}\n</section>`;
}

/** The documents of the text, with their names. */
function documents(book: Book): { name: string; text: string }[] {
  const { pieces, title, language } = book;
  if (!book.ownPages)
    return pieces.length ? [{ name: 'text.xhtml', text: page(language, title, pieces.map(section).join('\n')) }] : [];
  return pieces.map((piece, at) => ({
    name: `piece-${at + 1}.xhtml`,
    text: page(piece.language, nameOfPiece(piece, at), section(piece, at)),
  }));
}

function navigation({ pieces, title, language, contents, ownPages }: Book): string {
  const entries = pieces.map((piece, at) => {
    const file = ownPages ? `piece-${at + 1}.xhtml` : `text.xhtml#piece-${at + 1}`;
    return `<li><a href="${file}">${escaped(nameOfPiece(piece, at))}</a></li>`;
  });
  const all = [`<li><a href="title.xhtml">${escaped(title)}</a></li>`, ...entries].join('\n');
  return page(
    language,
    contents,
    `<nav epub:type="toc" id="toc">\n<h1>${escaped(contents)}</h1>\n<ol>\n${all}\n</ol>\n</nav>`,
  );
}

/** The same book has the same identifier. */
function identifier(book: Book): string {
  const hash = createHash('sha256').update(JSON.stringify(book)).digest('hex');
  const variant = ((parseInt(hash[16], 16) & 3) | 8).toString(16);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

function packageFile(book: Book, names: readonly string[]): string {
  const { title, author, language, date } = book;
  const items = names.map((name, at) => `<item id="t${at}" href="${name}" media-type="application/xhtml+xml"/>`);
  const spine = names.map((_, at) => `<itemref idref="t${at}"/>`);
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier(book)}</dc:identifier>
<dc:title>${escaped(title)}</dc:title>
<dc:language>${language}</dc:language>
${author.trim() ? `<dc:creator>${escaped(author.trim())}</dc:creator>\n` : ''}<dc:date>${date.slice(0, 10)}</dc:date>
<meta property="dcterms:modified">${date.slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`;
}

/** A book as EPUB 3.3: the title page, its pieces, and its contents beside them. */
export function epubMembers(book: Book): Member[] {
  const text = [{ name: 'title.xhtml', text: titlePage(book) }, ...documents(book)];
  const opf = packageFile(
    book,
    text.map(({ name }) => name),
  );
  return [
    { name: 'mimetype', text: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', text: CONTAINER },
    { name: 'EPUB/package.opf', text: opf },
    { name: 'EPUB/nav.xhtml', text: navigation(book) },
    { name: 'EPUB/book.css', text: CSS },
    ...text.map((document) => ({ ...document, name: `EPUB/${document.name}` })),
  ];
}
