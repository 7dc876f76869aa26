import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

const BODIES = ['Dear Ben,\n\nhave you seen the heron?', 'No.\n\nIt was there.', 'Let us go: today.'];
const RIVER = `${BODIES.join('\n\n')}\n`;
const two = (at: number) => String(at + 10);

/** How programs and archives keep mails. */
const KEPT: Record<string, (body: string, at: number) => string> = {
  'an mbox': (body, at) =>
    `From ada@example.org Fri Mar  1 09:${two(at)}:00 2024\nReturn-Path: <ada@example.org>\nReceived: from a.example.org (a.example.org [10.0.0.1])\n\tby b.example.org; Fri, 1 Mar 2024\nFrom: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: The heron\nMessage-ID: <${at}@example.org>\nX-Spam: no\n\n${body}\n`,
  'an mbox without much': (body, at) => `From ada Fri Mar  1 09:${two(at)}:00 2024\nSubject: The heron\n\n${body}\n`,
  'a printed thread': (body, at) =>
    `From: Ada <ada@example.org>\nDate: Fri, Mar 1, 2024 at 9:${two(at)} AM\nSubject: Re: The heron\nTo: ben@example.org\n\n${body}\n`,
  'Outlook, German': (body, at) =>
    `-----Ursprüngliche Nachricht-----\nVon: Ada Berg\nGesendet: Freitag, 1. März 2024 09:${two(at)}\nAn: Ben\nBetreff: AW: Der Reiher\n\n${body}\n`,
  'Outlook, without a blank line': (body, at) =>
    `________________________________\n**From:** Ada Berg\n**Sent:** Friday, March 1, 2024 9:${two(at)} AM\n**To:** Ben\n${body}\n`,
  'QQ, Chinese': (body, at) =>
    `发件人：小明 <ming@example.org>\n发送时间：2024年3月1日 09:${two(at)}\n收件人：小红\n主题：鹭\n\n${body}\n`,
};

describe('mails', () => {
  for (const [name, kept] of Object.entries(KEPT))
    it(`lose their heads: ${name}`, async () => {
      const text = BODIES.map(kept).join('\n');
      expect((await findingsOf(text))[0]).toMatchObject({ step: 'mail', sure: true, facts: { mails: 3 } });
      expect((await asProposed(text)).text).toBe(RIVER);
    });

  it('lose what they quote, who wrote it, and signatures', async () => {
    const text = `From: Ben <ben@example.org>
Message-ID: <1@example.org>
To: Ada

Yes, it was there.

On Fri, 1 Mar 2024 at 09:41, Ada Berg <ada@example.org>
wrote:

> Have you seen the heron, which was there in the morning when we went
out on the river?
> > Where?
>

Let us go. 3 > 2, and -- as ever --
it rains.

-- 
Ben Ortiz
+1 234, Heron Street

From: Ada <ada@example.org>
Message-ID: <2@example.org>

Now.
-----Original Message-----
From: Ben <ben@example.org>
Subject: Re: heron

Soon.
`;
    const finding = (await findingsOf(text))[0];
    expect(finding).toMatchObject({ step: 'mail', sure: true, facts: { mails: 3 } });
    const left = 'Yes, it was there.\n\n\nLet us go. 3 > 2, and -- as ever --\nit rains.\n\nNow.\nSoon.\n';
    expect((await asProposed(text)).text).toBe(left);
    expect(finding.characters).toBe(text.length - left.length);
  });

  it('are known by whose their quotes are, where their heads are gone', async () => {
    const said = [
      'On Mar 1, 2024, at 9:41 AM, Ada wrote:',
      'Am 01.03.2024 um 09:41 schrieb Ada Berg:',
      'On Fri, Mar 1, 2024 at 9:41 AM Ada <\nada@example.org> wrote:',
    ];
    const text = said.map((who, at) => `No, ${at}.\n\n${who}\n> Are you there?\n> And why?\n`).join('\n');
    expect((await asProposed(text)).text).toBe('No, 0.\n\n\nNo, 1.\n\n\nNo, 2.\n\n');
  });

  it('keep answers between quotes', async () => {
    const text =
      'From: Ben <b@example.org>\nMessage-ID: <1@x>\n\n> Are you there?\nYes.\n> And where is the heron which we saw when we went out in the morning\nIn the river.\n> Why?\nno idea\n';
    expect((await asProposed(text)).text).toBe('Yes.\nIn the river.\nno idea\n');
  });

  it('are proposed, but off, in a novel that is made of them', async () => {
    const text = BODIES.map((body) => `From: Ada\nTo: Ben\nSubject: The heron\n\n${body}\n`).join('\n');
    expect((await findingsOf(text))[0]).toMatchObject({ step: 'mail', sure: false });
    expect((await asProposed(text)).text).toBe(text);
    expect(await after('mail', text)).toBe(RIVER);
  });

  it('are none in plays, letters, Markdown and code', async () => {
    const texts = [
      'To: the King\n\nMy lord, the river is brown.\n',
      'To: the King\nFrom: the Queen\n\nMy lord, the river is brown.\n',
      'ADA:\nFrom where?\n\nBEN: From here.\n\nDate: a fruit. From: a word.\n',
      'On the 3rd of May, at 9:30, she wrote:\n\n“Dear Ben, the river is brown.”\n',
      '> A quote of one who said\n> that the river was brown.\n\n-- \nAnd so on.\n',
      'From time to time it rained at 10:30 in 1984\nand the heron stood still.\n',
      `${'if (a) {\n  path: b,\n  to: c,\n}\n'.repeat(9)}`,
    ];
    for (const text of texts) expect((await findingsOf(text)).map(({ step }) => step)).not.toContain('mail');
  });
});
