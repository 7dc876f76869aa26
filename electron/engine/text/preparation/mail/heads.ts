/** Lines of a mail's head: who sent it, what else people are shown, what programs write for one another. */
const SENDER = 'From|Von|De|Da|Van|От|发件人|寄件者|差出人|보낸 사람';
const SHOWN =
  'Subject|Date|Sent|Betreff|Gesendet|Datum|Objet|Envoyé|Asunto|Enviado|Fecha|Assunto|Data|Oggetto|Inviato|Onderwerp|Verzonden|Тема|Дата|Отправлено|主题|主旨|日期|发送时间|時間|件名|送信日時|제목|날짜';
const OTHERS =
  'To|Cc|CC|Bcc|Reply-To|An|Kopie|À|Para|A|Aan|Кому|Копия|收件人|收件者|宛先|抄送|받는 사람|Attachments?|Importance|Organi[sz]ation|Newsgroups|Lines|Status|Path|Sender';
const TECHNICAL =
  '(?:Message|Content|In-Reply|MIME|Mime|Delivered|Return|DKIM|ARC|Authentication|Received|List|Mailing|User|Thread|NNTP|Resent|Errors|Followup|X)-[A-Za-z][\\w-]{0,60}|Received|References|Xref';
const NAMES = new RegExp(
  `^\\*{0,2}(?:(?<sender>${SENDER})|(?<shown>${SHOWN})|(?<technical>${TECHNICAL})|(?:${OTHERS})) ?(?::\\*{0,2}|：)(?=\\s|$|\\S)`,
  'u',
);
/** Longest name of such a line, with what stands about it. */
const REACH = 72;

/** What an archive puts before each mail. */
const ARCHIVED = /^From \S{1,200} .{0,40}\d{1,2}:\d{2}.{0,40}\d{4}\s*$/;
/** What a program puts above a mail that is answered or passed on. */
const PASSED_ON =
  /^(?:-{2,80}|_{5,80}) ?(?:Original Message|Forwarded message|Forwarded by.{0,80}|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message (?:d['’]origine|transféré)|Mensaje original|Messaggio originale|原始邮件|转发邮件)? ?(?:-{2,80}|_{5,80})\s*$|^Begin forwarded message:\s*$/i;
const LONGEST_OPENING = 320;
const CLOCK = /\d{1,2}[:.]\d{2}/;

/** Whether a line begins a head in the midst of a paragraph, too, if head lines follow. */
export function opensHead(text: string): boolean {
  if (text.length > LONGEST_OPENING || !'F-_B'.includes(text[0])) return false;
  return text.startsWith('From ') ? ARCHIVED.test(text) : PASSED_ON.test(text);
}
/** A quick look at the first line of a paragraph. */
export const mayBeHead = (text: string): boolean => /[:：]/.test(text.slice(0, REACH)) || opensHead(text);

/** The lines of what may be a mail's head. */
export class Head {
  #sender = 0;
  #shown = 0;
  #technical = 0;
  #known = 0;
  #opened = false;
  #archived = false;
  #address = false;
  #clock = false;

  /** @returns false where the line is none of a head */
  add(text: string): boolean {
    if (this.#known === 0 && !this.#opened && opensHead(text)) {
      this.#opened = true;
      this.#archived = text.startsWith('From ');
      return true;
    }
    const known = NAMES.exec(text.slice(0, REACH));
    if (!known) return this.#known > 0 && /^[ \t]/.test(text);
    const { sender, shown, technical } = known.groups ?? {};
    this.#known++;
    if (sender !== undefined) this.#sender++;
    if (shown !== undefined) this.#shown++;
    if (technical !== undefined) this.#technical++;
    this.#address ||= text.includes('@');
    this.#clock ||= shown !== undefined && CLOCK.test(text);
    return true;
  }

  /** Whether it is one: somebody speaks of "To: the King" once, and a play names who speaks. */
  get isHead(): boolean {
    if (this.#archived && this.#known > 0) return true;
    if (this.#technical > 2) return true;
    return this.#sender > 0 && this.#known > 1 && (this.#address || this.#shown + this.#technical > 0);
  }

  /** Whether a program wrote it: the author of a novel in mails seldom says when to the minute. */
  get isCertain(): boolean {
    return this.#archived || this.#technical > 0 || this.#clock;
  }
}
