import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

const JAPANESE =
  '狐は烏に会った。烏は木の上でチーズをくわえていた。狐は「あなたの声はとても美しいと聞きました」と言った。烏は歌おうとして口を開け、チーズを落としてしまった。狐はそれを拾って笑いながら森へ帰っていったということである。';
const CHINESE =
  '狐狸在树下看见了乌鸦，乌鸦嘴里叼着一块肉。狐狸说：“你的羽毛真漂亮，你的歌声一定也很动听，请你唱一支歌给我听吧。”乌鸦非常高兴，张开嘴唱了起来，肉就掉到了地上，狐狸叼起肉就跑进了森林里去了。';
const set = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n');

describe('a few lines of Chinese or Japanese', () => {
  it('are joined where they were wrapped at a width, without a blank', async () => {
    for (const said of [JAPANESE, CHINESE])
      for (const width of [28, 35, 40]) {
        expect(await asProposed(`${set(said, width)}\n`)).toEqual({ text: `${said}\n`, steps: ['wrapped'] });
        const indented = set(`\u3000${said}`, width);
        expect((await asProposed(`狐と烏\n\n${indented}\n\n${indented}\n`)).text).toBe(
          `狐と烏\n\n\u3000${said}\n\n\u3000${said}\n`,
        );
      }
  });

  it('stay where they are verse, entries or sentences of their own', async () => {
    for (const text of [
      '床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n',
      '我见过那条河在夜里发出的光亮\n我见过那个人在桥上静静地站着\n没有人告诉他春天已经来到这里\n也没有人告诉他家门已经关上了。\n',
      '我见过那条河，在没有月亮的夜里发出光亮\n我见过那个人，在断了的桥上静静地站立着\n没有人告诉他，春天已经来到了这个小村庄\n',
      '白日依山尽，黄河入海流，欲穷千里目，更上一层楼。\n春眠不觉晓，处处闻啼鸟，夜来风雨声，花落知多少。\n',
      '狐狸在树下看见了乌鸦，乌鸦嘴里叼着一块很大很大的肉。\n狐狸在河边看见了老人，老人手里拿着一根很长很长的线。\n狐狸回到了森林里去。\n',
      '第一回　狐狸在树下看见了乌鸦，乌鸦嘴里叼着肉不肯说话\n第二回　老人在桥上看见了河水，河水涨起来了淹没了家门\n第三回　春天来了。\n',
      '東京都千代田区丸の内一丁目、八重洲口の前の高い建物の中\n大阪府大阪市北区梅田三丁目、中央口の前の高い建物の中心\n京都\n',
    ])
      expect(await asProposed(text)).toEqual({ text, steps: [] });
  });
});
