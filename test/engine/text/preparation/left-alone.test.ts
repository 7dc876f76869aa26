import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';
import { novel } from './texts.ts';

const rows = (count: number, row: (at: number) => string) =>
  `${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`;
const two = (at: number) => String(at % 60).padStart(2, '0');
const BASES = 'acgt';

/** Lines that are as long as one another by what they are, or look as if somebody had stamped them. */
const TEXTS: Record<string, string> = {
  'a program\u2019s log': rows(
    200,
    (at) => `2024-03-01 13:00:${two(at)},123 [main] INFO com.x.Server: started worker ${at}`,
  ),
  'a server\u2019s log': rows(
    200,
    (at) => `10.0.0.1 - - [01/Mar/2024:13:00:${two(at)} +0000] "GET /x${at} HTTP/1.1" 200 123`,
  ),
  'a sequence': rows(200, (at) =>
    Array.from({ length: 60 }, (_, place) => BASES[(at * 7 + place * place) % 4]).join(''),
  ),
  'a song without a full stop': rows(60, (at) =>
    at % 5 === 4
      ? ''
      : `${['i walk along the river and i think of you', 'the water is so cold and the sky is so blue', 'oh baby don\u2019t you know that i am feeling so low', 'i wish i had a place where i could finally go'][at % 5]} ${at}`,
  ),
  'a glossary': rows(160, (at) =>
    at % 2 ? `river${at}: water that goes down to the sea` : `heron${at}: a bird that stands in the water`,
  ),
  'verses of a bible': rows(
    60,
    (at) => `${1 + (at >> 4)}:${10 + (at % 16)} And he said unto them: Go ye ${at}, and do as I have said.`,
  ),
  'a reading plan': rows(
    60,
    (at) => `Genesis ${1 + (at >> 4)}:${10 + (at % 16)}\nRead it slowly, and then read it again ${at}.`,
  ),
  'a reading plan of several books': rows(
    60,
    (at) => `${['Genesis', 'Exodus', 'Ruth'][Math.floor(at / 20)]} 1:${10 + (at % 20)}\nRead it slowly, ${at} times.`,
  ),
  hours: rows(40, (at) => `12:${10 + at}\n13:${10 + at}`),
  'a diary with hours': rows(40, (at) => `9:${10 + at}\nWoke up and thought of day ${at}.\nThen I slept again.\n`),
  'a diary with hours and seconds': rows(
    40,
    (at) => `[0${at % 9}:1${at % 10}:30] Woke and wrote of the river, ${at}.\n`,
  ),
  'a sentence that somebody quotes': rows(
    20,
    (at) => `"[A]nd so it was," he wrote, "[t]he end." [B]ut ${at} said "[C]ome".`,
  ),
  'a novel in which notes are counted': rows(30, (at) =>
    at === 3 ? '3条笔记' : at % 5 ? `他走过第${at}座桥。` : `◆ 第${at}章`,
  ),
  'a novel in which somebody asks a program': rows(60, (at) =>
    at === 9 || at === 40
      ? `You said:\n\nWhat is love (${at})?\n\nChatGPT said:\n\nNobody knows ${at}.\n`
      : `She counted the lamps on the quay ${at} times, and the ferry did not come.\n`,
  ),
  'what was changed, and when': rows(40, (at) => `2024-03-01 13:${10 + at} Fix: the ${at}th thing that was broken`),
  'names of heroes, a blank line between': rows(108, (at) =>
    at % 2
      ? ''
      : `    ${['天', '地'][(at >> 1) % 2]}${'魁罡机闲勇雄猛威英贵富满孤伤立捷'[(at >> 1) % 16]}星${['及时雨', '玉麒麟', '急先锋', '神行太保', '没羽箭'][at % 5]}宋江${'天罡机闲勇雄'[at % 6]}星${['霹雳火', '小旋风', '浪里白条', '拼命三郎'][(at >> 1) % 4]}${['秦明', '柴进', '张横', '阮小二', '石秀'][at % 5]}`,
  ),
  'verses of a Bible': rows(
    20,
    (at) => `She read them aloud until the light was gone:\n\n3:${at + 1},${at + 2}, 4:${at},${at + 1}\n`,
  ),
  'names of keys': rows(20, (at) => `To begin, press ↩\nHe wrote his name ${at} times, and pressed ↩\n`),
  'characters of a font that has them alone': rows(9, (at) => `他叫\uf0c6一郎，家住\uf0d3村。${at}`),
  'letters that an editor added': rows(
    20,
    (at) => `His Freund[e] and she wept[a] ${at} times[c]. [W]hen it was done, [h]e left.`,
  ),
  'a sum of times': rows(20, (at) => `1:2.${at},1:3.${at}\n\nThe boat of the ${at}th lamp was the first.\n`),
  'hours of a log': rows(20, (at) => `Le ${at + 1} mars, à 8 h ${10 + at}, le navire quitta le port.\n`),
  'lines of verse that begin as a program does': rows(
    20,
    (at) =>
      ['my love, if you would go;', 'for all the years we had;', 'let it be known to you:', 'if ever I was sad;\n'][
        at % 4
      ],
  ),
  'hours of meals': rows(60, (at) => `Dinner 18:30\nFry the eggs ${at} and serve.\n`),
};

describe('what nobody wrapped and nobody stamped', () => {
  for (const [name, text] of Object.entries(TEXTS))
    it(`is left alone: ${name}`, async () => {
      expect(await asProposed(text)).toEqual({ text, steps: [] });
    });

  it('is left alone in the midst of a wrapped novel', async () => {
    const { wrapped, written } = novel(66, 4, 'blank');
    const kept = [
      '12, Hanover Street,\nEdinburgh,\n3rd of May, 1821.\n\nDear Sir,',
      'so much depends\nupon\n\na red wheel\nbarrow',
      'bread and butter\nsix eggs\na pound of flour\nthe good tea from the corner shop',
      'function walk(list) {\n  for (const item of list) {\n    visit(item.left, item.right, 17);\n  }\n}',
      '— Who is there? asked the man who stood at the gate of the house.\n— A friend, said the other, and he came nearer to it.\n— Come in!',
    ];
    const among = (text: string) => `${text}\n${kept.join(`\n\n${text}\n`)}\n\n${text}`;
    expect((await asProposed(among(wrapped))).text).toBe(among(written));
  });
});
