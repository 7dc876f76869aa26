/** Conversations that programs took out of a telephone's own store, with all that it knew of each message. */
export const extractors: readonly (readonly [name: string, text: string, said: string])[] = [
  [
    'Signal by sigtop, as text',
    `Conversation: Alice Moor (+15550101)

From: Alice Moor (+15550101)
Type: incoming
Sent: Fri, 5 Nov 2021 10:12:13 +0100
Received: Fri, 5 Nov 2021 10:12:15 +0100

are you up yet?

From: You
Type: outgoing
Sent: Fri, 5 Nov 2021 10:13:00 +0100
Reaction: 😂 from Alice Moor (+15550101)

barely. the kettle is on

the blue one

From: Alice Moor (+15550101)
Type: incoming
Sent: Fri, 5 Nov 2021 10:13:40 +0100
Received: Fri, 5 Nov 2021 10:13:41 +0100
Attachment: IMG_2201.jpg (image/jpeg, 231223 bytes)

From: You
Type: outgoing
Sent: Fri, 5 Nov 2021 10:15:00 +0100

> From: Alice Moor (+15550101)
> Sent: Fri, 5 Nov 2021 10:12:13 +0100
>
> are you up yet?

it was like that all night

From: Alice Moor (+15550101)
Type: call-history
Sent: Fri, 5 Nov 2021 10:16:00 +0100
Received: Fri, 5 Nov 2021 10:16:00 +0100

From: Alice Moor (+15550101)
Type: incoming
Sent: Fri, 5 Nov 2021 10:17:00 +0100
Received: Fri, 5 Nov 2021 10:17:01 +0100
Edited: 2 versions

| Version: 2
| Sent: Fri, 5 Nov 2021 10:17:40 +0100
|
| I will be there at noon
|
| Version: 1
| Sent: Fri, 5 Nov 2021 10:17:00 +0100
|
| I wil be there at non

From: You
Type: outgoing
Sent: Fri, 5 Nov 2021 10:18:00 +0100

good

From: the pier, I mean

`,
    'Alice Moor: are you up yet?\nYou: barely. the kettle is on\nthe blue one\nYou: it was like that all night\nAlice Moor: I will be there at noon\nYou: good\nFrom: the pier, I mean',
  ],
  [
    'Signal by sigtop, as short text',
    `2021-11-05 10:12 Alice Moor: are you up yet?
2021-11-05 10:13 You: barely. the kettle is on
2021-11-05 10:13 Alice Moor: [1 attachment]
2021-11-05 10:14 Alice Moor: [2 attachments] look at this sky
2021-11-05 10:15 You: [reply to Alice Moor on 2021-11-05 10:14] it was like that all night
and it never stopped
2021-11-05 10:16 You: [reply to Alice Moor on 2021-11-05 10:14, edited] or nearly
2021-11-05 10:17 Alice Moor: [call-history message]
2021-11-05 10:20 Alice Moor: [edited] I will be there at 12:30 then
2021-11-05 10:21 You: good
`,
    'Alice Moor: are you up yet?\nYou: barely. the kettle is on\nAlice Moor: look at this sky\nYou: it was like that all night\nand it never stopped\nYou: or nearly\nAlice Moor: I will be there at 12:30 then\nYou: good',
  ],
  [
    'Signal by signal-export, with reactions',
    `[2021-11-05 10:12] Alice: are you up yet?${'  '}
[2021-11-05 10:13] Me: barely. the kettle is on${'  '}
(- Alice: 👍, Bob Reed: ❤️ -)${'  '}
[2021-11-05 10:14] Alice: good${'  '}
[2021-11-05 10:15] Me: see you at noon${'  '}
(- he laughed softly -)
[2021-11-05 10:16] Alice: at noon${'  '}
(- Me: 😂 -)
[2021-11-05 10:17] Me: good
`,
    'Alice: are you up yet?\nMe: barely. the kettle is on\nAlice: good\nMe: see you at noon\n(- he laughed softly -)\nAlice: at noon\nMe: good',
  ],
  [
    'Instant messages of Apple, with what was answered and done',
    `May 17, 2022  5:29:42 PM (Read by them after 1 hour, 49 seconds)
Me
Hello there
how was the ferry?

May 17, 2022  6:31:02 PM (Read by you after 2 minutes)
Ada Lovett
Late, as ever
Tapbacks:
Loved by Me
    May 17, 2022  6:32:30 PM
    Me
    That was the harbour at six


May 17, 2022  6:32:00 PM
Me
/Users/me/Library/Messages/Attachments/ab/12/IMG_0042.HEIC

May 17, 2022  6:32:30 PM
Me
That was the harbour at six
This message responded to an earlier message.

May 17, 2022  6:33:10 PM
Ada Lovett
Lovely. Loved by the gulls
Sent with Slam

May 17, 2022  6:34:10 PM Ada Lovett renamed the conversation to Ferries

May 17, 2022  6:35:10 PM
Me
Always the gulls.
`,
    'Me: Hello there\nhow was the ferry?\nAda Lovett: Late, as ever\nMe: That was the harbour at six\nAda Lovett: Lovely. Loved by the gulls\nMe: Always the gulls.',
  ],
];
