/** What only a site calls itself: in a story, somebody else may ask to remember something, and to read on. */
const SITE =
  '(?:[【〔《]|www\\.|https?:|\\.com|\\.net|\\.org|\\.cc|本站|[网網](?:站|址|友|$)|小说|小說|论坛|論壇|中文网|书城|书屋|书院|书斋|书库|藏书|贴吧|[Tt][Xx][Tt])';
/** Lines of their own that sites leave which copy novels chapter by chapter, without the brackets round them. */
const LINES = [
  `手机用户请.{0,60}(?:m\\.|${SITE}|浏览阅读|浏览器|掌上阅读).{0,40}|天才一秒记住.{0,80}|一秒记住.{0,40}${SITE}.{0,60}|请(?:大家)?(?:记住|收藏)本(?:站|书(?:首发|最新|域名|网址)).{0,80}|请(?:大家)?收藏本书`,
  `本书由.{0,60}${SITE}.{0,60}(?:整理|制作|提供|首发).{0,100}|本书由[^，。]{1,30}首发.{0,60}|更多(?:精彩|好看).{0,30}请(?:到|访问|登[陆录]|关注).{0,40}${SITE}.{0,40}`,
  `喜欢.{1,60}请(?:大家)?收藏[^，。]{0,10}(?:[：:(（]|${SITE}).{0,80}|本章未完.{0,30}(?:下一页|翻页).{0,30}|本章[完终]`,
  '好[读讀][书書][柜櫃](?:[^\\p{L}]{0,3}(?:典藏|經典|经典|校定|试读|試讀|唯讀|公益)版)?',
  '(?:好[读讀]|本[书書]|更多|[请請]|下[载載]|[转轉][载載]|[来來]源|出[处處]).{0,60}haodoo\\.net\\S{0,60}',
  '最新章节.{0,40}(?:www\\.|https?:|\\.com|\\.net|\\.org).{0,80}',
  `更多.{0,30}(?:尽在|盡在)[^，。]{0,40}${SITE}.{0,40}(?:下[载載]|阅读|閱讀).{0,60}|(?:最新|最快)(?:网址|網址|更新).{0,40}(?:www\\.|https?:|\\.com|\\.net|\\.org|\\.cc).{0,40}`,
  '(?:推荐|推薦)(?:都市)?(?:大神|阅读)[^。]{0,60}(?:www\\.|https?:|\\.com|\\.net|\\.org).{0,40}',
  '[^，。？！“”]{1,12}(?:手机|手機)版(?:阅读|閱讀|更新)?(?:网址|網址|地址)[：:]\\s?(?:https?:|www\\.|m\\.|wap\\.).{0,60}',
  '(?:下载|下載)本书最新的txt.{0,80}|(?:本书|本書)(?:手机|手機)(?:阅读|閱讀)[：:].{0,80}|发表书评[：:].{0,80}',
  '为了方便下次阅读.{0,30}点击.{0,120}|请向你的朋友.{0,40}推荐本书.{0,80}|(?:请|点此|点击|\\[|『)?加入书签.{0,4}方便(?:您)?(?:下次)?阅读|章节错误[,，]点[此击].{0,20}举报.{0,30}',
  '上一[章页][^\\p{L}]{0,12}(?:返回)?(?:章节)?(?:目录|书页|列表)[^\\p{L}]{0,12}下一[章页][^\\p{L}]{0,12}(?:加入书签)?',
  `本作品由[^，。！？]{0,60}${SITE}[^，。！？]{0,60}(?:整理|收藏|提供|制作)[^，。！？]{0,30}|更多[Tt][Xx][Tt]好书[^，。]{0,10}敬?请登[陆录][：:]?\\s?(?:https?:|www\\.).{0,60}`,
  '附[：:][【\\[]?本作品来自互联网[^“”？]{0,30}(?:负责|責任|责任|版权|版權)[^“”？]{0,60}',
  // what 晋江 says of a book above it
  '内容标签[：:][^。]{0,200}|搜索关键字[：:].{0,200}┃.{0,200}',
];
const OPENS = '[【（(『〖［\\[]';
const CLOSES = '[】）)』〗］\\]]';
const OF_SITES = new RegExp(`^\\s*(?:☆{1,5})?${OPENS}?(?:${LINES.join('|')})${CLOSES}?(?:☆{1,5})?[。！!~]?\\s*$`, 'u');
const BEGINS =
  /^\s*(?:☆{1,5})?[【（(『〖［[]?(?:手机|笔趣|顶点|天才|一秒|请|請|本书|本書|本作品|附[：:]|更多|喜欢|本章|未完|最新|最快|好[读讀]|下[载載]|[转轉][载載]|[来來]源|出[处處]|推[荐薦]|发表|为了|加入|点[此击]|章节错|上一[章页]|内容标|搜索关)/u;
/** The characters that those begin with, and what may stand before them. */
const FIRST = new Set(
  Array.from('手笔顶天一请請本附更喜未最好下转轉来來出推发为加点章上内搜', (sign) => sign.charCodeAt(0)),
);
const BEFORE = new Set(Array.from(' \u3000☆【（(『〖［[', (sign) => sign.charCodeAt(0)));

/** Whether a line may be a site's: quick, since nearly every line of a Chinese novel begins with another character. */
export function mayBeOfSite(text: string): boolean {
  let at = 0;
  while (BEFORE.has(text.charCodeAt(at))) at++;
  return FIRST.has(text.charCodeAt(at)) && BEGINS.test(text);
}
/** In brackets alone: an author may write it, too. */
const GOES_ON = /^\s*[（(]未完待[续續][^]{0,200}[)）]\s*$/;
/** Whether it is. */
export const isOfSite = (text: string): boolean => mayBeOfSite(text) && (OF_SITES.test(text) || GOES_ON.test(text));
