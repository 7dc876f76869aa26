import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf, wrap } from './prepared.ts';

const stepsIn = async (text: string) => (await findingsOf(text)).filter(({ sure }) => sure).map(({ step }) => step);

describe('what a publisher adds inside a book', () => {
  it('is left out with the gap that it made, over lines and with brackets of its own', async () => {
    const text =
      'The old man went down to the\n\n[Illustration: THE OLD MAN\n(from a drawing [1840] by\nA. B.)]\n\nriver.\n\n[Sidenote: The heron]\n\nThe heron flew.\n\n\n\n[Illustration]\n\n\n\nCHAPTER II\n\n[Sidenote: Noon] It rained.\n\n[Transcriber’s Note: spelling kept.]\n';
    expect(await asProposed(text)).toEqual({
      text: 'The old man went down to the\nriver.\n\nThe heron flew.\n\n\n\nCHAPTER II\n\nIt rained.\n\n',
      steps: ['illustrations'],
    });
  });

  it('is no bracket that an author wrote, nor one without an end', async () => {
    const text = '[He laughs.] Illustrations [of this] were few.\n\n[Illustration: no end\n\nIt rained.\n';
    expect(await asProposed(text)).toEqual({ text, steps: [] });
  });

  it('are footnotes with their numbers, in brackets or as paragraphs', async () => {
    const named =
      'The river[1] was brown.[A]\n\n[Footnote 1: It flows\nto the [great] sea.]\n\n[Footnote A: As mud is.]\n\nIt rained.\n';
    expect(await asProposed(named)).toEqual({ text: 'The river was brown.\n\nIt rained.\n', steps: ['footnotes'] });
    const numbered =
      'The river [1] was brown.[2]\n\n[1] It flows to the sea,\nor nearly.\n\n[2] As mud is.\n\nIt rained.\n\n[3] Not a note.\n';
    expect((await asProposed(numbered)).text).toBe('The river was brown.\n\nIt rained.\n\n[3] Not a note.\n');
  });

  it('are notes that stars point to, each behind its paragraph or all behind the last one', async () => {
    const text =
      'The weir was old,* and the\nmiller older.\n\n* It was built\nin 1790.\n\nThe wheel* stood;** nobody\nknew why.\n\nIt rained.\n\n*It was of oak.\n\n** For the first time.\n\nIt stopped.\n';
    expect(await asProposed(text)).toEqual({
      text: 'The weir was old, and the\nmiller older.\n\nThe wheel stood; nobody\nknew why.\n\nIt rained.\n\nIt stopped.\n',
      steps: ['footnotes'],
    });
  });

  it('are notes that daggers point to, among those of stars', async () => {
    const text =
      'The weir† was old,* and the\nmiller‡ older.\n\n* It was built\nin 1790.\n\n† Of oak.\n\n‡ Nobody knew how old.\n\nIt rained.\n';
    expect(await asProposed(text)).toEqual({
      text: 'The weir was old, and the\nmiller older.\n\nIt rained.\n',
      steps: ['footnotes'],
    });
  });

  it('are no daggers of the dead, of a table or without a note', async () => {
    const texts = [
      'Ada Miller† and Bo Brown† were there.\n\nThey built the weir.\n',
      'Ada Miller († 1750) and Bo (*1700–†1760) were there.\n\n† 1750 in Brown\n\n* 1700\n',
      'Dead are:\n\n† Ada Miller\n\n† Bo Brown\n\n‡ Cy Reed\n',
      'The weir† was old.\n\nIt rained.\n\n‡ Of oak.\n',
    ];
    for (const text of texts) expect((await asProposed(text)).text).toBe(text);
  });

  it('are no stars of lists, of stress, of a scene that ends, or without a note', async () => {
    const texts = [
      'He saw *the weir* and *the key*.\n\n* the weir\n\n* the key\n\n* the rail\n',
      'It was the weir*.\n\n       * * *\n\nIt rained.*\n\n       * * *\n\nIt stopped.\n',
      'The weir* and the key*.\n\nIt rained.\n\n2 * 3 * 4\n\nchar* p and char* q\n\n    *p = *q;\n',
      `${'We meet at the bridge*\n\n*He smiles at her.* Then he went.\n\n'.repeat(3)}`,
      `The weir,* it was.\n\n${'It rained.\n\n'.repeat(90)}* So it was.\n`,
    ];
    for (const text of texts) expect((await asProposed(text)).text).toBe(text);
  });

  it('end with their paragraph, also where no blank line stands behind it', async () => {
    const prose = 'The old weir stood in the river for a hundred years, and nobody asked who had built it.';
    const behind = [`%\n${prose}\n`, `${prose}\n`.repeat(60)];
    for (const rest of behind) {
      const text = `The weir[1] was old.\n\n[1] It was built by the miller.\n${rest}`;
      expect((await asProposed(text)).text).toBe(`The weir was old.\n\n${rest}`);
      const starred = `The weir* was old, the key* older.\n\n* Built by the miller.\n* Lost.\n${rest}`;
      expect((await asProposed(starred)).text).toBe(`The weir was old, the key older.\n\n${rest}`);
    }
    const long = `${prose} `.repeat(3);
    const paragraphs = `It rained[1] again.\n\n[1] ${long}\n${long}\n`;
    expect((await asProposed(paragraphs)).text).toBe(`It rained again.\n\n${long}\n`);
    const chinese = '河水[1]很急。\n\n[1] 指村东的那条河。\n老人站在河边，看了很久，什么也没有说。\n';
    expect((await asProposed(chinese)).text).toBe('河水很急。\n\n老人站在河边，看了很久，什么也没有说。\n');
  });

  it('are none that an editor put into words or beside them', async () => {
    const text =
      'The weir[1] is to be [re]built by Freund[e], if one [er] says so; the mill[s] and [B]ridge.\n\n[1] Of oak.\n';
    expect((await asProposed(text)).text.trim()).toBe(
      'The weir is to be [re]built by Freund[e], if one [er] says so; the mill[s] and [B]ridge.',
    );
    const lettered = 'One[a] two.[b] Three[c] and one[a] more.\n\n[a] A.\n\n[b] B.\n\n[c] C.\n';
    expect((await asProposed(lettered)).text.trim()).toBe('One two. Three and one more.');
  });

  it('are no indices of a program', async () => {
    expect(await stepsIn('total = a[1] + b[2];\nreturn c[3];\nd[4] = e[5];\n')).not.toContain('footnotes');
  });

  it('are references as an encyclopedia has them', async () => {
    const text = 'It fell.[1] It rose,[2][3] and fell again.[4] They left.[5][6]\n';
    expect((await asProposed(text)).text).toBe('It fell. It rose, and fell again. They left.\n');
  });

  it('are marks of pages, named or counting up', async () => {
    expect(await asProposed('The [Pg 12]old man [Pg 13] went\n\n[Pg 14]\n\non and on.\n')).toEqual({
      text: 'The old man went\non and on.\n',
      steps: ['pagemarks'],
    });
    expect((await asProposed('One {1} two\nthree{2} four\n{3}\nfive {4}six {5}\n')).text).toBe(
      'One two\nthree four\nfive six\n',
    );
    expect(await stepsIn('Sets {1} and {7} and {3}, {20}, {4}.\n')).toEqual([]);
  });

  it('are low lines for italics, over line ends too, but none of a program', async () => {
    const text = 'She read _The\nHeron_, _twice_, and "_never_" again.\n\nsnake_case and __init__.\n';
    expect(await asProposed(text)).toEqual({
      text: 'She read The\nHeron, twice, and "never" again.\n\nsnake_case and __init__.\n',
      steps: ['emphasis'],
    });
    expect(await stepsIn('He said (_!_) and she (_o_) twice.\n(_!_) again, (_*_) too.\n')).toEqual([]);
    const play = '_Math._ _(driftig)_ Clara, _(ter zijde)_ _Mijn_ vrijer!\n\n';
    expect((await asProposed(play.repeat(4))).text).not.toContain('_');
    const picture = ' / /_/\\ \\ \\\n/_/_//_/\\_,_/ /_/\\_\\  (_?_)\n';
    expect(await asProposed(picture.repeat(3))).toEqual({ text: picture.repeat(3), steps: [] });
    expect(await stepsIn('def _walk(_item):\n    self._left = _walk(_item._left)\n    _right = 1\n')).toEqual([]);
  });

  it('leave the columns that a line was wrapped at', async () => {
    const paragraphs = Array.from({ length: 12 }, (_, at) =>
      `The _old_ man went ${at} down to the _brown_ river and saw _nothing_ but rain. `.repeat(4).trim(),
    );
    const wrapped = paragraphs.map((paragraph) => wrap(paragraph, 68)).join('\n\n');
    expect((await asProposed(`${wrapped}\n`)).text).toBe(`${paragraphs.join('\n\n').replaceAll('_', '')}\n`);
  });
});

describe('Aozora Bunko', () => {
  const HEAD = `${'-'.repeat(55)}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）烏《からす》\n${'-'.repeat(55)}\n`;
  const FOOT = '\n底本：「狐の話」青空出版\n入力：青空文庫\n';

  it('leaves readings, notes, the signs above and the source below to nobody, and keeps title and author', async () => {
    const text = `狐の話\n作者\n\n${HEAD}\n［＃１字下げ］狐は烏《からす》に会った。\n\u3000｜雨の日《あめのひ》に※［＃「魚＋師のつくり」、U+9C24、1-94-49］を見た。\n［＃改ページ］\nいよ／＼帰った。\n${FOOT}`;
    const { text: left, steps } = await asProposed(text);
    expect(left).toBe(
      '狐の話\n作者\n\n狐は烏に会った。\n\u3000雨の日に鰤を見た。\nいよ〳〵帰った。\n'.replace('鰤', '\u9c24'),
    );
    expect(steps).toEqual(['frame', 'ruby']);
  });

  it('is read book by book where several stand in one file', async () => {
    const book = (title: string) =>
      `${title}\n作者\n\n${HEAD}\n\n\u3000狐は烏に会った。\n\u3000烏は黙っていた。\n\n${FOOT}\n\n`;
    const left = (title: string) => `${title}\n作者\n\n\u3000狐は烏に会った。\n\u3000烏は黙っていた。\n`;
    const titles = ['狐の話', '烏の話', '雨の日'];
    expect((await asProposed(titles.map(book).join(''))).text).toBe(titles.map(left).join('\n'));
    const plain = `狐の話\n作者\n\n\u3000狐は烏に会った。\n`;
    expect((await asProposed(`${plain}\n${FOOT}`)).text).toBe(plain);
    // a story may speak of the same
    const said = `${plain}\u3000底本：「狐の話」と書いてあった。\n${'\u3000烏は黙っていた。\n'.repeat(8)}`;
    expect((await asProposed(said)).text).toBe(said);
  });

  it('is no title in Chinese', async () => {
    const text = '他读了《红楼梦》和《西游记》，又读了《水浒传》。\n';
    expect(await asProposed(text)).toEqual({ text, steps: [] });
  });
});
