import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import { damaged, type Called } from './refusals.ts';

/**
 * The lines of a text that comes in pieces, some at a time, without their ends.
 * @throws AesopError document-damaged where one is longer than a line may be
 */
export async function* linesOf(chunks: AsyncIterable<string>, called: Called): AsyncGenerator<string[]> {
  let held: string[] = [];
  let length = 0;
  let line = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf('\n');
    held.push(end < 0 ? chunk : chunk.slice(0, end));
    length += chunk.length;
    if (end >= 0) {
      const lines = held.join('').split('\n');
      line += lines.length;
      yield lines;
      held = [chunk.slice(end + 1)];
      length = held[0].length;
    }
    if (length > DOCUMENT_LIMITS.record)
      throw damaged(
        called,
        message('phrases.line-endless', { line: line + 1, limit: DOCUMENT_LIMITS.record / 2 ** 20 }),
      );
  }
  yield held.join('').split('\n');
}
