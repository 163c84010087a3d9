/** Makes a value when it is first asked for, and gives the same one from then on. @example const table = once(() => buildTable()); table() === table() // true */
export function once<T>(make: () => T): () => T {
  let value: T | undefined
  return () => (value ??= make())
}
