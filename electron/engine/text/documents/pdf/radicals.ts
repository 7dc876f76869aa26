/**
 * Characters that fonts draw as they draw a radical, and what Unicode gives as their unified ideograph (EquivalentUnifiedIdeograph);
 * those of Kangxi's list, U+2F00 to U+2FD5, are known to NFKC.
 */
const SUPPLEMENT = new Map(
  Array.from(
    '⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺜日⺝月⺟母⺠民⺡氵⺣灬⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺶羊⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'.match(
      /../gu,
    )!,
    ([radical, character]) => [radical, character] as const,
  ),
);
const RADICALS = /[\u2e80-\u2fd5]/g;

/** With characters where a font's table says radicals: both look alike, but ⽇ is another symbol than 日. */
export const withoutRadicals = (text: string): string =>
  text.replace(RADICALS, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'));
