import { attribute, type Element } from './tree.ts'

/** What names and roles of an element promise about its content. */
export type Hint = 'prune' | 'reply' | 'caption' | 'poor' | 'body' | 'content' | 'none'

const words = (list: string) => new RegExp(`(?:^|[\\s_-])(?:${list.trim().replace(/\s+/g, '|')})(?=$|[\\s_-])`)

/** What readers say below a text. */
const reply = words(`
  comments? comment-?(?:list|form|body|content|text|area|section|thread|wrapper|container|box|item|author) commentlist comments-(?:area|section|list|wrapper|container|block|title) disqus disqusthread disqus-thread fb-comments livefyre respond replies user-?comments reader-?comments kommentare kommentar kommentar(?:bereich|liste) leserkommentare commentaires? commenti komentarze discussion guestbook
`)
const caption = words(`
  captions? figcaption image-?caption img-?caption photo-?caption media-?caption wp-caption wp-caption-text caption-?text photo-?credit image-?credit img-?credit media-?credit credits? gallery-?caption bildunterschrift bildtext legende didascalia image__caption media__caption figure__caption photo-?info image-?description picture-?caption article-?image-?caption hst-(?:articleimage|galleryitem)
`)
/** Parts of a page that are never its text, whatever they hold. */
const prune = words(`
  sidebar side-bar sidebars aside-content rail right-rail left-rail
  related relateds related-(?:content|posts?|articles?|stories|links|news|topics|items|coverage|video|videos) relatedarticles relatedposts relatedcontent relatedlinks relatedstories recirc recirculation recommended recommendations? recommender read-?more-(?:links|box) readmore-list more-(?:stories|articles|news|from|on) morestories yarpp jp-relatedposts also-read readalso read-also lire-aussi leggi-anche mehr-zum-thema
  most-?(?:read|popular|viewed|shared|commented|recent) popular-(?:posts?|articles|stories|news) trending trending-(?:now|stories|topics) latest-(?:news|posts|articles|stories) recent-(?:posts|comments|articles) up-?next next-?(?:article|story|post|read) prev(?:ious)?-?(?:article|story|post) post-nav(?:igation)? posts-navigation nav-links nav-previous nav-next
  share shares sharing share-?(?:bar|buttons?|tools|links|icons|this|box|list|block|container|wrapper|widget) sharebar sharethis sharedaddy addthis addtoany a2a social social-?(?:media|share|sharing|links|icons|bar|buttons?|tools|list|follow|widget|block) socialshare shariff follow-(?:us|buttons|links) follow-?us
  newsletter newsletters newsletter-(?:signup|box|form|promo|block|widget|subscription) signup sign-up subscribe subscription subscriptions subscribe-(?:box|form|block) paywall-(?:box|overlay|prompt|message|teaser) regwall piano-(?:inline|container)
  ad ads adv advert adverts advertisement advertisements advertising advertise ad-?(?:slot|unit|container|wrapper|wrap|box|block|banner|label|placeholder|sense|area|text) adslot adsense adbox adcontainer google-ad dfp-ad sponsor sponsors sponsored sponsored-content promo promos promotion promotions promobox promo-box banner banners taboola outbrain plista zergnet revcontent
  breadcrumbs? breadcrumb-(?:list|trail|nav) menu menus submenu main-menu top-menu nav navi navbar navigation topnav subnav mainnav pager pagination paginator paging pagenav
  cookie cookies cookie-(?:banner|notice|consent|bar|law|policy|info) consent gdpr gdpr-(?:banner|notice) eu-cookie popup pop-up modal lightbox overlay
  footer site-footer page-footer global-footer footnav
  login log-in register user-menu search-?(?:form|box|bar) searchform skip-link skip-links
  tags? tag-?(?:list|cloud|links|s) tagcloud post-tags entry-tags article-tags article__tags topics-list keywords categories cat-links post-categories filed-under
  sr-only visually-?hidden visuallyhidden screen-?reader-(?:text|only|response) screenreader element-invisible offscreen print-only only-print noprint no-print hidden-print
  author-?(?:bio|box|info|card|profile|description|details|about|block|meta) authorbox about-the-?author about-author post-author-bio bio-box
  toc ez-toc\S* table-of-contents inhaltsverzeichnis affiliate-?(?:text|hint|box|note|notice|disclaimer|info) alert alerts alert-?(?:box|content|message)
  rating ratings star-rating vote voting poll quiz-widget
  toolbar tool-bar article-tools article-actions entry-actions post-actions article-toolbar utility
  copyright copyrights disclaimer legal-notice imprint correction-form feedback feedback-form
  widget widgets widget-area widget-container
  carousel teasers? teaser-list teaserlist teaser-box
  correlati approfondimenti articoli-correlati articles-lies a-lire-aussi ligatures
  werbung anzeige anzeigen seitenleiste fusszeile
  print-footer post-footer entry-footer article-footer story-footer
`)
const poor = words(`
  header masthead site-header page-header hero-nav top-bar topbar info-?box infobox factbox fact-box meta post-meta entry-meta article-meta metadata byline by-line dateline timestamp pubdate published publish-date date-?time datetime author authors
  gallery slideshow slider swiper galleries photo-gallery
  teaser-text summary-list link-?list linklist links listing grid-item card cards headlines headline-list ticker
  hidden collapse collapsed tooltip dropdown tab-list tabs
  form widget-title button btn buttons cta call-to-action
  contact address vcard
`)
const body = words(`
  article-?body article-?(?:content|text|copy|main|paragraphs?|inner-content|bodytext|detail-content) articlebody articlecontent articletext body-?(?:text|copy|content) bodytext bodycopy
  story-?(?:body|content|text|copy|main) storybody storytext storycontent post-?(?:body|content|text|entry) postbody postcontent posttext entry-?(?:content|body|text) entrycontent
  news-?(?:body|content|text|detail|article) newsbody newstext main-?text content-?(?:body|text|article|main) rich-?text richtext text-content field-name-body field--name-body field-body page-content-body td-post-content c-entry-content single-content single-post-content post__content article__(?:body|content|text) entry__content story__(?:body|content) content__(?:body|article-body) artikel-?(?:text|inhalt|body|content) artikeltext beitrag-?(?:text|inhalt) article-wrap__body texte-article corps-article contenu-article testo testo-articolo corpo-articolo articolo-testo tresc tresc-artykulu article-?section-content
`)
const content = words(`
  article artikel articolo artykul post story entry content contents main maincontent main-content content-main page-content hentry h-entry blog-?post blogpost news-?item single text copy prose document
`)
const badTags = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'dialog', 'details-menu'])
const badRoles = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'banner', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar', 'tablist'])

const known = new WeakMap<Element, Hint>()
/** @example hintOf(element('<div class="entry-content">')) // 'body' */
export function hintOf(element: Element): Hint {
  let hint = known.get(element)
  if (hint === undefined) { hint = look(element); known.set(element, hint) }
  return hint
}

function look(element: Element): Hint {
  const { tag } = element
  if (tag === 'html' || tag === 'body' || tag === '#root') return 'none'
  if (/(?:^|\s)(?:articleBody|reviewBody|articlebody)(?:\s|$)/.test(attribute(element, 'itemprop')) || attribute(element, 'property') === 'schema:articleBody') return 'body'
  const names = (attribute(element, 'class') + ' ' + attribute(element, 'id')).replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  const isBody = body.test(names)
  if (badTags.has(tag) || badRoles.has(attribute(element, 'role'))) return isBody && tag !== 'nav' && tag !== 'footer' ? 'none' : 'prune'
  if (isBody) return 'body'
  if (names.length > 1 && reply.test(names)) return 'reply'
  if (names.length > 1 && caption.test(names)) return 'caption'
  if (names.length > 1 && prune.test(names)) return content.test(names) && !/comment|related|sidebar|footer|share|nav/.test(names) ? 'poor' : 'prune'
  if (names.length > 1 && poor.test(names)) return 'poor'
  if (tag === 'article' || tag === 'main' || attribute(element, 'role') === 'main' || content.test(names)) return 'content'
  return tag === 'figcaption' ? 'caption' : tag === 'header' || tag === 'address' ? 'poor' : 'none'
}
