import { CHAT_EXPORTS, type ChatExport } from '../chats/exports.ts';
import { fieldOf } from '../chats/fields.ts';
import { sampleJson } from '../json/sample.ts';
import { isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';

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

/** As what program's chat a text of JSON is to be read, where it is one. */
export function chatIn({ text }: TextHead): ChatForm | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const documents = sampleJson(text);
  if (!documents.some((document) => isObject(document) || Array.isArray(document))) return undefined;
  for (const from of CHAT_EXPORTS) {
    const list = from.lists.find((each) => isOf(from, standingAt(documents, each)));
    const of = from.of && hasAll(documents[0], from.of) ? JSON.stringify(from.of.map((field) => fieldOf(documents[0], field))) : undefined; // prettier-ignore
    if (list !== undefined) return { from, list, of };
  }
  const from = CHAT_EXPORTS.find(({ known }) => known && hasAll(documents[0], known));
  return from && { from, list: from.lists[0] };
}
