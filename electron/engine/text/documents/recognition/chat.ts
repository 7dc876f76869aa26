import type { ChatExport } from '../chats/chat-export.ts';
import { CHAT_EXPORTS } from '../chats/exports.ts';
import { fieldOf } from '../chats/fields.ts';
import { sampleJson } from '../json/sample.ts';
import { isObject } from '../tables/object-rows.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { DocumentSource } from '../document.ts';
import { clippedJson } from '../json/clipped.ts';
import { decodedHead, type TextHead } from './decoded-head.ts';
import { unassigned } from './unassigned.ts';

/** Messages of which one has all fields: the last may be cut off. */
const LOOKED_AT = 20;

/** A chat out of a program, and where in it the messages stand. */
export interface ChatForm {
  readonly from: ChatExport;
  readonly list: string;
  /** what the document says of which conversation it is */
  readonly of?: string;
}

/** What stands at a path of `Json` in the documents of a sample. */
function standingAt(documents: readonly unknown[], path: string): unknown[] {
  let values = path === '' ? documents : documents.slice(0, 1);
  for (const part of path.split(/(?=\[\])|\./).filter(Boolean))
    values = values.slice(0, LOOKED_AT).flatMap((value): unknown[] => {
      if (part === '[]') return Array.isArray(value) ? value : [];
      if (part === '*') return isObject(value) ? Object.values(value) : [];
      return [fieldOf(value, part)];
    });
  return values.slice(0, LOOKED_AT);
}

const hasAll = (value: unknown, fields: readonly string[]) =>
  fields.every((field) => fieldOf(value, field) !== undefined);

function isOf({ has, messagesOf }: ChatExport, values: readonly unknown[]): boolean {
  const messages = messagesOf ? values.flatMap(messagesOf) : values;
  return messages.some((message) => hasAll(message, has));
}

/** What a document says of which conversation it is. */
function identityIn(document: unknown, { of = [] }: ChatExport): string | undefined {
  if (of.length === 0 || !hasAll(document, of)) return undefined;
  return JSON.stringify(of.map((field) => fieldOf(document, field)));
}

/** As what program's chat a text of JSON is to be read, where it is one. */
function chatIn(written: string): ChatForm | undefined {
  const text = unassigned(written);
  if (!/^\s*[[{]/.test(text)) return undefined;
  const documents = sampleJson(text);
  if (!documents.some((document) => isObject(document) || Array.isArray(document))) return undefined;
  for (const from of CHAT_EXPORTS) {
    const list = from.lists.find((each) => isOf(from, standingAt(documents, each)));
    if (list !== undefined) return { from, list, of: identityIn(documents[0], from) };
  }
  const from = CHAT_EXPORTS.find(({ known }) => known && hasAll(documents[0], known));
  return from && { from, list: from.lists[0] };
}

/** Of a text in JSON, UTF-16 units that are looked at; bytes that are read for them where texts are longer. */
const SHOWN = 1_000;
const FURTHER = 4 * 2 ** 20;

/**
 * The same for a file. A first message that fills the beginning is looked behind.
 * @param head its beginning
 */
export async function chatOf(
  source: DocumentSource,
  head: TextHead = decodedHead(source),
): Promise<ChatForm | undefined> {
  const form = chatIn(head.text);
  if (form || head.whole || !/^\s*[[{]/.test(head.text)) return form;
  if (clippedJson(head.text, SHOWN).length > head.text.length / 2) return undefined;
  const further = decodedHead({ ...source, head: await source.longerHead(FURTHER) });
  return chatIn(clippedJson(further.text, SHOWN).slice(0, DOCUMENT_LIMITS.head));
}
