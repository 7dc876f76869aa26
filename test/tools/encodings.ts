/**
 * How often encodings are found out: the first article of the declaration of human rights in many languages and tables, by
 * length. Run by `node test/tools/encodings.mjs`.
 */
import iconv from 'iconv-lite';
import { detectEncoding } from '../../electron/engine/text/encodings/detect-encoding.ts';

const TEXTS: [tables: string, text: string][] = [
  [
    'windows-1252 cp850 macintosh',
    'Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen. ',
  ],
  [
    'windows-1252 cp850 macintosh iso-8859-15',
    'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. ',
  ],
  [
    'windows-1252 cp850 macintosh',
    'Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros, según el espíritu. ',
  ],
  [
    'windows-1252 cp850 macintosh',
    'Alla människor är födda fria och lika i värde och rättigheter. De har utrustats med förnuft och samvete och bör handla gentemot varandra i en anda av gemenskap. ',
  ],
  [
    'windows-1250 iso-8859-2 cp852',
    'Wszyscy ludzie rodzą się wolni i równi w swojej godności i prawach. Są obdarzeni rozumem i sumieniem i powinni postępować wobec siebie w duchu braterstwa. ',
  ],
  [
    'windows-1250 iso-8859-2 cp852',
    'Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím a mají spolu jednat v duchu bratrství. ',
  ],
  [
    'windows-1250 iso-8859-2 cp852',
    'Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és lelkiismerettel bírván, egymással szemben testvéri szellemben kell hogy viseltessenek. ',
  ],
  [
    'windows-1250 iso-8859-2 cp852',
    'Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima. Ona su obdarena razumom i sviješću i trebaju jedna prema drugima postupati u duhu bratstva. ',
  ],
  [
    'windows-1250 iso-8859-2 cp852',
    'Toate fiinţele umane se nasc libere şi egale în demnitate şi în drepturi. Ele sunt înzestrate cu raţiune şi conştiinţă şi trebuie să se comporte unele faţă de altele în spiritul fraternităţii. ',
  ],
  [
    'windows-1254 cp857',
    'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler. ',
  ],
  [
    'windows-1257 iso-8859-13 iso-8859-4 cp775',
    'Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteiktas protas ir sąžinė ir jie turi elgtis vienas kito atžvilgiu kaip broliai. ',
  ],
  [
    'windows-1257 iso-8859-13 iso-8859-4 cp775',
    'Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās. Viņi ir apveltīti ar saprātu un sirdsapziņu, un viņiem jāizturas citam pret citu brālības garā. ',
  ],
  [
    'windows-1251 koi8-r ibm866 x-mac-cyrillic iso-8859-5 cp855',
    'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства. ',
  ],
  [
    'windows-1251 koi8-u x-mac-cyrillic',
    'Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства. ',
  ],
  [
    'windows-1251',
    'Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство. ',
  ],
  [
    'windows-1253 iso-8859-7 cp737',
    'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Άνθρωποι με λογική και συνείδηση οφείλουν να συμπεριφέρονται με πνεύμα αδελφοσύνης. ',
  ],
  [
    'windows-1255 iso-8859-8 cp862',
    'כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו ברוח של אחוה. ',
  ],
  [
    'windows-1256 iso-8859-6',
    'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء. ',
  ],
  [
    'windows-874',
    'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ ',
  ],
  [
    'gb18030 utf-16le utf-16be',
    '人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。',
  ],
  ['big5 utf-16le', '人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神相對待。'],
  [
    'shift_jis euc-jp utf-16le',
    'すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられている。',
  ],
  [
    'euc-kr utf-16le',
    '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 이성과 양심을 부여받았다. ',
  ],
];
const LENGTHS = [40, 100, 400, 2000];
const NAMES: Record<string, string> = { 'x-mac-cyrillic': 'maccyrillic', macintosh: 'macroman', ibm866: 'cp866' };
const SURE = 0.9;

for (const length of LENGTHS) {
  const count = { right: 0, unsure: 0, wrong: 0 };
  const wrong: string[] = [];
  for (const [tables, text] of TEXTS)
    for (const table of tables.split(' ')) {
      const coded = (characters: string) => iconv.encode(characters, NAMES[table] ?? table);
      const width = coded(text).length / text.length;
      const bytes = coded(text.repeat(20).slice(0, Math.ceil(length / width)));
      const { confidence, readings } = detectEncoding(bytes);
      const named = readings.find(({ encoding }) => encoding === table);
      const right = (named?.text ?? iconv.decode(bytes, NAMES[table] ?? table)) === readings[0].text;
      count[right ? 'right' : confidence < SURE ? 'unsure' : 'wrong']++;
      if (!right) wrong.push(`${table} as ${readings[0].encoding} ${confidence.toFixed(2)}`);
    }
  console.log(length, JSON.stringify(count), wrong.join('; '));
}
