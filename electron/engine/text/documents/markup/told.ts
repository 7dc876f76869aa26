import { wordless, type Called } from '../refusals.ts';
import type { Flow } from './flow.ts';
import type { MarkupParser } from './xml.ts';

/**
 * What a document tells that is one text of markup.
 * @param ended to be done at the end of it
 * @throws AesopError document-wordless
 */
export async function* toldBy(
  chunks: AsyncIterable<string>,
  parser: MarkupParser,
  flow: Flow,
  called: Called,
  ended: () => void = () => undefined,
): AsyncGenerator<string> {
  for await (const piece of chunks) {
    parser.push(piece, 0);
    yield flow.take();
  }
  parser.end();
  ended();
  if (!flow.lines) throw wordless(called);
  yield flow.end();
}
