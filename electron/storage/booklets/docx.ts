import { paragraphsOfPiece, type Book } from '../../contract/booklet.ts';
import {
  CONTENT_TYPES,
  DOCUMENT_NAMESPACES,
  DOCUMENT_RELATIONS,
  FONTS,
  FOOTER,
  PACKAGE_RELATIONS,
  SETTINGS,
  styles,
} from './docx-parts.ts';
import { escaped, XML } from './xml.ts';
import type { Member } from './zip-file.ts';

/** Languages whose signs Word sets in a font of their own, with the tag that it knows them by. */
const EAST_ASIAN: Readonly<Record<string, { tag: string; font: string }>> = {
  zh: { tag: 'zh-CN', font: 'SimSun' },
  ja: { tag: 'ja-JP', font: 'MS Mincho' },
  ko: { tag: 'ko-KR', font: 'Batang' },
};
const eastAsian = (language: string) => EAST_ASIAN[language.split('-')[0].toLowerCase()];

/** A5, of which two lie on an A4. In twentieths of a point. */
const PAGE =
  '<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>';

/** The text of a run, which knows tabs as an element of their own. */
const runText = (text: string): string =>
  text
    .split('\t')
    .map((part) => (part ? `<w:t xml:space="preserve">${escaped(part)}</w:t>` : ''))
    .join('<w:tab/>');

interface Look {
  readonly style: string;
  readonly breaks?: boolean;
  readonly language: string;
}

function paragraph(text: string, { style, breaks, language }: Look): string {
  const asian = eastAsian(language);
  const lang = asian ? `w:eastAsia="${asian.tag}"` : `w:val="${language}"`;
  const fonts = asian ? `<w:rFonts w:eastAsia="${asian.font}"/>` : '';
  const page = breaks ? '<w:pageBreakBefore/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${page}</w:pPr><w:r><w:rPr>${fonts}<w:lang ${lang}/></w:rPr>${runText(text)}</w:r></w:p>`;
}

/** @param breaks whether it begins on a new page */
function pieceOf({ heading, text, language, note }: Book['pieces'][number], breaks: boolean): string[] {
  const lines = [
    ...(heading.trim() ? [{ text: heading.trim(), style: 'Heading1' }] : []),
    ...paragraphsOfPiece(text).map((one, at) => ({
      text: one.text,
      style: at === 0 ? 'First' : one.apart ? 'Apart' : 'Body',
    })),
    ...(note.trim() ? [{ text: note.trim(), style: 'Told' }] : []),
  ];
  return lines.map((line, at) => paragraph(line.text, { style: line.style, language, breaks: breaks && at === 0 }));
}

function documentOf({ title, author, line, language, ownPages, pieces }: Book): string {
  const front = [
    paragraph(title, { style: 'Title', language }),
    ...[author, line].filter((text) => text.trim()).map((text) => paragraph(text, { style: 'Subtitle', language })),
  ];
  const text = pieces.flatMap((piece, at) => pieceOf(piece, ownPages || at === 0));
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>${PAGE}<w:titlePg/></w:sectPr>`;
  return `${XML}<w:document ${DOCUMENT_NAMESPACES}><w:body>\n${[...front, ...text].join('\n')}\n${section}</w:body></w:document>\n`;
}

function core({ title, author, language, date }: Book): string {
  const when = `${date.slice(0, 19)}Z`;
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>${language}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified>
</cp:coreProperties>
`;
}

/** A book as Word's document: the title page, then its pieces. */
export function docxMembers(book: Book): Member[] {
  const asian = eastAsian(book.language);
  const { tag, font } = asian ?? EAST_ASIAN.zh;
  const indent = asian ? 'w:firstLineChars="200" w:firstLine="440"' : 'w:firstLine="340"';
  const look = styles({ main: asian ? 'en-US' : book.language, eastAsian: tag, font }, indent);
  return [
    { name: '[Content_Types].xml', text: CONTENT_TYPES },
    { name: '_rels/.rels', text: PACKAGE_RELATIONS },
    { name: 'docProps/core.xml', text: core(book) },
    { name: 'word/document.xml', text: documentOf(book) },
    { name: 'word/_rels/document.xml.rels', text: DOCUMENT_RELATIONS },
    { name: 'word/styles.xml', text: look },
    { name: 'word/settings.xml', text: SETTINGS },
    { name: 'word/fontTable.xml', text: FONTS },
    { name: 'word/footer1.xml', text: FOOTER },
  ];
}
