import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteTable } from '../../../../electron/engine/text/encodings/text-decoder.ts';
import type { Finding, Plan } from '../../../../electron/contract/preparation.ts';
import { examine } from '../../../../electron/engine/text/preparation/index.ts';
import { ownTime } from '../../../tools/own-time.ts';
import { asProposed, findingsOf, prepared } from './prepared.ts';

/** Three sentences each. */
const WRITTEN: Record<string, string> = {
  Russian:
    'Лиса встретила ворону у реки, когда уже темнело.\n— Ты не видела моего брата? — спросила она.\nВорона долго молчала и смотрела на воду, а потом улетела.\n',
  Ukrainian:
    'Лисиця зустріла ворону біля річки, коли вже сутеніло.\n— Ти не бачила мого брата? — запитала вона.\nВорона довго мовчала і дивилася на воду, а потім полетіла.\n',
  Bulgarian:
    'Лисицата срещна враната край реката, когато вече се стъмваше.\n— Не си ли виждала брат ми? — попита тя.\nВраната дълго мълча и гледа водата, а после отлетя.\n',
  Serbian:
    'Лисица је срела врану крај реке када је већ падао мрак.\n— Јеси ли видела мога брата? — упитала је она.\nВрана је дуго ћутала и гледала воду, а онда је одлетела.\n',
  Greek:
    'Άλλοτε η αλεπού συνάντησε το κοράκι στο ποτάμι όταν είχε πια νυχτώσει. Ήταν όμορφα, Άννα. Ίσως. Άκου!\n«Μήπως είδες τον αδελφό μου;» ρώτησε.\nΤο κοράκι δεν μίλησε για πολλή ώρα και μετά πέταξε μακριά.\n',
  Hebrew:
    'השועל פגש את העורב ליד הנהר כשכבר ירד הערב.\n"ראית את אח שלי?" הוא שאל.\nהעורב שתק הרבה זמן והביט במים, ואחר כך עף משם.\n',
  Arabic:
    'التقى الثعلب بالغراب عند النهر حين حل المساء.\nسأله: هل رأيت أخي؟\nسكت الغراب طويلا ونظر إلى الماء ثم طار بعيدا.\n',
  Thai: 'สุนัขจิ้งจอกพบกาที่ริมแม่น้ำตอนที่ฟ้ามืดแล้ว\nมันถามว่าเจ้าเห็นพี่ชายของข้าหรือไม่\nกาเงียบไปนานแล้วมองดูน้ำ จากนั้นก็บินจากไป\n',
  Polish:
    'Lis spotkał wronę nad rzeką, kiedy już się ściemniało.\n– Czy nie widziałaś mojego brata? – zapytał cicho.\nWrona długo milczała i patrzyła na wodę, a potem odleciała gdzieś daleko.\n',
  Czech:
    'Liška potkala vránu u řeky, když už se stmívalo.\n„Neviděla jsi mého bratra?“ zeptala se tiše.\nVrána dlouho mlčela a dívala se na vodu, a pak někam odletěla přes pole.\n',
  Hungarian:
    'A róka a folyónál találkozott a varjúval, amikor már sötétedett, és hűvös szél fújt az erdőből.\n– Nem láttad a testvéremet? – kérdezte tőle.\nA varjú sokáig hallgatott, nézte a vizet, aztán felröppent, és eltűnt a felhők fölött az őszi időben.\n',
  Romanian:
    'Vulpea a întâlnit cioara lângă râu, când deja se întuneca.\n– Nu l-ai văzut pe fratele meu? a întrebat ea.\nCioara a tăcut mult timp şi a privit apa, apoi a zburat şi nu s-a mai întors până dimineaţa.\n',
  'Romanian of today':
    'Vulpea a întâlnit cioara lângă râu, când deja se întuneca.\n„Nu l-ai văzut pe fratele meu?” a întrebat ea.\nCioara a tăcut mult timp și a privit apa, apoi a zburat și nu s-a mai întors până dimineața.\n',
  Turkish:
    'Tilki kargayla ırmağın kıyısında karşılaştı, hava çoktan kararmıştı.\n“Kardeşimi gördün mü?” diye sordu.\nKarga uzun süre sustu, suya baktı, sonra uçup gitti ve bir daha dönmedi, çünkü kış yaklaşıyordu.\n',
  Lithuanian:
    'Lapė sutiko varną prie upės, kai jau temo.\n– Ar nematei mano brolio? – paklausė ji tyliai.\nVarna ilgai tylėjo ir žiūrėjo į vandenį, o paskui nuskrido kažkur už miško, ir daugiau jos niekas nematė čia.\n',
  Chinese:
    '狐狸在河边遇见了乌鸦，天已经黑了。\n“你看见我的弟弟了吗？”它问。\n乌鸦很久没有说话，只是看着水，然后飞走了。\n',
  Taiwanese:
    '狐狸在河邊遇見了烏鴉，天已經黑了。\n「你看見我的弟弟了嗎？」牠問。\n烏鴉很久沒有說話，只是看著水，然後飛走了。\n',
  Japanese:
    '日が暮れたころ、狐は川のそばで烏に会った。\n「わたしの弟を見なかったか」と狐はたずねた。\n烏は長いあいだ黙って水を見ていたが、やがて飛んでいった。\n',
  Korean:
    '날이 저물 무렵 여우는 강가에서 까마귀를 만났다.\n"내 동생을 보지 못했니?" 하고 여우가 물었다.\n까마귀는 오랫동안 말없이 물을 바라보다가 날아가 버렸다.\n',
};

/** iconv-lite knows some by other names. */
const NAMES: Record<string, string> = { ibm866: 'cp866', 'x-mac-cyrillic': 'maccyrillic', 'x-mac-greek': 'macgreek' };

/** What a text became that was written in one table, read by another, and saved. */
function misread(text: string, real: string, read: string): string {
  const bytes = iconv.encode(text, NAMES[real] ?? real);
  expect(iconv.decode(bytes, NAMES[real] ?? real)).toBe(text);
  if (read === 'gb18030') return new TextDecoder(read).decode(bytes);
  if (read === 'latin1') return bytes.toString('latin1');
  const table = byteTable(read);
  return [...bytes].map((byte) => String.fromCharCode(table[byte])).join('');
}

/** What is as it was meant, however strange. */
const ORDINARY: Record<string, string> = {
  French:
    'Le garçon était déjà là, près de la fenêtre, où il rêvait.\n« Hélas ! » s’écria-t-elle, à bout de forces. Ô Noël, ô été ; l’âme naïve.\n',
  German:
    'Die Füchsin ging über die Brücke. „Größe heißt nichts“, sagte sie.\nÄhren und Öfen, süße Äpfel, große Übel.\n',
  Portuguese: 'A mãe não viu o irmão. «Às três», disse a avó.\nA nação é grande, e a lição também; põe o pão à mão.\n',
  Spanish:
    '¿Dónde está mi hermano? —preguntó la señora—. ¡Qué sé yo!\nEl niño comió piñones junto al río, mañana también.\n',
  Catalan:
    'La guineu trobà el corb a la vora del riu. On és el meu germà?, preguntà.\nL’àvia féu pa amb raïm i pinyons; què més?\n',
  Italian: 'Perché non è venuto? Così è la città, più bella che mai; là, giù, però…\nEgli disse: «È già lunedì».\n',
  Swedish: 'Räven gick över bron när det redan var mörkt.\nHan såg på vattnet en lång stund; åarna är så små här.\n',
  Danish:
    'Ræven gik over broen, da det allerede var mørkt.\nHan så længe på vandet: å, hvor er øen grøn; æblerne også.\n',
  Finnish:
    'Kettu tapasi variksen joen äärellä, kun oli jo hämärää.\nSe oli hiljaa pitkään, öisin pöllöt lentävät metsässä.\n',
  Icelandic:
    'Refurinn hitti hrafninn við ána þegar orðið var dimmt.\nHann þagði lengi og horfði á vatnið; síðan flaug hann burt, þó ekki lengra en að bænum.\n',
  Faroese:
    'Revurin møtti ravninum við ánna, tá ið tað var vorðið myrkt.\nHann tagdi leingi og hugdi eftir vatninum, so fleyg hann avstað.\n',
  'Old English':
    'Hwæt! þæt wæs god cyning; ðær æt hyðe stod hringedstefna.\nÞa wæs on burgum Beowulf Scyldinga, leof leodcyning, longe þrage.\n',
  'Old Norse':
    'Þat var snemma í öndverða byggð goðanna, þá er goðin höfðu sett Miðgarð ok gert Valhöll.\nÞá kom þar smiðr nökkurr ok bauð at gera þeim borg.\n',
  Estonian:
    'Rebane kohtas varest jõe ääres, kui juba hämardus.\nTa vaikis kaua ja vaatas vett; õhtu oli külm, öö veelgi külmem.\n',
  Albanian:
    'Dhelpra takoi sorrën pranë lumit kur kishte rënë nata.\nAjo heshti gjatë dhe shikonte ujin, pastaj iku në të gjithë, çuditërisht.\n',
  Welsh:
    'Cyfarfu’r llwynog â’r frân wrth yr afon pan oedd hi’n nosi.\nBu’r frân yn dawel am amser hir; ŵyr neb pam, na’r tŷ gwyn.\n',
  Irish:
    'Bhuail an sionnach leis an bpréachán cois na habhann.\nNí fhaca mé do dheartháir, a dúirt sé; bhí sé fós óg.\n',
  Vietnamese:
    'Con cáo gặp con quạ bên bờ sông khi trời đã tối.\nTôi là và không có này cái; hôm nay là hai, à ừ. Ấy là đã.\n',
  'Vietnamese of common letters': 'Hai cô và bà là công nhân. Tôi ho và hát. Ông ân cân ban cho con.\n'.repeat(3),
  Bosnian:
    'Lisica je srela vranu kraj rijeke kad je već padao mrak.\nJesi li vidjela moga brata, đače? Šuma šumi, čačkalica žulja.\n',
  Azerbaijani:
    'Tülkü çayın qırağında qarğaya rast gəldi, artıq qaranlıq düşmüşdü.\nQarğa uzun müddət susdu, suya baxdı, sonra uçub getdi.\n',
  Kazakh:
    'Түлкі өзен жағасында қарғаны кездестірді, қараңғы түскен еді.\nҚарға ұзақ уақыт үндемей, суға қарап тұрды да, ұшып кетті.\n',
  Macedonian:
    'Лисицата ја сретна враната крај реката кога веќе паѓаше мрак.\nДали го виде брат ми, ѓаволе? Ќе дојде, љубов, џвака.\n',
  Belarusian:
    'Ліса сустрэла варону каля ракі, калі ўжо сцямнела.\nЦі ты не бачыла майго брата? Варона доўга маўчала, а потым паляцела.\n',
  'Russian of before 1918':
    'Лисица встрѣтила ворону у рѣки, когда уже стемнѣло.\nТы не видѣла ли брата моего? — спросила она; и въ отвѣтъ молчаніе.\n',
  'Church Slavonic in today’s letters':
    'Отче наш, Иже еси на небесех! Да святится имя Твое, да приидет Царствие Твое.\nХлеб наш насущный даждь нам днесь.\n',
  'Greek with all accents':
    'Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν, καὶ θεὸς ἦν ὁ λόγος.\nμῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος.\n',
  'Classical Chinese': '天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。閏餘成歲，律呂調陽。\n',
  'Rare Chinese': '魑魅魍魎，饕餮窮奇。貔貅麒麟，蚰蜒蟾蜍。彳亍踟躕，觳觫惴慄。\n',
  'Japanese of kana': 'アイウエオ、カキクケコ。ひらがなとカタカナ。ｱｲｳｴｵ ﾊﾝｶｸ。\n',
  Korean: '여우가 강가에서 까마귀를 만났다. 뷁 쀍 똠방각하 햏.\n',
  'Pali in letters of Latin-1':
    'buddhaü saraõaü gacchàmi, dhammaü saraõaü gacchàmi, saïghaü saraõaü gacchàmi. evaü me sutaü, ekaü samayaü bhagavà sàvatthiyaü viharati.\n',
  phonetics: '/bæθ/ [ˈbæð] /ðɪs ɪz ðə θɪŋ/ [ˈkʰæt] ø œ ɶ æ ɑ ɔ ʃ ʒ ŋ ç ð\næ ð ø œ ç: [bøf] [çø] [dæð] [øð] [æç]\n',
  'a table of letters':
    'À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö Ø Ù Ú Û Ü Ý Þ ß\nà á â ã ä å æ ç è é ê ë ì í î ï ð ñ ò ó ô õ ö ø ù ú û ü ý þ ÿ\nÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ\n',
  'a table of Unicode': Array.from(
    { length: 96 },
    (_, at) => `U+00${(160 + at).toString(16)} ${String.fromCharCode(160 + at)} 0x${at.toString(16)}\n`,
  ).join(''),
  'a table of Cyrillic': Array.from(
    { length: 8 },
    (_, at) =>
      `${at} ${[...'абвгдежзийклмнопрстуфхцчшщъыьэюя'].slice(4 * at, 4 * at + 4).join(' ')} АБВГДЕЖЗ ѓќљњћџђѕ\n`,
  ).join(''),
  mathematics: '±3 × 10² ÷ ½ = ¼ · µ ≤ ∞; Δx² + ¬p ∧ q ⇒ ¾ ± ½°\nx² + y² = r³, ¹ ² ³ µm ± 5 µΩ × 2 ÷ 4 · ¬a\n',
  code: 'const größe = "ñandú"; // é, ü, ß → Ä\nprint(f"naïve café £{x} ¥{y} §{z}")\nkey = "w7/Dv8O+" # яяюю \\xff\xff ÿÿþþ\n',
  'a list of prices': 'Café crème £5.20 • Thé 3 € ½ litre ¥300\n¿Menú? ½ ración 4,50 € ©2020 ®™ §3 ¶2\n',
  'names of many countries':
    'Ångström, Bjørn, Łukasz, Zoë, François, José, Müller, Çelik, Đorđe, Nguyễn, Šimon, Þór, Ñusta, São, Ørsted\nMünchen, Århus, Málaga, São Paulo, Besançon, Genève, Tórshavn, Reykjavík, Nîmes, Österreich\n',
  'boxes of DOS': '╔══════╗\n║ Файл ║\n╠══════╣\n║ Ёлка │ ┤\n╚══════╝\n░▒▓█ √ ° ∙ · №\n',
  'capitals with Ё': 'С УЧЁТОМ ТОГО, ЧТО МЁРТВЫЕ НЕ ПЬЮТ. ТЁРКИ, ЁМКОСТИ, ПЧЁЛЫ, ЁЛКИ.\n',
  'capitals and small letters': 'ПрИвЕт, кАк ДеЛа? СССР и США. иНТЕРНЕТ пРИЁМ. ЁлКи. ВСЕ ПРОПАЛО, ШЕФ!\n',
};

/** What is found of the step. */
const foundIn = async (text: string) => (await findingsOf(text)).filter(({ step }) => step === 'mojibake');
const mended = (text: string, found: readonly Finding[]) =>
  prepared(
    text,
    found.map(({ step, plan }) => ({ step, plan })),
  ).text;

const TRIPLES: [language: string, real: string, read: string][] = [
  ...['Russian', 'Ukrainian', 'Bulgarian', 'Serbian'].map((language): [string, string, string] => [
    language,
    'windows-1251',
    'windows-1252',
  ]),
  ['Russian', 'koi8-r', 'windows-1252'],
  ['Ukrainian', 'koi8-u', 'windows-1252'],
  ['Russian', 'ibm866', 'windows-1252'],
  ['Russian', 'iso-8859-5', 'windows-1252'],
  ['Russian', 'x-mac-cyrillic', 'windows-1252'],
  ['Greek', 'windows-1253', 'windows-1252'],
  ['Greek', 'iso-8859-7', 'windows-1252'],
  ['Greek', 'x-mac-greek', 'windows-1252'],
  ...['windows-1252', 'windows-1251', 'koi8-r'].map((read): [string, string, string] => ['Ukrainian', 'cp1125', read]),
  ['Hebrew', 'windows-1255', 'windows-1252'],
  ['Arabic', 'windows-1256', 'windows-1252'],
  ['Thai', 'windows-874', 'windows-1252'],
  ['Polish', 'windows-1250', 'windows-1252'],
  ['Polish', 'iso-8859-2', 'windows-1252'],
  ['Czech', 'windows-1250', 'windows-1252'],
  ['Hungarian', 'windows-1250', 'windows-1252'],
  ['Romanian', 'windows-1250', 'windows-1252'],
  ['Romanian of today', 'iso-8859-16', 'windows-1252'],
  ['Turkish', 'windows-1254', 'windows-1252'],
  ['Lithuanian', 'windows-1257', 'windows-1252'],
  ['Chinese', 'gb18030', 'windows-1252'],
  ['Taiwanese', 'big5', 'windows-1252'],
  ['Japanese', 'shift_jis', 'windows-1252'],
  ['Japanese', 'euc-jp', 'windows-1252'],
  ['Korean', 'euc-kr', 'windows-1252'],
  ['Russian', 'windows-1251', 'latin1'],
  ['Russian', 'koi8-r', 'latin1'],
  ['Russian', 'ibm866', 'latin1'],
  ['Polish', 'windows-1250', 'latin1'],
  ['Chinese', 'gb18030', 'latin1'],
  ['Russian', 'koi8-r', 'windows-1251'],
  ['Ukrainian', 'koi8-u', 'windows-1251'],
  ['Russian', 'ibm866', 'windows-1251'],
  ['Russian', 'windows-1251', 'koi8-r'],
  ['Russian', 'ibm866', 'koi8-r'],
  ['Russian', 'windows-1251', 'ibm866'],
  ['Russian', 'koi8-r', 'ibm866'],
  ['Russian', 'windows-1251', 'windows-1250'],
  ...['koi8-r', 'ibm866', 'windows-1250'].map((read): [string, string, string] => ['Russian', 'x-mac-cyrillic', read]),
  ['Taiwanese', 'big5', 'gb18030'],
];

describe('letters of one table that were read by another', () => {
  it.each(TRIPLES)('%s in %s, read as %s', async (language, real, read) => {
    // tables of DOS and ISO have no dash
    const plain = (text: string) => (/866|1125|koi8|iso-8859|mac/.test(real) ? text.replace(/[–—]/g, '-') : text);
    for (const text of [WRITTEN[language], WRITTEN[language].repeat(30)]) {
      const written = plain(text);
      const standing = misread(written, real, read).normalize('NFC');
      const found = await foundIn(standing);
      expect(found).toMatchObject([{ sure: true, facts: { real, table: read === 'latin1' ? 'windows-1252' : read } }]);
      expect(mended(standing, found)).toBe(written);
      expect((await asProposed(standing)).steps).not.toContain('signs');
    }
  });

  it('are mended where only some lines were misread, and the others are left to the letter', async () => {
    const english = 'The fox met the crow by the river. It was déjà vu, she said: “naïve”.\n';
    const french = 'Le garçon était déjà à la fenêtre, où il rêvait.\n';
    for (const frame of [
      english.repeat(3),
      french.repeat(3),
      WRITTEN.Russian,
      WRITTEN.Chinese,
      'Á vilt geð, þú veist það ekki.\n',
    ])
      for (const real of ['windows-1251', 'koi8-r']) {
        const body = WRITTEN.Russian.replace(/—/g, '-');
        const found = await foundIn(frame + misread(body, real, 'windows-1252') + frame);
        expect(found, frame).toMatchObject([{ sure: true, facts: { real } }]);
        expect(mended(frame + misread(body, real, 'windows-1252') + frame, found)).toBe(frame + body + frame);
      }
    const right = WRITTEN.Russian.replace(/—/g, '-').repeat(3);
    const text = right + misread(right, 'koi8-r', 'windows-1251') + right;
    expect(mended(text, await foundIn(text))).toBe(right.repeat(3));
  });

  it('are mended among lines of another Latin language', async () => {
    const french = ORDINARY.French;
    for (const [language, real] of [
      ['Polish', 'windows-1250'],
      ['Czech', 'windows-1250'],
      ['Turkish', 'windows-1254'],
    ]) {
      const text = french + misread(WRITTEN[language], real, 'windows-1252').repeat(3) + french;
      expect(mended(text, await foundIn(text))).toBe(french + WRITTEN[language].repeat(3) + french);
    }
  });

  it('are seen where a text is one long line without a blank', async () => {
    const written = `${WRITTEN.Chinese.replaceAll('\n', '')}甲`.repeat(300);
    const text = misread(written, 'gb18030', 'windows-1252');
    expect(mended(text, await foundIn(text))).toBe(written);
  });

  it('are only named where a text quotes a line of them', async () => {
    const text = `${WRITTEN.Russian.repeat(30)}${misread(WRITTEN.Russian, 'windows-1251', 'windows-1252')}`;
    expect(await foundIn(text)).toMatchObject([{ sure: false, facts: { real: 'windows-1251' } }]);
  });

  it('are only named where an article quotes them among words without any', async () => {
    const quoted = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252').split('\n', 1)[0];
    const plain = 'A file that was read by the wrong table shows letters of another alphabet.\n';
    const text = `${plain.repeat(3)}A longer example: “${quoted}” is what one sees.\n${plain.repeat(2)}`;
    const found = await foundIn(text);
    expect(found.filter(({ sure }) => sure)).toEqual([]);
  });

  it('leave a word alone of which the table has not every letter', async () => {
    const text = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252');
    const found = await foundIn(`${text}zażółć ÄÖŁ\n`);
    expect(mended(`${text}zażółć ÄÖŁ\n`, found)).toBe(`${WRITTEN.Russian}zażółć ÄÖŁ\n`);
  });

  it('are mended beside a lost byte, where each byte is a letter', async () => {
    const written = WRITTEN.Russian.repeat(3);
    const text = misread(written, 'windows-1251', 'windows-1252').replaceAll('î', '\ufffd');
    const found = await foundIn(`${misread(written, 'windows-1251', 'windows-1252')}${text}`);
    expect(mended(text, found)).toBe(written.replaceAll('о', '\ufffd'));
  });

  it.each([
    ['Lithuanian', 'cp775', 'windows-1252'],
    ['Turkish', 'iso-8859-3', 'windows-1252'],
    ['Turkish', 'macturkish', 'windows-1252'],
    ['Russian', 'gb18030', 'windows-1252'],
    ['Russian', 'euc-kr', 'gb18030'],
  ])('are not made Chinese or Japanese of %s in %s', async (language, real, read) => {
    const written = WRITTEN[language].replace(/[–—]/g, '-').replace(/[“”]/g, '"');
    const found = await foundIn(misread(written, real, read).repeat(3));
    expect(found.filter(({ facts }) => facts?.real !== undefined)).toEqual([]);
  });

  it('are the same however the text is cut, and counted as they were found', async () => {
    for (const [language, real, read] of [
      ['Russian', 'ibm866', 'windows-1252'],
      ['Polish', 'windows-1250', 'latin1'],
      ['Chinese', 'gb18030', 'windows-1252'],
    ]) {
      const written = WRITTEN[language].replace(/[–—]/g, '-').repeat(20);
      const text = misread(written, real, read);
      const [found] = await foundIn(text);
      expect(await examine(text.match(/[^]{1,7}/g) ?? [], { language: 'en', kind: 'text' })).toEqual(
        await examine([text], { language: 'en', kind: 'text' }),
      );
      const cuts = Array.from({ length: 40 }, (_, at) => Math.floor((at * text.length) / 40));
      const done = prepared(text, [{ step: 'mojibake', plan: found.plan }], cuts);
      expect(done.text).toBe(written);
      expect(done.figures).toEqual([{ step: 'mojibake', places: found.places, characters: found.characters }]);
    }
  });

  it('are shown with both tables and an example', async () => {
    const [found] = await foundIn(misread(WRITTEN.Russian, 'windows-1251', 'windows-1252'));
    expect(found.examples[0]).toEqual({
      before: 'Ëèñà âñòðåòèëà âîðîíó ó ðåêè, êîãäà óæå òåìíåëî.',
      after: 'Лиса встретила ворону у реки, когда уже темнело.',
    });
    expect(found.facts).toEqual({ table: 'windows-1252', real: 'windows-1251' });
  });

  it('are not looked for by a plan that was made before they were known', () => {
    const text = misread(WRITTEN.Russian, 'windows-1251', 'windows-1252');
    const plans: Plan[] = [{}, { tables: ['windows-1252'], all: true }];
    for (const plan of [undefined, ...plans]) expect(prepared(text, [{ step: 'mojibake', plan }]).text).toBe(text);
  });

  it.each(Object.entries(ORDINARY))('are not seen in %s', async (_, text) => {
    for (const times of [1, 30]) expect(await foundIn(text.repeat(times))).toEqual([]);
    expect(await foundIn(text.toUpperCase())).toEqual([]);
  });

  it.each(Object.entries(WRITTEN))('are not seen in %s as it was written', async (_, text) => {
    expect(await foundIn(text)).toEqual([]);
    expect(await foundIn(text.toUpperCase())).toEqual([]);
  });

  it('take no longer where a text was made to be slow', async () => {
    const started = ownTime();
    for (const text of ['Íà', 'Ä ', 'ÿ', 'Íà âîñòîêå ', 'éa', 'оПХБЕР', '\ue4c6一', 'ß\n', 'Ð°\n', '\x81'])
      await findingsOf(`${text.repeat(150_000 / text.length)}\n`);
    expect(ownTime() - started).toBeLessThan(8_000);
  });
});
