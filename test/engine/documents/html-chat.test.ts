import { expect, test } from 'vitest';
import { asProposed, findingsOf } from '../text/preparation/prepared.ts';
import { read } from './read.ts';

const page = (body: string, attributes = '') => ({
  holds: `<!DOCTYPE html><html><head><title>Mill</title></head><body${attributes}>${body}</body></html>`,
});

const TELEGRAM = page(
  `
 <div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Mill talk</div></div></div>
 <div class="page_body chat_page"><div class="history">
  <div class="message service" id="message-1"><div class="body details">5 June 2020</div></div>
  <div class="message default clearfix" id="message1">
   <div class="pull_left userpic_wrap"><div class="userpic userpic1"><div class="initials">A</div></div></div>
   <div class="body"><div class="pull_right date details" title="05.06.2020 10:32:11 UTC+01:00">10:32</div>
    <div class="from_name">Anna Miller</div><div class="text">Is the mill open today?<br>I bring the corn.</div></div></div>
  <div class="message default clearfix joined" id="message2">
   <div class="body"><div class="pull_right date details" title="05.06.2020 10:32:40 UTC+01:00">10:32</div>
    <div class="text">Two sacks.</div></div></div>
  <div class="message default clearfix" id="message3">
   <div class="body"><div class="pull_right date details" title="05.06.2020 10:40:01 UTC+01:00">10:40</div>
    <div class="from_name">Tom</div><div class="reply_to details">In reply to <a href="#go_to_message1">this message</a></div>
    <div class="text">It is, from <strong>noon</strong> on.</div>
    <div class="reactions"><div class="reaction">👍 <span class="count">2</span></div></div></div></div>
  <div class="message default clearfix" id="message4">
   <div class="body"><div class="pull_right date details" title="05.06.2020 10:41:00 UTC+01:00">10:41</div>
    <div class="from_name">Anna Miller</div>
    <div class="forwarded body"><div class="from_name">Weather <span class="date details" title="05.06.2020 08:00:00"> 08:00</span></div>
     <div class="text">Rain in the evening.</div></div></div></div>
  <div class="message default clearfix" id="message5">
   <div class="body"><div class="pull_right date details" title="05.06.2020 10:45:00 UTC+01:00">10:45</div>
    <div class="from_name">Tom</div><div class="media_wrap clearfix"><div class="media clearfix pull_left media_photo">
     <div class="body"><div class="title bold">Photo</div><div class="description">Not included.</div></div></div></div></div></div>
 </div></div></div>`,
  ' onload="CheckLocation();"',
);

const DISCORD = page(`
 <div class="preamble"><div class="preamble__entries-container"><div class="preamble__entry">The Mill</div></div></div>
 <div class="chatlog">
  <div class="chatlog__message-group"><div class="chatlog__message-container"><div class="chatlog__message">
   <div class="chatlog__message-aside"><img class="chatlog__avatar" src="a.png"></div>
   <div class="chatlog__message-primary"><div class="chatlog__header"><span class="chatlog__author" title="anna">Anna</span>
    <span class="chatlog__timestamp" title="Friday, 5 June 2020 10:32"><a href="#chatlog__message-container-1">05/06/2020 10:32</a></span></div>
    <div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">Is the mill open?</span></div></div></div></div>
   <div class="chatlog__message-container"><div class="chatlog__message">
    <div class="chatlog__message-aside"><div class="chatlog__short-timestamp" title="Friday">10:33</div></div>
    <div class="chatlog__message-primary"><div class="chatlog__content chatlog__markdown">Two sacks.</div></div></div></div></div>
 </div><div class="postamble"><div class="postamble__entry">Exported 2 messages</div></div>`);

test('a page that Telegram saved is the lines of its chat', async () => {
  const { kind, text, found } = await read(TELEGRAM);
  expect(text.split('\n')).toEqual([
    '[2020-06-05 09:32:11] Anna Miller: Is the mill open today?',
    'I bring the corn.',
    '[2020-06-05 09:32:40] Anna Miller: Two sacks.',
    '[2020-06-05 09:40:01] Tom: It is, from noon on.',
    '[2020-06-05 09:41:00] Anna Miller: Rain in the evening.',
    '',
  ]);
  expect(kind).toBe('chat');
  expect(found).toMatchObject({ program: 'telegram', messages: 4, people: 2, leftOut: 1 });
  expect((await read(TELEGRAM, { size: 1 })).text).toBe(text);
});

test('a page that DiscordChatExporter saved is, too', async () => {
  const { kind, text, found } = await read(DISCORD);
  expect(text.split('\n')).toEqual([
    '[2020-06-05 10:32:00] Anna: Is the mill open?',
    '[2020-06-05 10:32:00] Anna: Two sacks.',
    '',
  ]);
  expect(kind).toBe('chat');
  expect(found).toMatchObject({ program: 'discord', messages: 2, people: 1, leftOut: 0 });
  expect((await read(DISCORD, { size: 1 })).text).toBe(text);
});

const OLDER = `<div class="chatlog"><div class="chatlog__message-group"><div class="chatlog__messages">
 <span class="chatlog__author-name" title="anna">Anna</span> <span class="chatlog__timestamp">05-Jun-20 10:32 AM</span>
 <div class="chatlog__message"><div class="chatlog__content"><div class="markdown"><span class="chatlog__markdown-preserve">Is the mill
open?</span> <img class="emoji" alt="🙂" title="slight_smile"></div></div></div>
 <div class="chatlog__message"><div class="chatlog__content">Two sacks.</div></div></div></div></div>`;

test('so are those of its older versions, with lines and signs as they were written', async () => {
  const { text } = await read(page(OLDER));
  expect(text).toBe('[2020-06-05 10:32:00] Anna: Is the mill\nopen? 🙂\n[2020-06-05 10:32:00] Anna: Two sacks.\n');
});

test('a page whose styles alone fill what is looked at is known by them', async () => {
  const styles = `<style>${'.chatlog__message { margin: 0; }\n'.repeat(3_000)}</style>`;
  const { kind, text } = await read({ holds: `<html><head>${styles}</head><body>${OLDER}</body></html>` });
  expect([kind, text.length]).toEqual(['chat', (await read(page(OLDER))).text.length]);
});

test('whose stamps are left out as those of any chat', async () => {
  const { text } = await read(TELEGRAM);
  expect((await findingsOf(text.repeat(3), 'chat')).find(({ step }) => step === 'stamps')?.sure).toBe(true);
  expect((await asProposed(text.repeat(3))).text.split('\n').slice(0, 5)).toEqual([
    'Anna Miller: Is the mill open today?',
    'I bring the corn.',
    'Anna Miller: Two sacks.',
    'Tom: It is, from noon on.',
    'Anna Miller: Rain in the evening.',
  ]);
});

test.each(['chatlog', 'chat_page', 'message from_name'])(
  'a page with a class that chats have is a page: %s',
  async (named) => {
    const { kind, text } = await read(page(`<div class="${named}"><p>It was May.</p></div>`));
    expect([kind, text]).toEqual(['html', 'It was May.\n']);
  },
);

test('a page that only has a class of such a name is a page', async () => {
  const body = '<div class="page_wrap"><p class="text service">It was <span class="date">May</span>.</p></div>';
  expect((await read(page(body))).text).toBe('It was May.\n');
});
