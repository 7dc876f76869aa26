import type { Exported } from './exported.ts';

export const irc: readonly Exported[] = [
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
    'Ada: are you there?\nBo: yes\n* Ada waves\nBo: bring the keys\nAda: see you',
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
    'Ada: are you there?\nBo: yes\n* Ada waves\nBo: bring the keys\nAda: see you',
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
    'Ada: are you there?\nBo: yes\n* Ada waves\nBo: bring the keys\nAda: see you',
  ],
  [
    'of a channel of Ubuntu',
    `=== bo_ is now known as bo
[13:11] <ada> are you there?
[13:12] <bo> yes
=== cy [cy@host.example] has joined #river
[13:16] <bo> bring the keys
[13:19] <ada> see you
`,
    'ada: are you there?\nbo: yes\nbo: bring the keys\nada: see you',
  ],
];
