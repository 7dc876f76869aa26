import { TitleOf } from '../markup/title-of.ts';
import { MarkupParser, parseXml } from '../markup/xml.ts';
import type { Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';
import type { Archive } from './archive.ts';

/** Bytes of metadata that are read for a title: some kilobytes are usual, and the text is to have what may be unpacked. */
const MOST = 2 ** 20;

/** The title in the metadata of an archive; empty where there is none, or it cannot be read: the text does without. */
export async function titleIn(archive: Archive, member: string, called: Called, watch: Watch): Promise<string> {
  if (!archive.has(member) || archive.size(member) > MOST) return '';
  const said = new TitleOf();
  await parseXml(archive.read(member), new MarkupParser(said, 'xml', called, watch)).catch(() => undefined);
  return said.title;
}
