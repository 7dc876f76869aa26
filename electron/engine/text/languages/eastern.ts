import type { Evidence } from './evidence.ts';

/** Languages of eastern Europe, Turkey and Vietnam that are written with Latin letters. */
export const EASTERN: Evidence[] = [
  {
    language: 'pl',
    words:
      'i w nie na się z że do to jest jak ale po co tak za od go był mnie przez dla czy już jego jej ich o a ja on ona być było była tylko jeszcze kiedy gdy który która które sobie więc może bardzo tego tym też są pod przed nad bez ze mu ma jednak gdzie nawet mi ty wszystko nic',
    text: 'Przez cały ranek padał deszcz, a moja siostra poszła do miasta kupić chleb, mleko i jabłka. Stary człowiek siedział przy oknie i czytał list od brata, który od wielu lat mieszkał za morzem. – Kiedy wrócisz do domu? – zapytał cicho, choć nikt nie mógł go usłyszeć. Dzieci bawiły się w ogrodzie, gdzie pies szczekał na kota sąsiadów. Źle się stało, że już późno; żółty księżyc świecił nad łąką. Łódź, Żyd, Święto, Ćwiczenie, Ósmy. „Proszę pani”, rzekł, „nie wiem, dokąd idą ludzie”. Wziąć, przyjść, też, między, będzie, coś, życie, właśnie, głowę, ręką, książka, dzień, ktoś, pieniądze, źródło, jaźń.',
  },
  {
    language: 'cs',
    words:
      'a se v na je že to s z do o i jsem si ale jako tak jak by po pro ve co který když už byl byla bylo jen má mi ho nebo jeho její není za k ten ta od mu před ještě aby kde až jsou být než pak vše ne bez mezi tím této také jsme však ze tu nic můj',
    text: 'Celé dopoledne pršelo a moje sestra šla do města koupit chléb, mléko a jablka. Starý muž seděl u okna a četl dopis od svého bratra, který už mnoho let žil za mořem. „Kdy se vrátíš domů?“ zeptal se tiše, ačkoli ho nikdo nemohl slyšet. Děti si hrály na zahradě, kde pes štěkal na sousedovu kočku. Příliš žluťoučký kůň úpěl ďábelské ódy; něco, někdo, zítra, člověk, život, svět, řekl, těžký, můžeš, dům, před, dveře, slunce, ještě, prostě, chtěl, viděl, hlavně, kdyby, třeba, býval, místo, stůl, loď, teď, síť, déšť, Ústí, Čech, Řím, Šárka, Žižka, Ďas, Ťuk.',
  },
  {
    language: 'sk',
    words:
      'a sa v na je že to s z do o i som si ale ako tak by po pre vo čo ktorý keď už bol bola bolo len má mi ho alebo jeho jej nie za k ten tá od mu pred ešte aby kde až sú byť než potom všetko bez medzi tým táto tiež sme však zo tu nič môj',
    text: 'Celé dopoludnie pršalo a moja sestra šla do mesta kúpiť chlieb, mlieko a jablká. Starý muž sedel pri okne a čítal list od svojho brata, ktorý už veľa rokov žil za morom. „Kedy sa vrátiš domov?“ spýtal sa ticho, hoci ho nikto nemohol počuť. Deti sa hrali v záhrade, kde pes štekal na susedovu mačku. Kŕdeľ ďatľov, vŕba, stĺp, päť, mäso, najväčší, kôň, môže, dôvod, ľudia, ľahko, teľa, deň, oheň, loď, teraz, svet, život, človek, chcel, vidieť, dvere, slnko, vždy, žiť, ísť, Ľubica, Štefan, Úrad, Čadca, Žilina.',
  },
  {
    language: 'hu',
    words:
      'a az és hogy nem is egy de ez meg volt csak már mint van ha azt még el ki ő én te mi ti itt ott ki be fel le én azután majd akkor így úgy most sem minden nagyon után alatt között pedig vagy mert lesz kell lehet neki vele nekem mondta ami aki olyan több jó nincs ezt mind két',
    text: 'Egész délelőtt esett az eső, és a nővérem bement a városba, hogy kenyeret, tejet és almát vegyen. Az öregember az ablaknál ült, és a bátyja levelét olvasta, aki már sok éve a tengeren túl élt. – Mikor jössz haza? – kérdezte halkan, bár senki sem hallhatta. A gyerekek a kertben játszottak, ahol egy kutya a szomszéd macskáját ugatta. Árvíztűrő tükörfúrógép; szűk utca, később, először, hűvös, idő, erdő, nő, fű, tűz, könyv, élet, ígéret, múlt, út, víz, kíváncsi, története, Új, Őt, Ünnep, Öt, Írás, Ádám, Éva, között, föld, fölött, hétfő, szülő, gyűrű, működik.',
  },
  {
    language: 'ro',
    words:
      'și şi de la în a nu că o un cu pe din mai care se să este lui ce ca pentru era am fost au prin dar sau nici tot fi el ea lor îi își spre după până când cum numai foarte atunci acest această asta mea meu său sa îl le ne ai ar fără avea între decât unde bine',
    text: 'A plouat toată dimineața, și sora mea s-a dus în oraș să cumpere pâine, lapte și mere. Bătrânul ședea la fereastră și citea o scrisoare de la fratele său, care trăia de mulți ani dincolo de mare. „Când te întorci acasă?” întrebă el încet, deși nimeni nu-l putea auzi. Copiii se jucau în grădină, unde un câine lătra la pisica vecinului. Şi ţara, şi oraşul, aceşti fraţi, viaţa, înţelege, aşa, puţin, totuşi, faţă, însă, mâine, gând, sfârşit, vânt, fântână, Ştefan, Ţara, Înainte, Âine; ţi-am spus că nu ştiu, lângă casă, săptămână, câţiva, româneşte, război, stătea, iată.',
  },
  {
    language: 'hr',
    words:
      'i je u se da na su za od s a nije što kao sam to ne bi ali o iz do po kako koji koja koje ili samo već ga mi bio bila još te ti on ona njegov joj mu pa jer sve li tako kada gdje biti nego ni pred kod bez nakon ako smo ima ništa onda sada čovjek',
    text: 'Cijelo je jutro padala kiša, a moja je sestra otišla u grad kupiti kruh, mlijeko i jabuke. Stari je čovjek sjedio kraj prozora i čitao pismo svoga brata, koji je već mnogo godina živio preko mora. „Kada ćeš se vratiti kući?“ upitao je tiho, premda ga nitko nije mogao čuti. Djeca su se igrala u vrtu, gdje je pas lajao na susjedovu mačku. Đak, među, također, događaj, građanin, anđeo, žeđ, riječ, noć, moć, kuća, već, ići, ćud, šuma, žena, život, možda, začas, čaša, duša, Šibenik, Čakovec, Žarko, Đuro, Ćiro; hoće, neće, dođe, svježe, dječak, uspjeh, misli.',
  },
  {
    language: 'sl',
    words:
      'je in se da v na so ne za ki z s pa bi od to kot po tako sem ali iz do kako ko tudi še ga mu si že jo bil bila bilo le pri o jaz ti on ona kaj nje njegov kjer ker vse če samo zdaj potem bo biti ni nič kdo brez pod pred med ta tej več zelo',
    text: 'Vse dopoldne je deževalo in moja sestra je šla v mesto kupit kruh, mleko in jabolka. Stari mož je sedel ob oknu in bral pismo svojega brata, ki je že mnogo let živel čez morje. „Kdaj se vrneš domov?“ je tiho vprašal, čeprav ga nihče ni mogel slišati. Otroci so se igrali na vrtu, kjer je pes lajal na sosedovo mačko. Človek, življenje, čas, že, še, všeč, žalost, šola, hiša, noč, več, proč, ključ, rože, možje, Štajerska, Črna, Žiga, začel, rekel, slovenščina, vsakdo, zgodovina, prišel, srečen.',
  },
  {
    language: 'tr',
    words:
      'bir ve bu da de için ne çok ile daha gibi o ben var mi kadar sonra ama olarak diye her şey en değil olan sen biz ki ise ya ona onun bana beni hiç şimdi bile bütün yok iki zaman içinde üzerine oldu dedi olduğu böyle önce neden nasıl kendi hem artık mu mı',
    text: 'Bütün sabah yağmur yağdı ve kız kardeşim ekmek, süt ve elma almak için şehre gitti. Yaşlı adam pencerenin yanında oturmuş, uzun yıllardır denizin ötesinde yaşayan ağabeyinin mektubunu okuyordu. “Eve ne zaman döneceksin?” diye sordu yavaşça, oysa kimse onu duyamazdı. Çocuklar bahçede oynuyor, bir köpek komşunun kedisine havlıyordu. İstanbul, Işık, Şişli, Çığ, Öğretmen, Ülke, Ğ; doğru, ağaç, soğuk, değişti, hayır, kırk, sıcak, küçük, büyük, gözlerini, güneş, düşündü, çünkü, gelmişti, kapıyı, açtı, yıldız, başladı, ışığı, söyledi, değildi, olmuş, insanların, akşam, altında, rüya, hikâye, kâğıt.',
  },
  {
    language: 'az',
    words:
      'və bir bu da də üçün nə çox ilə daha kimi o mən var qədər sonra amma hər şey deyil olan sən biz ki isə ya ona onun mənə heç indi belə bütün yox iki zaman oldu dedi olduğu əvvəl niyə necə öz həm artıq',
    text: 'Bütün səhər yağış yağdı və bacım çörək, süd və alma almaq üçün şəhərə getdi. Qoca kişi pəncərənin yanında oturub qardaşının məktubunu oxuyurdu. Uşaqlar bağçada oynayır, it qonşunun pişiyinə hürürdü. İstəyirəm ki, sən də gələsən; gözəl, böyük, kiçik, ağac, işıq, qız, həyat, dünya, ölkə, Əli, Şəki, Çin, Özü.',
  },
  {
    language: 'lt',
    words:
      'ir kad į iš su yra ne tai kaip jis bet buvo ar o tik jau jos jo apie už nuo po per dar labai taip kai kas ji aš tu jie mes savo man ant dėl prie bei jei kur nei čia jam gali būti viskas kuris kuri šis ši vėl niekas tada be dabar daug nebuvo',
    text: 'Visą rytą lijo, ir mano sesuo išėjo į miestą nupirkti duonos, pieno ir obuolių. Senis sėdėjo prie lango ir skaitė laišką nuo brolio, kuris jau daug metų gyveno už jūros. „Kada grįši namo?“ – tyliai paklausė jis, nors niekas negalėjo jo girdėti. Vaikai žaidė sode, kur šuo lojo ant kaimynų katės. Žmogus, šiandien, ačiū, čia, dėl, tėvas, žemė, širdis, mėnuo, gražus, nežinau, šį, tą, gerą, mažų, rūpesčių, ąžuolas, ėjo, įėjo, ūkis, ųjų, Šiauliai, Žemaitija, Čekija, Įvykis, kelių, didžiulė, tėvų, galvą, jų, būtų, norėjo, atėjo, pradžią.',
  },
  {
    language: 'lv',
    words:
      'un ir ka no uz ar par tas kā bet bija ne arī vai es viņš viņa tu mēs jau tikai tā ko pie pēc lai kas tad vēl kad to šis šī jo ja savu mani man nav ļoti kur līdz tika būt pa pirms bez nekas viss tagad šeit viņi tev daudz kurš kura',
    text: 'Visu rītu lija lietus, un mana māsa devās uz pilsētu pirkt maizi, pienu un ābolus. Vecais vīrs sēdēja pie loga un lasīja vēstuli no brāļa, kurš jau daudzus gadus dzīvoja aiz jūras. „Kad tu atgriezīsies mājās?” viņš klusi jautāja, lai gan neviens nevarēja viņu dzirdēt. Bērni spēlējās dārzā, kur suns rēja uz kaimiņu kaķi. Šodien, ceļš, ziņa, bērnība, pasaule, dzīve, cilvēks, vārds, ģimene, ķēniņš, ļaudis, ņemt, žēl, čūska, šķiet, tāpēc, nāca, redzēja, viņām, būs, jūs, mūsu, Rīga, Ģertrūde, Ķegums, Šķēde, Ņina, Ļena, Žanis, Āgenskalns.',
  },
  {
    language: 'et',
    words:
      'ja on ei see et oli ta aga kui siis ma sa mis ka nii nagu oma või seda ning ainult kas ole välja veel mitte juba nüüd kõik mees väga olid pole üle minu tema me te nad üks selle sest kes kus midagi peale enam pärast ühe siin just olnud hakkas ütles',
    text: 'Kogu hommiku sadas vihma ja mu õde läks linna leiba, piima ja õunu ostma. Vana mees istus akna juures ja luges kirja oma vennalt, kes oli juba palju aastaid mere taga elanud. „Millal sa koju tuled?“ küsis ta vaikselt, kuigi keegi ei võinud teda kuulda. Lapsed mängisid aias, kus koer haukus naabri kassi peale. Täna, õhtul, öö, külm, väike, tüdruk, süda, käsi, jõgi, põld, mõtles, hästi, külas, võib, sõber, või, Ülo, Õnne, Äär, Öine, šokolaad, žanr, päev, öelda, kõige, mõni, jälle, ühtegi, tõesti.',
  },
  {
    language: 'sq',
    words:
      'dhe të e në i një për me nga se që më është ka si por ai ajo nuk u do ishte këtë kur ku pa tij saj po ne ju unë ti edhe deri pas janë kjo ky tek mbi çdo asgjë vetëm shumë ata kishte tani',
    text: 'Gjithë mëngjesin ra shi, dhe motra ime shkoi në qytet për të blerë bukë, qumësht dhe mollë. Plaku rrinte pranë dritares dhe lexonte një letër nga i vëllai, që prej shumë vjetësh jetonte përtej detit. “Kur do të kthehesh në shtëpi?” pyeti ai me zë të ulët. Fëmijët luanin në kopsht. Çfarë është kjo? Përshëndetje, mirë, nënë, çaj, Çelës, vënë, njëzet, gjë, bërë.',
  },
  {
    language: 'vi',
    words:
      'và của là có không một người trong cho được đã những các với tôi này đó khi từ đến như ra ông bà anh em cô ở lại thì mà cũng nhưng nói rằng nó họ còn phải nhiều về sẽ vào lên đi biết làm gì rất hai đang hơn sau trên nhà con cái nào mình',
    text: 'Trời mưa suốt buổi sáng, và chị tôi vào thành phố mua bánh mì, sữa và táo. Ông già ngồi bên cửa sổ đọc bức thư của người em trai đã sống bên kia biển nhiều năm. “Bao giờ em về nhà?” ông hỏi khẽ, dù không ai có thể nghe thấy. Lũ trẻ chơi trong vườn, nơi một con chó sủa con mèo của nhà hàng xóm. Đường xá, ngày mai, mặt trời, nước, đất, được, vẫn, rồi, nữa, ấy, lớn, nhỏ, đẹp, Đông, Ấn, Ở, Ông, trước, tiếng, việc, thấy, cũng, giữa, ngủ, hỏi, cảm ơn, hạnh phúc, tuổi, thế giới, chuyện, đứng dậy, mỗi, hết, chỉ, quê hương, những giấc mơ.',
  },
];
