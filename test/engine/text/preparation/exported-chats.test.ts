import { expect, test } from 'vitest';
import { normalizeText } from '../../../../electron/engine/text/encodings/normalize.ts';
import { ownTime } from '../../../tools/own-time.ts';
import { asProposed, findingsOf } from './prepared.ts';

/** What programs write of a conversation with all that is in one: what it is, the export, what was said. */
const EXPORTS: [program: string, text: string, said: string][] = [
  [
    'WhatsApp, German, Android',
    `01.03.24, 13:10 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören. Tippe, um mehr zu erfahren.
01.03.24, 13:10 - Ada hat die Gruppe „Fluss“ erstellt
01.03.24, 13:11 - Ada: Bist du da?
01.03.24, 13:12 - Bo Li: ja
ich warte
am Tor
01.03.24, 13:13 - Ada: <Medien ausgeschlossen>
01.03.24, 13:14 - Bo Li: Diese Nachricht wurde gelöscht.
01.03.24, 13:15 - Ada: Du hast diese Nachricht gelöscht.
01.03.24, 13:16 - Bo Li: Bring den Schlüssel <Diese Nachricht wurde bearbeitet.>
01.03.24, 13:17 - Ada: Verpasster Sprachanruf
01.03.24, 13:18 - Bo Li: IMG-20240301-WA0001.jpg (Datei angehängt)
01.03.24, 13:19 - Ada: bis gleich
`,
    'Ada: Bist du da?\nBo Li: ja\nich warte\nam Tor\nBo Li: Bring den Schlüssel\nAda: bis gleich',
  ],
  [
    'WhatsApp, German, iOS',
    `[01.03.24, 13:10:00] Fluss: \u200eNachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören.
[01.03.24, 13:11:01] Ada: Bist du da?
[01.03.24, 13:12:02] Bo Li: ja
ich warte
\u200e[01.03.24, 13:13:03] Ada: \u200eBild weggelassen
\u200e[01.03.24, 13:13:04] Ada: \u200eSprachnachricht weggelassen
[01.03.24, 13:14:05] Bo Li: \u200eDiese Nachricht wurde gelöscht.
[01.03.24, 13:16:07] Bo Li: Bring den Schlüssel \u200e<Diese Nachricht wurde bearbeitet>
\u200e[01.03.24, 13:17:08] Ada: \u200eVerpasster Videoanruf, \u200eZum Zurückrufen tippen
[01.03.24, 13:19:10] Ada: bis gleich
`,
    'Ada: Bist du da?\nBo Li: ja\nich warte\nBo Li: Bring den Schlüssel\nAda: bis gleich',
  ],
  [
    'WhatsApp, French, Android',
    `01/03/2024, 13:10 - Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.
01/03/2024, 13:11 - Ada: Tu es là ?
01/03/2024, 13:12 - Bo Li: oui
j’attends
01/03/2024, 13:13 - Ada: <Médias omis>
01/03/2024, 13:14 - Bo Li: Ce message a été supprimé
01/03/2024, 13:15 - Ada: Vous avez supprimé ce message
01/03/2024, 13:16 - Bo Li: Apporte la clé <Ce message a été modifié>
01/03/2024, 13:17 - Ada: Appel vocal manqué
01/03/2024, 13:19 - Ada: à tout de suite
`,
    'Ada: Tu es là ?\nBo Li: oui\nj’attends\nBo Li: Apporte la clé\nAda: à tout de suite',
  ],
  [
    'WhatsApp, French, iOS',
    `[01/03/2024 13:11:01] Ada: Tu es là ?
[01/03/2024 13:12:02] Bo Li: oui
j’attends
\u200e[01/03/2024 13:13:03] Ada: \u200eimage absente
\u200e[01/03/2024 13:13:09] Bo Li: \u200evidéo absente
[01/03/2024 13:14:05] Bo Li: \u200eCe message a été supprimé.
\u200e[01/03/2024 13:15:05] Bo Li: \u200eLOCALISATION : https://maps.google.com/?q=48.1,2.2
[01/03/2024 13:19:10] Ada: à tout de suite
`,
    'Ada: Tu es là ?\nBo Li: oui\nj’attends\nAda: à tout de suite',
  ],
  [
    'WhatsApp, Spanish, 12 hours',
    `1/3/24, 1:10 p. m. - Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat puede leerlos.
1/3/24, 1:11 p. m. - Ada: ¿Estás ahí?
1/3/24, 1:12 p. m. - Bo Li: sí
espero
1/3/24, 1:13 p. m. - Ada: <Multimedia omitido>
1/3/24, 1:14 p. m. - Bo Li: Se eliminó este mensaje.
1/3/24, 1:15 p. m. - Ada: Eliminaste este mensaje.
1/3/24, 1:16 p. m. - Bo Li: Trae la llave <Se editó este mensaje.>
1/3/24, 1:17 p. m. - Ada: Llamada perdida
1/3/24, 1:19 p. m. - Ada: hasta luego
`,
    'Ada: ¿Estás ahí?\nBo Li: sí\nespero\nBo Li: Trae la llave\nAda: hasta luego',
  ],
  [
    'WhatsApp, Spanish, iOS',
    `[1/3/24, 1:11:01 p. m.] Ada: ¿Estás ahí?
[1/3/24, 1:12:02 p. m.] Bo Li: sí
espero
\u200e[1/3/24, 1:13:03 p. m.] Ada: \u200eimagen omitida
\u200e[1/3/24, 1:13:05 p. m.] Ada: \u200eaudio omitido
[1/3/24, 1:14:05 p. m.] Bo Li: \u200eEste mensaje fue eliminado.
[1/3/24, 1:19:10 p. m.] Ada: hasta luego
`,
    'Ada: ¿Estás ahí?\nBo Li: sí\nespero\nAda: hasta luego',
  ],
  [
    'WhatsApp, Portuguese of Brazil',
    `01/03/2024 13:10 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta e ficam somente entre você e os participantes desta conversa.
01/03/2024 13:10 - Ada criou o grupo "Rio"
01/03/2024 13:11 - Ada: você está aí?
01/03/2024 13:12 - Bo Li: sim
espero
01/03/2024 13:13 - Ada: <Mídia oculta>
01/03/2024 13:14 - Bo Li: Mensagem apagada
01/03/2024 13:14 - Ada: Você apagou esta mensagem
01/03/2024 13:14 - Bo Li: Esta mensagem foi apagada
01/03/2024 13:16 - Bo Li: traz a chave <Mensagem editada>
01/03/2024 13:17 - Ada: Ligação de voz perdida
01/03/2024 13:18 - Bo Li: PTT-20240301-WA0003.opus (arquivo anexado)
01/03/2024 13:19 - Ada: até já
`,
    'Ada: você está aí?\nBo Li: sim\nespero\nBo Li: traz a chave\nAda: até já',
  ],
  [
    'WhatsApp, Portuguese of Brazil, iOS',
    `[01/03/2024, 13:11:01] Ada: você está aí?
[01/03/2024, 13:12:02] Bo Li: sim
\u200e[01/03/2024, 13:13:03] Ada: \u200eimagem ocultada
\u200e[01/03/2024, 13:13:04] Ada: \u200eáudio ocultado
\u200e[01/03/2024, 13:13:05] Bo Li: \u200efigurinha omitida
[01/03/2024, 13:14:05] Bo Li: \u200eMensagem apagada.
[01/03/2024, 13:16:05] Bo Li: traz a chave \u200e<Mensagem editada>
[01/03/2024, 13:19:10] Ada: até já
`,
    'Ada: você está aí?\nBo Li: sim\nBo Li: traz a chave\nAda: até já',
  ],
  [
    'WhatsApp, Chinese, Android',
    `2024/3/1 下午1:10 - 消息和通话已进行端到端加密。对话之外的任何人，甚至包括 WhatsApp，都无法读取或收听。
2024/3/1 下午1:11 - 小王: 在吗
2024/3/1 下午1:12 - 老李: 在
我等你
2024/3/1 下午1:13 - 小王: <省略多媒体文件>
2024/3/1 下午1:14 - 老李: 此消息已删除
2024/3/1 下午1:15 - 小王: 您已删除此消息
2024/3/1 下午1:16 - 老李: 带钥匙 <此消息已编辑>
2024/3/1 下午1:17 - 小王: 未接语音通话
2024/3/1 下午1:19 - 小王: 回头见
`,
    '小王: 在吗\n老李: 在\n我等你\n老李: 带钥匙\n小王: 回头见',
  ],
  [
    'WhatsApp, Chinese, iOS',
    `[2024/3/1 13:11:01] 小王: 在吗
[2024/3/1 13:12:02] 老李: 在
\u200e[2024/3/1 13:13:03] 小王: \u200e图像已忽略
\u200e[2024/3/1 13:13:04] 小王: \u200e语音已忽略
[2024/3/1 13:14:05] 老李: \u200e此消息已删除。
[2024/3/1 13:19:10] 小王: 回头见
`,
    '小王: 在吗\n老李: 在\n小王: 回头见',
  ],
  [
    'WhatsApp, Japanese, Android',
    `2024/03/01 13:10 - メッセージと通話はエンドツーエンドで暗号化されています。このチャットの外部には、それを読んだり聞いたりできる人はいません。
2024/03/01 13:11 - 花子: いますか
2024/03/01 13:12 - 太郎: はい
待ってます
2024/03/01 13:13 - 花子: <メディアは含まれていません>
2024/03/01 13:14 - 太郎: このメッセージは削除されました
2024/03/01 13:15 - 花子: このメッセージを削除しました
2024/03/01 13:17 - 花子: 不在着信
2024/03/01 13:19 - 花子: またね
`,
    '花子: いますか\n太郎: はい\n待ってます\n花子: またね',
  ],
  [
    'WhatsApp, Japanese, iOS',
    `[2024/03/01 13:11:01] 花子: いますか
[2024/03/01 13:12:02] 太郎: はい
\u200e[2024/03/01 13:13:03] 花子: \u200e画像は省略されました
\u200e[2024/03/01 13:13:04] 花子: \u200e音声は省略されました
[2024/03/01 13:14:05] 太郎: \u200eこのメッセージは削除されました。
[2024/03/01 13:19:10] 花子: またね
`,
    '花子: いますか\n太郎: はい\n花子: またね',
  ],
  [
    'WhatsApp, Arabic',
    `\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٠ م - الرسائل والمكالمات مشفرة تمامًا بين الطرفين. لا يمكن لأي شخص خارج هذه الدردشة قراءتها أو الاستماع إليها.
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١١ م - ليلى: هل أنت هنا؟
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٢ م - عمر: نعم
أنتظر
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٣ م - ليلى: <تم استبعاد الوسائط>
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٤ م - عمر: تم حذف هذه الرسالة
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٥ م - ليلى: لقد حذفت هذه الرسالة
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٧ م - ليلى: مكالمة صوتية فائتة
\u200f٠١\u200f/٠٣\u200f/٢٠٢٤، ١:١٩ م - ليلى: إلى اللقاء
`,
    'ليلى: هل أنت هنا؟\nعمر: نعم\nأنتظر\nليلى: إلى اللقاء',
  ],
  [
    'WhatsApp, Hebrew',
    `1.3.2024, 13:10 - ההודעות והשיחות מוצפנות מקצה לקצה. לאף אחד מחוץ לצ'אט הזה, גם לא ל-WhatsApp, אין אפשרות לקרוא אותן או להאזין להן.
1.3.2024, 13:11 - דנה: אתה שם?
1.3.2024, 13:12 - יוסי: כן
אני מחכה
1.3.2024, 13:13 - דנה: <המדיה לא נכללה>
1.3.2024, 13:14 - יוסי: הודעה זו נמחקה
1.3.2024, 13:15 - דנה: מחקת את ההודעה הזו
1.3.2024, 13:17 - דנה: שיחה קולית שלא נענתה
1.3.2024, 13:19 - דנה: להתראות
`,
    'דנה: אתה שם?\nיוסי: כן\nאני מחכה\nדנה: להתראות',
  ],
  [
    'WhatsApp, Hindi',
    `01/03/24, 1:10 pm - मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं. इस चैट के बाहर कोई भी, यहाँ तक कि WhatsApp भी, उन्हें न तो पढ़ सकता है और न ही सुन सकता है.
01/03/24, 1:11 pm - मीना: कहाँ हो?
01/03/24, 1:12 pm - रवि: यहीं हूँ
रुको
01/03/24, 1:13 pm - मीना: <मीडिया के बिना>
01/03/24, 1:14 pm - रवि: यह मैसेज हटा दिया गया है
01/03/24, 1:15 pm - मीना: आपने यह मैसेज हटा दिया है
01/03/24, 1:19 pm - मीना: फिर मिलेंगे
`,
    'मीना: कहाँ हो?\nरवि: यहीं हूँ\nरुको\nमीना: फिर मिलेंगे',
  ],
  [
    'WhatsApp, Turkish',
    `1.03.2024 13:10 - Mesajlar ve aramalar uçtan uca şifrelidir. WhatsApp da dahil olmak üzere bu sohbetin dışındaki hiç kimse onları okuyamaz ve dinleyemez.
1.03.2024 13:11 - Ayşe: orada mısın?
1.03.2024 13:12 - Ali: evet
bekliyorum
1.03.2024 13:13 - Ayşe: <Medya dahil edilmedi>
1.03.2024 13:14 - Ali: Bu mesaj silindi
1.03.2024 13:15 - Ayşe: Bu mesajı sildiniz
1.03.2024 13:16 - Ali: anahtarı getir <Bu mesaj düzenlendi>
1.03.2024 13:17 - Ayşe: Cevapsız sesli arama
1.03.2024 13:19 - Ayşe: görüşürüz
`,
    'Ayşe: orada mısın?\nAli: evet\nbekliyorum\nAli: anahtarı getir\nAyşe: görüşürüz',
  ],
  [
    'WhatsApp, English, with a poll, calls and contacts',
    `3/1/24, 1:10 PM - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
3/1/24, 1:10 PM - You created group "River"
3/1/24, 1:11 PM - Ada: are you there?
3/1/24, 1:12 PM - Bo Li: POLL:
Where do we meet?
OPTION: bridge (2 votes)
OPTION: mill (1 vote)

3/1/24, 1:13 PM - Ada: <Media omitted>
3/1/24, 1:14 PM - Bo Li: Bo Li.vcf (file attached)
3/1/24, 1:15 PM - Ada: null
3/1/24, 1:16 PM - Bo Li: bring the keys <This message was edited>
3/1/24, 1:17 PM - Ada: Missed voice call
3/1/24, 1:17 PM - Bo Li: Voice call, 12 min
3/1/24, 1:18 PM - Ada: You deleted this message
3/1/24, 1:18 PM - Bo Li: location: https://maps.google.com/?q=1.5,2.5
3/1/24, 1:18 PM - Bo Li: Waiting for this message
3/1/24, 1:18 PM - Bo Li added Cy
3/1/24, 1:19 PM - Ada: see you
`,
    'Ada: are you there?\nBo Li: Where do we meet?\nbridge\nmill\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'Telegram, copied',
    `Ada, [01.03.2024 13:11]
are you there?

Bo Li, [01.03.2024 13:12]
yes
I wait

Ada, [01.03.2024 13:13]
[ Photo ]

Bo Li, [01.03.2024 13:14]
[In reply to Ada]
bring the keys

Ada, [01.03.2024 13:19]
see you
`,
    'Ada: are you there?\nBo Li: yes\nI wait\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'Signal, by signalbackup-tools',
    `[2024-03-01 13:11] Ada: are you there?
[2024-03-01 13:12] Me: yes
I wait
[2024-03-01 13:13] Ada: (view photo)
[2024-03-01 13:19] Ada: see you
`,
    'Ada: are you there?\nMe: yes\nI wait\nAda: see you',
  ],
  [
    'Signal, as Markdown',
    `[2024-03-01, 13:11] Ada: are you there?
[2024-03-01, 13:12] Me: yes
[2024-03-01, 13:16] Ada: bring the keys
[2024-03-01, 13:19] Me: see you
`,
    'Ada: are you there?\nMe: yes\nAda: bring the keys\nMe: see you',
  ],
  [
    'WeeChat',
    `2024-03-01 13:10:01\t--\tMode #river [+nt] by server
2024-03-01 13:10:09\t-->\tBo (~bo@host.example) has joined #river
2024-03-01 13:11:00\tAda\tare you there?
2024-03-01 13:12:00\t@Bo\tyes
2024-03-01 13:13:00\t *\tAda waves
2024-03-01 13:16:00\t@Bo\tbring the keys
2024-03-01 13:19:00\tAda\tsee you
2024-03-01 13:20:00\t<--\tBo (~bo@host.example) has quit (Ping timeout)
`,
    'Ada: are you there?\nBo: yes\nBo: bring the keys\nAda: see you',
  ],
  [
    'irssi',
    `--- Log opened Fri Mar 01 13:10:00 2024
13:10 -!- Bo [~bo@host.example] has joined #river
13:11 < Ada> are you there?
13:12 <@Bo> yes
13:13  * Ada waves
13:16 <@Bo> bring the keys
13:19 < Ada> see you
13:20 -!- Bo [~bo@host.example] has quit [Ping timeout]
--- Log closed Fri Mar 01 13:21:00 2024
`,
    'Ada: are you there?\nBo: yes\nBo: bring the keys\nAda: see you',
  ],
  [
    'mIRC',
    `Session Start: Fri Mar 01 13:10:00 2024
Session Ident: #river
03[13:10] * Now talking in #river
[13:10] * Bo (~bo@host.example) has joined #river
[13:11] <Ada> are you there?
[13:12] <@Bo> yes
[13:16] <@Bo> bring the keys
[13:19] <Ada> see you
Session Close: Fri Mar 01 13:21:00 2024
`,
    'Ada: are you there?\nBo: yes\nBo: bring the keys\nAda: see you',
  ],
  [
    'ZNC',
    `[13:10:00] *** Joins: Bo (~bo@host.example)
[13:11:00] <Ada> are you there?
[13:12:00] <Bo> yes
[13:13:00] * Ada waves
[13:16:00] <Bo> bring the keys
[13:17:00] *** Bo sets mode: +o Ada
[13:19:00] <Ada> see you
[13:20:00] *** Quits: Bo (~bo@host.example) (Quit: bye)
`,
    'Ada: are you there?\nBo: yes\nBo: bring the keys\nAda: see you',
  ],
  [
    'LINE, Japanese',
    `[LINE] 太郎とのトーク履歴
保存日時：2024/03/20 10:00

2024/03/01(金)
13:11\t花子\tいますか
13:12\t太郎\t"はい
待ってます"
13:13\t花子\t[写真]
13:14\t花子\t[スタンプ]
13:15\t太郎がメッセージの送信を取り消しました
13:17\t花子\t☎ 不在着信
13:17\t花子\t☎ 通話時間 1:05
13:19\t花子\tまたね
`,
    '花子: いますか\n太郎: はい\n待ってます\n花子: またね',
  ],
  [
    'LINE, English',
    `[LINE] Chat history with Ada
Saved on: 03/20/2024, 10:00

Fri, 03/01/2024
1:11 PM\tAda\tare you there?
1:12 PM\tBo Li\tyes
1:13 PM\tAda\t[Photo]
1:14 PM\tAda\t[Sticker]
1:15 PM\tBo Li unsent a message.
1:16 PM\tBo Li\tbring the keys
1:19 PM\tAda\tsee you
`,
    'Ada: are you there?\nBo Li: yes\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'KakaoTalk, of a computer',
    `미나 님과 카카오톡 대화
저장한 날짜 : 2024-03-20 10:00:00

--------------- 2024년 3월 1일 금요일 ---------------
[미나] [오후 1:11] 거기 있어?
[준호] [오후 1:12] 응
기다려
[미나] [오후 1:13] 사진
[준호] [오후 1:14] 이모티콘
[준호] [오후 1:15] 삭제된 메시지입니다.
[준호] [오후 1:16] 열쇠 가져와
[미나] [오후 1:19] 나중에 봐
`,
    '미나: 거기 있어?\n준호: 응\n기다려\n준호: 열쇠 가져와\n미나: 나중에 봐',
  ],
  [
    'KakaoTalk, of a telephone',
    `미나 님과 카카오톡 대화
저장한 날짜 : 2024년 3월 20일 오전 10:00

2024년 3월 1일 오후 1:11
2024년 3월 1일 오후 1:11, 미나 : 거기 있어?
2024년 3월 1일 오후 1:12, 준호 : 응
2024년 3월 1일 오후 1:13, 미나 : 사진 2장
2024년 3월 1일 오후 1:16, 준호 : 열쇠 가져와
2024년 3월 1일 오후 1:18, 수지님이 들어왔습니다.
2024년 3월 1일 오후 1:19, 미나 : 나중에 봐
`,
    '미나: 거기 있어?\n준호: 응\n준호: 열쇠 가져와\n미나: 나중에 봐',
  ],
  [
    'WeChat',
    `小王 2024-03-01 13:11:00
在吗

老李 2024-03-01 13:12:00
在
我等你

小王 2024-03-01 13:13:00
[图片]

老李 2024-03-01 13:14:00
[动画表情]

老李 2024-03-01 13:16:00
带钥匙

小王 2024-03-01 13:19:00
回头见
`,
    '小王: 在吗\n老李: 在\n我等你\n老李: 带钥匙\n小王: 回头见',
  ],
  [
    'Viber',
    `[01.03.2024, 13:11:00] Ada: are you there?
[01.03.2024, 13:12:00] Me: yes
[01.03.2024, 13:13:00] Ada: Photo message
[01.03.2024, 13:16:00] Me: bring the keys
[01.03.2024, 13:19:00] Ada: see you
`,
    'Ada: are you there?\nMe: yes\nMe: bring the keys\nAda: see you',
  ],
  [
    'Skype',
    `[01.03.2024 13:11:00] Ada: are you there?
[01.03.2024 13:12:00] Bo Li: yes
[01.03.2024 13:13:00] *** Call to Bo Li ***
[01.03.2024 13:14:00 | Edited 13:15:00] Bo Li: I wait
[01.03.2024 13:15:30 | Removed 13:15:40] Ada: This message has been removed.
[01.03.2024 13:16:00] Bo Li: bring the keys
[01.03.2024 13:19:00] Ada: see you
`,
    'Ada: are you there?\nBo Li: yes\nBo Li: I wait\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'Matrix (Element)',
    `Ada created this room.
Ada set the room name to River.
Ada invited Bo Li.
01/03/2024, 13:11 - Ada: are you there?
01/03/2024, 13:12 - Bo Li: yes
01/03/2024, 13:13 - Ada sent an image.
01/03/2024, 13:16 - Bo Li: bring the keys
01/03/2024, 13:19 - Ada: see you
`,
    'Ada created this room.\nAda set the room name to River.\nAda invited Bo Li.\nAda: are you there?\nBo Li: yes\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'Teams, copied',
    `[01.03.2024 13:11] Ada
are you there?
[01.03.2024 13:12] Bo Li
yes
I wait
[01.03.2024 13:16] Bo Li
bring the keys
[01.03.2024 13:19] Ada
see you
`,
    'Ada: are you there?\nBo Li: yes\nI wait\nBo Li: bring the keys\nAda: see you',
  ],
  [
    'Discord, by its exporter',
    `==============================================================
Guild: The River
Channel: Text Channels / general
Topic: Where the heron stands
After: 01-Mar-24 12:00 AM
==============================================================

[01-Mar-24 01:11 PM] ada#0001
are you there?

[01-Mar-24 01:12 PM] bo.li
yes
I wait

{Reactions}
👍 (2) heron

[01-Mar-24 01:13 PM] ada#0001

{Attachments}
https://cdn.example.com/attachments/1/2/photo.png

[01-Mar-24 01:14 PM] bo.li (pinned)
bring the keys

{Embed}
https://example.com/heron
The Heron
A bird that waits.

[01-Mar-24 01:15 PM] ada#0001
Joined the server.

[01-Mar-24 01:19 PM] ada#0001
see you

==============================================================
Exported 6 message(s)
==============================================================
`,
    'ada: are you there?\nbo.li: yes\nI wait\nbo.li: bring the keys\nada: see you',
  ],
  [
    'Discord, by its exporter, a direct message by the day',
    `==============================================================
Guild: Direct Messages
Channel: Private / bo.li
==============================================================

[3/1/2024 1:11 PM] ada
are you there?

[3/1/2024 1:12 PM] bo.li
yes

[3/1/2024 1:13 PM] bo.li
{Stickers}
https://cdn.example.com/stickers/1.png

[3/1/2024 1:19 PM] ada
see you


==============================================================
Exported 4 message(s)
==============================================================
`,
    'ada: are you there?\nbo.li: yes\nada: see you',
  ],
  [
    'Instant messages of Apple, as text',
    `Mar 01, 2024  1:11:00 PM
Ada
are you there?

Mar 01, 2024  1:12:00 PM
Me
yes

Mar 01, 2024  1:16:00 PM (Read by them after 2 minutes)
Me
bring the keys

Mar 01, 2024  1:19:00 PM
Ada
see you
`,
    'Ada: are you there?\nMe: yes\nMe: bring the keys\nAda: see you',
  ],
];

test.each(EXPORTS)('%s', async (_, text, said) => {
  const plain = normalizeText(text);
  const found = (await findingsOf(plain)).find(({ step }) => step === 'stamps');
  const prepared = (await asProposed(plain)).text;
  expect(prepared.replace(/\n{2,}/g, '\n').trim()).toBe(said);
  expect(found).toMatchObject({ sure: true });
});

test('what people say themselves stays, however like it is to what programs do', async () => {
  const said = [
    'Missed you!',
    'Video call, at 8?',
    'poll: who comes',
    'location is fine',
    '<b>bold</b>',
    'I deleted it.',
    '未接来电是谁打的？',
    '부재중이라 못 받았어 미안',
    '不在着信ありがとう、あとでかける',
    'Llamada perdida de mi madre',
    'Marie est absente',
    'он отсутствует',
    'lo he omitido',
    '다음 사진',
  ];
  const text = said.map((each, at) => `3/1/24, 1:${10 + at} PM - ${at % 2 ? 'Bo' : 'Ada'}: ${each}\n`).join('');
  expect((await asProposed(text)).text).toBe(said.map((each, at) => `${at % 2 ? 'Bo' : 'Ada'}: ${each}\n`).join(''));
});

test.each([
  'Missed voice call at 3:04 PM',
  'Missed group video call',
  'Nieodebrane połączenie głosowe',
  '부재중 음성 통화',
  '未接语音通话，点击回拨',
  'Contact card omitted',
  'изображение отсутствует',
  'audio omis',
  '사진 생략',
  'تم استبعاد الصورة',
  '<Marie absente>',
])('what a program says in place of a message goes: %s', async (said) => {
  const text = ['hello', said, 'there', said, 'bye'].map((each, at) => `3/1/24, 1:1${at} PM - ${at % 2 ? 'Bo' : 'Ada'}: ${each}\n`).join(''); // prettier-ignore
  expect((await asProposed(text)).text).toBe('Ada: hello\nAda: there\nAda: bye\n');
});

test('a day with an hour above each entry of a diary is none', async () => {
  const diary = ['Rain', 'Sun', 'A heron', 'The mill'].map((about, at) => `March ${at + 1}, 2024 9:1${at}\n${about} by the river.\nWe went on.\n`).join('\n'); // prettier-ignore
  expect((await asProposed(diary)).text).toBe(diary);
});

test('a rule of a book and what stands between two of them stay where nobody speaks', async () => {
  const text = `${'='.repeat(62)}\nThe River\n${'='.repeat(62)}\n\nIt rained.\n`;
  expect((await asProposed(text)).text).toBe(text);
});

test('messages that were made to be slow take no longer', async () => {
  const long = 2 ** 18;
  const messages = [
    `a${' '.repeat(long)}>`,
    `a${' <'.repeat(long / 2)}>`,
    `a${' '.repeat(long)}<This message was edited>`,
    `POLL:\nWhere?\nOPTION: a (${'1'.repeat(long)}`,
    `POLL:\nWhere?\nOPTION: ${'a (1'.repeat(long / 4)}`,
    `POLL:\nWhere?\nOPTION: a (1)${' '.repeat(long)}x`,
  ];
  const started = ownTime();
  for (const said of messages) {
    const text = [said, 'yes', said, 'no'].map((each, at) => `3/1/24, 1:1${at} PM - ${at % 2 ? 'Bo' : 'Ada'}: ${each}\n`).join(''); // prettier-ignore
    await asProposed(text);
  }
  expect(ownTime() - started).toBeLessThan(8_000);
});
