import { expect, test } from 'vitest';
import { read, refusal } from './read.ts';

const HEAD = 'From: Ann <ann@example.org>\nTo: ben@example.org\nDate: Mon, 3 Mar 2025 07:15:00 +0100\nSubject: Mice\n';
const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString('base64');
const latin = (text: string) => Buffer.from(text, 'latin1');

/** A mail of parts, each with the lines of its own head. */
const parts = (kind: string, ...each: string[]) =>
  `${HEAD}MIME-Version: 1.0\nContent-Type: multipart/${kind}; boundary="b"\n\n--b\n${each.join('\n--b\n')}\n--b--\n`;
const picture = `Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <p>\n\n${base64(Uint8Array.of(137, 80, 78, 71))}`;
const page = `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64('<p>The mice met.</p><p>Né <b>late</b>.</p>')}`;

test('of two ways of saying the same the plain one is taken, of a page alone its words, and pictures are left out', async () => {
  const plain =
    'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe mice met=\n again, n=E9 late.';
  expect(await read({ holds: parts('alternative', plain, page) })).toMatchObject({
    kind: 'mail',
    text: `${HEAD}\nThe mice met again, né late.\n`,
    found: { kind: 'mail', mails: 1 },
  });
  // as programs send a page with a picture in it: no web archive
  expect((await read({ holds: parts('related', page, picture) })).text).toBe(`${HEAD}\nThe mice met.\nNé late.\n`);
});

test('heads are decoded, and what nobody is shown of them is left out', async () => {
  const head =
    'Received: by mill\nFrom: =?iso-8859-1?Q?J=FCrgen?= <j@example.org>\nSubject: =?utf-8?B?w4l0w6k=?=\n =?utf-8?Q?_!?=\nTo: a@example.org\n';
  const holds = latin(
    `${head}Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n\xcc\xfb\xf8\xe8.\n`,
  );
  expect((await read({ holds })).text).toBe(
    'From: Jürgen <j@example.org>\nTo: a@example.org\nSubject: Été !\n\nМыши.\n',
  );
});

test('mails in a mail come out one by one, those that are attached do not', async () => {
  const mail = (words: string) => `\nFrom: list@example.org\nSubject: ${words}\n\n${words}.`;
  expect(await read({ holds: parts('digest', mail('One'), mail('Two')) })).toMatchObject({
    text: 'From: list@example.org\nSubject: One\n\nOne.\n\n\nFrom: list@example.org\nSubject: Two\n\nTwo.\n',
  });
  const attached = `Content-Type: message/rfc822\nContent-Disposition: attachment\n${mail('Three')}`;
  expect((await read({ holds: parts('mixed', 'Content-Type: text/plain\n\nOnly this.', attached) })).text).toBe(
    `${HEAD}\nOnly this.\n`,
  );
});

test.each([1, 7, 64, 1 << 20])('a mailbox in pieces of %i bytes is the mails in it', async (size) => {
  const separator = 'From ann@example.org Mon Mar  3 07:15:00 2025\n';
  const first = parts('mixed', 'Content-Type: text/plain\n\n>From here on\nFrom me to you: no time is given.', picture);
  const second = `${HEAD}Content-Transfer-Encoding: base64\n\n${base64('The cat came.')}\n`;
  expect(await read({ holds: `${separator}${first}\n${separator}${second}\n` }, { size })).toMatchObject({
    text: `${HEAD}\nFrom here on\nFrom me to you: no time is given.\n\n\n${HEAD}\nThe cat came.\n`,
    found: { mails: 2 },
  });
});

test('a mail that is plain text as it stands stays one, as does what only speaks of mails', async () => {
  for (const holds of [
    `${HEAD}\nThe mice met.\n`,
    'Subject: This is how =?utf-8?Q?a_head?= looks in a mail\n\nWe show it as an example.\n',
    `Dear Ann,\n\n${parts('mixed', page)}`,
  ])
    expect((await read({ holds })).kind).toBe('text');
});

test('a mail without words, or without an end to its parts, is refused', async () => {
  expect(await refusal({ holds: parts('mixed', picture) })).toBe('document-wordless');
  let deep = 'Content-Type: text/plain\n\nx';
  for (let level = 0; level < 100; level++)
    deep = `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n${deep}\n--b${level}--`;
  expect(await refusal({ holds: parts('mixed', deep) })).toBe('document-damaged phrases.nested-deep');
  const heads = `X-A: ${'x'.repeat(900)}\n`.repeat(3000);
  expect(await refusal({ holds: parts('mixed', `Content-Type: text/plain\n${heads}\nx`) })).toBe(
    'document-damaged phrases.head-endless',
  );
});
