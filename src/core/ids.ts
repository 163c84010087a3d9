import { sha256, shortHash } from './hash.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** `doc_` and 20 base32 letters of the SHA-256 of the document's bytes. */
export type DocumentId = Branded<'document'>
/** `clm_` and 20 letters of the hash of document, kind, spans and canonical fields; never of a version. */
export type ClaimId = Branded<'claim'>
/** `rec_` and 20 letters of the hash of the record's first claim. */
export type RecordId = Branded<'record'>
/** `ent_` and 20 letters of the entry's content. */
export type EntryId = Branded<'entry'>
/** A slug of the reference data: `group-of-five`, `boris-pistorius`, `state-de`. */
export type ReferenceId = Branded<'reference'>

const printed = (prefix: string, hex: string) => `${prefix}_${shortHash(hex)}`

/** @param bytesHash the SHA-256 of the bytes, 64 hex digits */
export const documentId = (bytesHash: string) => printed('doc', bytesHash) as DocumentId
/** @param canonical canonical JSON of document, kind, spans and fields */
export const claimId = (canonical: string) => printed('clm', sha256(canonical)) as ClaimId
export const recordId = (first: ClaimId) => printed('rec', sha256('record ' + first)) as RecordId
/** @param canonical canonical JSON of the entry without record time */
export const entryId = (canonical: string) => printed('ent', sha256(canonical)) as EntryId

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** The slug as an id, or undefined when it is not one. @example asReferenceId('group-of-five') */
export const asReferenceId = (text: string): ReferenceId | undefined => (slug.test(text) ? (text as ReferenceId) : undefined)

const shape = /^(doc|clm|rec|ent)_[a-z2-7]{20}$/
/** Which kind of id a text is, or undefined. @example idKind('clm_aaaaaaaaaaaaaaaaaaaa') // 'clm' */
export const idKind = (text: string) => shape.exec(text)?.[1] as 'doc' | 'clm' | 'rec' | 'ent' | undefined
