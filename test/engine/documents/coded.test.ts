import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Coding } from '../../../electron/contract/document.ts';
import { codingOf } from '../../../electron/engine/text/documents/coded/coded.ts';
import { undo } from '../../../electron/engine/text/documents/coded/undo.ts';
import { openDocument } from '../../../electron/engine/text/documents/index.ts';

const CHINESE = '小镇的东边有一条河，河水很浅。\n夏天的时候孩子们常常在那里捉鱼，外婆住在桥头的一间老屋里。\n';
const GERMAN =
  'Östlich des Städtchens fließt ein seichter Fluss.\nDie Großmutter wohnte an der Brücke, 1+1=2 für alle.\n';
const EMOJI = 'Она сказала: «Похудел» 🙂 и ушла.\n';
const TEXTS = [CHINESE, GERMAN, EMOJI];

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');
const perByte = (bytes: Buffer, keep: RegExp, sign: string) =>
  [...bytes].map((byte) => (keep.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : sign + hex(byte))).join(''); // prettier-ignore
const lines = (text: string, length: number) => text.match(new RegExp(`[^]{1,${length}}`, 'g'))?.join('\n') ?? '';

/** As programs write them; lines of quoted-printable are broken wherever they get too long. */
const WRITE: Record<Coding, (bytes: Buffer) => string> = {
  base64: (bytes) => `${lines(bytes.toString('base64'), 76)}\n`,
  uuencode: (bytes) => {
    const rows = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, at) => bytes.subarray(45 * at, 45 * at + 45));
    const row = (part: Buffer) => {
      const padded = Buffer.concat([part, Buffer.alloc((3 - (part.length % 3)) % 3)]);
      const digits = [...Array(padded.length / 3).keys()].flatMap((at) => {
        const bits = padded.readUIntBE(3 * at, 3);
        return [18, 12, 6, 0].map((shift) => String.fromCharCode(((bits >> shift) & 63) + 32).replace(' ', '`'));
      });
      return String.fromCharCode(part.length + 32) + digits.join('');
    };
    return `begin 644 old.txt\n${rows.map(row).join('\n')}\n\`\nend\n`;
  },
  'quoted-printable': (bytes) =>
    perByte(bytes, /[\n -<>-~]/, '=')
      .split('\n')
      .map((line) => line.match(/(?:=[\dA-F]{2}|[^=]){1,20}/g)?.join('=\n') ?? '')
      .join('\n'),
  percent: (bytes) => perByte(bytes, /[\w.~/-]/, '%'),
  escapes: (bytes) => JSON.stringify(bytes.toString()).slice(1, -1).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`), // prettier-ignore
};
const CODINGS = Object.keys(WRITE) as Coding[];

async function* inPieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield Buffer.from(text.slice(at, at + length));
}

async function read(text: string, length = 1 << 16) {
  const { chunks, reader, found } = await openDocument(inPieces(text, length), { name: 'old.txt' });
  let all = '';
  for await (const chunk of chunks) all += chunk;
  return { text: all, found: found(), encoding: reader.encoding };
}

describe.each(CODINGS)('%s', (coded) => {
  test.each(TEXTS)('is undone and told: %j', async (text) => {
    const written = WRITE[coded](Buffer.from(text.repeat(20)));
    expect(await read(written)).toEqual({ text: text.repeat(20), found: { kind: 'text', coded }, encoding: 'utf-8' });
  });

  test('is read alike wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXTS), fc.integer({ min: 1, max: 40 }), async (text, length) => {
        const parts: Uint8Array[] = [];
        for await (const part of undo(inPieces(WRITE[coded](Buffer.from(text)), length), coded)) parts.push(part);
        expect(Buffer.concat(parts).toString()).toBe(text);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

test('what it stands for may be of any table', async () => {
  const bytes = iconv.encode(CHINESE.repeat(5), 'gbk');
  for (const coded of ['base64', 'quoted-printable', 'percent'] as const)
    expect(await read(WRITE[coded](bytes))).toMatchObject({ text: CHINESE.repeat(5), encoding: 'gb18030' });
});

test.each([
  'ACGTACGTTTGACCAGTACGTACGTTTGACCAGTACGTACGTTTGACCAGTACGTACGTTTGACCAGTACGTACGTTTGACCAGTAAA\n',
  `${'correcthorsebatterystapleandmorewordsfollowthisoneuntiltheline'.repeat(2)}\n`,
  `${Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7919) % 251)).toString('base64')}\n`,
  'https://zh.wikipedia.org/wiki/%E5%B0%8F%E9%95%87%E7%9A%84%E4%B8%9C%E8%BE%B9\n'.repeat(9),
  'x = 5; y=3D4; if (a==b) c=AB; total=20% of 100%, %5B and %E4%B8%AD are escapes.\n'.repeat(9),
  'const name = "\\u00e4"; // the letter a with two dots, in a program that has words around it for many lines\n'.repeat(
    9,
  ),
  'begin 644 things\nMany words follow here, and none of them is a line of that.\n',
])('is plain text: %j', async (text) => {
  expect(codingOf(Buffer.from(text))).toBeUndefined();
});
