const LONGEST = 120;
/** Sites that give subtitles away, and what they are fetched with. */
const SITES =
  /\b(?:open ?subtitles|addic7ed|subscene|podnapisi|yifysubtitles|tvsubtitles|osdb\.link|subf2m|amara\.org|yts\.\w{2,3}|zimuku|assrt\.net)\b/i;
const ASKS =
  /^\W*(?:advertise your product or brand here|support us and become (?:a )?VIP member|(?:please )?rate this subtitle\b|help other users to choose the best subtitles)/i;
/** Who wrote them, in the words by which nobody in a film speaks of it. */
const WRITTEN =
  /^\W*(?:(?:sub(?:title)?s?|(?:closed )?caption(?:s|ing|ed)?|sync(?:ed|hroni[sz]ed)?|re-?sync(?:ed)?)(?: (?:and|&) (?:corrections?|corrected|translation|translated|sync|encoded))?,? (?:(?:made|provided|created|downloaded|ripped|extracted) )?(?:by|from)\b|untertitel(?:ung)?:? (?:von|im Auftrag)\b|sous-titr(?:es|age) ?:? ?(?:par|réalisés? par)\b|subt[ií]tulos (?:por|de la comunidad)\b|legendas? (?:por|pela)\b|sottotitoli (?:e revisione )?a cura di\b|субтитры (?:сделал|создавал|подогнал)|редактор субтитров|napisy (?:stworzone przez|:)|(?:本)?字幕(?:由|[:：])|(?:请)?不吝点赞)/i;

/** Whether a line of subtitles is that of who made them or gives them away, not of the film. */
export const isSubtitleNotice = (line: string): boolean =>
  line.length <= LONGEST && (SITES.test(line) || ASKS.test(line) || WRITTEN.test(line));
