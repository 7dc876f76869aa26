import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

const BODY = 'I went out in the morning.\n\nThe river was brown and slow.';
const LICENCE = 'Updated editions will replace the previous one.\n\nSection 1. General Terms of Use\n';

/** Heads and tails as publishers write them. */
const FRAMES: Record<string, [head: string, tail: string, publisher: string]> = {
  today: [
    'The Project Gutenberg eBook of A Walk\n\nTitle: A Walk\n\n*** START OF THE PROJECT GUTENBERG EBOOK A WALK ***\n\nProduced by Nobody and\nsome others\n\n',
    `\n\n*** END OF THE PROJECT GUTENBERG EBOOK A WALK ***\n\n${LICENCE}`,
    'Gutenberg',
  ],
  'with a long title': [
    'Project Gutenberg\u2019s A Walk, by Nobody\n\n***START OF THIS PROJECT GUTENBERG EBOOK A WALK ALONG THE RIVER IN\nTHE MORNING***\n\n\nE-text prepared by Nobody\n\n\n',
    `\n\nEnd of Project Gutenberg's A Walk, by Nobody\n\n***END OF THIS PROJECT GUTENBERG EBOOK A WALK***\n${LICENCE}`,
    'Gutenberg',
  ],
  'of the nineties': [
    '**The Project Gutenberg Etext of A Walk**\n\nCopyright laws are changing all over the world.\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\nWhy is this "Small Print!" statement here?\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\n\n',
    '\n\nEnd of The Project Gutenberg Etext of A Walk\n',
    'Gutenberg',
  ],
  'in French': [
    'The Project Gutenberg EBook of A Walk\n\n*** START OF THIS PROJECT GUTENBERG EBOOK A WALK ***\n\n',
    `\n\nFin du Projet Gutenberg de A Walk, by Nobody\n\n*** END OF THIS PROJECT GUTENBERG EBOOK A WALK ***\n${LICENCE}`,
    'Gutenberg',
  ],
  'of Projekt Gutenberg-DE': [
    '',
    '\n\nDieser Text wurde bei Projekt Gutenberg-DE veröffentlicht.\n',
    'Projekt Gutenberg-DE',
  ],
  'of Canada': [
    'A Distributed Proofreaders Canada eBook\n\nThis eBook is made available at no cost.\n\nThis eBook was produced by: Nobody\n\n',
    '\n\n[The end of _A Walk_ by Nobody]\n',
    'Project Gutenberg Canada',
  ],
  'of Aozora': [
    '----------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n----------------------------\n\n',
    '\n\n底本：「本」\n　　　1989年\n青空文庫作成ファイル：\n',
    '青空文庫',
  ],
  'of Wikisource': [
    'A Walk\nNobody\n\nExported from Wikisource on March 3, 2024\n\n',
    '\n\nAbout this digital edition\n\nThis e-book comes from the online library Wikisource.\n',
    'Wikisource',
  ],
  'of Standard Ebooks': [
    'A Walk\n\nImprint\n\nThis ebook is the product of many hours of hard work by volunteers for Standard Ebooks, and builds on others.\n\nYou can download this and other ebooks carefully produced for true book lovers at standardebooks.org.\n\n',
    '\n\nColophon\n\nA Walk was published by Nobody. This ebook was produced for Standard Ebooks.\n\nUncopyright\n\nMay you do good.\n',
    'Standard Ebooks',
  ],
  'of Project Gutenberg Australia, whose head begins as its tail does': [
    'Project Gutenberg of Australia\na treasure-trove of literature\n\nTitle:  A Walk\n* A Project Gutenberg of Australia eBook *\neBook No.: 1.txt\n\nThis eBook was produced by: Nobody\n\nTo contact Project Gutenberg of Australia go to http://gutenberg.net.au\n\n',
    '\n\nThis site is full of FREE ebooks - Project Gutenberg Australia\n',
    'Project Gutenberg Australia',
  ],
  'of Projekt Gutenberg-DE, with a table': [
    'Projekt Gutenberg-DE\n\ntype\tfiction\nauthor\tNobody\ntitle\tA Walk\nsender\twww.example.org\ncreated\t20120419\n\n',
    '\n',
    'Projekt Gutenberg-DE',
  ],
  'of Feedbooks': [
    'A Walk\nNobody\n\nPublished: 1920\nSource: http://gutenberg.net.au\n\nCopyright: Life+70.\n\nNote: This book is brought to you by Feedbooks\nhttp://www.feedbooks.com\nStrictly for personal use, do not use this file for commercial purposes.\n\n',
    '\n\nLoved this book ?\nSimilar users also downloaded\nThe Hill\n\nwww.feedbooks.com\nFood for the mind\n',
    'Feedbooks',
  ],
  'of Smashwords': [
    'A Walk\n\nCopyright 2012 Nobody\n\nSmashwords Edition\n\nSmashwords Edition, License Notes\n\nThis ebook is licensed for your personal enjoyment only. This ebook may not be re-sold or given away to other people. If you would like to share this book with another person, please purchase an additional copy for each recipient.\n\n',
    '\n\nConnect with me:\nhttp://www.smashwords.com/profile/view/nobody\n',
    'Smashwords',
  ],
  'of the Archive of Our Own': [
    'A Walk\nPosted originally on the Archive of Our Own at http://archiveofourown.org/works/1.\n\nRating:\nGeneral Audiences\nStats:\nPublished: 2020-01-01 Words: 1,234 Chapters: 1/1\n\n',
    '\n\nPlease drop by the Archive and comment to let the creator know if you enjoyed their work!\n',
    'Archive of Our Own',
  ],
  'of Liber Liber': [
    'Nessuno\nUna passeggiata\n\nQUESTO E-BOOK:\n\nTITOLO: Una passeggiata\nAUTORE: Nessuno\nDIRITTI D\'AUTORE: no\n1a EDIZIONE ELETTRONICA DEL: 4 novembre 1995\n\nInformazioni sul "progetto Manuzio"\nIl "progetto Manuzio" è una iniziativa dell\'associazione culturale Liber Liber.\nhttp://www.liberliber.it/\n\nAiuta anche tu il "progetto Manuzio"\nhttp://www.liberliber.it/sostieni/\n\n',
    '\n',
    'Liber Liber',
  ],
  'of the Bibliothèque électronique du Québec': [
    'Personne\n\nUne promenade\n\nLa Bibliothèque électronique du Québec\n\nCollection À tous les vents\n\nVolume 12 : version 1.0\n\n',
    '\n\nCet ouvrage est le 12e publié\ndans la collection À tous les vents\npar la Bibliothèque électronique du Québec.\n',
    'Bibliothèque électronique du Québec',
  ],
  'of Wolne Lektury': [
    '',
    '\n\n-----\nTa lektura, podobnie jak tysiące innych, jest dostępna na stronie wolnelektury.pl.\n\nWydawca: Fundacja Nowoczesna Polska\n',
    'Wolne Lektury',
  ],
  'of Lib.ru': [
    '-----------------------------------------------------------------\n     Изд: М., 1962\n     OCR: Никто (nobody@example.org)\n     Spellcheck: Некто\n-----------------------------------------------------------------\n\n',
    '\n\nПопулярность: 22, Last-modified: Mon, 17 Jun 2002 17:20:26 GMT\n',
    'Lib.ru',
  ],
  'of Faded Page': [
    '* A Distributed Proofreaders Canada eBook *\n\nThis eBook is made available at no cost and with very few restrictions.\n\nTitle: A Walk\nDate first posted: May 1, 2013\nFaded Page eBook #20130501\n\nThis eBook was produced by: Nobody, Somebody\n& the online Distributed Proofreaders Canada team\nat http://www.pgdpcanada.net\n\n',
    '\n\n[The end of _A Walk_ by Nobody]\n',
    'Project Gutenberg Canada',
  ],
  'of RoyalLib': [
    'Спасибо, что скачали книгу в бесплатной электронной библиотеке Royallib.com: http://royallib.com\nВсе книги автора: http://royallib.com/author/x.html\nПриятного чтения!\n\n',
    '\n\nСпасибо, что скачали книгу в бесплатной электронной библиотеке Royallib.com\nОставить отзыв о книге: http://royallib.com/comment/x\n',
    'RoyalLib',
  ],
  'of ЛитРес': [
    '',
    '\n\nКонец ознакомительного фрагмента.\nТекст предоставлен ООО «ЛитРес».\nПрочитайте эту книгу целиком, купив полную легальную версию на ЛитРес.\n',
    'ЛитРес',
  ],
  'of Google': [
    'This is a digital copy of a book that was preserved for generations on library shelves.\n\nUsage guidelines\n\nYou can search through the full text of this book on the web at http://books.google.com/\n\n',
    '\n',
    'Google Books',
  ],
};

describe("a publisher's frame", () => {
  for (const [name, [head, tail, publisher]] of Object.entries(FRAMES))
    it(`${name} is left out`, async () => {
      const text = head + BODY + tail;
      const [finding] = (await findingsOf(text)).filter(({ step }) => step === 'frame');
      expect(finding).toMatchObject({ sure: true, facts: { publisher } });
      expect((await asProposed(text)).text.trim()).toBe(BODY);
    });

  it('of a site that copies novels is left out line by line', async () => {
    const chapter = '第一章 磨坊\n\n　　请到河边去，他说。“更多的人来了。”\n　　喜欢河水的人很少。\n';
    const notices = [
      '本书由某某小说网（www.example.com）整理，更多精彩小说请访问www.example.com\n',
      '手机用户请到m.example.com阅读。\n',
      '　　请记住本站域名：www.example.com\n',
      '本作品由某某TXT电子书下载论坛 “某某”整理收藏 \n',
      '更多txt好书敬请登陆：http://www.example.com \n',
      '附：【本作品来自互联网,本人不做任何负责】内容版权归作者所有。\n',
      '天才一秒记住【某某小说】地址：example.com\n',
      '（本章未完，请翻页）\n',
      '喜欢磨坊请大家收藏：（www.example.com）磨坊更新最快。\n',
      '    本章未完，请点击下一页继续阅读！\n',
      '    (本章完)\n',
      '（未完待续。如果您喜欢这部作品，欢迎您来起点（example.com）投推荐票。）\n',
      '☆☆☆本书由某某网友整理，仅供阅读。☆☆☆\n',
      '更多精校小说尽在某某书斋下载：http://www.example.com/\n',
      '最新网址：www.example.com\n',
      '上一章 ← 章节目录 → 下一章\n',
      '章节错误,点此举报(免注册)\n',
      '内容标签：情有独钟 天之骄子\n搜索关键字：主角：阿白 ┃ 配角：阿黑 ┃ 其它：白鹭\n',
    ];
    const { text, steps } = await asProposed(notices.map((notice) => chapter + notice).join(''));
    expect(steps).toEqual(['frame']);
    expect(text).toBe(chapter.repeat(notices.length));
  });

  it.each([
    'This is the February 1992 Project Gutenberg release of: ',
    'The Project Gutenberg Etext of A Walk',
    '**Project Gutenberg’s Etext of A Walk, by Nobody**',
  ])('of the first books, which have no more than a line, is left out: %s', async (line) => {
    const { text, steps } = await asProposed(`\n${line}\n\n${BODY}\n`);
    expect({ text, steps }).toEqual({ text: `${BODY}\n`, steps: ['frame'] });
    for (const own of [
      `${line} and she\nread it.\n\n${BODY}\n`,
      `${BODY}\n\n${line.trim()}\n\n${BODY}\n`,
      `${line.trim()}.\n\n${BODY}\n`,
    ])
      expect((await asProposed(own)).text).toBe(own);
  });

  it('of songs from Genius is taken out of the lines that it stands in', async () => {
    const song = '[Verse 1]\nI stood beside the water\nAnd nobody was there\n\n[Chorus]\nOh heron, fly away\n';
    const fetched = `12 ContributorsTranslationsDeutschThe Heron Lyrics${song.replace('there', 'thereYou might also like').trimEnd()}1.2KEmbed\n`;
    expect((await asProposed(fetched.repeat(3))).text).toBe(song.repeat(3));
    for (const own of ['3 Contributors wrote it.\nYou might also like\nthis.Embed\n', 'You might also like\nher.\n'])
      expect((await asProposed(own)).text).toBe(own);
  });

  it.each([
    [
      'FanFicFare',
      'The Heron\n\nBy: ada\n\n\nCategory: Original\n\nPackaged: 2024-03-07 10:01:22\n\nWords: 1,234\n\nSummary: A heron waits.\n\n',
      '\n\nEnd file.\n',
    ],
    [
      'FanFiction.Net',
      'Story: The Heron\nStorylink: https://www.fanfiction.net/s/1/1/\nAuthor: ada\nSource: FanFiction.net\n\nSummary: A heron waits.\n\n',
      '\n',
    ],
  ])('of stories that %s fetched is left out', async (publisher, head, tail) => {
    const [finding] = (await findingsOf(head + BODY + tail)).filter(({ step }) => step === 'frame');
    expect(finding).toMatchObject({ sure: true, facts: { publisher } });
    expect((await asProposed(head + BODY + tail)).text.trim()).toBe(BODY);
    const late = `${head.slice(0, head.indexOf('Summary'))}${`${BODY}\n\n`.repeat(40)}Summary: It was told.\n\n${BODY}\n`;
    expect((await asProposed(late)).text.split(BODY)).toHaveLength(42);
    const own = `Summary: A heron waits.\n\n${BODY}\n\nEnd file.\n`;
    expect((await asProposed(own)).text).toBe(own);
  });

  it('of such a site leaves no blank lines behind, and what an author says alike stays', async () => {
    const parted = '    他走了。\n\n    本章未完，请翻页！\n\n    她来了。\n\n';
    expect((await asProposed(parted.repeat(3))).text).toBe('    他走了。\n\n    她来了。\n\n'.repeat(3));
    const own =
      '    本章讲的是河。\n\n    未完待续\n\n    请大家坐下，他说，请记住这条河。\n\n    上一章我们说到目录，下一章再说。\n';
    expect((await asProposed(own)).text).toBe(own);
  });

  it.each([
    '为了方便下次阅读，他把书折了一个角，放回床头。',
    '他加入书签，方便下次阅读。',
    '更多的秘密，尽在这本日记之中，他一页一页地阅读着，直到天亮。',
    '一秒记住一个人的脸，是他当侦探的本事。',
    '请记住本书的主人是谁，老人说。',
    '本作品由他亲手整理收藏，一共三卷。',
    '附：本作品原载《河上》，一九三一年。',
    '附：本作品来自互联网时代的一个故事，他说。',
    '附：【本作品来自互联网】他念道，“这句话是什么意思？”',
    '本作品由论坛上的朋友们收藏，后来成了一本书，他把它读了三遍。',
    '更多TXT好书请登陆：他在黑板上写道。',
    '本书由他亲手整理，一共三卷，藏在阁楼上。',
    '喜欢这本书的人，请收藏好它，老人把书递过来。',
    '更多精彩的故事，请到茶馆里来听，说书人一拍醒木。',
    '手机用户请绕行，他在门上贴了张纸条，请人阅读。',
    '章节错误，他向编辑举报。',
    '内容标签：冒险、友情。他在表格里写道。',
  ])('of a site is none that a story says: %s', async (said) => {
    const text = `他站在桥头，望着灯慢慢熄灭。\n${said}\n久久没有人说话。\n`;
    expect((await asProposed(text)).text).toBe(text);
  });

  it('of who scans books or gives them away is left out page by page', async () => {
    const notices = [
      'Free eBooks at Planet eBook.com',
      'Generated for nobody on 2015-01-02 10:00 GMT / http://hdl.handle.net/2027/x.1',
      'Public Domain, Google-digitized / http://www.hathitrust.org/access_use#pd-google',
      'Source gallica.bnf.fr / Bibliothèque nationale de France',
      'Libro descargado en www.elejandria.com, tu sitio web de obras de dominio público',
      'All use subject to https://about.jstor.org/terms',
    ];
    const page = 'All of us went out. Free as a bird, the heron sang.\n\n';
    const { text, steps } = await asProposed(notices.map((notice) => `${page}${notice}\n\n`).join(''));
    expect(steps).toEqual(['frame']);
    expect(text.replace(/\n+/g, '\n\n')).toBe(page.repeat(notices.length));
  });

  it('keeps the title above a box, and a box that is the writer’s', async () => {
    const rule = '-'.repeat(60);
    const title = 'Антон Никто\n\nПРОГУЛКА\n\n';
    const boxed = `Lib.ru: Библиотека Максима Мошкова\n\n${title}${rule}\n   Собр. соч. Т. 5\n   OCR Никто, lib.ru\n${rule}\n\nЯ вышел утром.\n\n${rule}\n   OCR – так звали собаку.\n${rule}\n\nРека была бурой.\n`;
    const { text } = await asProposed(boxed);
    expect(text.trimStart()).toBe(
      `${title}Я вышел утром.\n\n${rule}\n   OCR – так звали собаку.\n${rule}\n\nРека была бурой.\n`,
    );
    for (const own of [
      `${title}${rule}\n   Здесь живёт лиса.\n${rule}\n\nЯ вышел утром.\n`,
      `A WALK\n\n${rule}\nOCR: text recognition of pages\n${rule}\n\n${BODY}\n`,
    ])
      expect((await findingsOf(own)).filter(({ step }) => step === 'frame')).toEqual([]);
  });

  it('of Project Runeberg is left out page by page', async () => {
    const notices = [
      'Project Runeberg | Like | Catalog | Recent Changes | Donate | Comments? |',
      '<< prev. page << föreg. sida << >> nästa sida >> next page >>',
      'Below is the raw OCR text from the above scanned image. Do you see an error? Proofread the page now!',
      'Här nedan syns maskintolkade texten från faksimilbilden ovan. Ser du något fel? Korrekturläs sidan nu!',
      'This page has never been proofread. / Denna sida har aldrig korrekturlästs.',
      'Project Runeberg, Tue Dec 11 02:11:20 2012 (nobody) (download)',
      'http://runeberg.org/walk/0005.html',
    ];
    const page =
      'Below the mill we went out. Här var floden brun.\n\nThis page has been torn out. Project Runeberg, she said, began in 1992.\n\n';
    const { text, steps } = await asProposed(notices.map((notice) => `${page}${notice}\n\n`).join(''));
    expect(steps).toEqual(['frame']);
    expect(text.replace(/\n+/g, '\n\n')).toBe(page.repeat(notices.length));
  });

  it('of 好读 is left out, and those who like to read stay', async () => {
    const chapter = '第一章　磨坊\n\n　　好读书的人很少，好读书柜里的书更少。\n　　请到河边去，他说。\n';
    const notices = ['『好讀書櫃』典藏版\n', '好读书柜\n', '本书下载自好读网站 http://www.haodoo.net\n'];
    const { text } = await asProposed(notices.map((notice) => chapter + notice).join(''));
    expect(text).toBe(chapter.repeat(notices.length));
  });

  it('is not seen where somebody speaks of one', async () => {
    const text = `Feedbooks\n\nThe Smashwords edition was lost.\n\nConnect with me, she said.\n\nThank you for reading my book, he wrote.\n\nPublished: 1920\n\n${BODY}\n`;
    expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
  });

  it('is 41 % of a small book', async () => {
    const text = readFileSync(new URL('../../../cases/texts/13-frame.txt', import.meta.url), 'utf8');
    const [finding] = await findingsOf(text);
    expect(Math.floor(100 * finding.share)).toBe(41);
    expect((await asProposed(text)).text).toMatch(/^I went out in the morning[^*]*neither of us spoke\.\n$/);
  });

  it('stands round each of several books', async () => {
    const [head, tail] = FRAMES.today;
    const text = `${head}${BODY}${tail}${head}${BODY}${tail}`;
    expect((await asProposed(text)).text.split(BODY).map((rest) => rest.trim())).toEqual(['', '', '']);
  });

  it('is none where a person or a publisher of that name is spoken of', async () => {
    const prose = `${BODY}\n\n`.repeat(3);
    const texts = [
      `Johannes Gutenberg was born in Mainz.\n\n${prose}Gutenberg\n\n${prose}`,
      `A WALK\n\nGutenberg Press\n\nPublished by Gutenberg Press, Mainz\n\n${prose}`,
      `Produced by Gutenberg Press\n\n${prose}Digitized by Gutenberg Press\n`,
      `${prose}Colophon\n\nSet in Garamond, and printed by Gutenberg Press.\n`,
      `GUTENBERG EBOOKS\n\n${prose}End of the Gutenberg edition\n`,
      `${prose}Fine was the weather when Project Gutenberg began\n`,
      `${prose}This is the end of the Project Gutenberg story.\n`,
    ];
    for (const text of texts) expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
  });

  it('is none where a text only speaks of it', async () => {
    const text = `${BODY}\n\nProject Gutenberg began in 1971.\n\nThe end of the book was near. About this digital edition nobody spoke.\n\nColophon\n\n${BODY}\n\nThis is the end of the Project Gutenberg story, she thought.\n\n${BODY}\n\n${BODY}\n\n${BODY}\n`;
    expect((await findingsOf(text)).filter(({ step }) => step === 'frame')).toEqual([]);
    expect((await asProposed(text)).text).toBe(text);
  });

  it('of « Ebooks libres et gratuits » is left out', async () => {
    const text = `Jean Dupont\n\nLE RETOUR\n\nÉdition du groupe « Ebooks libres et gratuits »\n\n${'Il rentra chez lui.\n'.repeat(9)}\nÀ propos de cette édition électronique\n\nTexte libre de droits.\n\nEbooks libres et gratuits\n\nMars 2006\n`;
    const finding = (await findingsOf(text)).find(({ step }) => step === 'frame');
    expect(finding).toMatchObject({ sure: true });
    expect((await after('frame', text)).trim()).toBe('Il rentra chez lui.\n'.repeat(9).trim());
  });
});
