import type { TextHead } from './decoded-head.ts';

/** Whom a mail is for, and by what way it came: a saved page has a sender, too, but none of these. */
const SENT = /^(?:To|Cc|Received|Message-ID|Return-Path|Delivered-To):/im;
const SENDER = /^From:/im;
const HEAD_LINE = /^(?:[A-Za-z][\w-]{1,60}:|[ \t]|From \S|>From \S)/;
/** What only a program that reads mails makes text of: parts, encodings of them, encoded words in heads. */
const ENCODED =
  /^(?:Content-Type: *multipart\/|Content-Type: *text\/html|Content-Transfer-Encoding: *(?:quoted-printable|base64))|=\?[\w-]{2,40}\?[bq]\?/im;

/** The head of the first mail of a text; empty where it begins with something else. */
function headOf(text: string): string {
  const head = text.slice(0, Math.max(0, text.search(/\n[ \t]*\n/)));
  return head.split('\n').every((line) => HEAD_LINE.test(line)) ? head : '';
}

/** Whether a text is a mail, or a mailbox, that is not to be read as it stands: what is plain text is one already. */
export function isMail({ text }: TextHead): boolean {
  const head = headOf(text.trimStart());
  return SENDER.test(head) && SENT.test(head) && ENCODED.test(text);
}
