import { MarkupParser, parseXml, type MarkupHandler } from '../markup/xml.ts';
import { locked, type Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';
import type { Archive } from './archive.ts';

const MANIFEST = 'META-INF/manifest.xml';

/** @throws AesopError document-locked where the manifest of an OpenDocument archive says that a password locks it */
export async function refuseLocked(archive: Archive, called: Called, watch: Watch): Promise<void> {
  if (!archive.has(MANIFEST)) return;
  let encrypted = false;
  const manifest: MarkupHandler = {
    open: (name) => void (encrypted ||= name === 'encryption-data'),
    close: () => undefined,
    text: () => undefined,
  };
  await parseXml(archive.read(MANIFEST), new MarkupParser(manifest, 'xml', called, watch));
  if (encrypted) throw locked(called);
}
