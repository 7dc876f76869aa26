/** A language that is told from its neighbour by words alone, whose letters it shares. */
export interface Neighbour {
  /** ISO 639-1, or longer where it has no code there: then nothing else is said, for no guess is made */
  readonly language: string;
  /** the language as whose its letters count */
  readonly letters: string;
  /** the words that are most frequent in it, parted by spaces */
  readonly words: string;
}

/** Without these, a text in one of them would be taken for its neighbour. Encodings are not known by them. */
export const NEIGHBOURS: readonly Neighbour[] = [
  {
    language: 'af',
    letters: 'nl',
    words:
      'die en van het is nie in wat dat n hy sy was om te ek vir jy ons hulle met op daar maar ook sal kan as uit so by dit haar hom my baie toe nou sê gesê gaan kom moet wees word hierdie daardie nog al net oor na weer waar wie omdat aan tot sonder jou hier een kon wou sou hul geen iets niks huis',
  },
  {
    language: 'fy',
    letters: 'nl',
    words:
      'de it en fan is net yn dat in hy sy wie om te ik foar do jo wy har him mei op dêr mar ek sil kin as út sa by dy hie hawwe west wol noch nei oan oer moat no ús dit wat der ien hat koe soe',
  },
  {
    language: 'lb',
    letters: 'de',
    words:
      'de den d an ass net a mat hien hie si war fir vun op do awer och kann wann aus esou bei hat hunn gouf nach no un iwwer muss elo ech du mir dir ëm datt dat dee en eng ze huet sech wéi wou keng seng säi hir hirem sengem der',
  },
  {
    language: 'nn',
    letters: 'nb',
    words:
      'og i å som på er av for den med ikkje eg han var eit men seg om så til ho har dei frå vi du kan når der kva no eller skulle hadde sin mykje ut opp etter under alle ingen min meg henne her blei vart over då også enn utan ved skal få mot sidan vere kvar denne noko berre nokon ein det kom',
  },
  {
    language: 'fo',
    letters: 'is',
    words:
      'og at í á ikki hann var við um til fyri hon av tú tí so ella upp frá hetta eru hava sær tá teir mær hansara eftir hennara har hvat út yvir nú meg vera hevur einki men alt verið varð segði sum hevði ein eg er tað tey ongan nakað',
  },
  {
    language: 'sr',
    letters: 'hr',
    words:
      'i je u se da na su za od s a nije što kao sam to ne bi ali o iz do po kako koji koja koje ili samo već ga mi bio bila još te ti on ona njegov joj mu pa jer sve li tako kada gde biti nego ni pred kod bez posle ako smo ima ništa onda sada čovek šta ko neko uvek ovde negde videti vreme lepo dve hteo htela hteli svog valjda',
  },
  {
    language: 'gl',
    letters: 'pt',
    words:
      'o a os as e de que non un unha é do da no na se con por para máis ao pero seu súa foi eu el ela como dos das nos me xa moi cando iso este esta era son ser está ten tamén até sen só pola polo lle nin entón miña meu todo á ás hai ben onde despois sobre entre porque aínda mesmo vostede coa co dende nunha nun había moito moitos pois fixo meus miñas outro',
  },
  {
    language: 'oc',
    letters: 'ca',
    words:
      'lo la los las e de que es un una dins per non pas se amb del dels mai mas èra aviá ieu tu el ela aquel aquela tot plan quand ont ni sens sus fins tanben son sa lor ja i o en al a çò aquí cal cap res puèi dempuèi aqueste fòrça ans autre',
  },
  {
    language: 'ast',
    letters: 'es',
    words:
      'el la los les y de que en un una nun ye se con por al pa del más pero yera había mio yo él ella esti esta tou ensin sobre cuando au qué porque si nin foi son ser taba tamién hasta hai mos so sos dos ente dende bien equí asina eso esi nada entá dempués enantes lo otru munchos diba',
  },
  {
    language: 'ms',
    letters: 'id',
    words:
      'yang dan di itu dengan untuk tidak ini dari dalam akan pada saya ke dia ada juga mereka orang kami kita anda sudah boleh kerana oleh seperti atau telah lebih aku kau apa satu tetapi hanya sebuah bagi sangat lagi kepada adalah menjadi ialah daripada bahawa sahaja mahu hendak awak kereta sebab emak semua cuma berjumpa tiada masih sama',
  },
];
