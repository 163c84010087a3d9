/** Texts that are none: signs and words over and over, broken characters, mixed scripts, tables and recognition errors. */
const pieces: Readonly<Record<string, string>> = {
  quotes: '"', 'opening quotes': '“', 'quotes in pairs': '“”', apostrophes: "'", guillemets: '«»', 'quotations that never end': '“word said ', digits: '1', 'groups of digits': '1,234,567.', 'spaced numbers': '12 500 ',
  commas: ',', brackets: '(', 'dashes and words': ' – a', stops: '. ', 'spaced stops': '. . ', 'dotted capitals': 'U.S.', capitals: 'Alpha Beta Gamma Delta ', 'one name': 'NATO ', 'verbs of speech': 'said ', 'speech in speech': 'he said that ',
  scales: 'million ', sums: '$5 ', 'euro sums': '5 Euro ', days: '13 January 2025 ', months: 'January ', ranges: 'between 5 and ', goods: '18 tanks ', models: 'Leopard 2A6 ', hyphens: 'a-', 'one word': 'a', 'one Cyrillic word': 'я', lines: 'a\r\n', zeros: '\0',
  joiners: 'a\u200d', 'right to left': 'שלום عالم ', overrides: '\u202eabc\u202c ', pictures: '😀', 'half characters': '\ud83d', accents: 'e\u0301\u0301\u0301', 'look-alikes': 'Mаren Vаne sаid ', 'four scripts': 'Київ Berlin 東京 القدس ',
  'a table with tabs': 'Germany\t500\t2025\tdelivered\n', 'a table with bars': '| Germany | 500 million | 18 Leopard |\n', 'a transcript': 'Q: What did she say?\nA: She said no.\n\n', 'recognition errors': 'Tlie rninister sa1d tliat "we wi11 de1iver 5O0 rni11ion eur0s" ,, on 3l.Decernber 2O25 ',
  marks: '<b>said</b> &amp; **[a](b) _', addresses: 'https://example.org/a?b=c&d=e ', pledges: 'Germany will deliver 18 tanks and pledged 500 million euros to Ukraine in 2025, and ', demands: 'Ukraine asked Germany to deliver ', meetings: 'met with Canada in Paris on Monday and ',
  offices: 'the minister of defence of the ministry of ', possessives: "Germany's ", appositions: ', head of the office, ', firms: 'Alpha GmbH and Beta AG agreed a plant in Ukraine with ', states: 'Germany, France, Poland, Italy and the United Kingdom, ', lessons: 'the lessons learned from Ukraine show that ', plans: 'the plan to raise spending to 3 percent of GDP by 2030 ',
}

/** @param length of each text */
export const badTexts = (length: number): readonly (readonly [name: string, text: string])[] => [['nothing', ''], ...Object.entries(pieces).map(([name, piece]) => [name, piece.repeat(Math.ceil(length / piece.length)).slice(0, length)] as const)]
