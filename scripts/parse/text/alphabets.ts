// What the languages of legacy files look like: the evidence by which their character set is told.

/** `letters`: those beyond ASCII, most frequent first; `words`: frequent short words. */
export type Alphabet = { readonly letters: string; readonly words: readonly string[] };

const alphabet = (letters: string, words: string): Alphabet => ({ letters, words: words.split(" ") });

const western = {
  en: alphabet("éèïñöüçêâáíóúàôøåäæ", "the of and to in a is that for it was on with as he be at by from"),
  fr: alphabet("éèàêçôîùûâëïœæü", "le la les de des du et en un une est que qui dans pour sur par au il à"),
  de: alphabet("üäößéàè", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als"),
  es: alphabet("óíáéñúü¿¡ªº", "de la que el en y a los se del las un por con no una su para es al lo"),
  pt: alphabet("ãçáéíóêõâàúôªº", "de a o que e do da em um para com não uma os no se na por mais as dos"),
  it: alphabet("àèùòéìî", "di e il la che in un per del è una non i le da si con dei al della nel"),
  sv: alphabet("äåöéüà", "och i att det som en på är av för med den till inte har de ett om var"),
  da: alphabet("øåæéäöü", "og i at det er en på af for med den til ikke har de et som var der og"),
  fi: alphabet("äöåé", "ja on ei se että oli kun hän ovat myös mutta jos tai niin ole sen joka"),
  nl: alphabet("ëéïèöüêáó", "de van het een en in is dat op te zijn met voor niet aan er om ook als"),
  is: alphabet("áíðéþóöúæý", "og að í á sem er það við um til var með fyrir en ekki hann af"),
};
const central = {
  pl: alphabet("łąęóżśćńź", "w i na z się do nie to że jest o po jak za od przez dla ale oraz był"),
  cs: alphabet("íáéěřůšýžčúóďňť", "a v se na je že o s z do to i ve pro za by ale k jako si po od"),
  sk: alphabet("áíéúžčšýľôňťóďäŕĺ", "a v sa na je že o s z do to aj pre za by ale k ako si po od"),
  hu: alphabet("áéöóüőíúű", "a az és hogy nem is egy ez meg volt de van csak már ki mint el vagy"),
  ro: alphabet("ăîâșțşţ", "de și în a la cu pe că din nu o mai care să este un se au pentru şi"),
  hr: alphabet("čšžćđ", "i u je na se da za od su s o a ne koji kao iz bi što će to po"),
};
const turkish = {
  tr: alphabet("ıüşğçöîâûİ", "ve bir bu da de için ile olarak ne daha çok gibi olan o kadar sonra en"),
};
const baltic = {
  lt: alphabet("ėšųžįūčęą", "ir kad yra į su iš tai kaip bet ar buvo už apie dėl per nuo po jo"),
  lv: alphabet("āīēšūņļģķčž", "un ir ka no ar par kas uz bet tas to gan lai arī pie tika kā"),
  et: alphabet("äõüöšž", "ja on ei et see oli ka kui mis aga oma või ta selle mida nii ning"),
};
const cyrillic = {
  ru: alphabet(
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "и в не на с что по а к из о как для это его он от за у до был",
  ),
  uk: alphabet(
    "оанитівреслкдумпязьгбчйхцїжєщшюфґ",
    "і в на з що не у до та за про від є як для це по його а був",
  ),
  bg: alphabet(
    "аоиетнрсвлкдпмзъбгучяцщжшйхфюьэы",
    "и на в да за от се с не че по са е до като ще при към беше",
  ),
  sr: alphabet(
    "аоиенртсвјкупдлмзгбчшћцжњљхђџф",
    "и у је на се да за од су са о а не који као из што ће то по",
  ),
};
const greek = {
  el: alphabet(
    "αοιτεσνηυρπκμλςωίόάέδήγχθφβύώξζψϊΐ",
    "και το της του να η ο των με την που για στην από τα σε θα στο οι τον",
  ),
};
const hebrew = {
  he: alphabet("יוהלאתרבמשנעכדחקפםטגצזסןךףץ", "של את על לא כי גם עם הוא זה היא או אל כל אם יותר אני היה מה"),
};
const arabic = {
  ar: alphabet(
    "اليمونرتبةعدسفهكقأحجذشطصىخإئزضثغآءظؤ",
    "في من على أن إلى عن مع التي ما هذا كان قد لا بين هذه الذي و بعد ان",
  ),
  fa: alphabet(
    "ایردنهموتبسشکزگفعخقجآپحطچصغضثظذئژك",
    "و در به از که این را با است برای آن تا یک می بر هم شده ها",
  ),
};
const thai = {
  th: alphabet("านรอกเงมยลวดทสต่ะี้ัปคบิหจแ์ขชใไพผโุูถซศณ็ญ", ""),
};
const vietnamese = {
  vi: alphabet(
    "đàáôưăâêơảãạ\u0300\u0301\u0303\u0309\u0323íóúèéìòùý",
    "và của là có các cho trong không một được với người này những để khi",
  ),
};

/** Single-byte sets, the likelier first, and what is written in them. */
export const alphabetic: Readonly<Record<string, Readonly<Record<string, Alphabet>>>> = {
  "windows-1252": western,
  "windows-1251": cyrillic,
  "koi8-r": { ru: cyrillic.ru, bg: cyrillic.bg },
  "koi8-u": { uk: cyrillic.uk },
  "iso-8859-5": cyrillic,
  ibm866: { ru: cyrillic.ru },
  "windows-1250": central,
  "iso-8859-2": central,
  "windows-1253": greek,
  "windows-1254": turkish,
  "windows-1255": hebrew,
  "windows-1256": arabic,
  "windows-1257": baltic,
  "windows-1258": vietnamese,
  "windows-874": thai,
};

/** Multi-byte sets and the characters that texts in them hold most. */
export const ideographic: Readonly<Record<string, string>> = {
  gb18030:
    "的一是了在不和有大这中人上为国个我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严访谈朝俄罗普金锋平壤",
  shift_jis:
    "日本国人会大年一中長出同時政事自行社分生上前見今者方手間部外東業学発対理経地場代戦相内家関当立後新小体議民合首相北朝鮮露",
  "euc-jp":
    "日本国人会大年一中長出同時政事自行社分生上前見今者方手間部外東業学発対理経地場代戦相内家関当立後新小体議民合首相北朝鮮露",
  "euc-kr":
    "이다는을의에가고하한지로기사을은도를인정서대나자시리어해으부일전아장보과관국제주원들수여있라상조것적했만그스비공무안동구선유게연경미성방면러회오년월위신남북통령계결소통중간개합며민력발세우행치당실명운청차교화초생트르된까체내재산직건의용규진명",
  big5: "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運",
};
