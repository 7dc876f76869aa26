import { message } from '../../../../contract/message.ts';
import { Chat } from '../chats/chat.ts';
import { jsonChat } from '../chats/json-chat.ts';
import { pageChat } from '../chats/page-chat.ts';
import { chatPageIn } from '../chats/pages.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { chatOf } from '../recognition/chat.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { damaged, wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';

/** UTF-16 units that are taken at once. */
const PIECE = 1 << 16;
const TITLE = /<title\b[^>]{0,100}>([^<]{1,200})<\/title>/i;

/** The export of a chat: each message a line with who wrote it and when, from the first to the last. */
export async function readChat(source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message('documents.chat') };
  const head = decodedHead(source);
  const form = await chatOf(source, head);
  const page = form ? undefined : chatPageIn(head.text);
  const from = form?.from ?? page?.from;
  if (!from) throw damaged(called, message('phrases.content-unfit'));
  const chat = new Chat(from, called, page ? TITLE.exec(head.text)?.[1].trim() : form?.of);
  const parser = page ? pageChat(page, chat, called, source.watch) : jsonChat(from, form?.list ?? '', chat, called);
  const text = textOf(source, page && declaredEncoding(source.head));
  async function* chunks(): AsyncGenerator<string> {
    for await (const piece of text.chunks) {
      for (let at = 0; at < piece.length; at += PIECE) {
        // a page's parser watches itself
        if (page) parser.push(piece.slice(at, at + PIECE));
        else source.watch.work(0, () => parser.push(piece.slice(at, at + PIECE)));
        yield* chat.relieve();
      }
    }
    parser.end();
    yield* chat.release();
    if (chat.isEmpty) throw wordless(called);
  }
  return { ...text, chunks: chunks(), found: () => chat.found() };
}
