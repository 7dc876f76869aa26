import { whenNeeded } from '../../when-needed.ts';
import { MARKS } from '../marks.ts';

/** How one program writes who said something, and when. */
export interface Format {
  readonly name: string;
  /** groups `name` and `said`, either of which may be missing */
  readonly line: () => RegExp;
  /** what is said begins in the next line */
  readonly heads?: true;
  /** what is said in several lines stands in quotation marks */
  readonly quotes?: true;
  /** people write so, too: among messages of another format it is what one of them says */
  readonly own?: true;
  /** what somebody does, in the third person; many programs write so of who comes and goes, too */
  readonly does?: true;
  /** much else looks like it: verses of a bible, results, hours */
  readonly weak?: true;
  /** of MARKS: a line without any of them is not looked at */
  readonly marks?: number;
  /** nor is one without this */
  readonly holds?: string;
}

const D = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef]';
const MONTH = '[\\p{L}\\p{M}]{3,12}\\.?';
const DAY = `(?:${D}{1,4}[./-] ?${D}{1,2}[./-] ?${D}{1,4}\\.?|${D}{1,2}[ -](?:de )?${MONTH}(?:,?[ -](?:de )?${D}{2,4})?|${MONTH} ${D}{1,2}(?:, ${D}{4})?|${D}{4}[年년] ?${D}{1,2}[月월] ?${D}{1,2}[日일])(?: ?г\\.)?`;
/** Halves and parts of a day, as CLDR has them. */
const HALF =
  '(?:上午|下午|早上|凌晨|清晨|中午|傍晚|晚上|午前|午後|오전|오후|ص|م|ق\\.ظ\\.|ب\\.ظ\\.|לפנה[״"]צ|אחה[״"]צ|पूर्वाह्न|अपराह्न|म\\.पू\\.|म\\.उ\\.|পূর্বাহ্ণ?ন?|অপরাহ্ণ?ন?|முற்பகல்|பிற்பகல்|ಪೂರ್ವಾಹ್ನ|ಅಪರಾಹ್ನ|ਪੂ\\.ਦੁ\\.|ਬਾ\\.ਦੁ\\.|ก่อนเที่ยง|หลังเที่ยง|SA|CH|PG|PTG|PD|MD|ÖÖ|ÖS|de\\.|du\\.)';
const CLOCK = `(?:${HALF}\\s?)?${D}{1,2}(?:[:.h]| h )${D}{2}(?:(?:[:.]| min )${D}{2}(?: s)?)?(?:[.,]${D}{3})?(?:\\s?(?:[aApP]\\.?\\s?[mM]\\.?|[πμΠΜ]\\.?[μΜ]\\.?|Uhr|ч\\.|${HALF})(?!\\p{L}))?(?: ?(?:Z|[+-]${D}{2}:?${D}{2}|UTC|GMT))?`;
const BEFORE_CLOCK =
  '(?: at| um| à| a las| alle| às| klo| kl\\.?| om| o(?: godz\\.)?| v| в| о| об| la| στις| pukul| lúc| saat| kell)';
const AT = `[,،]?(?:${BEFORE_CLOCK}|T)?[,\\s]*`;
const FULL = `(?:${DAY}(?!${D})${AT}${CLOCK})`;
/** As phones write it, in Vietnamese the time first. */
const PHONE = `(?:${FULL}|${CLOCK}, ${DAY})`;
const WHEN = `(?:(?:${DAY}${AT})?${CLOCK})`;
const WEEKDAY =
  '(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:星期|周)[一二三四五六日天])';
/** A day of the week is nobody’s name. */
export const IS_DAY = new RegExp(`^${WEEKDAY}$`, 'iu');
const RELATIVE = `(?:(?:Today|Yesterday|Last \\p{L}+|Heute|Gestern|Aujourd['’]hui|Hier|Hoy|Ayer|Oggi|Ieri|Hoje|Ontem|Vandaag|Gisteren|I ?dag|I ?går|Tänään|Eilen|Dzi(?:ś|siaj)|Wczoraj|Dnes|Včera|Ma|Tegnap|Astăzi|Azi|Bugün|Dün|Сегодня|Вчера|Сьогодні|Вчора|Днес|Σήμερα|Χθες|Hôm (?:nay|qua)|今天|昨天|今日|昨日|오늘|어제|${WEEKDAY}|(?:${WEEKDAY},? )?${DAY}|${D}{1,2}[./]${D}{1,2}\\.?),?${BEFORE_CLOCK}?\\s)?${CLOCK}`;
/** What a signature begins with, of a mail or of whoever wrote an entry of a changelog, is nobody’s name. */
const UNSIGNED = '(?!\\s?-- )';
const NAME = '(?<name>[^\\s:<>\\[\\]][^:\\n]{0,59}?)';
const NICK = '<\\s*[@+%&~]?(?<name>[^\\s<>][^<>]{0,39})>';
/** Behind a name, what a program says of somebody that he never said. */
const COMES =
  '\\s*(?:\\([^()]*[@.][^()]*\\)|(?:has|have) (?:joined|left|quit|changed|been)\\b|(?:is|are) (?:now|no longer) |was kicked|sets mode|(?:gives|removes) (?:channel|half-?op|voice|op)|changes (?:topic|nick))';
/** What Pidgin says of a conversation and of those in it. */
const OF_PIDGIN =
  '(?:The topic for \\S{1,60} is: .*|[^:]{1,100} (?:entered the room\\.|left the room(?:\\.| \\(.*\\)\\.?)|has (?:signed (?:on|off)|left the conversation|gone away|come back|become idle)\\b[^:]{0,40}|is (?:now known as [^:]{1,60}|no longer (?:away|idle)\\.))|[^:]{1,60} has set the topic to: .*|mode \\([^:]{1,80}\\) by .*)';
/** From whom and to whom, as Zoom says it. */
const FROM = '(?:From|Von|De|Da|Van|От|来自|開始)';
const TO = '(?:to|an|à|a|para|aan|кому|至|終了)';
/** Levels of a program's own log, which is no conversation. */
const NO_LEVEL = '(?!\\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL)\\b)';

const format = (
  name: string,
  line: string,
  { heads, weak, quotes, own, does, marks, holds }: Omit<Format, 'name' | 'line'> = {},
): Format => ({
  name,
  // programs that write the time behind the name may leave blanks behind it
  line: whenNeeded(() => new RegExp(`^\\s?${line}${heads ? '\\s*' : ''}$`, 'u')),
  ...(heads && { heads }),
  ...(weak && { weak }),
  ...(quotes && { quotes }),
  ...(own && { own }),
  ...(does && { does }),
  ...(marks !== undefined && { marks }),
  ...(holds !== undefined && { holds }),
});

/** Of most to least that a line must have, since each line counts for the first that it fits. */
export const FORMATS: readonly Format[] = [
  format('irc', `(?:\\[?\\(?${WHEN}\\]?\\)?\\s+)${NICK}\\s?(?<said>.*)`, { marks: MARKS.tag }),
  format(
    'irc',
    `(?:0\\d|1[0-5])?(?:\\[?\\(?${WHEN}\\]?\\)?\\s+)\\*\\s[@+%&~]?(?<name>[^\\s<>()*:]{1,39})\\s(?<said>(?!${COMES}).*)`,
    { marks: MARKS.markup, does: true },
  ),
  format('irc', `(?:0\\d|1[0-5])?(?:\\[?\\(?${WHEN}\\]?\\)?\\s+)(?:\\*{1,3}|-->|<--|--|-{1,3}>|<-{1,3})\\s.*`, {
    marks: MARKS.tag | MARKS.markup | MARKS.hyphens,
  }),
  format('irc', `(?:\\[?\\(?${WHEN}\\]?\\)?\\s+)-!-\\s.*`, { holds: '-!-' }),
  format('whatsapp of Apple', `\\[${PHONE}(?: \\| \\p{L}+ ${WHEN})?\\]:? ${NAME}: ?(?<said>.*)`),
  format('whatsapp', `${PHONE} [-–] ${NAME}: ?(?<said>.*)`),
  format('pidgin', `\\(${WHEN}\\) \\*{3}(?<name>\\S{1,39}) (?<said>.*)`, { marks: MARKS.markup, does: true }),
  format('pidgin', `\\(${WHEN}\\) ${OF_PIDGIN}`),
  format('pidgin', `\\(${WHEN}\\) ${NAME}: ?(?<said>.*)`),
  format('kakaotalk', `\\[(?<name>[^\\[\\]]{1,40})\\] \\[${CLOCK}\\] (?<said>.*)`),
  format('kakaotalk', `${FULL}, ${NAME} : (?<said>.*)`),
  format('kakaotalk', `${FULL}, [^:]{1,80}(?:습니다|했습니다)\\.?`, { holds: '니다', own: true }),
  format('zoom', `${WHEN}\\s+${FROM}\\s+${NAME}(?: ${TO} [^:]{1,60}?)?\\s?:`, { heads: true }),
  format('zoom', `${WHEN}\\s+${FROM}\\s+${NAME}(?: ${TO} [^:]{1,60}?)?\\s?:\\s?(?<said>.+)`),
  format('line', `${CLOCK}\\t(?<name>[^\\t]{1,60})\\t(?<said>.*)`, { quotes: true }),
  format('line', `${CLOCK}\\t[^\\t]{1,100}`, { holds: '\t', own: true }),
  format('weechat', `${FULL}\\t[@+%&~]?(?<name>[^\\t]{1,60})\\t(?<said>.*)`),
  format('discord', `\\[${FULL}\\] (?<name>[^:\\s][^:]{0,59})`, { heads: true }),
  format('teams', `\\[(?:(?:\\p{L}+|${D}{1,2}[./]${D}{1,2}),? )?${CLOCK}\\] (?<name>[^:\\s][^:]{0,59})`, {
    heads: true,
    weak: true,
  }),
  format('telegram', `(?<name>[^,\\[\\]]{1,60}), \\[${FULL}\\]:?`, { heads: true }),
  format('slack', `(?<name>[^\\[\\]:]{1,60}?)(?: ?APP)? ?\\s\\[${RELATIVE}\\]:?`, { heads: true }),
  format('discord', `(?<name>[^:—–]{1,60}?)\\s?[—–]\\s?${RELATIVE}`, { heads: true, weak: true }),
  format('qq', `${FULL}\\s${NO_LEVEL}(?<name>[^:\\s][^:]{0,40}?)(?:\\([^()]{3,30}\\)|<[^<>]{3,60}>)`, { heads: true }),
  format('qq', `${FULL}\\s{1,3}${NO_LEVEL}(?<name>[^:：\\s–-][^:：.!?]{0,30})`, { heads: true, weak: true }),
  format('wechat', `${UNSIGNED}(?<name>[^:：\\d][^:：]{0,40}?)\\s{1,3}${FULL}`, { heads: true }),
  format('slack', `${UNSIGNED}(?<name>[^\\s:：\\d.!?][^:：.!?]{0,40}?)(?: ?APP)?,?\\s{1,3}${RELATIVE}`, {
    heads: true,
    weak: true,
  }),
  format('teams', `(?<name>[^\\s:\\d.!?][^:.!?()]{0,40}?) \\((?:${RELATIVE}|${CLOCK},? ${DAY})\\):?`, {
    heads: true,
    weak: true,
  }),
  format(
    'transcript',
    `(?<name>[^\\s:：()（）\\d][^:：()（）]{0,40}?) ?[(（]${CLOCK}[)）]\\s?[:：]\\s?(?<said>\\S.*)`,
    { weak: true },
  ),
  format('log', `\\[${WHEN}\\]:? ${NO_LEVEL}${NAME}: (?<said>.*)`),
  format('log', `${WHEN}:?\\s${NO_LEVEL}${NAME}: (?<said>.*)`, { weak: true, own: true }),
  format('whatsapp of Apple', `\\[${PHONE}\\] [^\\n]*`, { own: true }),
  format('whatsapp', `${PHONE} [-–] [^\\n]*`, { own: true }),
];

/** A line that says nothing but when, of a message below its author's name or of one more by the same author. */
export const timeAlone = whenNeeded(
  () =>
    new RegExp(
      `^\\s*(?::[\\w+-]{1,40}:\\s*|APP\\s+|[—–]\\s?)?(?:\\[${RELATIVE}\\]|${RELATIVE}|${FULL}(?: \\(.{1,80}\\))?)\\s*$`,
      'u',
    ),
);
/** A time with its day, of a message whose author is named in the next line. */
export const dayAlone = whenNeeded(() => new RegExp(`^\\s*${FULL}(?: \\(.{1,80}\\))?\\s*$`, 'u'));
/** What a program writes above a conversation, and between its days. */
export const aside = whenNeeded(
  () =>
    new RegExp(
      `^\\s?(?:--- (?:Log (?:opened|closed)|Day changed)\\b.{0,300}|Session (?:Start|Ident|Close|Time): .{0,300}|Conversation with .{1,80} at .{1,60} on .{1,80}|=== \\S{1,40} (?:\\[.{1,80}\\] has (?:joined|left|quit)|is now (?:known as|away)|is back).{0,80}|Exported [\\d.,]+ message\\(s\\)|${D}{4}년 ${D}{1,2}월 ${D}{1,2}일 ${CLOCK}|消息记录（.{4,40}）|消息(?:分组|对象)[：:].{0,60}|Transcribed by https?://otter\\.ai/?|.{1,60} 님과 카카오톡 대화|\\*{4} (?:BEGIN|ENDING) LOGGING AT\\b.{0,300}|\\[LINE\\] .{1,80}|Chat history (?:with|in) .{1,80}|(?:保存日時|저장한 날짜|儲存日期|Saved on)\\s?[：:].{4,40}|(?:[-—]{3,} {0,2})?(?:${WEEKDAY},? )?${DAY}(?:,? (?:${WEEKDAY}|[월화수목금토일]요일)|[(（][\\p{L}]{1,3}[.)）]+)?(?: {0,2}[-—]{3,})?)\\s*$`,
      'u',
    ),
);

/** What stands above a chat that was sent on, between whom it was. */
export const SENT_ON = /^\s?(?:微信|QQ)?(?:群聊|.{1,40}[和与].{1,40})?的?聊天记录\s*$/u;

/** A quick look at lines without a digit. */
export const ASIDE_HINT = /^\[|^Session |^Conversation |^=== |^消息|대화$|^Transcribed by |^Chat history /;

/** The name above such a line: a few words, of which neither the first nor the last is a small one. */
export const NAME_ALONE =
  /^\s?(?!.*\s\p{Ll}\S*\s*$)[\p{Lu}\p{Lo}][^\s:;!?…]{0,29}(?: {1,2}[^\s:;!?…]{1,30}){0,4}(?<!\.)\s*$/u;

/** What stands in the place of a name where nobody gave one: a number or an address. */
export const ADDRESS_ALONE = /^\s?(?:\+?\(?\d[\d ().-]{5,20}\d|[^\s@]{1,40}@[^\s@]{1,40}\.[^\s@.]{2,10})\s*$/;

/** A quick look: without it, a line is no message. */
export const CLOCK_HINT =
  /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef](?:[:.h]| h )[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]{2}/;
/** As far as the stamp of a line reaches. */
export const STAMP_REACH = 110;
