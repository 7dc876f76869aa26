import { expect, test } from 'vitest';
import { detectLanguage } from '../../../electron/engine/text/index.ts';

/** The same two sentences, mostly, in languages that are easily taken for one another. */
const SAID: [language: string, text: string][] = [
  [
    'af',
    'Die ou man het by die venster gesit en ’n brief van sy broer gelees, wat al jare lank oorkant die see woon. Hy het nie geweet of hy hom ooit weer sou sien nie, maar hy was bly dat hulle nog vir mekaar skryf.',
  ],
  [
    'af',
    'Ons het gister na die rivier toe gegaan, want die water was lekker warm. Sy het gesê ek moet my hoed saambring, maar ek het dit by die huis vergeet.',
  ],
  [
    'nl',
    'De oude man zat bij het raam en las een brief van zijn broer, die al jaren aan de overkant van de zee woonde. Hij wist niet of hij hem ooit nog zou zien, maar hij was blij dat ze elkaar nog schreven.',
  ],
  [
    'fy',
    'De âlde man siet by it rút en lies in brief fan syn broer, dy’t al jierren oan de oare kant fan de see wenne. Hy wist net oft er him ea wer sjen soe.',
  ],
  [
    'und',
    'Den ale Mann souz bei der Fënster an huet e Bréif vu sengem Brudder gelies, deen zënter Jore op der anerer Säit vum Mier gewunnt huet. Hie wousst net, ob hien hien nach eng Kéier gesi géif.',
  ],
  [
    'und',
    'De ole Mann seet bi’t Finster un lees en Breef vun sien Broder, de al Johren op de anner Siet vun de See wahn. He wüss nich, of he em noch maal sehn schull.',
  ],
  [
    'da',
    'Den gamle mand sad ved vinduet og læste et brev fra sin bror, som havde boet på den anden side af havet i mange år. Han vidste ikke, om han nogensinde ville se ham igen.',
  ],
  [
    'nb',
    'Den gamle mannen satt ved vinduet og leste et brev fra broren sin, som hadde bodd på den andre siden av havet i mange år. Han visste ikke om han noen gang ville få se ham igjen.',
  ],
  [
    'nn',
    'Den gamle mannen sat ved vindauget og las eit brev frå bror sin, som hadde budd på den andre sida av havet i mange år. Han visste ikkje om han nokon gong kom til å sjå han att.',
  ],
  [
    'sv',
    'Den gamle mannen satt vid fönstret och läste ett brev från sin bror, som hade bott på andra sidan havet i många år. Han visste inte om han någonsin skulle få se honom igen.',
  ],
  [
    'fo',
    'Gamli maðurin sat við vindeygað og las bræv frá beiggja sínum, sum hevði búð hinumegin havið í mong ár. Hann visti ikki, um hann fekk hann at síggja aftur.',
  ],
  [
    'cs',
    'Starý muž seděl u okna a četl dopis od svého bratra, který už mnoho let žil za mořem. Nevěděl, jestli ho ještě někdy uvidí, ale byl rád, že si pořád píšou.',
  ],
  [
    'sk',
    'Starý muž sedel pri okne a čítal list od svojho brata, ktorý už veľa rokov žil za morom. Nevedel, či ho ešte niekedy uvidí, ale bol rád, že si stále píšu.',
  ],
  [
    'hr',
    'Starac je sjedio kraj prozora i čitao pismo svojega brata, koji je već mnogo godina živio preko mora. Nije znao hoće li ga ikada više vidjeti, ali mu je bilo drago što si još pišu.',
  ],
  [
    'und',
    'Starac je sedeo kraj prozora i čitao pismo svog brata, koji je već mnogo godina živeo preko mora. Nije znao da li će ga ikada više videti, ali mu je bilo drago što još uvek pišu jedan drugom.',
  ],
  [
    'und',
    'Gde si bila sinoć? Čekao sam te pred bioskopom, a ti nisi došla. Rekla si da ćeš doći u osam, ali valjda si zaboravila, pa sam posle otišao kući peške.',
  ],
  [
    'sl',
    'Starec je sedel pri oknu in bral pismo svojega brata, ki je že veliko let živel čez morje. Ni vedel, ali ga bo še kdaj videl, a bil je vesel, da si še pišeta.',
  ],
  [
    'pt',
    'O velho estava sentado à janela e lia uma carta do irmão, que há muitos anos vivia do outro lado do mar. Não sabia se alguma vez o voltaria a ver, mas ficava contente por ainda se escreverem.',
  ],
  [
    'und',
    'O vello estaba sentado á beira da fiestra e lía unha carta do seu irmán, que había moitos anos que vivía ao outro lado do mar. Non sabía se o volvería ver algunha vez, pero alegrábase de que aínda se escribisen.',
  ],
  [
    'gl',
    'Onte fomos á praia coa avoa, pero chovía e non puidemos bañarnos. Despois comemos o polbo que fixera miña nai, e meu pai contounos unha historia moi longa do seu barco.',
  ],
  [
    'es',
    'El viejo estaba sentado junto a la ventana y leía una carta de su hermano, que desde hacía muchos años vivía al otro lado del mar. No sabía si volvería a verlo, pero se alegraba de que aún se escribieran.',
  ],
  [
    'und',
    'El vieyu taba sentáu cabo la ventana y lleía una carta del so hermanu, que diba munchos años que vivía al otru llau del mar. Nun sabía si diba volver a velu.',
  ],
  [
    'oc',
    'Lo vièlh èra assetat prèp de la fenèstra e legissiá una letra de son fraire, que demorava dempuèi fòrça ans de l’autre costat de la mar. Sabiá pas se lo tornariá veire un jorn.',
  ],
  [
    'ms',
    'Orang tua itu duduk di tepi tingkap sambil membaca surat daripada adiknya, yang sudah bertahun-tahun tinggal di seberang laut. Dia tidak tahu sama ada mereka akan berjumpa lagi, tetapi dia gembira kerana mereka masih berutus surat.',
  ],
  [
    'ms',
    'Semalam kami pergi ke pasar dengan kereta ayah, kerana emak hendak membeli ikan dan sayur. Adik saya menangis sebab dia mahu ikut juga, tetapi ayah kata kereta itu sudah penuh.',
  ],
  [
    'uk',
    'Старий сидів біля вікна й читав листа від брата, що вже багато років жив за морем. Він не знав, чи побачить його ще колись, але радів, що вони досі пишуть одне одному.',
  ],
  [
    'ru',
    'Старик сидел у окна и читал письмо от брата, который уже много лет жил за морем. Он не знал, увидит ли его когда-нибудь ещё, но радовался, что они до сих пор пишут друг другу.',
  ],
  [
    'be',
    'Стары сядзеў ля акна і чытаў ліст ад брата, які ўжо шмат гадоў жыў за морам. Ён не ведаў, ці ўбачыць яго яшчэ калі-небудзь, але быў рады, што яны дагэтуль пішуць адзін аднаму.',
  ],
  [
    'bg',
    'Старецът седеше до прозореца и четеше писмо от брат си, който от много години живееше отвъд морето. Не знаеше дали някога ще го види отново, но се радваше, че още си пишат.',
  ],
  [
    'mk',
    'Старецот седеше покрај прозорецот и читаше писмо од својот брат, кој веќе многу години живееше преку морето. Не знаеше дали некогаш пак ќе го види, но му беше мило што сè уште си пишуваат.',
  ],
  [
    'sr',
    'Старац је седео крај прозора и читао писмо свог брата, који је већ много година живео преко мора. Није знао да ли ће га икада више видети, али му је било драго што још пишу један другом.',
  ],
  [
    'kk',
    'Қарт адам терезенің жанында отырып, көп жылдан бері теңіздің арғы жағында тұратын інісінің хатын оқыды. Ол оны енді көре ме, көрмей ме, білмеді.',
  ],
  [
    'und',
    'Карт кеше тәрәзә янында утырып, күп еллар диңгез аръягында яшәгән энесенең хатын укыды. Ул аны тагын күрерме, юкмы, белмәде.',
  ],
  [
    'und',
    'Өвгөн цонхны дэргэд сууж, олон жил далайн цаана амьдарсан дүүгийнхээ захидлыг уншиж байв. Тэр түүнийг дахин харах эсэхээ мэдэхгүй байлаа.',
  ],
  [
    'ar',
    'جلس الرجل العجوز قرب النافذة وقرأ رسالة من أخيه الذي يعيش منذ سنوات طويلة وراء البحر. لم يكن يعرف هل سيراه مرة أخرى، لكنه كان سعيدا لأنهما ما زالا يتراسلان.',
  ],
  [
    'ar',
    'زار السيد پارک مدينة القاهرة في الشتاء، ثم كتب كتابا عن رحلته إلى النيل وعن الناس الذين قابلهم في الطريق، ولم ينشره إلا بعد سنوات.',
  ],
  [
    'fa',
    'پیرمرد کنار پنجره نشسته بود و نامه‌ای از برادرش می‌خواند که سال‌ها بود آن سوی دریا زندگی می‌کرد. نمی‌دانست آیا دوباره او را خواهد دید، اما خوشحال بود که هنوز به هم نامه می‌نویسند.',
  ],
  [
    'ur',
    'بوڑھا آدمی کھڑکی کے پاس بیٹھا تھا اور اپنے بھائی کا خط پڑھ رہا تھا، جو کئی برسوں سے سمندر پار رہتا تھا۔ اسے معلوم نہیں تھا کہ وہ اسے پھر کبھی دیکھے گا یا نہیں۔',
  ],
  [
    'ps',
    'زوړ سړی د کړکۍ تر څنګ ناست و او د خپل ورور لیک یې لوسته، چې له ډېرو کلونو راهیسې د سمندر هاخوا اوسېده. هغه نه پوهېده چې بیا به یې وویني که نه.',
  ],
  [
    'ku',
    'پیاوە پیرەکە لە تەنیشت پەنجەرەکە دانیشتبوو و نامەیەکی براکەی دەخوێندەوە کە چەندین ساڵ بوو لەو دیوی دەریا دەژیا. نەیدەزانی ئایا جارێکی تر دەیبینێتەوە.',
  ],
  [
    'ug',
    'بوۋاي دېرىزىنىڭ يېنىدا ئولتۇرۇپ، كۆپ يىللاردىن بېرى دېڭىزنىڭ ئۇ تەرىپىدە ياشاۋاتقان ئىنىسىنىڭ خېتىنى ئوقۇۋاتاتتى.',
  ],
  [
    'hi',
    'बूढ़ा आदमी खिड़की के पास बैठा था और अपने भाई का पत्र पढ़ रहा था, जो कई सालों से समुद्र के पार रहता था। उसे पता नहीं था कि वह उसे फिर कभी देखेगा या नहीं।',
  ],
  [
    'mr',
    'म्हातारा माणूस खिडकीजवळ बसून आपल्या भावाचे पत्र वाचत होता, जो अनेक वर्षांपासून समुद्रापलीकडे राहत होता. तो त्याला पुन्हा कधी पाहील की नाही हे त्याला माहीत नव्हते.',
  ],
  [
    'ne',
    'बूढो मानिस झ्यालको छेउमा बसेर आफ्नो भाइको चिठी पढिरहेको थियो, जो धेरै वर्षदेखि समुद्रपारि बस्थ्यो। उसलाई फेरि कहिल्यै देख्ने हो कि होइन, उसलाई थाहा थिएन।',
  ],
  ['und', 'वृद्धः पुरुषः गवाक्षस्य समीपे उपविश्य भ्रातुः पत्रम् अपठत्, यः बहूनि वर्षाणि समुद्रस्य पारे न्यवसत्।'],
  [
    'he',
    'הזקן ישב ליד החלון וקרא מכתב מאחיו, שחי מעבר לים כבר שנים רבות. הוא לא ידע אם יראה אותו שוב אי פעם, אבל שמח שהם עדיין כותבים זה לזה.',
  ],
  [
    'yi',
    'דער אַלטער מאַן איז געזעסן בײַם פֿענצטער און האָט געלייענט אַ בריוו פֿון זײַן ברודער, וואָס האָט שוין יאָרן געוווינט אויף יענער זײַט ים. ער האָט נישט געוווּסט, צי ער וועט אים נאָך ווען זען.',
  ],
  ['ka', 'მოხუცი ფანჯარასთან იჯდა და ძმის წერილს კითხულობდა, რომელიც უკვე მრავალი წელი ზღვის გაღმა ცხოვრობდა.'],
  [
    'hy',
    'Ծերունին նստած էր պատուհանի մոտ և կարդում էր իր եղբոր նամակը, որն արդեն շատ տարիներ ապրում էր ծովի այն կողմում։',
  ],
  ['und', 'বৃদ্ধ লোকটি জানালার পাশে বসে তার ভাইয়ের চিঠি পড়ছিল, যে বহু বছর ধরে সমুদ্রের ওপারে থাকত।'],
  ['und', 'ሽማግሌው በመስኮቱ አጠገብ ተቀምጦ የወንድሙን ደብዳቤ ያነብ ነበር።'],
  [
    'tr',
    'Yaşlı adam pencerenin yanında oturmuş, uzun yıllardır denizin ötesinde yaşayan kardeşinin mektubunu okuyordu. Onu bir daha görüp göremeyeceğini bilmiyordu.',
  ],
  [
    'az',
    'Qoca kişi pəncərənin yanında oturub uzun illər dənizin o tayında yaşayan qardaşının məktubunu oxuyurdu. Onu bir daha görüb-görməyəcəyini bilmirdi.',
  ],
  [
    'und',
    'Chol deraza yonida o‘tirib, ko‘p yillardan beri dengizning narigi tomonida yashayotgan ukasining xatini o‘qirdi. U uni yana ko‘radimi yoki yo‘qmi, bilmasdi.',
  ],
  [
    'und',
    'Agurea leihoaren ondoan eserita zegoen, anaiaren gutuna irakurtzen; anaia urte askotan bizi izan zen itsasoaz bestaldean. Ez zekien inoiz berriro ikusiko ote zuen.',
  ],
  [
    'und',
    'Eisteddai’r hen ŵr wrth y ffenestr yn darllen llythyr gan ei frawd, a oedd wedi byw dros y môr ers blynyddoedd lawer. Ni wyddai a fyddai’n ei weld byth eto.',
  ],
  [
    'und',
    'Shuidh am bodach ri taobh na h-uinneige a’ leughadh litir bho bhràthair, a bha a’ fuireach thall thairis fad iomadh bliadhna.',
  ],
  [
    'ga',
    'Bhí an seanfhear ina shuí cois na fuinneoige agus é ag léamh litreach óna dheartháir, a bhí ina chónaí thar lear leis na blianta. Ní raibh a fhios aige an bhfeicfeadh sé arís é.',
  ],
  [
    'und',
    'Ix-xiħ kien bilqiegħda ħdejn it-tieqa jaqra ittra minn ħuh, li kien ilu jgħix in-naħa l-oħra tal-baħar għal ħafna snin.',
  ],
  [
    'et',
    'Vana mees istus akna ääres ja luges kirja oma vennalt, kes oli juba palju aastaid teisel pool merd elanud. Ta ei teadnud, kas ta teda enam kunagi näeb.',
  ],
  [
    'fi',
    'Vanha mies istui ikkunan ääressä ja luki kirjettä veljeltään, joka oli asunut monta vuotta meren takana. Hän ei tiennyt, näkisikö hän tätä enää koskaan.',
  ],
  [
    'ro',
    'Bătrânul stătea lângă fereastră și citea o scrisoare de la fratele său, care trăia de mulți ani dincolo de mare. Nu știa dacă îl va mai vedea vreodată.',
  ],
  [
    'hu',
    'Az öregember az ablaknál ült, és a bátyja levelét olvasta, aki már sok éve a tengeren túl élt. Nem tudta, látja-e még valaha, de örült, hogy még írnak egymásnak.',
  ],
  [
    'sq',
    'Plaku rrinte pranë dritares dhe lexonte një letër nga i vëllai, që prej shumë vjetësh jetonte përtej detit. Nuk e dinte nëse do ta shihte më ndonjëherë.',
  ],
  [
    'und',
    'La maljunulo sidis apud la fenestro kaj legis leteron de sia frato, kiu jam multajn jarojn vivis trans la maro. Li ne sciis, ĉu li iam revidos lin.',
  ],
  [
    'it',
    'Il vecchio sedeva accanto alla finestra e leggeva una lettera di suo fratello, che da molti anni viveva al di là del mare. Non sapeva se lo avrebbe mai più rivisto.',
  ],
];

test.each(SAID)('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));
