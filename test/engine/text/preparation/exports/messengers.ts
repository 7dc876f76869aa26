import type { Exported } from './exported.ts';

/** The same messages below a name and a time, in the words of a language. */
const headed = (what: string, head: (name: string, minute: number) => string): Exported => [
  what,
  ['are you there?', 'yes', 'bring the keys: the red ones', 'which?', 'see you', 'so long']
    .map((said, at) => `${head(at % 2 ? 'Bo Li' : 'Ada', 11 + at)}\n${said}\n\n`)
    .join(''),
  'Ada: are you there?\nBo Li: yes\nAda: bring the keys: the red ones\nBo Li: which?\nAda: see you\nBo Li: so long',
];

export const messengers: readonly Exported[] = [
  headed('Discord, copied in Dutch', (name, minute) => `${name} — Vandaag om 10:${minute}`),
  headed('Discord, copied in Polish', (name, minute) => `${name} — Dzisiaj o 10:${minute}`),
  headed('Discord, copied in Russian', (name, minute) => `${name} — Вчера в 10:${minute}`),
  headed('Discord, copied in Korean', (name, minute) => `${name} — 오늘 오전 10:${minute}`),
  headed('Otter', (name, minute) => `${name}  0:${minute}  `),
  headed('VK', (name, minute) => `${name}, 1 мар 2024 в 10:${minute}:00`),
  headed('Miranda', (name, minute) => `${name} (10:${minute}:00 01/03/2024)`),
  headed('Zoom, German', (name, minute) => `10:${minute}:00 Von ${name} an Alle:`),
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
    'Zoom, saved with the day',
    `2024-03-01 13:11:00 From Ada to Everyone:
\tare you there?
2024-03-01 13:12:00 From Bo Li to Everyone:
\tyes
2024-03-01 13:16:00 From Bo Li to Ada(Direct Message):
\tbring the keys: the red ones
2024-03-01 13:19:00 From Ada to Everyone:
\tsee you
`,
    'Ada: are you there?\nBo Li: yes\nBo Li: bring the keys: the red ones\nAda: see you',
  ],
  [
    'Zoom, of a recording',
    `00:11:00\t Ada:\tare you there?
00:12:00\t Bo Li:\tyes
00:16:00\t Bo Li:\tbring the keys: the red ones
00:19:00\t Ada:\tsee you
`,
    'Ada: are you there?\nBo Li: yes\nBo Li: bring the keys: the red ones\nAda: see you',
  ],
  [
    'Pidgin',
    `Conversation with bo@example.org at Fri 01 Mar 2024 13:10:00 on ada@example.org/ (jabber)
(13:11:00) Ada: are you there?
(13:12:00) Bo Li: yes
(13:16:00) Bo Li: bring the keys
(13:19:00) Ada: see you
`,
    'Ada: are you there?\nBo Li: yes\nBo Li: bring the keys\nAda: see you',
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
