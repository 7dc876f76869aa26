import type { Exported } from './exported.ts';

/** The same messages behind the stamps of a phone. */
const stamped = (where: string, stamp: (minute: string) => string): Exported => [
  `WhatsApp, ${where}`,
  [
    'Ada: where are you?',
    'Bo Li: here: at the gate\nwaiting',
    'Ada: bring the key',
    'Bo Li: which one?',
    'Ada: see you',
  ]
    .map((said, at) => `${stamp(`1${at}`)}${said}\n`)
    .join(''),
  'Ada: where are you?\nBo Li: here: at the gate\nwaiting\nAda: bring the key\nBo Li: which one?\nAda: see you',
];

export const whatsapp: readonly Exported[] = [
  ...['<Média elhagyva>', 'imagine omisă', '<Παραλείφθηκε το πολυμέσο>', '<ไม่รวมสื่อ>', '<মিডিয়া বাদ দেওয়া হয়েছে>'].map(
    (missing): Exported => [
      `WhatsApp, with ${missing}`,
      [
        'Ada: <so it goes>',
        `Bo Li: ${missing}`,
        'Ada: bring the key',
        `Ada: ${missing}`,
        'Bo Li: which one?',
        'Ada: see you',
      ]
        .map((said, at) => `01.03.24, 13:1${at} - ${said}\n`)
        .join(''),
      'Ada: <so it goes>\nAda: bring the key\nBo Li: which one?\nAda: see you',
    ],
  ),
  stamped('Bulgarian, Android', (minute) => `10.12.23 г., 21:${minute} ч. - `),
  stamped('Bulgarian, iOS', (minute) => `[10.12.23 г., 21:${minute}:03 ч.] `),
  stamped('Vietnamese, Android', (minute) => `21:${minute}, 10/12/2023 - `),
  stamped(
    'Bengali, Android',
    (minute) => `১০/১২/২৩, ৯:${minute.replace(/./g, (digit) => '০১২৩৪'[Number(digit)])} PM - `,
  ),
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
    'WhatsApp, Ukrainian',
    `01.03.24, 13:11 - Оля: Ти тут?
01.03.24, 13:12 - Тарас: так
чекаю
01.03.24, 13:13 - Оля: <Без медіафайлів>
01.03.24, 13:13 - Оля: <Файл пропущено>
01.03.24, 13:14 - Тарас: Це повідомлення видалено
01.03.24, 13:15 - Оля: Ви видалили це повідомлення
01.03.24, 13:17 - Оля: Пропущений голосовий дзвінок
01.03.24, 13:19 - Оля: до зустрічі
`,
    'Оля: Ти тут?\nТарас: так\nчекаю\nОля: до зустрічі',
  ],
  [
    'WhatsApp, Korean, iOS',
    `[2024. 3. 1. 오후 1:11:01] 미나: 거기 있어?
[2024. 3. 1. 오후 1:12:02] 준호: 응
\u200e[2024. 3. 1. 오후 1:13:03] 미나: \u200e이미지 생략됨
[2024. 3. 1. 오후 1:16:05] 준호: 열쇠 가져와
[2024. 3. 1. 오후 1:19:10] 미나: 나중에 봐
`,
    '미나: 거기 있어?\n준호: 응\n준호: 열쇠 가져와\n미나: 나중에 봐',
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
];
