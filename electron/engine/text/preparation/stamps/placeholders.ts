/** What a program says where a picture was, in the words of its exports. */
const LEFT_OUT =
  'omitted|weggelassen|ausgeschlossen|ausgelassen|absente?s?|omis(?:es?)?|omitid[oa]s?|omess[oaie]|oculta?d?[oa]s?|weggelaten|отсутствует|пропущено|utelämna\\p{L}+|udelad\\p{L}+|utelat\\p{L}+|pominięt\\p{L}+|vynechán\\p{L}*|dahil edilmedi|не включено|已忽略|已省略|は省略されました|생략|다음 사진|بدون الوسائط|تم استبعاد.{0,12}';
const ATTACHED =
  'file attached|attached|Datei angehängt|fichier joint|archivo adjunto|file allegato|arquivo anexado|bestand bijgevoegd|файл добавлен|附件';

const PLACEHOLDER = new RegExp(
  [
    `^<?(?:[\\p{L}\\p{M}]+[ -]){0,3}[\\p{L}\\p{M}]{0,12}? ?(?:${LEFT_OUT})>?$`,
    '^<(?:Media|Medien|Médias|Multimedia|Mídia|Без медиафайлов|省略多媒体文件|メディアは含まれていません|미디어 파일 생략)[^<>]{0,30}>$',
    '^<Без медиафайлов>$',
    `^\\S{1,80} \\((?:${ATTACHED})\\)$`,
    `^<(?:${ATTACHED}|adjunto|allegato|anexo|bijlage|pièce jointe|Anhang)\\s?: [^<>]{1,120}>$`,
    '^\\[ ?(?:Photo|Video|Sticker|Voice message|Audio|File|GIF|Poll|Location|Contact|Album|图片|表情|语音|视频|文件|사진|동영상|이모티콘|写真|動画|スタンプ)[^\\[\\]]{0,60}\\]$',
    '^\\((?:photo|video|sticker|emoji|사진|동영상|이모티콘)\\)$',
    '^(?:This message was deleted|You deleted this message|Diese Nachricht wurde gelöscht|Ce message a été supprimé|Se eliminó este mensaje|Questo messaggio è stato eliminato|Mensagem apagada|Данное сообщение удалено|此消息已删除|null)\\.?$',
    '^(?:Missed|Verpasster|Appel (?:vocal|vidéo) manqué|Llamada perdida|Chiamata persa)\\b.{0,60}$',
  ].join('|'),
  'iu',
);
/** What a program says of the conversation itself. */
const NOTICE =
  /end-to-end encrypted|Ende-zu-Ende-verschlüsselt|chiffrés de bout en bout|cifrad\S+ de extremo a extremo|crittografat\S+ end-to-end|criptografia de ponta a ponta|end-to-end versleuteld|сквозн\S+ шифровани|端到端加密|종단간 암호화/i;

/** Whether a message says nothing of its author's: a picture that is not there, a notice of the program. */
export const isPlaceholder = (said: string): boolean =>
  said === '' || (said.length < 160 && PLACEHOLDER.test(said)) || (said.length < 400 && NOTICE.test(said));
