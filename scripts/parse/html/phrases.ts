// Words by which pages lead away from an article, in the languages that desks read.

const alternatives = (...lines: readonly string[]) => lines.join("|");

/** Headings over links to other articles. */
const relatedHeading = new RegExp(
  `^(?:${alternatives(
    "related(?: (?:articles?|stories|news|posts?|content|links?|topics?|coverage|reading|materials?|items|documents|pages))?|related (?:news|stories|articles) (?:on|from) .*|read (?:more|next|also|on)(?: from .*)?|previously on .*|get (?:reporter )?alerts|what.?s your reaction.?|see also on .*|more (?:on|from|in|about) .*|more (?:stories|news|articles|coverage|headlines)|you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: .*)?|most (?:read|popular|viewed|shared|commented)|trending(?: .*)?|popular(?: .*)?|latest(?: .*)?|top stories|editor.?s.? picks?|don.?t miss|what to read next|around the web|from the web|sponsored(?: .*)?|comments?(?: \\(\\d+\\))?|\\d+ comments?|leave a (?:reply|comment)|post a comment|share(?: this.*)?|follow us.*|subscribe.*|newsletter.*|sign up.*|about the author|tags?|topics?|filed under|advertisement|other news|all news|up next|explore more|keep reading|stay connected|contact us|our newsletter.*|in this section|also in the news",
    "читайте также|по теме|материалы по теме|ещ[её] по теме|похожие (?:материалы|новости|статьи)|другие новости|последние новости|главное|популярное|самое читаемое|рекомендуем|новости по теме|смотрите также|комментарии(?: .*)?|поделиться.*|теги|лента новостей|все новости|читайте ещ[её]|новости партн[её]ров|подпис.*",
    "читайте також|за темою|схожі новини|останні новини|коментарі|поділитися.*|також по темі",
    "(?:lire|à lire|voir) (?:aussi|également|la suite)|sur le même (?:sujet|thème)|articles? (?:liés|similaires|associés|connexes)|les plus lus|à la une|(?:\\d+ )?commentaires?|sur le sujet|partager.*|dernières actualités|à découvrir|dans la même rubrique",
    "(?:mehr|weitere) (?:zum thema|artikel|nachrichten|meldungen|themen|beiträge).*|lesen sie auch|das könnte sie (?:auch )?interessieren|auch interessant|zum thema|meistgelesen.*|verwandte (?:artikel|themen|beiträge)|kommentare?|teilen|ähnliche (?:artikel|beiträge)|schlagwörter|aktuelle nachrichten",
    "(?:noticias|artículos|temas|contenidos?|notas) relacionad[oa]s|te puede interesar|le puede interesar|también te puede interesar|lea (?:también|más)|más (?:noticias|leídas?|información|sobre .*)|lo más (?:leído|visto)|últimas noticias|comentarios|compartir.*|etiquetas|archivado en",
    "(?:notícias|artigos|conteúdos?|matérias) relacionad[oa]s|leia (?:também|mais)|veja (?:também|mais)|mais lid[oa]s|últimas notícias|comentários|compartilh.*|tags",
    "articoli correlati|leggi anche|potrebbe interessarti.*|i più letti|ultime notizie|commenti|condividi.*|vedi anche su .*",
    "lees (?:ook|meer|verder)|meer (?:over .*|nieuws)|gerelateerd.*|reacties|powiązane.*|czytaj (?:też|także|więcej).*|zobacz (?:też|także|również).*|najnowsze|najpopularniejsze|komentarze|související.*|čtěte také.*|kapcsolódó.*|citește (?:și|mai mult).*",
    "(?:benzer|ilgili) (?:haberler|konular|içerikler|yazılar)|son dakika.*|en çok okunanlar|yorumlar|paylaş.*|etiketler|diğer haberler|bunlar da ilginizi çekebilir|ilginizi çekebilir",
    "(?:مواضيع|أخبار|مقالات|مواد|موضوعات|روابط) (?:ذات صلة|متعلقة|مرتبطة|مشابهة)|ذات صلة|اقرأ (?:أيضا|أيضًا|أيضاً|المزيد).*|إقرأ (?:أيضا|أيضًا|أيضاً).*|الأكثر (?:قراءة|مشاهدة|تداولا|تصفحا).{0,2}|آخر الأخبار|أحدث الأخبار|التعليقات|تعليقات|شارك.*|قد يعجبك.*|المزيد من .*|كلمات مفتاحية|وسوم",
    "(?:مطالب|اخبار|خبرهای) (?:مرتبط|مشابه)|بیشتر بخوانید.*|پربازدید.*|پربیننده.*|آخرین اخبار|نظرات|دیدگاه.*|برچسب.*",
    "(?:כתבות|ידיעות|נושאים|חדשות) (?:קשורות|נוספות|קשורים|נוספים)|קראו (?:גם|עוד).*|עוד (?:בנושא|חדשות).*|הנקראות ביותר|תגובות|שתפו.*|תגיות",
    "相关(?:新闻|阅读|报道|文章|链接|推荐|内容|专题|稿件)|相關(?:新聞|閱讀|報導|文章|連結)|延伸(?:阅读|閱讀)|推荐阅读|推薦閱讀|热门(?:新闻|文章|推荐|排行).*|熱門.*|最新(?:新闻|消息|文章|新聞)|精彩推荐|为您推荐|猜你喜欢|评论|網友評論|网友评论|分享.*|标签|更多(?:新闻|文章|内容).*|编辑推荐|点击排行|返回.*",
    "関連(?:記事|ニュース|リンク|情報|キーワード|コンテンツ|トピックス)|あわせて読みたい|おすすめ(?:記事)?|人気(?:記事|の記事|ランキング)|アクセスランキング|最新(?:記事|ニュース)|コメント|シェア.*|この記事を(?:シェア|共有).*|注目.*|新着.*",
    "관련 ?(?:기사|뉴스|글|링크|콘텐츠)|많이 본.*|인기 ?(?:기사|뉴스).*|추천 ?(?:기사|뉴스).*|최신 ?(?:기사|뉴스)|댓글.*|공유.*|이 기사와 함께.*|함께 보면.*|주요 ?(?:기사|뉴스)|실시간.*|태그",
    "संबंधित (?:खबरें|समाचार|लेख)|यह भी पढ़ें.*|ये भी पढ़ें.*|और पढ़ें.*|ताज़ा (?:खबरें|समाचार)|সম্পর্কিত.*|আরও পড়ুন.*|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม.*|tin liên quan|xem thêm.*|berita terkait|baca juga.*|σχετικά(?: .*)?|διαβάστε (?:επίσης|ακόμη).*",
  )})\\s*[:：…›»>→]*$`,
  "iu",
);

/** A line that leads to one other article. */
const leadsAway = new RegExp(
  `^(?:[-–—•►▶>»→*]\\s*)?(?:${alternatives(
    "read (?:more|also|next)|related|see also|also read|more|watch|listen|recommended|don.?t miss|click here",
    "читайте также|читайте ещ[её]|по теме|смотрите также|читайте також|подробнее",
    "lire aussi|à lire(?: aussi)?|voir aussi|lesen sie auch|mehr (?:dazu|zum thema)|lea (?:también|más)|lee también|te puede interesar|leia (?:também|mais)|veja também|leggi anche|lees ook|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|čtěte také|ilgili haber|ayrıca bakınız|citește și",
    "اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|קראו גם|相关(?:阅读|新闻|报道)|延伸阅读|延伸閱讀|関連記事|あわせて読みたい|관련 ?기사|यह भी पढ़ें|ये भी पढ़ें|baca juga|xem thêm|อ่านเพิ่มเติม",
  )})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** Labels of a page's own controls, alone on their line. */
const control = new RegExp(
  `^(?:${alternatives(
    "text size|reset|\\d+ commentaires?|commenter|share|share (?:this|on|via) .{0,40}|tweet|post|print(?: this)?(?: (?:page|article|version))?|e-?mail(?: this)?|save|copy(?: link)?|link copied!?|advertisements?|ads?|continue reading(?: below)?|story continues below.*|article continues (?:below|after).*|listen(?: to (?:this )?article)?|skip (?:to|ad).{0,30}|back to (?:top|list|news.*)|next|previous|loading.*|follow|subscribe|sign (?:in|up)|log ?in|close|menu|search|home|\\d+ (?:min(?:ute)?s? read|shares?|comments?|views|likes)|comments?|view (?:all )?comments|image source,?.*|image caption|toggle .*|play|pause|mute|font size|a[+-]|download pdf|whatsapp|telegram|facebook|twitter|linkedin|viber|vk|reddit|x|pocket|instagram|youtube|rss|flipboard|pinterest|report (?:an? )?(?:error|typo)|give feedback|reading time:? .*|estimated reading time.*|\\d+ minutes?",
    "реклама|поделиться|печать|распечатать|версия для печати|подписаться|подписывайтесь.*|комментировать|наверх|скопировать ссылку|вконтакте|одноклассники|время чтения.*|слушать|сохранить|друк|поділитися",
    "publicité|partager|imprimer|anzeige|werbung|teilen|drucken|merken|vorlesen|publicidad|compartir|imprimir|publicidade|compartilhar|pubblicità|condividi|stampa|advertentie|deel|reklama|udostępnij|drukuj|sdílet|reklam|paylaş|yazdır",
    "إعلان|شارك|مشاركة|طباعة|نسخ الرابط|انسخ الرابط|استمع|حجم الخط|تبلیغات|اشتراک گذاری|چاپ|کپی لینک|פרסומת|שתפו|שיתוף|הדפסה",
    "广告|廣告|分享(?:到.*)?|打印(?:本页)?|关闭(?:窗口)?|字号.*|【?(?:大|中|小|字体).{0,8}】?|收藏|返回(?:顶部|首页|列表)|扫一扫.*|広告|シェア|印刷(?:する)?|ツイート|ブックマーク|保存|공유|인쇄|광고|스크랩|글자 ?크기.*|프린트|좋아요|विज्ञापन|साझा करें|quảng cáo|chia sẻ|iklan|bagikan",
  )})\\s*[:：…|]*$`,
  "iu",
);

/** The last lines of a page, about the page. */
const colophon =
  /^(?:©|\(c\)|copyright|all rights reserved|todos los derechos|tous droits|alle rechte|все права защищены|при (?:использовании|цитировании|перепечатке)|版权所有|著作権|無断転載|무단 ?전재|저작권|ⓒ|جميع الحقوق|کلیه حقوق|تمامی حقوق|כל הזכויות|tüm hakları)|all rights reserved\.?$|無断(?:転載|複製).{0,10}禁|무단 ?전재.{0,20}금지/iu;

export function headsLinks(text: string): boolean {
  return text.length <= 160 && relatedHeading.test(text.trim());
}
export function leadsElsewhere(text: string): boolean {
  return leadsAway.test(text);
}
export function isControl(text: string): boolean {
  return text.length <= 80 && control.test(text.trim());
}
export function isColophon(text: string): boolean {
  return text.length <= 400 && colophon.test(text.trim());
}
