import { describe, expect, test } from 'vitest';
import { toPlainError } from '../../../../electron/contract/errors.ts';
import { decodeText, TextReader } from '../../../../electron/engine/text/index.ts';

/** Sentences in base64 as Python and glibc wrote them in tables that iconv-lite cannot write, or that Node misreads. */
const WRITTEN: [encoding: string, text: string, base64: string][] = [
  [
    'hz-gb-2312',
    '昨天晚上我们回到家，看见门开着，里面没有人。',
    'fntXckxsTW1JT05SQ0c7WDU9PFIjLD80PHtDRT8qV0UjLEBvQ2ZDO1NQSEshI359',
  ],
  [
    'iso-2022-kr',
    '어젯밤에 우리는 집에 돌아와서 문이 열려 있는 것을 보았다.',
    'GyQpQw4+bkEsOWM/IQ8gDj9sOC40Qg8gDkF9PyEPIA41OT5GP008LQ8gDjkuQEwPIA4/LTdBDyAOQFY0Qg8gDjBNQDsPIA46OD5SNFkPLg==',
  ],
  [
    'iso-2022-cn',
    '昨天晚上我们回到家，看见门开着，里面没有人。',
    'GyQpQQ5XckxsTW1JT05SQ0c7WDU9PFIjLD80PHtDRT8qV0UjLEBvQ2ZDO1NQSEshIw8=',
  ],
  [
    'utf-7',
    '昨天晚上我们回到家，看见门开着，1 + 1 = 2。',
    'K1ppaFpLV1phVGdwaUVVN3NWdDVTTUZ1Mi93eDNDNG5CbGVoZkFIZEEvd3ctMSArLSAxID0gMitNQUkt',
  ],
  [
    'utf-7',
    'Spät kamen wir nach Hause; die Tür war geöffnet.',
    'U3ArQU9RLXQga2FtZW4gd2lyIG5hY2ggSGF1c2U7IGRpZSBUK0FQdy1yIHdhciBnZStBUFktZmZuZXQu',
  ],
  [
    'utf-7',
    'Вчера вечером мы вернулись домой и увидели, что дверь открыта.',
    'K0JCSUVSd1ExQkVBRU1BICtCRElFTlFSSEJEVUVRQVErQkR3ICtCRHdFU3cgK0JESUVOUVJBQkQwRVF3UTdCRGdFUVFSTSArQkRRRVBnUThCRDRFT1EgK0JEZyArQkVNRU1nUTRCRFFFTlFRN0JEZywgK0JFY0VRZ1ErICtCRFFFTWdRMUJFQUVUQSArQkQ0RVFnUTZCRUFFU3dSQ0JEQS4=',
  ],
  [
    'johab',
    '어젯밤에 우리는 집에 돌아와서 문이 열려 있는 것을 보았다. 家庭.',
    'tOG5VaRxtUEgtoGfoZNlILuztUEglam0YbXBrOEgooW3oSC1aZ1hILe2k2UgiPW3aSClobR2lGEuIOA78tQu',
  ],
  [
    'cp037',
    'Last night we came home and saw the door open; nobody was there.',
    '04Gio0CViYeIo0CmhUCDgZSFQIiWlIVAgZWEQKKBpkCjiIVAhJaWmUCWl4WVXkCVloKWhKhApoGiQKOIhZmFSw==',
  ],
  [
    'cp500',
    'Hier soir, nous sommes rentrés et la porte était ouverte! [fin]',
    'yImFmUCilomZa0CVlqSiQKKWlJSFokCZhZWjmVGiQIWjQJOBQJeWmaOFQFGjgYmjQJakpYWZo4VPQEqGiZVa',
  ],
  [
    'cp273',
    'Gestern abend kamen wir spät nach Hause, die Tür war geöffnet.',
    'x4Wio4WZlUCBgoWVhECSgZSFlUCmiZlAopfAo0CVgYOIQMiBpKKFa0CEiYVA49CZQKaBmUCHhWqGhpWFo0s=',
  ],
  [
    'cp297',
    'Hier soir, nous sommes rentrés à la maison et la porte était ouverte.',
    'yImFmUCilomZa0CVlqSiQKKWlJSFokCZhZWjmcCiQHxAk4FAlIGJopaVQIWjQJOBQJeWmaOFQMCjgYmjQJakpYWZo4VL',
  ],
  [
    'cp1026',
    'Dün akşam eve geldiğimizde kapının açık olduğunu gördük.',
    'xOCVQIGSaoGUQIWlhUCHhZOEidCJlImphIVAkoGXeZV5lUCBwHmSQJaThKTQpJWkQIehmYTgkks=',
  ],
  [
    'cp870',
    'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go z radością.',
    'x4SpiYWKQKZAk4WiiYVAipeJhaaBmkCXo4GSa0CBQJSoQKKapIOIgZOJipSoQIeWQKlAmYGEloqDiaBL',
  ],
  [
    'tcvn',
    'Tối qua chúng tôi về nhà và thấy cửa đã mở, không có ai ở trong.',
    'VOhpIHF1YSBjaPNuZyB0q2kgdtIgbmi1IHa1IHRoynkgY/ZhIK63IG3rLCBraKtuZyBj4yBhaSDrIHRyb25nLg==',
  ],
  [
    'viscii',
    'Tối qua chúng tôi về nhà và thấy cửa đã mở, không có ai ở trong.',
    'VK9pIHF1YSBjaPpuZyB09GkgdqsgbmjgIHbgIHRopHkgY9hhIPDjIG23LCBraPRuZyBj8yBhaSC3IHRyb25nLg==',
  ],
  [
    'rk1048',
    'Кеше кешке біз үйге қайтып, есіктің ашық тұрғанын көрдік, іште ешкім жоқ екен.',
    'yuX45SDq5fjq5SDhs+cgv+nj5SCd4Ony++8sIOXxs+rys74g4Pj7nSDyovC64O377SDqtPDks+osILP48uUg5fjqs+wg5u6dIOXq5e0u',
  ],
  [
    'pt154',
    'Кеше кешке біз үйге қайтып, есіктің ашық тұрғанын көрдік, іште ешкім жоқ екен.',
    'yuX45SDq5fjq5SDhs+cgienj5SCd4Ony++8sIOXxs+rys5wg4Pj7nSDysfCD4O377SDqtfDks+osILP48uUg5fjqs+wg5u6dIOXq5e0u',
  ],
  [
    'armscii-8',
    'Երեկ երեկոյան մենք տուն եկանք և տեսանք, որ դուռը բաց է',
    'uvG7zyC78bvP4duz3SDZu935IO/h9d0gu8+z3fkgoiDvu+uz3fksIOHxILnh9enBILWz8yC/',
  ],
  [
    'georgian-ps',
    'გუშინ საღამოს სახლში დავბრუნდით და დავინახეთ, რომ კარი ღია იყო.',
    'wtbbyc0g08DZwMzP0yDTwOHL28kgw8DFwdLWzcPJyCDDwCDDwMXJzcDhxMgsINLPzCDKwNLJINnJwCDJ2s8u',
  ],
  [
    'georgian-academy',
    'გუშინ საღამოს სახლში დავბრუნდით და დავინახეთ, რომ კარი ღია იყო.',
    'wtPYyMwg0cDWwMvN0SDRwN7K2Mggw8DFwdDTzMPIxyDDwCDDwMXIzMDexMcsINDNyyDJwNDIINbIwCDI180u',
  ],
  [
    'cp720',
    'عدنا إلى البيت مساء أمس فوجدنا الباب مفتوحا.',
    '46frnyCd6e4gn+mg76Ig6qufmCCa6qsg5e2kp+ufIJ/poJ+gIOrlou2lny4=',
  ],
  [
    'cp861',
    'Í gærkvöldi komum við heim og sáum að dyrnar voru opnar, en þar var enginn.',
    'pSBnkXJrdpRsZGkga29tdW0gdmmMIGhlaW0gb2cgc6B1bSBhjCBkeXJuYXIgdm9ydSBvcG5hciwgZW4glWFyIHZhciBlbmdpbm4u',
  ],
  [
    'cp869',
    'Άλλοτε γυρίζαμε χθες το βράδυ στο σπίτι και είδαμε την πόρτα ανοιχτή.',
    'huXl6e7eINjy65/g1ubeIPTi3u0g7ukg1+ub3fIg7O7pIOzqn+7jIOTW4yDen93W5t4g7uHnIOqi6+7WINbn6eP07p4u',
  ],
  [
    'cp1125',
    'Учора ввечері ми повернулися додому і побачили, що двері відчинені. Її їжак єдиний.',
    'k+eu4KAgoqKl56Xg9yCsqCCvrqKl4K3jq6jh7yCkrqSurOMg9yCvrqGg56irqCwg6a4gpKKl4Pcgovek56itpa33LiD4+SD5pqCqIPWkqK2oqS4=',
  ],
  [
    'x-mac-greek',
    'Άλλοτε γυρίζαμε χθες το βράδυ στο σπίτι και είδαμε την πόρτα ανοιχτή.',
    'zezs7/TlIOf58t364e3lIPj15fcg9O8g4vLA5Pkg8/TvIPPw3fTpIOvh6SDl3eTh7eUg9OjuIPDe8vThIOHu7+n49Nwu',
  ],
  [
    'x-mac-turkish',
    'Dün akşam eve geldiğimizde kapının açık olduğunu gördük.',
    'RJ9uIGFr32FtIGV2ZSBnZWxkadtpbWl6ZGUga2Fw3W7dbiBhjd1rIG9sZHXbdW51IGeacmSfay4=',
  ],
  [
    'x-mac-icelandic',
    'Í gærkvöldi komum við heim og sáum að dyrnar voru opnar, en þar var enginn.',
    '6iBnvnJrdppsZGkga29tdW0gdmndIGhlaW0gb2cgc4d1bSBh3SBkeXJuYXIgdm9ydSBvcG5hciwgZW4g32FyIHZhciBlbmdpbm4u',
  ],
  [
    'big5',
    '尋晚我哋返到屋企，見到道門開咗，入面冇人，佢哋唔知去咗邊度喺度食嘢。',
    'tE2x36fakl2q8Kjsq86l+KFBqKOo7LlEqvm2fZ33oUGkSq2xyU6kSKFBylySXa34qr6laJ33w+Sr1532q9etuZ3PoUM=',
  ],
  [
    'euc-kr',
    '어젯밤 똠방각하는 집에 와서 펲시를 마셨고, 아무도 없는 방에서 뷁 하고 말했다.',
    'vu7BrLnjIIxjueawosfPtMIgwf2/oSC/zbytILyEvcO4piC4trzMsO0sIL7Guau1tSC++LTCILnmv6G8rSCU7iDHz7DtILi7x9+02S4=',
  ],
  [
    'shift_jis',
    'ｻｸﾔ ｲｴﾆ ｶｴﾙﾄ ﾄﾞｱｶﾞ ｱｲﾃｲﾏｼﾀ。家にはﾃﾚﾋﾞがあった。',
    'u7jUILK0xiC2tNnEIMTesbbeILGyw7LPvMCBQonGgsmCzcPay96CqoKggsGCvYFC',
  ],
];
const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

describe('one sentence is enough', () => {
  test.each(WRITTEN)('%s: %s', (encoding, text, base64) => {
    const read = decodeText(bytesOf(base64));
    expect(read).toMatchObject({ encoding, replaced: 0 });
    expect(read.text).toBe(text.normalize('NFC'));
  });

  test.each(WRITTEN)('%s is read alike wherever its bytes are cut: %s', (encoding, text, base64) => {
    for (const length of [1, 3, 7]) {
      const reader = new TextReader({ encoding });
      const bytes = bytesOf(base64);
      let read = '';
      for (let at = 0; at < bytes.length; at += length) read += reader.push(bytes.subarray(at, at + length));
      expect(read + reader.end()).toBe(text.normalize('NFC'));
    }
  });
});

test('Arabic of DOS, written by the shape of its letters, is read as letters', () => {
  const bytes = bytesOf('4fXv');
  expect(decodeText(bytes, { encoding: 'cp864' }).text).toBe('فىم');
});

/** Marks by which text of seven bits changes its table, as they stand in code, mail and Markdown. */
const ASCII = [
  'for (i = 0; i < n; i++) { a[i] += b[i] + c[i]; x = y+z; }\n',
  'Write to jane+books@example.org or joe+mails+lists@example.org, +49 30 123456.\n',
  'In LaTeX, a~{\\em blank} that no line breaks at: Fig.~{1}~{2}, ~{}~} and ~{ab~} ~~ end.\n',
  '+1 for this! C++ and g++ -O2 are fine; A+ and B+ are marks. 2+2=4, 1+ABCDEFGH.\n',
  '```perl\n$x =~ s{~{}{~}g; print "~{VP9~}";\n```\n',
  '--- a/file\n+++ b/file\n@@ -1,2 +1,2 @@\n+Added+Line/With/Slashes\n-gone\n',
  'iVBORw0KGgoAAAANSUhEUgAAAAUA+AAAFCAYAAACNbyblAAAAHElEQVQI12P4+8w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==\n',
];

test.each(ASCII)('is plain text: %j', (line) => {
  for (const text of [line, line.repeat(300)])
    expect(decodeText(Buffer.from(text))).toMatchObject({ encoding: 'utf-8', confidence: 1, text });
});

const thrown = (bytes: Uint8Array) => {
  try {
    decodeText(bytes, { name: 'old.txt' });
  } catch (error) {
    return toPlainError(error);
  }
  return undefined;
};

describe('what is not read is refused by its name', () => {
  test.each([['ISO-2022-CN-EXT', 'GyQpQQ5XckxsTW1JT05SGyQpR1QvR19ML1UlISJSYEtET1xiZGFhISJmU1NySnRINEQpISQP']])(
    '%s %s',
    (table, base64) => {
      const bytes = Buffer.concat(Array.from({ length: 4 }, () => bytesOf(base64)));
      expect(thrown(bytes)).toMatchObject({ code: 'text-table-unread', values: { name: 'old.txt', table } });
    },
  );

  test('Japanese with the blank of Japan is none of them', () => {
    const text = '春　夏　秋　冬　花　鳥　風　月　山　川　海　空';
    const bytes = bytesOf('j3SBQInEgUCPSIFAk36BQInUgUCSuYFAlZeBQIyOgUCOUoFAkOyBQIpDgUCL8w==');
    expect(decodeText(bytes).text).toBe(text);
  });
});

test.each([['gb18030', '张三@北京@男@教师\n李四@上海@女@医生\n', '1cXI/UCxsb6pQMTQQL3MyqYKwO7LxEDJz7qjQMWuQNK9yfoK']])(
  'names parted by @ are no EBCDIC: %s',
  (encoding, text, base64) => {
    const bytes = Buffer.concat(Array.from({ length: 6 }, () => bytesOf(base64)));
    expect(decodeText(bytes)).toMatchObject({ encoding, text: text.repeat(6) });
  },
);

test('nor is UTF-8 with such a sign, and addresses with a plus are no UTF-7', () => {
  for (const line of [
    '张@京@男\n李@海@女\n',
    'ñ@é@ü@ß@ñ@é@ü@ß@',
    'user0+facebook@gmail.com\nuser1+facebook@gmail.com\n',
  ])
    for (const text of [line, line.repeat(14)])
      expect(decodeText(Buffer.from(text))).toMatchObject({ encoding: 'utf-8', text });
});

test('half a pair at the end of a piece swallows no line end', () => {
  for (const encoding of ['euc-kr', 'big5']) {
    const reader = new TextReader({ encoding });
    const read = reader.push(Uint8Array.of(0x61, 0xb0)) + reader.push(Uint8Array.of(0x0a, 0x62)) + reader.end();
    expect(read).toBe('a\ufffd\nb');
  }
});

test('a mark of UTF-8 before another table is left out', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const chinese = bytesOf('1/LM7M3tyc/O0sPHu9i1vbzSo6y/tLz7w8W/qtfFo6zA78Pmw7vT0MjLoaM=');
  const german = Buffer.from('Die T\xfcr war ge\xf6ffnet, und sp\xe4t kamen wir nach Hause.', 'latin1');
  expect(decodeText(Buffer.concat([mark, chinese]))).toMatchObject({
    encoding: 'gb18030',
    text: '昨天晚上我们回到家，看见门开着，里面没有人。',
  });
  expect(decodeText(Buffer.concat([mark, german]))).toMatchObject({
    encoding: 'windows-1252',
    text: 'Die Tür war geöffnet, und spät kamen wir nach Hause.',
  });
  expect(decodeText(Buffer.concat([mark, mark, mark, chinese])).encoding).toBe('gb18030');
  const torn = Buffer.concat([mark, Buffer.from('Die Tür war geöffnet, und spät kamen wir. '), Buffer.from([0xc3])]);
  expect(decodeText(torn)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
});
