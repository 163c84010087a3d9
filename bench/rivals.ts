// What the figures are held against: published or measured rivals, and the mark aimed for. Read by `run.ts --write`.
export interface Mark { readonly aim?: string; readonly rivals?: string }
export const marks: Readonly<Record<string, Readonly<Record<string, Mark>>>> = {
  'article-extraction': { F1: { aim: '0.960', rivals: 'Readability .948 (measured here), trafilatura .958, go_trafilatura .960 (published)' } },
  'trafilatura-eval': { F1: { aim: '0.90', rivals: 'Readability .872 (measured here), trafilatura .924 (published)' }, dates: { aim: '0.90' }, titles: { aim: '0.95' }, authors: { aim: '0.75' } },
  'state-hash': { states: { aim: '1' } },
  'html-speed': { 'pages a second at the median': { aim: '40' } },
  'golden-rules': { english: { aim: '0.90' }, others: { aim: '0.90' } },
  polnear: { content: { aim: '0.60', rivals: 'quoted strings alone .509' }, linked: { aim: '0.72' } },
  'german-quotes': { direct: { aim: '0.85' }, indirect: { aim: '0.45' } },
  timeml: { 'TimeBank value F1': { aim: '0.75', rivals: 'chrono .41' }, 'AQUAINT value F1': { aim: '0.80', rivals: 'chrono .64' } },
  krauts: { 'Dolomiten-42': { aim: '76.7', rivals: 'HeidelTime 76.7' }, 'Dolomiten-100': { aim: '62.1', rivals: 'HeidelTime 62.1' }, DieZeit: { aim: '58.4', rivals: 'HeidelTime 58.4' } },
  'recognizers-text': { 'currency en': { aim: '0.95', rivals: 'its own library .815' }, 'currency de': { aim: '0.90', rivals: '.333' }, 'currency fr': { aim: '0.95', rivals: '.860' }, 'currency it': { aim: '0.80', rivals: '.140' }, 'dates en': { aim: '0.85' }, 'dates fr': { aim: '0.70' }, 'dates de': { aim: '0.70' } },
  re3d: { Money: { aim: '0.85' }, Temporal: { aim: '0.85' } },
  'ner-uk': { MON: { aim: '0.85' }, DATE: { aim: '0.85' } },
  'resolution-gold': { right: { aim: '0.97' }, wrong: { aim: 'at most 0.005' } },
  'entity-resolution': { 'patstat organisations': { aim: '0.90' } },
  'kiel-rates': { 'currencies within 0.005 %': { aim: '15' } },
  'resolution-speed': { 'mentions a second': { aim: '50,000' } },
  'extraction-speed': { en: { aim: '400 kB/s' } },
  gold: { headline: { aim: '0.78 in English' }, 'evidence found': { aim: '1' } },
  'warc-speed': {}, 'store-scale': {}, reconciliation: { precision: { aim: '0.97' }, recall: { aim: '0.85' }, 'B-cubed F1': { aim: '0.92' } },
  'regular-expressions': { vulnerable: { aim: '0' } },
}
