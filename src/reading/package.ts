import { head } from './sniff.ts'

/**
 * Is this an Office file with parts below that folder? Looks at the names at the end of the archive (its directory) and
 * at its start, unpacking nothing.
 * @example isPackage(bytes, 'word/')
 */
export function isPackage(bytes: Uint8Array, folder: string): boolean {
  if (head(bytes, 4) !== 'PK\x03\x04') return false
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const near = 256 * 1024
  const edges = bytes.length <= 2 * near ? [buffer] : [buffer.subarray(0, near), buffer.subarray(-near)]
  return edges.some((edge) => edge.includes('[Content_Types].xml')) && edges.some((edge) => edge.includes(folder))
}
