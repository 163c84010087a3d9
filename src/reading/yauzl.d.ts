// The part of yauzl that the ZIP reader uses; the package brings no types.
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: Buffer
    readonly compressedSize: number
    readonly uncompressedSize: number
    readonly compressionMethod: number
    readonly generalPurposeBitFlag: number
    readonly relativeOffsetOfLocalHeader: number
    readonly crc32: number
  }
  export interface ZipFile { readonly entryCount: number; eachEntry(): AsyncIterable<Entry> }
  export class RandomAccessReader { read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null, read?: number) => void): void }
  const yauzl: {
    readonly RandomAccessReader: typeof RandomAccessReader
    fromRandomAccessReaderPromise(reader: RandomAccessReader, length: number, options: { decodeStrings: boolean; validateEntrySizes: boolean }): Promise<ZipFile>
  }
  export default yauzl
}
