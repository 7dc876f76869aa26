import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

const without = (text: string) => after('authornotes', text);

const STORY = [
  'The river rose in the night, and nobody came.',
  'She laughed. “Notes,” he said, “are sung.”',
  'He did not answer her at all.',
];

describe('notes of authors in Chinese novels', () => {
  it('go from the end of a chapter, and from its beginning without the chapter', async () => {
    const text =
      '☆、第一章 河水\n\n　　河水涨了，没有人来。\n\n　　作者有话要说：  今天更新晚了，抱歉！\n　　河边的故事刚刚开始。\n　　谢谢大家的地雷：\n　　小鱼扔了一个地雷 投掷时间:2014-01-01 12:00:00\n\n' +
      '☆、第二章 桥\n\n　　作者有话要说：本章有刀，慎入\n　　桥断了，老人坐在桥头。\n　　“带我过去。”\n　　感谢投出地雷的小天使：小鱼 1个；\n　　非常感谢大家对我的支持，我会继续努力的！\n\n' +
      '☆、第三章 塔\n　　塔很高。\n';
    expect(await without(text)).toBe(
      '☆、第一章 河水\n\n　　河水涨了，没有人来。\n\n☆、第二章 桥\n\n　　桥断了，老人坐在桥头。\n　　“带我过去。”\n\n☆、第三章 塔\n　　塔很高。\n',
    );
    expect((await findingsOf(text)).find(({ step }) => step === 'authornotes')).toMatchObject({
      sure: false,
      places: 4,
    });
    expect((await asProposed(text)).steps).not.toContain('authornotes');
  });

  it('go where they ask for votes or count the chapters of a day', async () => {
    const lines = [
      'PS：新书上传，求收藏，求推荐票！',
      '第二更送到，求月票！',
      '（求推荐票，求收藏！）',
      '感谢书友“小鱼”打赏的100起点币！',
      '今天第一更。',
      'ps:明天开始恢复两更，大家多多支持',
    ];
    for (const line of lines)
      expect(await without(`He came.\n\n${line}\n\n${STORY[1]}\n`)).toBe(`He came.\n\n${STORY[1]}\n`);
  });

  it('stay where somebody in a story says such a thing', async () => {
    const text =
      '　　他四处求收藏家帮忙，求人推荐一位先生。\n　　“求月票！求推荐票！”他大声喊道。\n　　信的末尾写着：PS：记得吃饭。\n　　PS：记得带伞。\n　　第三更的梆子响了。\n　　感谢上天，他还活着。\n　　感谢你的火箭炮，救了我们。\n　　感谢大家对我的支持！他鞠了一躬。\n　　作者有话，却没有说。\n';
    expect(await without(text)).toBe(text);
  });
});

describe('notes of authors of fan fiction', () => {
  it('go where A/N, Author’s Note or a disclaimer says what they are', async () => {
    const text = `The Weir\n\nA/N: Hi everyone! Please be kind.\n\nDisclaimer: I do not own The Weir.\n\nChapter 1\n\n${STORY[0]} (A/N: play the song now!) She left.\n\n${STORY[1]}\n\nA/N So what did you think?\n\nI will try to update next week.\n\nLove, Ada\n\nChapter 2\n\n${STORY[2]}\n\n**Author's Note:**\n\nSorry this one is short.\n\nFollow me.\n\nChapter 3\n\n${STORY[0]}\n\nT/N: “weir” is a kind of dam that\nmillers build.\n\n${STORY.join('\n\n').repeat(3)}\n`;
    expect(await without(text)).toBe(
      `The Weir\n\nChapter 1\n\n${STORY[0]} She left.\n\n${STORY[1]}\n\nChapter 2\n\n${STORY[2]}\n\nChapter 3\n\n${STORY[0]}\n\n${STORY.join('\n\n').repeat(3)}\n`,
    );
  });

  it('stay where a letter has a postscript, or a book ends with a chapter of its author', async () => {
    const letters = `P.S. I love you.\n\nAn: that was his name.\n\nNotes\n\n${STORY[0]}\n\nSummary\n\n${STORY[1]}\n`;
    expect(await without(letters)).toBe(letters);
    const textbook = `Chapter 1\n\n${STORY[0]}\n\nChapter Summary\n\n${STORY[1]}\n\nA/N is the share of land.\n\nA/N := 4\n\nChapter 2\n\n${STORY[2]}\n`;
    expect(await without(textbook)).toBe(textbook);
    const book = `Chapter 9\n\n${STORY[0]}\n\nAUTHOR'S NOTE\n\n${`${STORY[2]}\n\n`.repeat(90)}`;
    expect(await without(book)).toBe(book);
  });
});

it('notes of translators are one paragraph, whatever comes behind them', async () => {
  for (const label of ['Translator’s note', 'Nota del traductor', 'Примечание переводчика', '译者注'])
    expect(await without(`${STORY[0]}\n\n${label}: weir.\n\n${STORY[1]}\n`)).toBe(`${STORY[0]}\n\n${STORY[1]}\n`);
});

describe('a work of the Archive of Our Own', () => {
  const preface =
    'A Walk\nPosted originally on the Archive of Our Own at http://x.org/works/1.\n\nRating:\nTeen\nStats:\nPublished: 2020-01-01 Words: 1,234 Chapters: 2/2\n\n';
  const tail = 'Please drop by the Archive and comment to let the creator know if you enjoyed their work!\n';

  it('loses summaries and notes by the words of the archive, and by the blank lines that part them', async () => {
    const text = `${preface}Summary\nA river, a walk.\n\nNotes\nFor Bo, who asked.\nTitle from a song.\n\nSee the end of the work for more notes\n\nChapter 1: Rain\n\nChapter Summary\nIt rains.\n\nChapter Notes\nBe kind.\n\nSee the end of the chapter for notes\n${STORY.join('\n')}\nChapter End Notes\nNext one on Monday!\n\nChapter 2: Sun\n\n${STORY.join('\n')}\n\nEnd Notes\nCome and find me.\n\n${tail}`;
    expect(await without(text)).toBe(
      `${preface}Chapter 1: Rain\n\n${STORY.join('\n')}\n\nChapter 2: Sun\n\n${STORY.join('\n')}\n\n${tail}`,
    );
  });

  it('is known wrapped, as pandoc writes it, with its quotations set in', async () => {
    const text = `Posted originally on the Archive of Our Own at\nhttp://x.org/works/1.\n\nChapter 1\n\nChapter Notes\n\n  Be kind.\n\n  Thanks, Bo!\n\n${STORY.join('\n\n')}\n\nChapter End Notes\n\n  Next one on Monday!\n\nChapter 2\n\n${STORY[0]}\n`;
    expect(await without(text)).toContain(`Chapter 1\n\n${STORY.join('\n\n')}\n\nChapter 2\n`);
    expect(
      (
        await asProposed(
          `Preface\n\n${text.replace('Chapter 1', 'Stats:\n    Published: 2020-01-01Words:1,234Chapters:\n    2/2\n\nChapter 1')}`,
        )
      ).text,
    ).toMatch(/^2\/2|^Chapter 1/m);
  });
});

describe('what Royal Road hides between paragraphs', () => {
  const HIDDEN = [
    'This tale has been unlawfully lifted from Royal Road. If you spot it on Amazon, please report it.',
    'Stolen story; please report.',
    'The tale has been stolen; if detected on Amazon, report the violation.',
    "Love this story? Find the genuine version on the author's preferred platform and support their work!",
    'You could be reading stolen content. Head to Royal Road for the genuine story.',
    'You could be reading stolen content. Head to the original site for the genuine story.',
    'Royal Road is the home of this novel. Visit there to read the original and support the author.',
    'Taken from Royal Road, this narrative should be reported if found on Amazon.',
    'Did you know this story is from Royal Road? Read the official version for free and support the author.',
    "If you come across this story on Amazon, it's taken without permission from the author. Report it.",
    'A case of content theft: this narrative is not rightfully on Amazon; if you spot it, report the violation.',
  ];

  it('is a site’s, and goes by itself', async () => {
    for (const line of HIDDEN)
      expect(await asProposed(`${STORY[0]}\n\n${line}\n\n${STORY[1]}\n`)).toEqual({
        text: `${STORY[0]}\n\n${STORY[1]}\n`,
        steps: ['frame'],
      });
  });

  it('is not seen in what people tell of the same', async () => {
    const text = [
      'The report said that Amazon had taken the book without a word.',
      '“Amazon,” he said, “report this to the king.”',
      'The royal road went to the original town.',
      'The Royal Road was the original path of the story of kings.',
      'The book told how the Royal Road was taken without a fight.',
      'The author lived on Royal Road, and the original house stands in the book.',
      'They said Amazon had taken my parcel, so please report to the desk.',
      'Stolen stories were his trade.',
      'Stolen content from the museum; the report says so.',
      'Stolen from Royal Road last night: one bicycle.',
      'Like this story? It was the original one.',
      'Did you know this story?\n',
    ].join('\n\n');
    expect(await asProposed(text)).toEqual({ text, steps: [] });
  });
});
