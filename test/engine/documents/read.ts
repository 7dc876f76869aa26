import type { DocumentFound, DocumentKind } from '../../../electron/contract/document.ts';
import { openDocument, type OpenOptions } from '../../../electron/engine/text/documents/index.ts';

export interface Read {
  kind: DocumentKind;
  text: string;
  found: DocumentFound;
  encoding: string;
}

/** The path of a document that a real program wrote (fixtures/make.sh). */
export const fixture = (name: string) => new URL(`fixtures/${name}`, import.meta.url).pathname;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/**
 * Reads a document to its end.
 * @param from a path, or what it holds
 * @param size of the pieces in which that comes
 */
export async function read(
  from: string | { holds: string | Uint8Array },
  options: OpenOptions & { size?: number } = {},
): Promise<Read> {
  const { size = 1 << 20, ...rest } = options;
  const bytes = typeof from === 'string' ? from : pieces(Buffer.from(from.holds as string), size);
  const document = await openDocument(bytes, rest);
  let text = '';
  for await (const chunk of document.chunks) text += chunk;
  return { kind: document.kind, text, found: document.found(), encoding: document.reader.encoding };
}

/** The code with which a document is refused, and the problem named in it. */
export async function refusal(...of: Parameters<typeof read>): Promise<string> {
  try {
    await read(...of);
  } catch (thrown) {
    const { code, values } = thrown as { code: string; values: Record<string, { message?: string }> };
    const named = values.problem?.message ?? (code === 'document-unread' ? values.kind?.message : undefined);
    return [code, named].filter(Boolean).join(' ');
  }
  return 'read';
}
