import { TEXT_EXTENSIONS } from '../../../../contract/document.ts';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource } from '../document.ts';
import { zipOf } from '../recognition/zip.ts';
import { openSource, type OpenOptions } from '../source.ts';
import { isZip, openArchive, type Archive } from './archive.ts';

/** What systems put into an archive of their own accord. */
const OF_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;
const TEXT = new RegExp(`\\.(?:${[...TEXT_EXTENSIONS, 'xml'].join('|')})$`, 'i');
/** What goes with a text: pictures of a page, voices of a chat, how a book looks and what it is. */
const BESIDE =
  /\.(?:jpe?g|png|gif|webp|svg|heic|bmp|tiff?|mp3|m4a|opus|ogg|aac|amr|wav|mp4|mov|3gp|webm|vcf|css|js|otf|ttf|woff2?|opf|nfo|url)$/i;
/** What is said of what an archive holds. */
const OF_ARCHIVE = /(?:^|\/)(?:licen[cs]e|copying|copyright|notice|ofl|readme|read[ _-]?me|authors|changelog)\b[^/]*$/i;
/** A book of Calibre (.htmlz, .txtz) beside which others may lie. */
const OF_CALIBRE = ['index.html', 'index.txt'] as const;
/** A chat of WhatsApp, in whatever language, to which documents may have been sent. */
const OF_WHATSAPP = /^(?:_chat|[^/]*WhatsApp[^/]*)\.txt$/;

/** The one text that an archive holds, undefined where there are several, or other things. */
function textIn({ names, has }: Archive): string | undefined {
  const calibre = has('metadata.opf') ? OF_CALIBRE.find(has) : undefined;
  if (calibre) return calibre;
  const [chat, second] = names.filter((name) => OF_WHATSAPP.test(name));
  if (chat !== undefined && second === undefined) return chat;
  const [text, another] = names.filter((name) => ![OF_SYSTEM, BESIDE, OF_ARCHIVE].some((other) => other.test(name)));
  return another === undefined && text !== undefined && TEXT.test(text) ? text : undefined;
}

/**
 * What lies packed in an archive, where that is one text: a chat with its pictures, a book; else the archive itself.
 * @throws AesopError document-damaged
 */
export async function packedText(source: DocumentSource, options: OpenOptions): Promise<DocumentSource> {
  if (!isZip(source.head)) return source;
  const kind = await zipOf(source);
  if (typeof kind === 'string' || kind.kind !== 'archive') return source;
  const archive = await openArchive(source, { name: source.name, kind: message('documents.archive') });
  const name = textIn(archive);
  if (name === undefined) {
    archive.close();
    return source;
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield* archive.read(name as string);
    } finally {
      archive.close();
    }
  }
  return openSource(bytes(), { ...options, name: `${source.name}/${name.slice(name.lastIndexOf('/') + 1)}` });
}
