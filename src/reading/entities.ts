/** Names of HTML that feeds use without declaring them. */
export const feedEntities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„', sbquo: '‚', laquo: '«', raquo: '»', hellip: '…', bull: '•', middot: '·',
  copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', cent: '¢', deg: '°', sect: '§', shy: '\u00ad', times: '×', frac12: '½', ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', aacute: 'á', acirc: 'â', ccedil: 'ç',
  icirc: 'î', iuml: 'ï', iacute: 'í', ocirc: 'ô', oacute: 'ó', ograve: 'ò', ugrave: 'ù', ucirc: 'û', uacute: 'ú', ntilde: 'ñ', aring: 'å', aelig: 'æ', oslash: 'ø', oelig: 'œ',
  Eacute: 'É', Egrave: 'È', Agrave: 'À', Ccedil: 'Ç', Aring: 'Å', Oslash: 'Ø', scaron: 'š', Scaron: 'Š', rarr: '→', larr: '←',
}

/**
 * Ampersands that begin no reference, written as XML wants them; CDATA sections are left alone.
 * @example repairAmpersands('<t>Rise & Fall</t>').text // '<t>Rise &amp; Fall</t>'
 */
export function repairAmpersands(text: string): { readonly text: string; readonly repaired: number } {
  const parts: string[] = []
  let at = 0, repaired = 0
  while (at < text.length) {
    const open = text.indexOf('<![CDATA[', at), end = open < 0 ? text.length : open
    parts.push(text.slice(at, end).replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});)/gi, () => { repaired++; return '&amp;' }))
    if (open < 0) break
    const close = text.indexOf(']]>', open)
    at = close < 0 ? text.length : close + 3
    parts.push(text.slice(open, at))
  }
  return { text: parts.join(''), repaired }
}
