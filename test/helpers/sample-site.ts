import { sha256 } from '../../src/core/hash.ts'
import { referenceDesk } from '../../src/io/reference-desk.ts'
import { meetingBrief } from '../../src/reporting/reports/meeting-brief.ts'
import type { Views } from '../../src/server/views.ts'
import { memoryStore } from './memory-store.ts'
import { claims, documents, records } from './sample.ts'
import { briefInput } from './sample-brief.ts'

/** The sample documents as a site. */
export const sampleStore = memoryStore({
  documents, claims: Object.values(claims), records: Object.values(records),
  unresolved: [{ name: 'Lake Commission', type: 'body', count: 2, documents: [documents[0]!.id] }],
  figures: ['2029', '2030', '2031'].map((period, i) => ({ dataset: 'nato', release: 'table-2031', series: 'nato-share', subject: 'Estmark', detail: null, period, value: String(2 + i / 10), unit: '% of GDP', status: i === 2 ? 'estimate' as const : 'observed' as const, document: documents[0]!.id, evidence: { exact: String(2 + i / 10), start: 0, end: 1, cell: { table: '', row: 3 + i, column: 2 } } })),
  quarantined: [{ hash: sha256('bomb'), label: 'minutes.zip', issues: [{ code: 'archive-bomb', level: 'error', message: 'minutes.zip inflates more than 100 times.' }], recorded: '2031-05-15T08:00:00.000Z' }],
})

export const sampleViews = (log: (line: string) => void = () => {}): Views => ({
  store: sampleStore, log, reference: { desk: referenceDesk(null), writable: false },
  briefOf: async (id, asOf) => (id === briefInput.meeting.id ? meetingBrief({ ...briefInput, asOf }) : undefined),
})
