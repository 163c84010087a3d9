import type { Edtf } from './dates.ts'
import type { Evidence } from './evidence.ts'
import type { DocumentId } from './ids.ts'

/** The figures of one kind that a dataset gives: `defence-share`, in per cent of GDP. */
export interface Series {
  readonly name: string
  readonly title: string
  readonly unit: string
  /** Its figures add up over periods: sums of months, not states of affairs. */
  readonly flow?: true
}

/** What a figure is about, as the file writes it: a state or group, with its ISO 3166 code where the file has one, or a currency. */
export interface WrittenSubject { readonly as: 'area' | 'currency'; readonly written: string; readonly code: string | null }

/**
 * One figure of a series that is no commitment: an indicator of a state, group or currency in a period, in one cell.
 * The value is the decimal that stands there, digit for digit.
 */
export interface Observation {
  readonly series: string
  readonly subject: WrittenSubject
  /** What else tells figures apart: a category of weapons. */
  readonly detail: string | null
  readonly period: Edtf
  readonly value: string
  readonly unit: string
  readonly status: 'observed' | 'estimate'
  readonly evidence: Evidence
}

/** An observation as it is on record: with its dataset and release, and whom it is about by the code of a state or a name. */
export interface Figure {
  readonly dataset: string
  readonly release: string
  readonly series: string
  /** `DE` for a state, else the usual name of a body, else what the file writes. */
  readonly subject: string
  readonly detail: string | null
  readonly period: string
  /** Null when a later file no longer gives the figure. */
  readonly value: string | null
  readonly unit: string
  readonly status: 'observed' | 'estimate' | 'withdrawn'
  readonly document: DocumentId
  /** The cell it stands in; null for one that was withdrawn. */
  readonly evidence: Evidence | null
}
