import { whenNeeded } from '../../when-needed.ts';
import { missingOfAKind, ofAnyKind } from './media.ts';
import { inEveryLanguage } from './sentences.ts';

const LEFT_OUT = inEveryLanguage('omitted');
const ATTACHED = inEveryLanguage('attached');
const ADDRESS = 'https?://\\S+';
/** How long a call was. */
const LENGTH = '\\d{1,3}(?::\\d{2}| ?[\\p{L}\\p{M}]{1,8}\\.?)(?: ?\\d{1,2} ?[\\p{L}\\p{M}]{1,8}\\.?)?';
/** What follows a call: a stop with what to press, or when it was. */
const CALL_ENDS = '\\s?[^\\p{L}\\p{M}\\s?？!！].{0,60}|(?: \\p{L}+){0,2} \\d{1,2}[:.]\\d{2}.{0,12}';
const BRACKETED =
  'Photo|Video|Sticker|Voice message|Audio|File|GIF|Poll|Location|Contact|Album|Animation|图片|表情|动画表情|语音|视频|文件|链接|位置|红包|转账|名片|聊天记录|사진|동영상|이모티콘|貼圖|照片|影片|語音訊息|檔案|相簿|位置訊息|写真|動画|スタンプ|アルバム|ボイスメッセージ|位置情報';

const UNTOLD = [
  'Greek',
  'Thai',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Kannada',
  'Malayalam',
  'Gurmukhi',
  'Georgian',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const placeholder = whenNeeded(
  () =>
    new RegExp(
      [
        `^<(?:[\\p{L}\\p{M}]+[ -]){0,3}[\\p{L}\\p{M}]{0,12}? ?(?:${LEFT_OUT})>$`,
        // its name and how many pages it has may stand before it
        `^(?:[^•\\n]{1,120}•\\s?\\d[\\d.,]{0,8}\\s?[\\p{L}\\p{M}]{0,16}\\s?)?(?:${missingOfAKind()})$`,
        `^<(?:Media|Medien|Médias|Multimedia|Mídia|${LEFT_OUT})[^<>]{0,30}>$`,
        // in scripts whose sentences nobody has told us, two words in such brackets are the program's
        `^<[${UNTOLD}][${UNTOLD}\\p{M}\\s]{4,60}>$`,
        `^[^()\\n]{1,80}\\.\\p{L}[\\p{L}\\d]{1,4} \\((?:${ATTACHED})\\)$|^\\S{1,80} \\((?:${ATTACHED})\\)$`,
        `^[<(](?:${ATTACHED})\\s?: [^<>()]{1,120}[>)]$`,
        `^\\[ ?(?:${BRACKETED})[^\\[\\]]{0,60}\\]$`,
        `^\\[ ?(?:${ofAnyKind()}) ?\\]$`,
        '^\\((?:photo|video|sticker|emoji|사진|동영상|이모티콘|view [^()]{1,40})\\)$',
        '^(?:Photo|Video|Sticker|Voice|GIF) message$',
        '^(?:사진|동영상|이모티콘)(?: \\d+장)?$',
        '^☎.{0,60}$',
        // of Skype, about its calls
        '^\\*{3} (?:missed (?:group |video )?call|(?:group |video |conference )?call (?:started|ended|to|from|with)|(?:verpasster )?Anruf (?:von|an|beendet|gestartet))[ ,.][^*]{0,100} ?\\*{3}$',
        `^(?:${inEveryLanguage('deleted')}|null)[.。]?$`,
        `^(?:${inEveryLanguage('call')})(?:${CALL_ENDS})?$`,
        `^(?:${inEveryLanguage('held').replaceAll('#', LENGTH)})$`,
        `^(?:${inEveryLanguage('place')})\\s?[:：] ${ADDRESS}$`,
        '^Waiting for this message\\b.{0,40}$',
        // of Signal, by sigtop
        '^\\[[a-z][a-z-]{2,40} message\\]$',
        // a file that somebody kept on a disk
        '^(?:~|[A-Z]:|\\.{0,2})?(?:attachments)?[/\\\\][^:*?"<>|\\n]{1,200}\\.(?:heic|jpe?g|png|gif|webp|tiff?|mov|mp4|3gp|caf|amr|m4a|mp3|opus|ogg|pdf|vcf|pluginPayloadAttachment)$',
        // of Slack
        '^(?:has )?(?:joined|left) (?:the channel|#[^\\s#]{1,80}?)\\.?$',
        '^(?:was|were) (?:added to|removed from) #[^\\s#]{1,80}(?: by .{1,80})?$',
        '^(?:has )?(?:set|cleared|changed) (?:the )?channel (?:topic|purpose|description)(?:[: ].{0,120})?$',
        '^(?:has )?(?:renamed|(?:un-?)?archived) the channel(?: from .{1,120}|\\..{0,80})?$',
        '^(?:pinned a message|added an integration) to this channel(?:[.:].{0,80})?$',
        // of Discord
        '^(?:Joined the server|Pinned a message|Started a call that lasted .{1,30}|Changed the channel (?:name|icon).{0,80})\\.$',
      ].join('|'),
      'iu',
    ),
);
/** What a program says of the conversation itself. */
const NOTICE =
  /end-to-end encrypted|Ende-zu-Ende-verschlüsselt|chiffrés de bout en bout|cifrad\S+ de extremo a extremo|crittografat\S+ end-to-end|criptografia de ponta a ponta|end-to-end versleuteld|сквозн\S+ шифровани|端到端加密|端對端加密|종단간 암호화|エンドツーエンドで暗号化|uçtan uca şifreli|מוצפנות מקצה לקצה|مشفرة تمامًا بين الطرفين|एंड-टू-एंड एन्क्रिप्टेड/i;

/** Whether a message says nothing of its author's: a picture that is not there, a notice of the program. */
export const isPlaceholder = (said: string): boolean =>
  said === '' || (said.length < 160 && placeholder().test(said)) || (said.length < 400 && NOTICE.test(said));

const EDITED = new RegExp(`^<(?:${inEveryLanguage('edited')})[.。]?>$`, 'iu');
const CHANGED = new RegExp(`\\s\\((?:${inEveryLanguage('changed')})\\)$`, 'iu');
const LONGEST_SIGN = 80;
/** What sigtop writes before a message: what it answers, that it was changed, how many files come with it. */
const DETAIL = 'reply to [^\\[\\]]{1,80}? on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d|edited|\\d{1,3} attachments?';
const DETAILS = new RegExp(`^\\[(?:${DETAIL})(?:, (?:${DETAIL})){0,2}\\](?:\\s|$)`);
/** A message without the sign that it was changed, and without what it answers. */
export function asSaid(whole: string): string {
  const said = whole.startsWith('[') ? whole.replace(DETAILS, '') : whole;
  const at = said.endsWith('>') ? said.lastIndexOf('<') : -1;
  if (said.endsWith(')')) return said.replace(CHANGED, '');
  const edited = at >= 0 && said.length - at <= LONGEST_SIGN && EDITED.test(said.slice(at));
  return edited ? said.slice(0, at).trimEnd() : said;
}

const POLL = new RegExp(`^(?:${inEveryLanguage('poll')})\\s?[:：]$`, 'iu');
const LONGEST_CHOICE = 400;
const CHOICE =
  /^\s?(?:OPTIONS?|OPCI[ÓO]N|OPÇÃO|OPZIONE|OPTIE|SEÇENEK|ВАРИАНТ|选项|選項|選択肢|옵션|خيار|אפשרות|विकल्प)\s?[:：] (.{1,200}) \([^()\d٠-٩०-९]*[\d٠-٩०-९][^()]*\)\s*$/u;
/** Whether a message is the first line of a question to all, which the next one asks. */
export const isPoll = (said: string): boolean => said.length < 20 && POLL.test(said);
/** What may be chosen, without how many did; undefined where a line is none of it. */
export const choiceOf = (line: string): string | undefined =>
  line.length <= LONGEST_CHOICE ? CHOICE.exec(line)?.[1] : undefined;

/** Whether a line says which message is answered. */
export const isReply = (line: string): boolean => /^\s?\[In reply to [^[\]]{1,80}\]\s*$/.test(line);
