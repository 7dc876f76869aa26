import { AesopError } from '../../../../contract/errors.ts';
import type { Archive } from '../archives/archive.ts';
import type { Flow } from '../markup/flow.ts';
import { MarkupParser, parseXml, type MarkupHandler } from '../markup/xml.ts';
import type { Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';

/** Why a member cannot be read whose text is not asked for. */
const NO_MATTER: ReadonlySet<string> = new Set(['document-damaged', 'document-large']);

/** Counts what stands above and below pages in a member of an archive; a member that cannot be read does not matter. */
export async function countHeads(
  archive: Archive,
  member: string,
  elements: readonly string[],
  { omissions }: Flow,
  watch: Watch,
  called: Called,
): Promise<void> {
  const handler: MarkupHandler = {
    open(name) {
      if (elements.includes(name)) omissions.begin('heads');
    },
    close(name) {
      if (elements.includes(name)) omissions.end();
    },
    text: (text) => omissions.say(text),
  };
  try {
    await parseXml(archive.read(member), new MarkupParser(handler, 'xml', called, watch));
  } catch (thrown) {
    if (!(thrown instanceof AesopError && NO_MATTER.has(thrown.code))) throw thrown;
  }
  omissions.begin(undefined);
}
