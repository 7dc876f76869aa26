import { expect, test } from 'vitest';
import { normalizeText } from '../../../../electron/engine/text/encodings/normalize.ts';
import { ownSeconds } from '../../../tools/own-time.ts';
import { eastAsian } from './exports/east-asian.ts';
import { extractors } from './exports/extractors.ts';
import { irc } from './exports/irc.ts';
import { messengers } from './exports/messengers.ts';
import { whatsapp } from './exports/whatsapp.ts';
import { asProposed, findingsOf } from './prepared.ts';

test.each([...whatsapp, ...irc, ...messengers, ...eastAsian, ...extractors])('%s', async (_, text, said) => {
  const plain = normalizeText(text);
  const found = (await findingsOf(plain)).find(({ step }) => step === 'stamps');
  const prepared = (await asProposed(plain)).text;
  expect(prepared.replace(/\n{2,}/g, '\n').trim()).toBe(said);
  expect(found).toMatchObject({ sure: true });
});

test('what Telegram writes for a sticker goes in every language', async () => {
  const sent = ['Ты здесь?', '[ Стикер ]', 'Да', '[Голосовое сообщение]', 'Хорошо', 'Пока [ну да]'];
  const text = sent.map((said, at) => `${at % 2 ? 'Том' : 'Аня'}, [05.03.2024 10:0${at}]\n${said}\n\n`).join('');
  expect((await asProposed(text)).text).toBe('Аня: Ты здесь?\n\nАня: Да\n\nАня: Хорошо\n\nТом: Пока [ну да]\n\n');
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
  const all = async () => {
    for (const said of messages) {
      const text = [said, 'yes', said, 'no'].map((each, at) => `3/1/24, 1:1${at} PM - ${at % 2 ? 'Bo' : 'Ada'}: ${each}\n`).join(''); // prettier-ignore
      await asProposed(text);
    }
  };
  expect(await ownSeconds(all)).toBeLessThan(2);
});
