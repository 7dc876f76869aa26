import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  decodeText,
  detectEncoding,
  normalizeText,
  resolveEncoding,
  TextReader,
} from '../../../../electron/engine/text/index.ts';
import { createDecoder } from '../../../../electron/engine/text/encodings/text-decoder.ts';
import { TextNormalizer } from '../../../../electron/engine/text/encodings/normalize.ts';
import { anyText } from '../texts.ts';
import { ownSeconds } from '../../../tools/own-time.ts';

const SAMPLES: [encoding: string, text: string][] = [
  ['gb18030', '宋人有耕者，田中有株，兔走触株，折颈而死。'],
  ['gb18030', '守株待兔'],
  ['gb18030', '你好，世界'],
  ['gb18030', '很久以前，老鼠们开会商量对付共同的敌人：猫。\nThe mice met.\n'],
  ['big5', '很久以前，老鼠們開會商量對付共同的敵人：貓。'],
  ['big5', '你好，世界'],
  ['big5', '守株待兔，宋人有耕者'],
  ['shift_jis', '昔々、ねずみたちは共通の敵である猫に対して、どうすればよいか相談しました。'],
  ['shift_jis', '吾輩は猫である。名前はまだ無い。'],
  ['euc-kr', '옛날에 쥐들이 모여서 공동의 적인 고양이를 어떻게 할지 회의를 했습니다.'],
  ['euc-kr', '안녕하세요'],
  ['windows-1251', 'Давным-давно мыши собрались на совет, чтобы решить, что делать с кошкой.'],
  ['windows-1251', 'Привет, мир'],
  ['windows-1252', 'Il était une fois des souris réunies à côté du château où vivait le chat.'],
  ['windows-1252', 'café'],
  ['windows-1252', '“Don’t go,” she said — “it’s late.”'],
  ['windows-1252', 'El ratón dijo: ¿Quién le pondrá el cascabel al gato? ¡Mañana, señor!'],
  ['utf-8', 'Il était une fois 老鼠 и мыши 👩‍👩‍👧'],
];

describe('encodings', () => {
  test.each(SAMPLES)('%s is recognised: %s', (encoding, text) => {
    const decoded = decodeText(iconv.encode(text, encoding));
    expect(decoded).toMatchObject({ encoding, replaced: 0, text });
    expect(decoded.confidence).toBeGreaterThan(0.3);
  });

  test.each(SAMPLES.filter(([, text]) => text.length > 10))('UTF-16 without a mark is recognised: %s %s', (_, text) => {
    expect(decodeText(iconv.encode(text, 'utf-16le'))).toMatchObject({ encoding: 'utf-16le', text });
    expect(decodeText(iconv.encode(text, 'utf-16be'))).toMatchObject({ encoding: 'utf-16be', text });
  });

  test('a byte order mark decides and is dropped', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'])
      expect(decodeText(iconv.encode('\ufeffab', encoding))).toMatchObject({ encoding, confidence: 1, text: 'ab' });
  });

  test('what was meant instead is offered with a sample', () => {
    const { alternatives } = decodeText(iconv.encode('你好，世界。天地玄黄，宇宙洪荒。', 'gb18030'));
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { sample, encoding } of alternatives) {
      expect(sample).not.toBe('');
      expect(encoding).not.toBe('gb18030');
    }
  });

  test('a named encoding is taken, whatever the bytes look like', () => {
    const bytes = iconv.encode('你好', 'gb18030');
    expect(decodeText(bytes, { encoding: 'GBK' }).text).toBe('你好');
    expect(decodeText(bytes, { encoding: 'latin1' })).toMatchObject({ encoding: 'windows-1252', text: 'ÄãºÃ' });
    expect(resolveEncoding('UTF16')).toBe('utf-16le');
  });

  test('an unknown encoding is named with the known ones', () => {
    expect(() => decodeText(Buffer.from('a'), { encoding: 'klingon' })).toThrow(
      expect.objectContaining({ code: 'encoding-unknown', values: expect.objectContaining({ encoding: 'klingon' }) }),
    );
  });

  test('the first character beyond ASCII may stand far behind', () => {
    const text = 'The mice met. '.repeat(200_000) + '老鼠们开会商量对付共同的敌人。';
    expect(decodeText(iconv.encode(text, 'gb18030'))).toMatchObject({ encoding: 'gb18030', replaced: 0, text });
  });

  test('detection of a long legacy text takes no longer than a glance', async () => {
    const bytes = iconv.encode('很久以前，老鼠们开会商量对付共同的敌人：猫。\n'.repeat(20_000), 'gb18030');
    expect(await ownSeconds(() => expect(detectEncoding(bytes).encoding).toBe('gb18030'))).toBeLessThan(2);
  });
});

describe('broken texts', () => {
  const broken = Buffer.concat([Buffer.from('老鼠们'), Buffer.from([0xe4, 0xff]), Buffer.from('开会 \ufffd 商量')]);

  test('broken UTF-8 is read with replacement, and counted; U+FFFD that stands in the text is not', () => {
    expect(decodeText(broken)).toMatchObject({
      encoding: 'utf-8',
      replaced: 2,
      text: '老鼠们\ufffd\ufffd开会 \ufffd 商量',
    });
  });

  test('strict reading refuses it with count, size and encoding', () => {
    expect(() => decodeText(broken, { encoding: 'utf-8', strict: true })).toThrow(
      expect.objectContaining({
        code: 'text-undecodable',
        values: { count: 2, total: broken.length, encoding: 'utf-8' },
      }),
    );
  });

  test('a text that is mostly undecodable is refused', () => {
    const bytes = iconv.encode('很久以前，老鼠们开会商量对付共同的敌人：猫。', 'gb18030');
    expect(() => decodeText(bytes, { encoding: 'utf-8' })).toThrow(
      expect.objectContaining({ code: 'text-undecodable' }),
    );
  });

  test('nothing is a text: no bytes, or a mark alone', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('\ufeff')])
      expect(() => decodeText(bytes, { name: 'a.txt' })).toThrow(
        expect.objectContaining({ code: 'text-empty', values: { name: 'a.txt' } }),
      );
  });

  test('binary files are refused: a picture, a program, noise', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex');
    const program = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(500), Buffer.from('libc.so.6')]);
    let state = 1;
    const noise = Uint8Array.from({ length: 5_000 }, () => (state = Math.imul(state, 48271) >>> 0) >>> 24);
    for (const bytes of [png, program, noise])
      expect(() => decodeText(bytes, { name: 'x' })).toThrow(expect.objectContaining({ code: 'text-binary' }));
  });
});

describe('normal form', () => {
  test('line ends become LF and are told', () => {
    const endings = (text: string) => decodeText(Buffer.from(text)).lineEndings;
    expect(decodeText(Buffer.from('a\r\nb\rc\nd')).text).toBe('a\nb\nc\nd');
    expect([endings('a'), endings('a\nb'), endings('a\r\nb'), endings('a\rb'), endings('a\r\nb\n')]).toEqual([
      'none',
      'lf',
      'crlf',
      'cr',
      'mixed',
    ]);
  });

  test('characters are composed', () => {
    expect(decodeText(Buffer.from('cafe\u0301 \u1112\u1161\u11ab')).text).toBe('café 한');
  });

  test('wherever pieces end, the text is that of the whole', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyText, cuts, (text, lengths) => {
        // control characters are another matter: enough of them, and it is no text
        const whole = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\P{Cc}\r\n\t]/gu, '.');
        const normalizer = new TextNormalizer();
        const reader = new TextReader({ encoding: 'utf-8' });
        const bytes = Buffer.from(whole);
        let normal = '';
        let read = '';
        for (let at = 0, turn = 0; at < Math.max(whole.length, bytes.length); turn++) {
          const length = lengths[turn % lengths.length];
          normal += normalizer.push(whole.slice(at, at + length));
          read += reader.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(normal + normalizer.end()).toBe(normalizeText(whole));
        if (bytes.length) expect(read + reader.end()).toBe(normalizeText(whole.replace(/^\ufeff/, '')));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('encoded, decoded: every character an encoding has survives in pieces of any size', () => {
    for (const encoding of ['gb18030', 'big5', 'shift_jis', 'euc-kr']) {
      const text = SAMPLES.find(([name]) => name === encoding)?.[1] ?? '';
      const bytes = iconv.encode(text.repeat(20), encoding);
      for (const length of [1, 2, 3, 7]) {
        const reader = new TextReader();
        let read = '';
        for (let at = 0; at < bytes.length; at += length) read += reader.push(bytes.subarray(at, at + length));
        expect(read + reader.end()).toBe(text.repeat(20));
      }
    }
  });

  test('what is torn in the midst of a character is read in pieces as it is at once', () => {
    const signs = [0x81, 0x30, 0x84, 0x36, 0xff, 0xa1, 0x0a, 0x41, 0x80, 0x8f, 0xdc, 0x1b, 0x24, 0x28, 0x42];
    const bytes = fc.array(fc.constantFrom(...signs), { maxLength: 16 });
    for (const encoding of ['gb18030', 'shift_jis', 'euc-jp', 'iso-2022-jp'])
      fc.assert(
        fc.property(bytes, fc.array(fc.nat(5), { maxLength: 8 }), (text, lengths) => {
          const whole = Uint8Array.from(text);
          const decoder = createDecoder(encoding);
          let read = '';
          let at = 0;
          for (const length of lengths) read += decoder.decode(whole.subarray(at, (at += length)), false);
          expect(read + decoder.decode(whole.subarray(at), true)).toBe(new TextDecoder(encoding).decode(whole));
        }),
        { numRuns: 2_000, seed: 3 },
      );
  });
});
