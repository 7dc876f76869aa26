import { expect, test } from 'vitest';
import { detectLanguage } from '../../../electron/engine/text/index.ts';
import { LANGUAGES } from '../../../electron/engine/text/languages/languages.ts';

/** What people write: a few sentences each. */
const SAID: [language: string, text: string][] = [
  ['en', 'Ann came late, so Ann missed the ferry, but she told us that it was fine with her.'],
  ['en', 'I was on my way home when the lights went out. Nobody in the street knew what to do.'],
  ['en', 'Dear diary, it rained again. I stayed in bed and read until they called me for lunch.'],
  ['en', 'lol ok see you at 8 then, bring the cards and some of that cheese you had on friday'],
  ['en', 'THE DOOR WAS OPEN AND THERE WAS NOBODY IN THE HOUSE WHEN WE CAME BACK FROM THE LAKE.'],
  [
    'en',
    'Shall I compare thee to a summer’s day? Thou art more lovely and more temperate: rough winds do shake the darling buds of May, and summer’s lease hath all too short a date.',
  ],
  ['en', 'Mix the flour with the butter and a pinch of salt. Leave it to rest for an hour before you roll it out.'],
  ['en', 'Mar and Ann and Na went to Rio de Janeiro, and then they took the bus to São Paulo with all of their bags.'],
  ['de', 'Gestern war ich mit meiner Oma im Zoo. Die Affen haben uns die Brille weggenommen, und wir mussten lachen.'],
  ['de', 'ich komm später, fangt schon mal ohne mich an, der zug hat wieder mal ne halbe stunde verspätung'],
  [
    'de',
    'Wer reitet so spät durch Nacht und Wind? Es ist der Vater mit seinem Kind; er hat den Knaben wohl in dem Arm.',
  ],
  ['de', 'Das Meeting mit dem Team wurde gecancelt, aber der Launch ist noch nicht vom Tisch.'],
  ['fr', 'Hier soir nous avons mangé chez ma tante, elle avait fait un gâteau aux noix pour les enfants.'],
  ['fr', 'je suis pas là ce soir mais on peut se voir demain si tu veux, dis moi à quelle heure'],
  ['fr', 'C’est l’histoire d’un homme qui tombe d’un immeuble et qui se dit que tout va bien.'],
  ['es', 'Mi abuela guardaba las cartas en una caja de galletas, y nadie se atrevía a leerlas hasta que murió.'],
  ['es', 'no puedo ir hoy pero mañana sí, te llamo cuando salga del trabajo y vemos qué hacemos'],
  ['it', 'Mia nonna non voleva che andassimo al fiume da soli, perché diceva che l’acqua era troppo alta.'],
  ['it', 'ci vediamo alle otto davanti al cinema, se non trovi posto chiamami che ti vengo a prendere'],
  ['pt', 'A minha avó não gostava que fôssemos ao rio sozinhos, porque dizia que a água era muito funda.'],
  ['pt', 'oi gente, hoje não vou conseguir ir pro jogo porque meu carro quebrou na estrada'],
  ['ca', 'La meva àvia no volia que anéssim al riu tot sols, perquè deia que l’aigua era massa fonda per a nosaltres.'],
  ['nl', 'Mijn oma wilde niet dat we alleen naar de rivier gingen, want het water was daar veel te diep.'],
  ['nl', 'ik ben er over een kwartier, zet jij de koffie vast aan of is die weer op'],
  ['sv', 'Min mormor ville inte att vi skulle gå till ån ensamma, för hon sade att vattnet var för djupt.'],
  [
    'da',
    'Min mormor ville ikke have, at vi gik alene ned til åen, fordi hun sagde, at vandet var for dybt, og hvad skulle vi også der?',
  ],
  [
    'nb',
    'Mormor ville ikke at vi skulle gå alene ned til elva, for hun sa at vannet var altfor dypt, og hva skulle vi gjøre der nå?',
  ],
  [
    'fi',
    'Mummo ei tahtonut, että menemme yksin joelle, koska hän sanoi, että vesi oli siellä liian syvää. Me olimme kuitenkin jo lähteneet.',
  ],
  ['is', 'Amma vildi ekki að við færum ein að ánni, því hún sagði að vatnið væri of djúpt fyrir okkur.'],
  [
    'ga',
    'Ní raibh mo mháthair mhór sásta go rachaimis go dtí an abhainn, mar dúirt sí go raibh an t-uisce ródhomhain agus é an-fhuar.',
  ],
  [
    'la',
    'Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, institutis, legibus inter se differunt.',
  ],
  [
    'id',
    'Nenek tidak suka kami pergi ke sungai sendirian, karena dia bilang airnya sangat dalam dan orang sudah pernah hanyut di situ.',
  ],
  ['pl', 'Babcia nie chciała, żebyśmy sami chodzili nad rzekę, bo mówiła, że woda jest tam za głęboka.'],
  ['pl', 'no i co z tego że pada, ja i tak idę na mecz, a ty jak chcesz to siedź w domu'],
  [
    'cs',
    'Babička nechtěla, abychom chodili k řece sami, protože říkala, že voda je tam moc hluboká a že se v ní už někdo utopil.',
  ],
  [
    'sk',
    'Babka nechcela, aby sme chodili k rieke sami, lebo hovorila, že voda je tam veľmi hlboká a že sa v nej už niekto utopil, ale my sme išli.',
  ],
  ['hu', 'A nagymamám nem akarta, hogy egyedül menjünk a folyóhoz, mert azt mondta, hogy a víz ott már nagyon mély.'],
  ['ro', 'Bunica nu voia să mergem singuri la râu, pentru că spunea că apa este prea adâncă pentru noi.'],
  [
    'hr',
    'Baka nije htjela da idemo sami na rijeku, jer je govorila da je voda ondje duboka i da su se već neki utopili.',
  ],
  [
    'sl',
    'Babica ni hotela, da bi šli sami k reki, ker je rekla, da je voda tam zelo globoka in da se je že kdo utopil.',
  ],
  [
    'tr',
    'Büyükannem nehre yalnız gitmemizi istemezdi, çünkü suyun orada çok derin olduğunu ve bir çocuğun boğulduğunu söylerdi.',
  ],
  ['lt', 'Močiutė nenorėjo, kad mes vieni eitume prie upės, nes sakė, kad vanduo ten yra labai gilus ir šaltas.'],
  ['lv', 'Vecmāmiņa negribēja, ka mēs ejam vieni pie upes, jo viņa teica, ka ūdens tur ir ļoti dziļš un auksts.'],
  ['et', 'Vanaema ei tahtnud, et me üksi jõe äärde läheksime, sest ta ütles, et vesi on seal liiga sügav ja külm.'],
  ['sq', 'Gjyshja nuk donte që të shkonim vetëm në lumë, sepse thoshte se uji ishte shumë i thellë për ne.'],
  ['vi', 'Bà tôi không muốn chúng tôi ra sông một mình, vì bà nói nước ở đó rất sâu và lạnh.'],
  ['ru', 'Бабушка не хотела, чтобы мы одни ходили на реку, потому что там было слишком глубоко.'],
  ['ru', 'ну что, завтра в семь как обычно? я возьму мяч, а ты не забудь про билеты'],
  ['uk', 'Бабуся не хотіла, щоб ми самі ходили на річку, бо казала, що вода там дуже глибока.'],
  ['be', 'Бабуля не хацела, каб мы адны хадзілі на раку, бо казала, што вада там вельмі глыбокая.'],
  ['bg', 'Баба не искаше да ходим сами на реката, защото казваше, че водата там е много дълбока и студена.'],
  ['sr', 'Бака није хтела да идемо сами на реку, јер је говорила да је вода тамо дубока и хладна као лед.'],
  [
    'mk',
    'Баба не сакаше да одиме сами на реката, бидејќи велеше дека водата таму е многу длабока и студена како мраз, но ние отидовме.',
  ],
  ['el', 'Η γιαγιά δεν ήθελε να πηγαίνουμε μόνοι μας στο ποτάμι.'],
  ['he', 'סבתא לא רצתה שנלך לבד לנהר, כי היא אמרה שהמים שם עמוקים.'],
  ['ar', 'لم تكن جدتي تريد أن نذهب إلى النهر وحدنا لأن الماء عميق.'],
  ['fa', 'مادربزرگ نمی‌خواست که ما تنها به رودخانه برویم، چون می‌گفت آب آنجا گود است.'],
  ['hi', 'दादी नहीं चाहती थीं कि हम अकेले नदी पर जाएँ।'],
  ['ja', 'おばあちゃんは、私たちだけで川へ行くのを嫌がった。'],
  ['zh', '奶奶不让我们自己去河边，她说那里的水太深了。'],
  ['ko', '할머니는 우리끼리 강에 가는 것을 싫어하셨다.'],
  ['th', 'ยายไม่อยากให้เราไปแม่น้ำกันเอง เพราะน้ำลึกมาก'],
];

const ANN = 'Ann went home. Ann slept. Then Ann ate bread, milk and two apples near Ann Lee.';
test('a name is no word of another language', () => {
  expect(detectLanguage(ANN)).toBe('en');
});

/** What nothing speaks for one language in, or two languages do. */
const NOBODYS: [what: string, text: string][] = [
  ['a name twice', 'Ann Lee saw Ann Lee'],
  ['names', 'Anna, Ben, Clara, Dan, Emil, Fred, Greta, Hans, Ida, Jan, Karl, Lena, Max, Nora, Otto, Paul'],
  ['names that are small words elsewhere', 'Ann Mar Do An Na Se Si Ella Van Den Ole Per Kai Jo Ana Al Al Ann Mar Do'],
  ['a shopping list', 'eggs, flour, 2 butter, rice, lemon, tea, pasta, olive oil'],
  ['one word again and again', 'no no no no no no no no no no no no'],
  ['two words again and again', 'da da no da da no da da no da da no'],
  ['syllables of a song', 'la la la la la de da de da la la na na na hey hey na na na'],
  ['a line', 'me and you'],
  ['three words', 'wat is dit'],
  ['one word', 'Haus'],
  ['a greeting', 'hello world'],
  ['letters', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ['signs of a molecule', 'CC(=O)Oc1ccccc1C(=O)O CN1C=NC2=C1C(=O)N(C(=O)N2C)C C1=CC=CC=C1'],
  ['passwords', 'hunter2 qwerty12 letmein99 dragon pass1234 iloveyou baseball'],
  ['a program', 'let x = 1; const y = fn(x, y) => { return x + y; } if (x === y) { console.log(x); }'],
  ['addresses', 'https://example.org/a/b?c=d mail@example.org www.example.com/de/index.html'],
  ['cities', 'Paris Madrid Roma Berlin Den Haag Le Havre La Paz El Paso Los Angeles San Jose As Samawah'],
  ['species', 'Quercus robur, Fagus sylvatica, Canis lupus, Ursus arctos, Homo sapiens, Pinus nigra'],
  [
    'two languages by turns',
    'The old man went down to the river with his dog, and he sat there for a while. Der alte Mann ging mit seinem Hund an den Fluss, und er saß dort eine Weile. '.repeat(
      4,
    ),
  ],
  [
    'words and their translations',
    'the der and und of von to zu in in that dass it es is ist was war he er for für with mit his sein you du had hatte not nicht be sein at bei on auf',
  ],
  ['Swahili', 'Bibi hakutaka twende mtoni peke yetu kwa sababu alisema maji yalikuwa na kina kirefu sana'],
  ['Basque', 'Amonak ez zuen nahi gu bakarrik ibaira joatea, ura han sakonegia zela esaten zuelako.'],
  ['Welsh', 'Doedd Mam-gu ddim eisiau i ni fynd at yr afon ar ein pennau ein hunain am fod y dŵr yn rhy ddwfn.'],
  ['Tagalog', 'Ayaw ng lola na pumunta kami sa ilog nang mag-isa dahil malalim daw ang tubig doon.'],
  ['Galician', 'A avoa non quería que fósemos sós ao río, porque dicía que a auga era moi fonda.'],
  ['Esperanto', 'La avino ne volis, ke ni iru solaj al la rivero, ĉar ŝi diris, ke la akvo tie estas tro profunda.'],
];

test.each(SAID)('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));
test.each(NOBODYS)('of no language: %s', (_, text) => expect(detectLanguage(text)).toBe('und'));

test.each(SAID.map(([language, text]) => [language, text.split(/(?<=[.,;!?:,])\s+/)] as const))(
  'the parts of a text that is %s are taken for nothing else',
  (language, parts) => {
    for (const part of parts) expect([language, 'und'], part).toContain(detectLanguage(part));
  },
);

test('a long text of one language is of that one, of two by chapters of none', () => {
  const at = (language: string) => SAID.filter(([its]) => its === language).map(([, text]) => text);
  const chapter = (language: string) => `${at(language).join('\n')}\n`.repeat(40);
  expect(detectLanguage(chapter('en'))).toBe('en');
  expect(detectLanguage(chapter('nl'))).toBe('nl');
  expect(detectLanguage(`${chapter('en').slice(0, 8_000)}${chapter('fr').slice(0, 8_000)}`)).toBe('und');
});

test.each(LANGUAGES.map(({ language, text }) => [language, text] as const))(
  'a text that is %s is taken for nothing else, whole and in parts',
  (language, text) => {
    for (const part of [text, ...text.split(/(?<=[.,;!?:…])\s+/)])
      expect([language, 'und'], part).toContain(detectLanguage(part));
  },
);
