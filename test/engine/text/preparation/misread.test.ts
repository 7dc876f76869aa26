import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteTable } from '../../../../electron/engine/text/encodings/text-decoder.ts';
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
const NAMES: Record<string, string> = { ibm866: 'cp866', 'x-mac-cyrillic': 'maccyrillic' };

/** What a text became that was written in one table, read by another, and saved. */
function misread(text: string, real: string, read: string): string {
  const bytes = iconv.encode(text, NAMES[real] ?? real);
  expect(iconv.decode(bytes, NAMES[real] ?? real)).toBe(text);
  if (read === 'gb18030') return new TextDecoder(read).decode(bytes);
  if (read === 'latin1') return bytes.toString('latin1');
  const table = byteTable(read);
  return [...bytes].map((byte) => String.fromCharCode(table[byte])).join('');
}

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
  ['Hebrew', 'windows-1255', 'windows-1252'],
  ['Arabic', 'windows-1256', 'windows-1252'],
  ['Thai', 'windows-874', 'windows-1252'],
  ['Polish', 'windows-1250', 'windows-1252'],
  ['Polish', 'iso-8859-2', 'windows-1252'],
  ['Czech', 'windows-1250', 'windows-1252'],
  ['Hungarian', 'windows-1250', 'windows-1252'],
  ['Romanian', 'windows-1250', 'windows-1252'],
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
  ['Taiwanese', 'big5', 'gb18030'],
];

describe('letters of one table that were read by another', () => {
  it.each(TRIPLES)('%s in %s, read as %s', async (language, real, read) => {
    const typed = read === 'windows-1252' || read === 'latin1' || !/866|koi8|iso-8859/.test(real);
    const plain = (text: string) => (/866|koi8|iso-8859|mac/.test(real) || !typed ? text.replace(/[–—]/g, '-') : text);
    for (const text of [WRITTEN[language], WRITTEN[language].repeat(300)]) {
      const written = plain(text);
      const standing = misread(written, real, read).normalize('NFC');
      const found = (await findingsOf(standing)).filter(({ step }) => step === 'mojibake');
      expect(found).toMatchObject([{ sure: true, facts: { real, table: read === 'latin1' ? 'windows-1252' : read } }]);
      expect(
        prepared(
          standing,
          found.map(({ step, plan }) => ({ step, plan })),
        ).text,
      ).toBe(written);
      expect((await asProposed(standing)).steps).not.toContain('signs');
    }
  });
});
