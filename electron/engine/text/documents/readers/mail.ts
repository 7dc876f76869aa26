import PostalMime, { type Address, type Email } from 'postal-mime';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { Omissions } from '../omissions.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { isMailbox, mailsOf, takenOut } from '../mail/mailbox.ts';
import { Flow } from '../markup/flow.ts';
import { MarkupParser } from '../markup/xml.ts';
import { damaged, tooDeep, tooLarge, wordless, type Called } from '../refusals.ts';
import { stopwatch, type Watch } from '../watch.ts';
import { wholeBytes } from '../whole-bytes.ts';
import { HtmlBody } from './html-body.ts';

/** Parts in one another; programs nest some few. */
const DEPTH = 64;
/** Mails in one another, beyond which one is left out. */
const MOST_WITHIN = 10;
/** Of which parts a mail says that they are plain text. */
const PLAIN = /content-type:\s*text\/plain/i;

function shownAddress({ name, address }: Address): string {
  if (!address) return name;
  return name ? `${name} <${address}>` : address;
}

/** The lines of a head that people are shown. */
function headLines({ headers, from, to, subject }: Email): string[] {
  const date = headers.find(({ key }) => key === 'date')?.value;
  const lines = [
    ['From', from && shownAddress(from)],
    ['To', to?.map(shownAddress).join(', ')],
    ['Date', date],
    ['Subject', subject],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value.replace(/\s+/g, ' ').trim()}`] : []));
}

/** A page in a mail, as text. */
function pageText(html: string, called: Called, watch: Watch, omissions: Omissions): string {
  const flow = new Flow(omissions);
  const body = new HtmlBody(flow);
  const parser = new MarkupParser(body, 'html', called, watch);
  parser.push(html, 0);
  parser.end();
  body.end();
  return flow.lines ? flow.end() : '';
}

/** Reads the parts of a mail. @throws AesopError document-damaged for parts in parts without end, or a head without one */
async function parsed(bytes: Buffer, called: Called, watch: Watch): Promise<Email> {
  const spent = stopwatch();
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEPTH, forceRfc822Attachments: true });
  } catch (thrown) {
    if (/nesting/i.test(String(thrown))) throw tooDeep(called, DEPTH);
    throw damaged(called, message('phrases.head-endless'), String(thrown));
  } finally {
    watch.spend(spent());
  }
}

/** Mails that are part of another, not attached to it, as in a digest. */
const mailsWithin = ({ attachments }: Email): Buffer[] =>
  attachments.flatMap(({ mimeType, disposition, content }) =>
    mimeType === 'message/rfc822' && disposition !== 'attachment' && content instanceof ArrayBuffer
      ? [Buffer.from(content)]
      : [],
  );

/** What somebody wrote, plain where it was sent so, else out of its page; what is attached is left out. */
async function textOfMail(
  bytes: Buffer,
  called: Called,
  watch: Watch,
  omissions: Omissions,
  within = 0,
): Promise<string> {
  const mail = await parsed(bytes, called, watch);
  const isPlain = mail.html === undefined || PLAIN.test(bytes.toString('latin1'));
  const body = isPlain ? (mail.text ?? '') : pageText(mail.html ?? '', called, watch, omissions);
  const texts = body.trim() ? [`${headLines(mail).join('\n')}\n\n${body.trim()}\n`] : [];
  const mails = within < MOST_WITHIN ? mailsWithin(mail) : [];
  omissions.add('attachments', mail.attachments.length - mails.length);
  for (const each of mails) texts.push(await textOfMail(each, called, watch, omissions, within + 1));
  return texts.filter(Boolean).join('\n\n');
}

/** A mail, or a mailbox of many: of each the head that people are shown, a blank line, and what was written. */
export function readMail(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.mail') };
  const { mail: most } = DOCUMENT_LIMITS;
  const check = (bytes: number) => {
    if (bytes > most) throw tooLarge(called, most);
  };
  let mails = 0;
  const omissions = new Omissions();
  async function* each(): AsyncGenerator<Buffer> {
    if (!isMailbox(Buffer.from(source.head).toString('latin1').trimStart())) yield await wholeBytes(source, called);
    else for await (const mail of mailsOf(source.bytes(), check)) yield takenOut(mail);
  }
  async function* chunks(): AsyncGenerator<string> {
    for await (const bytes of each()) {
      check(bytes.length);
      source.watch.work(bytes.length, () => undefined);
      const text = await textOfMail(bytes, called, source.watch, omissions);
      if (text) yield mails++ > 0 ? `\n\n${text}` : text;
    }
    if (mails === 0) throw wordless(called);
  }
  return {
    chunks: chunks(),
    reader: archiveReading(source),
    found: () => ({ kind: 'mail', mails, ...omissions.found }),
  };
}
