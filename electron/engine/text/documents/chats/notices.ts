/**
 * What Facebook and Instagram write in a person's place: something was sent, a message was liked, somebody came or went. They
 * stand among the messages without a sign, in the language of the account. Behind a name:
 */
const OF_SOMEBODY = [
  'sent (?:an attachment|a (?:photo|video|GIF|sticker|voice message|file|live location|location|link|story|reel)|\\d{1,4} (?:photos|videos|files))',
  'reacted .{1,12} to (?:your|a) message',
  'added .{1,200} to the group|left the group|named the group .{1,200}|removed .{1,160} from the group|created (?:the|this) group|changed the (?:group photo|(?:chat )?theme.{0,80})',
  'set (?:the|your|his|her|their|\\w{1,40}) nickname .{1,160}|set the (?:emoji|quick reaction) to .{1,20}|pinned a message|unsent a message',
  'joined the (?:video chat|call|group)|started (?:a|an) (?:video chat|audio call|video call|call)|missed your (?:video |audio )?call|called you',
  'hat (?:einen Anhang|ein Foto|ein Video|ein GIF|einen Sticker|eine Sprachnachricht|eine Datei|einen Link|\\d{1,4} Fotos) gesendet',
  'a envoyé (?:une pièce jointe|une photo|une vidéo|un GIF|un sticker|un message vocal|\\d{1,4} photos)',
  '(?:envió|ha enviado) (?:un archivo adjunto|una foto|un v[ií]deo|un GIF|un sticker|un mensaje de voz|\\d{1,4} fotos)',
];
const ALONE = [
  '(?:Liked|Reacted .{1,12} to) (?:a|your) message',
  'You are now connected on Messenger|Say hi to your new .{1,80}|The (?:video chat|audio call|video call|call) ended|This poll is no longer available|You missed (?:a|an) (?:video |audio )?call.{0,80}',
  'Hat mit .{1,12} auf deine Nachricht reagiert|Gefällt eine Nachricht',
  'A aimé un message|A réagi .{1,12} à votre message',
  'Le ha gustado un mensaje|Reaccionó con .{1,12} a tu mensaje',
];
const NOTICE = new RegExp(`^(?:.{1,80}? (?:${OF_SOMEBODY.join('|')})|${ALONE.join('|')})[.。]?\\s*$`, 'iu');
const LONGEST = 320;

/** Whether a message is the program's own, where it is told by its words alone. */
export const isNotice = (said: string): boolean => said.length <= LONGEST && NOTICE.test(said);
