/** Weights as they stand in a file, a line for each feature; see `rowsOf`. @example weightLines([['w urged', 'a200']]) // 'w urged a200' */
export const weightLines = (rows: Iterable<readonly [feature: string, packed: string | number]>): string => Array.from(rows, ([feature, packed]) => `${feature} ${packed}`).join('\n')

/** How many features have weights. */
export const countLines = (lines: string): number => (lines === '' ? 0 : lines.split('\n').length)
