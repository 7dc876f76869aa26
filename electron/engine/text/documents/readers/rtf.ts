import { isAscii } from 'node:buffer';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Flow } from '../markup/flow.ts';
import { wordless } from '../refusals.ts';
import { RtfBody } from '../rtf/body.ts';
import { RtfTokens } from '../rtf/tokens.ts';
import { textOf } from '../text-source.ts';

/** It names title and author before it says what its letters are. */
const CALIBRE = /^\s*\{\\rtf1\{\\info\{\\title /;
const PIECE = 64 * 1024;

/** A document in Rich Text Format, as Word, LibreOffice, TextEdit and WordPad write it. */
export function readRtf(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.rtf') };
  const waiting: Uint8Array[] = [];
  // its text is in the code pages that it names, byte by byte
  const text = textOf(source, isAscii(source.head) ? undefined : 'windows-1252', (bytes) => waiting.push(bytes));
  const flow = new Flow();
  const body = new RtfBody(flow, called, {
    ofCalibre: CALIBRE.test(Buffer.from(source.head).toString('latin1', 0, 64)),
  });
  const tokens = new RtfTokens(body);
  const read = () => {
    for (const bytes of waiting.splice(0))
      for (let at = 0; at < bytes.length; at += PIECE)
        source.watch.work(0, () => tokens.push(Buffer.from(bytes.subarray(at, at + PIECE)).toString('latin1')));
    return flow.take();
  };
  async function* chunks(): AsyncGenerator<string> {
    for await (const _ of text.chunks) yield read();
    read();
    source.watch.work(0, () => tokens.end());
    body.end();
    if (!flow.lines) throw wordless(called);
    yield flow.end();
  }
  return { ...text, chunks: chunks(), found: () => ({ kind: 'rtf', ...flow.omissions.found }) };
}
