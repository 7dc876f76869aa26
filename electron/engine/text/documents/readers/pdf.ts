import { AesopError } from '../../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { loadPdfjs } from '../pdf/load.ts';
import { holdsBomb } from '../pdf/streams.ts';
import { Heads, REACH } from '../pdf/heads.ts';
import { withCaps } from '../pdf/drop-caps.ts';
import { linesOf } from '../pdf/lines.ts';
import type { Piece } from '../pdf/piece.ts';
import { NoteNumbers, notesOf } from '../pdf/notes.ts';
import { PageTexts } from '../pdf/page-text.ts';
import { pageOf, typeOf, type Page } from '../pdf/rows.ts';
import { Omissions } from '../omissions.ts';
import { plainTitle } from '../plain-title.ts';
import { damaged, locked, wordless, type Called } from '../refusals.ts';
import { withoutRadicals } from '../pdf/radicals.ts';
import { within } from '../pdf/within.ts';
import { wholeBytes } from '../whole-bytes.ts';

/** What pdf.js asks of whoever has the tables of characters. */
class CharacterMaps {
  async fetch({ name }: { name: string }) {
    const { characterMap } = await import('../pdf/character-maps.ts');
    return { cMapData: characterMap(name), isCompressed: true };
  }
}

async function open(source: DocumentSource, called: Called) {
  const bytes = await wholeBytes(source, called);
  if (source.watch.work(0, () => holdsBomb(bytes))) throw damaged(called, message('phrases.page-endless'));
  const data = new Uint8Array(bytes);
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    data,
    CMapReaderFactory: CharacterMaps,
    cMapUrl: './',
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    return { task, pdf: await within(source.watch, called.name, task.promise) };
  } catch (thrown) {
    await task.destroy().catch(() => undefined);
    if (thrown instanceof AesopError) throw thrown;
    if (thrown instanceof Error && thrown.name === 'PasswordException') throw locked(called);
    throw damaged(called, message('phrases.content-unfit'), String(thrown));
  }
}

type Pdf = Awaited<ReturnType<typeof open>>['pdf'];

/** Whether what stands over a page is said about it: links and fields of forms are part of it, and a window shows a comment again. */
function isComment({ subtype, contentsObj }: { subtype?: string; contentsObj?: { str?: string } }): boolean {
  return !/^(?:Link|Widget|Popup)$/.test(subtype ?? '') && /\S/.test(contentsObj?.str ?? '');
}

/** How many comments stand over a page; damaged ones are none, and the page is read all the same. */
async function commentsOf(page: Awaited<ReturnType<Pdf['getPage']>>, source: DocumentSource, called: Called) {
  try {
    const annotations = await within(source.watch, called.name, page.getAnnotations());
    return annotations.filter(isComment).length;
  } catch (thrown) {
    source.watch.spend(0);
    if (thrown instanceof AesopError) throw thrown;
    return 0;
  }
}

/** Reads a page, in the order of pages. */
async function readPage(
  pdf: Pdf,
  number: number,
  notes: NoteNumbers,
  omissions: Omissions,
  source: DocumentSource,
  called: Called,
): Promise<Page> {
  const page = await within(source.watch, called.name, pdf.getPage(number));
  const { items } = await within(source.watch, called.name, page.getTextContent());
  omissions.add('comments', await commentsOf(page, source, called));
  page.cleanup();
  const pieces = items
    .filter((item): item is Piece & (typeof items)[number] => 'str' in item)
    .map((piece): Piece => {
      const str = withoutRadicals(piece.str);
      return str === piece.str ? piece : { ...piece, str };
    });
  return source.watch.work(0, () => {
    const lines = linesOf(pieces);
    const of = notes.of(lines, typeOf(lines));
    return pageOf(number, withCaps(of ? linesOf(pieces, of) : lines), page.view);
  });
}

/**
 * A PDF: its lines page by page, without what is printed above and below them and without notes at the foot; blank lines
 * part paragraphs, as far as their setting tells them. Joining lines is left to preparation.
 */
export async function readPdf(source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message('documents.pdf') };
  const { task, pdf } = await open(source, called);
  let without = 0;
  let heads = 0;
  let title = '';
  let omissions = new Omissions();
  /** What each page says; empty where that is nothing. */
  async function* texts(told: PageTexts, withHeads: boolean): AsyncGenerator<{ text: string; lines: number }> {
    const near: Page[] = [];
    const numbers = new NoteNumbers();
    for (let number = 1; number <= pdf.numPages; number++) {
      for (let next = (near.at(-1)?.number ?? 0) + 1; next <= Math.min(number + REACH, pdf.numPages); next++)
        near.push(await readPage(pdf, next, numbers, omissions, source, called));
      if (near[0].number < number - REACH) near.shift();
      const page = near.find((each) => each.number === number)!;
      const left = withHeads ? new Set() : source.watch.work(0, () => new Heads(near).of(page));
      const lines = page.lines.filter((line) => !left.has(line));
      const notes = withHeads ? undefined : notesOf(lines, page.type);
      heads += left.size;
      omissions.add('notes', notes?.count ?? 0);
      const text = source.watch.work(0, () =>
        told.next(lines.slice(0, lines.length - (notes?.lines.length ?? 0)), page.filled),
      );
      yield { text, lines: page.lines.length };
    }
  }
  async function* chunks(): AsyncGenerator<string> {
    try {
      if (pdf.numPages > DOCUMENT_LIMITS.pages) throw damaged(called, message('phrases.pages-many', { limit: DOCUMENT_LIMITS.pages })); // prettier-ignore
      title = await titleOf(pdf, source, called);
      let pictures = 0;
      let number = 0;
      let silent = 0;
      const told = new PageTexts();
      for await (const { text, lines } of texts(told, false)) {
        number++;
        if (text) yield text;
        else silent++;
        if (lines === 0) without++;
        if (!text && number <= 20) pictures += await picturesOf(pdf, number, source, called);
      }
      if (silent < pdf.numPages) return yield told.end();
      if (pictures) throw new AesopError('document-pictures', { name: source.name, pages: pdf.numPages });
      if (without === pdf.numPages) throw wordless(called);
      // lines that nothing stands between are the text
      heads = 0;
      omissions = new Omissions();
      for await (const { text } of texts(told, true)) if (text) yield text;
      yield told.end();
    } catch (thrown) {
      throw thrown instanceof AesopError ? thrown : damaged(called, message('phrases.content-unfit'), String(thrown));
    } finally {
      await task.destroy().catch(() => undefined);
    }
  }
  return {
    chunks: chunks(),
    reader: archiveReading(source),
    found: () => ({ kind: 'pdf', pages: pdf.numPages, without, heads, ...omissions.found }),
    title: () => title,
  };
}

/** The title in its metadata; empty where there is none, or that cannot be read: the text does without. */
async function titleOf(pdf: Pdf, source: DocumentSource, called: Called): Promise<string> {
  const found = await within(source.watch, called.name, pdf.getMetadata()).catch(() => undefined);
  const { Title: title } = (found?.info ?? {}) as { Title?: unknown };
  return typeof title === 'string' ? plainTitle(title) : '';
}

/** How many things are drawn on a page without text. */
async function picturesOf(pdf: Pdf, number: number, source: DocumentSource, called: Called): Promise<number> {
  const { OPS } = await loadPdfjs();
  const drawn = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.constructPath,
  ]);
  const page = await within(source.watch, called.name, pdf.getPage(number));
  const { fnArray } = await within(source.watch, called.name, page.getOperatorList());
  page.cleanup();
  return fnArray.filter((operation) => drawn.has(operation)).length;
}
