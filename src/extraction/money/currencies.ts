/**
 * Currencies by family and state: "kroner" alone is a family, "Norwegian kroner" a currency. `''` is the one meant when
 * no state is in play; families without it stay open until one is.
 */
export const families: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  usd: { '': 'USD' }, eur: { '': 'EUR' }, gbp: { '': 'GBP' }, rmb: { '': 'CNY' }, kip: { '': 'LAK' },
  dollar: { '': 'USD', US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', HK: 'HKD', SG: 'SGD', TW: 'TWD', JM: 'JMD', BB: 'BBD', FJ: 'FJD', NA: 'NAD', BN: 'BND', LR: 'LRD', BS: 'BSD', TT: 'TTD' },
  euro: { '': 'EUR' },
  pound: { '': 'GBP', GB: 'GBP', EG: 'EGP', SY: 'SYP', LB: 'LBP', SD: 'SDP', FK: 'FKP', GI: 'GIP', SS: 'SSP', IE: 'IEP', CY: 'CYP' },
  crown: { NO: 'NOK', SE: 'SEK', DK: 'DKK', CZ: 'CZK', IS: 'ISK', SK: 'SKK', EE: 'EEK' },
  franc: { '': 'CHF', CH: 'CHF', FR: 'FRF', BE: 'BEF', LU: 'LUF', CD: 'CDF', RW: 'RWF', DJ: 'DJF', BI: 'BIF', GN: 'GNF', KM: 'KMF' },
  mark: { '': 'DEM', DE: 'DEM', FI: 'FIM', BA: 'BAM' },
  zloty: { '': 'PLN' }, hryvnia: { '': 'UAH' }, forint: { '': 'HUF' }, lev: { '': 'BGN' }, yuan: { '': 'CNY' }, yen: { '': 'JPY' }, won: { '': 'KRW', KR: 'KRW', KP: 'KPW' },
  shekel: { '': 'ILS' }, rand: { '': 'ZAR' }, real: { '': 'BRL' }, lari: { '': 'GEL' }, litas: { '': 'LTL' }, lats: { '': 'LVL' }, tenge: { '': 'KZT' }, baht: { '': 'THB' },
  guilder: { '': 'NLG', NL: 'NLG' }, escudo: { '': 'PTE' }, drachma: { '': 'GRD' }, schilling: { '': 'ATS', KE: 'KES', UG: 'UGX', SO: 'SOS', TZ: 'TZS' },
  rouble: { '': 'RUB', RU: 'RUB', BY: 'BYN' }, leu: { '': 'RON', RO: 'RON', MD: 'MDL' }, lira: { '': 'TRY', TR: 'TRY', IT: 'ITL', MT: 'MTL' }, peseta: { '': 'ESP' },
  rupee: { '': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' }, rupiah: { '': 'IDR' }, ringgit: { '': 'MYR' }, dong: { '': 'VND' }, riel: { '': 'KHR' },
  peso: { MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', PH: 'PHP', CU: 'CUP', UY: 'UYU', DO: 'DOP' },
  dinar: { RS: 'RSD', IQ: 'IQD', JO: 'JOD', KW: 'KWD', BH: 'BHD', TN: 'TND', DZ: 'DZD', LY: 'LYD', MK: 'MKD' },
  denar: { '': 'MKD' }, kuna: { '': 'HRK' }, dirham: { AE: 'AED', MA: 'MAD' }, rial: { IR: 'IRR', SA: 'SAR', QA: 'QAR', OM: 'OMR', YE: 'YER' }, naira: { '': 'NGN' }, lek: { '': 'ALL' }, dram: { '': 'AMD' },
  manat: { AZ: 'AZN', TM: 'TMT' }, som: { KG: 'KGS', UZ: 'UZS' }, taka: { '': 'BDT' }, afghani: { '': 'AFN' },
}

/** ISO 4217 codes that are read as such where they stand beside a number, in capitals. */
export const codes: ReadonlySet<string> = new Set([
  ...Object.values(families).flatMap((states) => Object.values(states)),
])

/** Signs, written as lexemes. Letters before a dollar sign name the state. */
export const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₴': 'UAH', '₽': 'RUB', '₺': 'TRY', '₪': 'ILS', '₩': 'KRW', '₹': 'INR', '₸': 'KZT', '₾': 'GEL', '₼': 'AZN', '₫': 'VND', '₭': 'LAK', '฿': 'THB' }

/** What stands before "$": "US$", "C$", "CAD$". */
export const dollarPrefixes: Readonly<Record<string, string>> = { us: 'USD', usd: 'USD', c: 'CAD', ca: 'CAD', can: 'CAD', cad: 'CAD', a: 'AUD', au: 'AUD', aud: 'AUD', nz: 'NZD', nzd: 'NZD', hk: 'HKD', hkd: 'HKD', s: 'SGD', sgd: 'SGD', nt: 'TWD', mxn: 'MXN', mx: 'MXN', mex: 'MXN', r: 'BRL' }

/** Currency of a family in a state, or undefined where the state has none of that family. */
export const currencyOf = (family: string, country: string | null): string | undefined => families[family]?.[country ?? ''] ?? (country === null ? undefined : families[family]?.[''])

/**
 * The currency a state has in a family that means none by itself; undefined where the family is another.
 * @example currencyOfGiver('DKK', 'SE') // 'SEK'
 */
export function currencyOfGiver(code: string, country: string): string | undefined {
  const family = Object.values(families).find((states) => states[''] === undefined && Object.values(states).includes(code))
  return family?.[country]
}
