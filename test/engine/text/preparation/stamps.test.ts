import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../../electron/engine/text/encodings/normalize.ts';
import { after, asProposed, findingsOf } from './prepared.ts';

const SAID = ['are you there', 'yes I am here: wait', 'bring the keys', 'which keys', 'the red keys', 'ok see you'];
const NAMES = ['Ada', 'Bo Li'];
const TALK = `${SAID.map((said, at) => `${NAMES[at % 2]}: ${said}`).join('\n')}\n`;
/** How programs write a message, in several countries. */
const STAMPS: Record<string, (name: string, said: string, minute: string) => string> = {
  'WhatsApp, iOS': (name, said, minute) => `[01/03/24, 1:${minute}:00\u202fPM] ${name}: ${said}`,
  'WhatsApp, iOS, German': (name, said, minute) => `[01.03.24, 13:${minute}:00] ${name}: ${said}`,
  'WhatsApp, Android': (name, said, minute) => `3/1/24, 1:${minute} PM - ${name}: ${said}`,
  'WhatsApp, Android, German': (name, said, minute) => `01.03.24, 13:${minute} - ${name}: ${said}`,
  'WhatsApp, Android, Spanish': (name, said, minute) => `1/3/24 13:${minute} - ${name}: ${said}`,
  'WhatsApp, Chinese': (name, said, minute) => `2024/3/1 下午1:${minute} - ${name}: ${said}`,
  'WhatsApp, Hebrew': (name, said, minute) => `[1.3.2024, 1:${minute}:12 אחה״צ] ${name}: ${said}`,
  'WhatsApp, Hindi': (name, said, minute) => `१/३/२०२४, ९:${minute} पूर्वाह्न - ${name}: ${said}`,
  'WhatsApp, Vietnamese, 12 hours': (name, said, minute) => `01/03/2024, 1:${minute} CH - ${name}: ${said}`,
  'WhatsApp, Tamil': (name, said, minute) => `01/03/24, பிற்பகல் 1:${minute} - ${name}: ${said}`,
  'WhatsApp, iOS, Canadian French': (name, said, minute) => `[2024-03-01, 13 h ${minute} min 12 s] ${name}: ${said}`,
  'WhatsApp, Canadian French': (name, said, minute) => `2024-03-01, 13 h ${minute} - ${name}: ${said}`,
  Telegram: (name, said, minute) => `${name}, [01.03.2024 13:${minute}]\n${said}`,
  Discord: (name, said, minute) => `${name} — 01/03/2024 1:${minute} PM\n${said}`,
  'Discord, exported': (name, said, minute) => `[01-Mar-24 01:${minute} PM] ${name}\n${said}\n`,
  Slack: (name, said, minute) => `${name}  1:${minute} PM\n${said}`,
  IRC: (_name, said, minute) => `[13:${minute}] <${_name}> ${said}`,
  irssi: (name, said, minute) => `13:${minute} <@${name}> ${said}`,
  'WhatsApp, Arabic': (name, said, minute) => `\u200f١\u200f/٣\u200f/٢٠٢٤، ١:${minute} م - ${name}: ${said}`,
  'WhatsApp, Finnish': (name, said, minute) => `1.3.2024 klo 13.${minute} - ${name}: ${said}`,
  'Discord, exported with numbers': (name, said, minute) => `[01-Mar-24 01:${minute} PM] ${name}#1234\n${said}\n`,
  Pidgin: (name, said, minute) => `(13:${minute}:00) ${name}: ${said}`,
  Teams: (name, said, minute) => `[Friday 1:${minute} PM] ${name}\n    ${said}`,
  Zoom: (name, said, minute) => `13:${minute}:00\t From  ${name} : ${said}`,
  'Zoom, saved': (name, said, minute) => `13:${minute}:00 From ${name} to Everyone:\n\t${said}`,
  'a log of Matrix': (name, said, minute) => `[2024-03-01 13:${minute}:00] <${name}> ${said}`,
  'Slack, copied': (name, said, minute) => `${name}\n  9:${minute} AM\n${said}`,
  'Slack, copied with a state': (name, said, minute) => `${name}\n:palm_tree:  09:${minute}\n${said}\n`,
  'Slack, 24 hours': (name, said, minute) => `${name}  09:${minute}\n${said}`,
  'Discord, today': (name, said, minute) => `${name} — Today at 10:${minute}\n${said}`,
  'Teams, copied': (name, said, minute) => `[9:${minute} AM] ${name}\n${said}`,
  'Teams, above': (name, said, minute) => `${name}\nYesterday 9:${minute} AM\n${said}`,
  'Teams, of this week': (name, said, minute) => `${name} Monday 9:${minute} AM\n${said}`,
  'a mail’s chat, copied': (name, said, minute) => `${name}\nTue, Mar 5, 9:${minute} AM\n${said}`,
  'Tencent Meeting': (name, said, minute) => `${name}(00:${minute}:03): ${said}`,
  'a transcript': (name, said, minute) => `${name} (${minute}:03): ${said}`,
  'Teams, with a comma': (name, said, minute) => `${name}, 3/1 9:${minute} AM\n${said}`,
  'a list of mails': (name, said, minute) => `${name} (9:${minute} AM):\n${said}`,
  LINE: (name, said, minute) => `13:${minute}\t${name}\t${said}`,
  WeeChat: (name, said, minute) => `2024-03-01 13:${minute}:10\t${name}\t${said}`,
  KakaoTalk: (name, said, minute) => `[${name}] [오후 1:${minute}] ${said}`,
};

/** What programs write above a conversation, and between its days. */
const ASIDES = [
  ['LINE', '[LINE] Adaとのトーク履歴\n保存日時：2024/03/20 10:00\n\n2024/03/01(金)\n'],
  ['irssi', '--- Log opened Fri Mar 01 08:00:01 2024\n--- Day changed Fri Mar 01 2024\n'],
  ['KakaoTalk', '저장한 날짜 : 2024-03-01 10:00:00\n\n--------------- 2024년 3월 1일 금요일 ---------------\n'],
] as const;

describe('chat stamps', () => {
  it('that are left out with their message leave no blank line behind, and what stands above the first one none at all', async () => {
    const said = ['在吗？', '[图片]', '在。', '好。', '走吧。'];
    const text = said.map((each, at) => `${at % 2 ? '小白' : '阿水'} 2024/3/5 10:0${at}:22\n${each}\n\n`).join('');
    const { text: left } = await asProposed(`微信聊天记录\n\n—————  2024-03-05  —————\n\n${text}`);
    expect(left).toBe('阿水: 在吗？\n\n阿水: 在。\n\n小白: 好。\n\n阿水: 走吧。\n\n');
  });

  it.each([
    ['You said:', 'ChatGPT said:', 'You', 'ChatGPT'],
    ['你说：', 'ChatGPT 说：', '你', 'ChatGPT'],
    ['Du hast gesagt:', 'ChatGPT hat gesagt:', 'Du', 'ChatGPT'],
    ['Vous avez dit :', 'Claude a dit :', 'Vous', 'Claude'],
  ])('are none in talks with a program: names stand before what is said (%s)', async (asks, answers, you, it) => {
    const long = 'It waits.\n'.repeat(40);
    const text = `${asks}\nWhere is it?\n${answers}\nBy the weir.\n${long}${asks}\n\nStill?\n${answers}\nYes.\n`;
    expect((await asProposed(text)).text).toBe(
      `${you}: Where is it?\n${it}: By the weir.\n${long}${you}: Still?\n${it}: Yes.\n`,
    );
    const prose = `${asks}\nWhere is it?\nShe said:\nBy the weir.\n`;
    expect((await asProposed(prose)).text).toBe(prose);
  });

  it('of who does something before he says a word are his, of who never speaks the program’s', async () => {
    const text =
      '10:00  * ada waves\n10:00  * bot logs this\n10:01 <@tom> hello ada\n10:02 < ada> how are you\n10:03 <@tom> fine\n10:04 < ada> good\n';
    expect((await asProposed(text)).text).toBe('* ada waves\ntom: hello ada\nada: how are you\ntom: fine\nada: good\n');
  });

  it.each(ASIDES)('what %s writes above them goes with them', async (program, head) => {
    const lines = SAID.map((said, at) => STAMPS[program](NAMES[at % 2], said, String(10 + at)));
    const { text } = await asProposed(`${head}${lines.join('\n')}\n`);
    expect(text.trim()).toBe(TALK.trim());
  });

  for (const [program, stamp] of Object.entries(STAMPS))
    it(`of ${program} are left out`, async () => {
      const text = `${SAID.map((said, at) => stamp(NAMES[at % 2], said, String(10 + at))).join('\n')}\n`;
      const finding = (await findingsOf(text)).find(({ step }) => step === 'stamps');
      expect(finding).toMatchObject({ sure: true, facts: { messages: 6, names: 2 } });
      expect((await asProposed(text)).text.replaceAll('\n\n', '\n')).toBe(TALK);
      expect((await after('stamps', text, { names: false })).replaceAll('\n\n', '\n')).toBe(`${SAID.join('\n')}\n`);
    });

  it('of Pidgin go with what it says of those who come and go, not with who says the same', async () => {
    const text = `Conversation with #weir at Fri 01 Mar 2024 13:01:02 on ada (irc)
(13:01:02) The topic for #weir is: Herons: all of them
(13:01:02) Ada: Are you there?
(13:01:10) Tom: Yes: I am.
(13:02:00) Tom has signed off.
(13:02:10) Tom has signed on.
(13:02:15) bo [~bo@host] entered the room.
(13:02:20) Ada: Bo entered the room.
(13:02:33) ***Tom waves
(13:02:34) Ada: It rained.
(13:02:35) bo left the room (quit: Bye).
(13:02:36) mode (+o Tom) by ChanServ
(13:02:40) Tom: Good.
(13:02:44) Ada: So it is.
(13:02:50) Tom: Well.
`;
    expect(await asProposed(text)).toEqual({
      text: 'Ada: Are you there?\nTom: Yes: I am.\nAda: Bo entered the room.\n* Tom waves\nAda: It rained.\nTom: Good.\nAda: So it is.\nTom: Well.\n',
      steps: ['stamps'],
    });
  });

  it('of QQ, mIRC and Discord go with what these write above and below', async () => {
    const qq = `消息记录（此消息记录为文本格式，不支持重新导入）\n\n消息分组:我的好友\n消息对象:小王\n\n${'2023-12-28 21:06:18 小王\n你好\n\n2023-12-28 21:07:29 老李\n好的\n\n'.repeat(6)}`;
    expect((await asProposed(qq)).text.trim()).toBe('小王: 你好\n\n老李: 好的\n\n'.repeat(6).trim());
    const irc = `Session Start: Thu Dec 28 21:00:00 2023\nSession Ident: #rivers\n${'[21:00:01] <Ann> So?\n[21:00:09] <Ben> No.\n'.repeat(6)}`;
    expect((await asProposed(irc)).text).toBe('Ann: So?\nBen: No.\n'.repeat(6));
    const discord = '[28-Dec-23 09:06 PM] Ann\nSo?\n\n{Attachments}\n\n[28-Dec-23 09:07 PM] Ben\nNo.\n\n'.repeat(6);
    expect((await asProposed(`${discord}Exported 12 message(s)\n`)).text).not.toMatch(/Attach|Exported|Dec/);
  });

  it("are none in a server's log of the same form", async () => {
    const log = Array.from({ length: 30 }, (_, at) => `2024-01-01 10:00:${10 + at} Started job ${at}\n`).join('');
    expect((await findingsOf(log)).some(({ step, sure }) => step === 'stamps' && sure)).toBe(false);
  });

  it('take pictures and notices with them, and leave further lines of a message', async () => {
    const text = `01/03/24, 13:00 - Ada: \u200eimage omitted
01/03/24, 13:01 - Messages and calls are end-to-end encrypted.
01/03/24, 13:02 - Bo: <Medien ausgeschlossen>
01/03/24, 13:03 - Bo: one
two
01/03/24, 13:04 - Ada: three
`;
    expect((await asProposed(text)).text).toBe('Bo: one\ntwo\nAda: three\n');
  });

  it('stand above whoever has a number or an address for a name', async () => {
    const names = ['+1 (555) 123-4567', 'Me', 'ada@example.org'];
    const said = Array.from({ length: 9 }, (_, at) => [names[at % 3], `It rains, ${at}.`]);
    const chat = said.map(([name, text], at) => `Mar 01, 2024  9:0${at}:10 AM\n${name}\n${text}\n\n`).join('');
    expect((await asProposed(chat)).text).toBe(said.map(([name, text]) => `${name}: ${text}\n\n`).join(''));
    const diary = said.map(([, text], at) => `Mar 01, 2024  9:0${at}:10 AM\n5 or 6 herons.\n${text}\n\n`).join('');
    expect((await asProposed(diary)).text).toBe(diary);
  });

  it('leave the hours and days that somebody lists in a message', async () => {
    const hours = ['Bis 19:30 - sei pünktlich', '19:30 Doors: the yard'];
    const days = ['12.03.2024, 19:30 - Concert', '12.03.2024, 21:00 - Opera, by Ann'];
    for (const [stamp, lists] of [
      ['Ann, [01.03.2024 09:0#]\n', [...hours, ...days]],
      ['[01.03.24, 09:0#:00] Ann: ', [...hours, ...days]],
      ['01.03.24, 09:0# - Ann: ', hours],
    ] as const) {
      const said = lists.flatMap((line) => [`So:\n${line}`, 'Yes']);
      const chat = said.map((text, at) => `${stamp.replace('#', `${at}`)}${text}\n`).join('');
      expect((await asProposed(chat)).text).toBe(said.map((text) => `Ann: ${text}\n`).join(''));
    }
  });

  it('are known again behind a conversation of another program that somebody quotes', async () => {
    const said = (hour: number) =>
      Array.from({ length: 6 }, (_, at) => `${hour}:1${at} ${at % 2 ? 'Ada' : 'Bo'}: It rains.\n`);
    const log = [...said(11), '[10:00] <Eve> No.\n', ...said(12)].join('');
    expect((await asProposed(log)).text).toBe(log.replace(/^\S+ /gm, '').replace(/<Eve>/, 'Eve:'));
  });

  it('leave what somebody does in IRC, and leave out who comes and goes', async () => {
    const does = ['* Bo waves', '* Bo is on fire', '* Bo gives up'];
    const comes = [
      '* Bo (~bo@host.example) has joined #river',
      '* Bo is now known as Bob',
      '* Bo sets mode: +o Ada',
      '* Eve waves',
    ];
    const said = ['are you there?', 'yes', 'see you'].map((text, at) => `<${at % 2 ? 'Bo' : 'Ada'}> ${text}`);
    const log = [...said, ...does, ...comes, ...said].map((line, at) => `[13:${10 + at}] ${line}\n`).join('');
    const spoken = said.map((line) => line.replace('<', '').replace('>', ':'));
    expect((await asProposed(log)).text).toBe(`${[...spoken, ...does, ...spoken].join('\n')}\n`);
  });

  it('above messages of several lines, and further times of the same author, are left out', async () => {
    const further = 'It was there.\n\nAnd the river is brown\nand slow\nas ever.\nCome and see.\n';
    const text = `Ada
  9:41 AM
Seen the heron?
9:43
${further}Bo Li
  9:45 AM
No
Why
Ada
  9:50 AM
${further}Bo Li
  9:55 AM
Bo Li
`;
    expect((await findingsOf(text))[0]).toMatchObject({ step: 'stamps', sure: true, facts: { messages: 4, names: 2 } });
    expect((await asProposed(text)).text).toBe(
      `Ada: Seen the heron?\n${further}Bo Li: No\nWhy\nAda: ${further}Bo Li: Bo Li\n`,
    );
  });

  it('are proposed, but off, where nobody is known to speak in turns', async () => {
    const text = ['Ada', 'Bo', 'Ada', 'Cy', 'Di'].map((name, at) => `${name} 9:4${at}\nHello ${at}.\n`).join('');
    expect((await findingsOf(text))[0]).toMatchObject({ step: 'stamps', sure: false });
    const silent = Array.from({ length: 9 }, (_, at) => `${NAMES[at % 2]}  9:4${at} AM\n`).join('');
    expect((await findingsOf(silent))[0]).toMatchObject({ step: 'stamps', sure: false });
  });

  it('leave out what stands for a file of so many pages', async () => {
    const talk = SAID.map((said, at) => `[01/03/24, 1:0${at}:00 PM] ${NAMES[at % 2]}: ${said}\n`);
    for (const said of [
      'notes.pdf • 3 pages document omitted',
      'A b.docx • 1 page document omitted',
      'Bericht.pdf • 12 Seiten Dokument weggelassen',
      '2,4 MB • 3 páginas documento omitido',
    ])
      // prettier-ignore
      talk.splice(3, 0, `[01/03/24, 1:02:30 PM] Ada: ${said}\n`);
    expect((await asProposed(talk.join(''))).text).toBe(TALK);
  });

  it('leave out who came and went in Slack, and go on with who speaks', async () => {
    const notices = ['joined #general.', 'has joined the channel', 'was added to #general by Ada', 'set the channel topic: The river', 'has left the channel', 'archived the channel']; // prettier-ignore
    const text = SAID.map((said, at) => `${NAMES[at % 2]}\n  9:1${at} AM\n${notices[at]}\n${said}\n`).join('');
    expect((await asProposed(text)).text).toBe(TALK);
  });

  it('are not even found in a novel with a heading or two, or in chapters that have hours', async () => {
    const prose = 'It rained and the river was brown.\nThe heron stood still.\n';
    const chapters = Array.from({ length: 12 }, (_, at) => `Chapter ${at} 9:${at + 10}\n${prose}\n`).join('');
    const apart = Array.from({ length: 12 }, (_, at) => `The ${at}th Hour\n9:${at + 10}\n${prose}\n`).join('');
    const places = Array.from({ length: 12 }, (_, at) => `Paris — 9:${at + 10}\n${prose}\n`).join('');
    const transcript = SAID.map((said, at) => `So ${said.toUpperCase()}\n0:${at + 10}`).join('\n');
    for (const text of [`Chapter 3 9:41\n${prose}`, `Night\n9:41 PM\n${prose}`, chapters, apart, places, transcript])
      expect((await findingsOf(text)).map(({ step }) => step)).not.toContain('stamps');
  });

  it('of the small case are those of 42 messages by two names', async () => {
    const file = new URL('../../../cases/texts/14-whatsapp-ios.txt', import.meta.url);
    const text = normalizeText(readFileSync(file, 'utf8'));
    const finding = (await findingsOf(text)).find(({ step }) => step === 'stamps');
    expect(finding?.facts).toEqual({ messages: 42, names: 2 });
    expect((await asProposed(text)).text).not.toMatch(/\[|\u200e|\u202f|omitted/);
  });

  it("are none in a diary, or in a program's own log", async () => {
    const diary = '12:30 we went out. The river was brown.\n\nAt 13:15 it rained.\n'.repeat(4);
    const log = Array.from({ length: 9 }, (_, at) => `2024-03-01 13:00:0${at} INFO server: started`).join('\n');
    const hours = Array.from(
      { length: 40 },
      (_, at) => `01/03/24, 13:${at + 10} - ${at % 3 ? '' : 'Bought: '}eggs and ${at} fishes`,
    ).join('\n');
    for (const text of [diary, log, hours]) expect((await asProposed(text)).steps).not.toContain('stamps');
  });
});
