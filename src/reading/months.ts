/**
 * Names of months as documents write them in dates, January first: nominative, genitive, abbreviations, lower case,
 * without final stops. English, Ukrainian, German, French, Polish, Italian; Spanish, Dutch, Portuguese and Russian for
 * metadata of pages.
 */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'січень', 'січня', 'січ', 'januar', 'jänner', 'janvier', 'janv', 'styczeń', 'stycznia', 'sty', 'gennaio', 'gen', 'enero', 'ene', 'januari', 'janeiro', 'января', 'январь'],
  ['february', 'feb', 'лютий', 'лютого', 'лют', 'februar', 'feber', 'février', 'févr', 'luty', 'lutego', 'lut', 'febbraio', 'febrero', 'februari', 'fevereiro', 'февраля', 'февраль'],
  ['march', 'mar', 'березень', 'березня', 'бер', 'märz', 'mär', 'mrz', 'mars', 'marzec', 'marca', 'marzo', 'maart', 'março', 'марта', 'март'],
  ['april', 'apr', 'квітень', 'квітня', 'кві', 'avril', 'avr', 'kwiecień', 'kwietnia', 'kwi', 'aprile', 'abril', 'abr', 'апреля', 'апрель'],
  ['may', 'травень', 'травня', 'тра', 'mai', 'maj', 'maja', 'maggio', 'mag', 'mayo', 'mei', 'maio', 'мая', 'май'],
  ['june', 'jun', 'червень', 'червня', 'чер', 'juni', 'juin', 'czerwiec', 'czerwca', 'cze', 'giugno', 'giu', 'junio', 'junho', 'июня', 'июнь'],
  ['july', 'jul', 'липень', 'липня', 'лип', 'juli', 'juillet', 'juil', 'lipiec', 'lipca', 'lip', 'luglio', 'lug', 'julio', 'julho', 'июля', 'июль'],
  ['august', 'aug', 'серпень', 'серпня', 'сер', 'août', 'sierpień', 'sierpnia', 'sie', 'agosto', 'ago', 'augustus', 'августа', 'август'],
  ['september', 'sept', 'sep', 'вересень', 'вересня', 'вер', 'septembre', 'wrzesień', 'września', 'wrz', 'settembre', 'set', 'septiembre', 'setembro', 'сентября', 'сентябрь'],
  ['october', 'oct', 'жовтень', 'жовтня', 'жов', 'oktober', 'okt', 'octobre', 'październik', 'października', 'paź', 'ottobre', 'ott', 'octubre', 'outubro', 'октября', 'октябрь'],
  ['november', 'nov', 'листопад', 'листопада', 'лис', 'novembre', 'listopad', 'listopada', 'lis', 'noviembre', 'novembro', 'ноября', 'ноябрь'],
  ['december', 'dec', 'грудень', 'грудня', 'гру', 'dezember', 'dez', 'décembre', 'déc', 'grudzień', 'grudnia', 'gru', 'dicembre', 'dic', 'diciembre', 'dezembro', 'декабря', 'декабрь'],
]

const numbers = new Map(names.flatMap((list, i) => list.map((name) => [name, i + 1] as const)))

/** 1 to 12, or undefined. @example monthNumber('Nov.') // 11 */
export const monthNumber = (word: string): number | undefined => numbers.get(word.toLowerCase().replace(/\.$/, ''))

const weekdays: readonly (readonly string[])[] = [
  ['monday', 'mon', 'понеділок', 'понеділка', 'montag', 'lundi', 'poniedziałek', 'lunedì'],
  ['tuesday', 'tue', 'tues', 'вівторок', 'вівторка', 'dienstag', 'mardi', 'wtorek', 'martedì'],
  ['wednesday', 'wed', 'середа', 'середу', 'mittwoch', 'mercredi', 'środa', 'środę', 'mercoledì'],
  ['thursday', 'thu', 'thur', 'thurs', 'четвер', 'четверга', 'donnerstag', 'jeudi', 'czwartek', 'giovedì'],
  ['friday', 'fri', 'пʼятниця', "п'ятниця", "п'ятницю", 'п’ятниця', 'п’ятницю', 'freitag', 'vendredi', 'piątek', 'venerdì'],
  ['saturday', 'sat', 'субота', 'суботу', 'samstag', 'sonnabend', 'samedi', 'sobota', 'sobotę', 'sabato'],
  ['sunday', 'sun', 'неділя', 'неділю', 'sonntag', 'dimanche', 'niedziela', 'niedzielę', 'domenica'],
]
const weekdayNumbers = new Map(weekdays.flatMap((list, i) => list.map((name) => [name, i + 1] as const)))
/** 1 Monday to 7 Sunday, or undefined. @example weekdayNumber('środę') // 3 */
export const weekdayNumber = (word: string): number | undefined => weekdayNumbers.get(word.toLowerCase())
