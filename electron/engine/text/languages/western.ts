import type { Evidence } from './evidence.ts';

/** Languages of western and northern Europe, as windows-1252 writes them. */
export const WESTERN: Evidence[] = [
  {
    language: 'en',
    words:
      'the and of to in that it is was he for with his you had not be at on by which have from this but they her she as were an are my there when what so all their one would said me him been who if no out up will into could them then than or we do about your some very can more any did now its how only like',
    text: 'It rained all morning, and my sister went into town to buy bread, milk and a pound of apples. The old man sat by the window and read a letter from his brother, who had lived across the sea for many years. “When will you come home?” he asked quietly, though nobody could hear him. The children played in the garden, where a dog was barking at the neighbour’s cat. I don’t know why, but we’d never been so happy as on that day. A café – naïve, a cliché – stood next door; £5 was enough for two. Fiancée, protégé, matinée, élite, déjà, voilà, mère, cortège, fête, rôle, château, maître, façade, garçon, naïveté, Noël, Brontë, zoölogical, coöperate, aërial, Cæsar, mediæval, Æsop, phœnix, señor, cañon, über, Müller, Fräulein, Ångström, smörgåsbord.',
  },
  {
    language: 'de',
    words:
      'der die und das ist nicht ein eine zu den dem mit sich auf von ich er sie es auch war wie daß dass im aber für als so wir ihr mich mir hatte noch nur wenn was nach oder aus bei einen einer einem über durch schon doch um am des haben wurde wird sind kein ihm ihn man können mehr sein seine vor bis unter wieder',
    text: 'Den ganzen Morgen hat es geregnet, und meine Schwester ging in die Stadt, um Brot, Käse und Äpfel zu kaufen. Der alte Mann saß am Fenster und las einen Brief von seinem Bruder, der seit vielen Jahren jenseits des Meeres lebte. „Wann kommst du zurück?“, fragte er leise, obwohl ihn niemand hören konnte. Die Kinder spielten im Garten, wo ein großer Hund die Katze der Nachbarn anbellte. Können wir später über die Straße gehen? Das weiß ich nicht, müde bin ich; gestern war es schön – dafür möchte ich mich bedanken. Österreich, Übung, Größe, während, natürlich, fünf, früh, süß, Mädchen, Väter, öffnen.',
  },
  {
    language: 'fr',
    words:
      'le la les et de des un une que qui il elle est dans pas pour du ne je vous en au ce se plus avec était sur par son sa ses mais on nous me lui tout comme si ou où même sans cette être bien fait leur très ont été aux avait deux ces sont mon ma tu moi quand encore peu après là quelque autre jamais aussi puis',
    text: 'Il a plu toute la matinée, et ma sœur est allée en ville acheter du pain, du lait et des pommes. Le vieil homme était assis près de la fenêtre et lisait une lettre de son frère, qui vivait au-delà de la mer depuis des années. « Quand reviendras-tu à la maison ? » demanda-t-il tout bas, bien que personne ne pût l’entendre. Les élèves jouaient dans le jardin, où un chien aboyait après le chat du voisin. C’est là qu’il reçut, ça et là, des nouvelles ; voilà déjà l’été, peut-être même la forêt. À côté du château, le garçon français préférait les gâteaux. Où êtes-vous ? Naïf, Noël, août, hôtel, théâtre, problème, très, élève, Étienne.',
  },
  {
    language: 'es',
    words:
      'el la los las y de que en un una es no se por con para su al lo como más pero era había del le me mi ya muy yo él ella este esta todo sin sobre cuando donde qué porque si ni fue son ser estaba tan también hasta hay ha nos sus dos entre desde bien aquí así ese eso nada aún después antes vez',
    text: 'Llovió toda la mañana, y mi hermana fue a la ciudad a comprar pan, leche y manzanas. El viejo señor estaba sentado junto a la ventana y leía una carta de su hermano, que vivía al otro lado del mar desde hacía muchos años. —¿Cuándo volverás a casa? —preguntó en voz baja, aunque nadie podía oírlo. Los niños jugaban en el jardín, donde un perro pequeño ladraba al gato del vecino. ¡Qué ilusión! Mañana será otro día, según decían; así también pasó el año último. «Ningún pingüino», pensó. Corazón, canción, razón, jamás, después, además, árbol, fácil, español, compañía, sueño, había, todavía, Ángel, Él.',
  },
  {
    language: 'it',
    words:
      'il la che di e un una non è per con si del della le gli lo mi ma sono era come al nel anche i da in a più o se ho ha dei delle alla dal questo quella suo sua ci cosa perché così quando chi io tu lui lei tutto già ancora sul nella fu poi molto senza tra fra dove mai stato essere aveva dopo due ogni ne',
    text: 'Piovve tutta la mattina, e mia sorella andò in città a comprare il pane, il latte e le mele. Il vecchio era seduto accanto alla finestra e leggeva una lettera di suo fratello, che viveva al di là del mare da molti anni. «Quando tornerai a casa?» chiese piano, benché nessuno potesse sentirlo. I bambini giocavano nel giardino, dove un cane abbaiava al gatto del vicino. Perché è così? Non c’è più libertà, né felicità: però qualcuno può già dire di sì. L’università, la verità, lunedì, caffè, virtù, perciò, cioè, giù, lassù. È tardi.',
  },
  {
    language: 'pt',
    words:
      'o a os as e de que não um uma em do da no na se com por para mais ao é mas seu sua foi eu ele ela como dos das nos me já muito quando isso este esta era são ser está tem também até sem só pela pelo lhe nem então minha meu tudo à às há bem onde depois ou sobre entre porque ainda mesmo você',
    text: 'Choveu toda a manhã, e a minha irmã foi à cidade comprar pão, leite e maçãs. O velho estava sentado junto à janela e lia uma carta do seu irmão, que vivia além do mar há muitos anos. — Quando voltarás para casa? — perguntou em voz baixa, embora ninguém pudesse ouvi-lo. As crianças brincavam no jardim, onde um cão ladrava ao gato do vizinho. Não é possível que você não saiba: então, três corações são poucos. Amanhã, às três, a estação ficará às escuras; avô, avó, português, informação, ações, também, até, aí, útil, único, câmara, lâmpada, põe, mãe, João, órgão, África, Índia.',
  },
  {
    language: 'ca',
    words:
      'el la els les i de que en un una és no se per amb al del com més però era havia dels va ha ser són jo tu ell ella aquest aquesta això tot molt quan on ni sense sobre fins també seva seu ja hi ho li em et es ens pel dos què si així només cap res després',
    text: 'Va ploure tot el matí, i la meva germana va anar a la ciutat a comprar pa, llet i pomes. El vell seia vora la finestra i llegia una carta del seu germà, que vivia a l’altra banda del mar des de feia molts anys. «Quan tornaràs a casa?», va preguntar en veu baixa, encara que ningú no el podia sentir. Els nens jugaven al jardí, on un gos lladrava al gat del veí. Això és així perquè també hi ha vint-i-cinc pingüins; la col·lecció, l’alegria, però després, només, català, Barça, què, més, estació, país, raó, camí, dèiem, història.',
  },
  {
    language: 'nl',
    words:
      'de het een en van is dat niet in op te zijn met voor hij ik die was maar aan er om ook als naar bij ze zij we wij je uit door had nog dan over zo wat werd heeft hebben kan hem haar mijn geen wel al toen nu deze dit moet veel meer tot daar hier zou kon onder na zich ons worden',
    text: 'Het regende de hele ochtend, en mijn zus ging naar de stad om brood, melk en appels te kopen. De oude man zat bij het raam en las een brief van zijn broer, die al vele jaren aan de overkant van de zee woonde. „Wanneer kom je naar huis?” vroeg hij zacht, hoewel niemand hem kon horen. De kinderen speelden in de tuin, waar een hond tegen de kat van de buren blafte. Ideeën, België, één, coördinatie, reünie, geïnteresseerd, zoëven, ruïne, enquête, crème. Vijf vrouwen schreeuwden ’s avonds in die ijzige wijk. Dáár stond hij vóór één uur, mét zijn broêr, en zóó laat kwam hij óók nooit weêr: hé, wél drieëntwintig kopjes koffie in het café! Geen armoê, zeî zij, maar dít zéér koû huis.',
  },
  {
    language: 'sv',
    words:
      'och att det som en på är av för den med inte jag han var ett men sig om så till hon har de från i vi du kan när där vad nu eller skulle hade sin mycket ut upp efter under alla bara ingen min mig honom henne här blev över då också än utan vid ska får mot sedan dem era',
    text: 'Det regnade hela morgonen, och min syster gick in till staden för att köpa bröd, mjölk och äpplen. Den gamle mannen satt vid fönstret och läste ett brev från sin bror, som hade bott på andra sidan havet i många år. ”När kommer du hem?” frågade han lågt, fastän ingen kunde höra honom. Barnen lekte i trädgården, där en hund skällde på grannens katt. Åren går, ändå är världen så vacker när våren kommer; också nästa dag, mellan två små öar. Ösregn, Ängel, åtta, själv, först, även, människa, började, frågor, många, måste, något, idé.',
  },
  {
    language: 'da',
    words:
      'og at det som en på er af for den med ikke jeg han var et men sig om så til hun har de fra i vi du kan når der hvad nu eller skulle havde sin meget ud op efter under alle ingen min mig ham hende her blev over da også end uden ved skal får mod siden dem være hvor denne noget',
    text: 'Det regnede hele morgenen, og min søster gik ind til byen for at købe brød, mælk og æbler. Den gamle mand sad ved vinduet og læste et brev fra sin bror, som havde boet på den anden side af havet i mange år. »Hvornår kommer du hjem?« spurgte han sagte, skønt ingen kunne høre ham. Børnene legede i haven, hvor en hund gøede ad naboens kat. Årene går, men også næste dag bliver smuk; først må vi lære at være sådan. Øl, Ærø, århundrede, større, større, første, næsten, må, når, både, igennem, København, således, gør, før.',
  },
  {
    language: 'nb',
    words:
      'og at det som en på er av for den med ikke jeg han var et men seg om så til hun har de fra i vi du kan når der hva nå eller skulle hadde sin mye ut opp etter under alle ingen min meg ham henne her ble over da også enn uten ved skal får mot siden dem være hvor denne noe bare',
    text: 'Det regnet hele morgenen, og søsteren min gikk inn til byen for å kjøpe brød, melk og epler. Den gamle mannen satt ved vinduet og leste et brev fra broren sin, som hadde bodd på den andre siden av havet i mange år. «Når kommer du hjem?» spurte han lavt, selv om ingen kunne høre ham. Barna lekte i hagen, der en hund bjeffet på naboens katt. Årene går, men også neste dag blir vakker; først må vi lære å være slik. Øy, Ære, århundre, større, første, nesten, må, både, gjennom, Tromsø, således, gjør, før, språk.',
  },
  {
    language: 'fi',
    words:
      'ja on ei se että oli hän mutta kun niin en minä sinä mitä kuin myös ovat nyt jos tai hänen joka sen tämä vain ole sitä siitä mukaan kaikki mies hyvin sitten jo vielä olla voi kanssa ollut jotka olen sanoi ne me tuli oma täällä siinä koska takaisin ennen aina minun tässä',
    text: 'Satoi koko aamun, ja sisareni lähti kaupunkiin ostamaan leipää, maitoa ja omenoita. Vanha mies istui ikkunan ääressä ja luki kirjettä veljeltään, joka oli asunut meren takana jo monta vuotta. ”Milloin tulet kotiin?” hän kysyi hiljaa, vaikka kukaan ei voinut kuulla häntä. Lapset leikkivät puutarhassa, missä koira haukkui naapurin kissaa. Tänään on kylmä päivä, mutta yö oli vielä pitempi; älä pelkää. Äiti, öljy, myöhemmin, hyvää, täytyy, näin, ehkä, pieni, työtä, löytää, väärä, käsi, tyttö, sää, jäädä, pöytä.',
  },
  {
    language: 'is',
    words:
      'og að er í á það sem ekki ég var hann en við um með til fyrir hún af þú þá því svo eða upp frá þetta eru hafa sér þegar þeir mér hans ef eftir þess henni þar hvað út yfir nú mig vera hefur ekkert bara hér allt verið varð sagði maður honum voru þau',
    text: 'Það rigndi allan morguninn, og systir mín fór í bæinn til að kaupa brauð, mjólk og epli. Gamli maðurinn sat við gluggann og las bréf frá bróður sínum, sem hafði búið handan hafsins í mörg ár. „Hvenær kemur þú heim?“ spurði hann lágt, þótt enginn gæti heyrt í honum. Börnin léku sér í garðinum, þar sem hundur gelti að ketti nágrannans. Þótt þú sért þreyttur, Íslendingur, þá er Öræfajökull ægifagur; ýmislegt, úr, ól, éta, síðan, möguleiki, þýðing, dæmi, stæða, þúsund, fjöður.',
  },
  {
    language: 'ga',
    words:
      'agus an na is ar tá go sé í le do a bhí ag sin ach níl mé tú sí iad seo bhfuil nach dó léi ann as mar ó faoi gan mo ní nuair sa den cad chun féin éis idir anois',
    text: 'Bhí sé ag cur báistí ar feadh na maidine, agus chuaigh mo dheirfiúr isteach sa bhaile mór chun arán, bainne agus úlla a cheannach. Bhí an seanfhear ina shuí cois na fuinneoige ag léamh litreach óna dheartháir, a bhí ina chónaí thar lear le blianta fada. „Cathain a thiocfaidh tú abhaile?“ ar seisean go híseal, cé nár chuala duine ar bith é. Bhí na páistí ag súgradh sa ghairdín. Éire, Ó Súilleabháin, Áine, Íosa, scéal, fós, óg, tír, mór, déanaí.',
  },
  {
    language: 'la',
    words:
      'et in est non ad cum ut quod qui sed si ex quae esse ab per aut atque enim nec hoc me te quam quid eius de sunt erat iam nunc pro eo se ac autem ne mihi tibi nos omnia quo haec sic tamen neque ipse inter post nihil etiam fuit quem sine',
    text: 'Tota mane pluebat, et soror mea in urbem iit ut panem, lac, mala emeret. Senex ad fenestram sedebat et litteras a fratre missas legebat, qui trans mare multos annos habitaverat. Quando domum redibis? inquit submissa voce, quamquam nemo eum audire poterat. Pueri in horto ludebant, ubi canis felem vicini latrabat. Arma virumque, quousque tandem, gloria mundi transit.',
  },
  {
    language: 'id',
    words:
      'yang dan di itu dengan untuk tidak ini dari dalam akan pada saya ke dia ada juga mereka orang kami kita anda sudah bisa karena oleh seperti atau telah lebih aku kau apa satu tetapi hanya sebuah bagi sangat saat lagi kepada adalah menjadi',
    text: 'Hujan turun sepanjang pagi, dan kakak perempuan saya pergi ke kota untuk membeli roti, susu dan apel. Orang tua itu duduk di dekat jendela dan membaca surat dari saudaranya, yang sudah bertahun-tahun tinggal di seberang laut. “Kapan kamu pulang?” tanyanya pelan, walaupun tidak ada yang mendengar. Anak-anak bermain di halaman.',
  },
];
