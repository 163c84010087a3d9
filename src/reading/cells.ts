/** Row and column (both from 0) of a cell name, or undefined. @example cellAt('B3') // { row: 2, column: 1 } */
export function cellAt(name: string): { readonly row: number; readonly column: number } | undefined {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (!m) return undefined
  let column = 0
  for (const letter of m[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(m[2]) - 1, column: column - 1 }
}

/** The name of a cell as people know it. @example cellName(2, 27) // 'AB3' */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters + String(row + 1)
}

const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/**
 * Does a number format show a date? Literals, colours and conditions are no part of it; `[h]` is a length of time.
 * @example isDateFormat(164, 'dd/mm/yyyy') // true
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates(id)
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '').replace(/general|am\/pm|a\/p/gi, '')
  return /[ymdhs]/i.test(plain.split(';', 1)[0]!) && !/[#0?]/.test(plain.split(';', 1)[0]!.replace(/[.]0+$|(?<!0)0+(?=s)/i, ''))
}

/**
 * The date of a serial number, in ISO form, with the time of day where it has one; undefined when no calendar holds it.
 * Days up to 59 of the 1900 system stand before a 29 February 1900 that never was.
 * @example serialDate(44616, false) // '2022-02-24'
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return undefined
  let day = Math.floor(serial)
  let minutes = Math.round((serial - day) * 1440)
  if (minutes === 1440) { day++; minutes = 0 }
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (day === 0 && !from1904) return time
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(epoch + day * 86_400_000).toISOString().slice(0, 10)
  return minutes === 0 ? date : `${date}T${time}`
}
