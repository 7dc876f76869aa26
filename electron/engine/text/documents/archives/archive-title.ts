import { TitleOf } from '../markup/title-of.ts';
import { MarkupParser, parseXml } from '../markup/xml.ts';
import type { Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';
import type { Archive } from './archive.ts';

/** The title in the metadata of an archive; empty where there is none, or it cannot be read: the text does without. */
export async function titleIn(archive: Archive, member: string, called: Called, watch: Watch): Promise<string> {
  if (!archive.has(member)) return '';
  const said = new TitleOf();
  await parseXml(archive.read(member), new MarkupParser(said, 'xml', called, watch)).catch(() => undefined);
  return said.title;
}
