import type { RecordId } from '../../core/ids.ts'
import { idKind } from '../../core/ids.ts'
import type { Store } from '../../io/store.ts'
import { briefOf, dayOf, newestMeeting } from '../../pipeline.ts'
import { renderHtml } from '../../reporting/render-html.ts'
import { renderMarkdown } from '../../reporting/render-markdown.ts'
import { renderText } from '../../reporting/render-text.ts'
import type { Report } from '../../reporting/report.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { asOfOf, asOfOption, storeOptions, withStore } from '../store.ts'

const formats: Readonly<Record<string, (report: Report, width: number) => string>> = { text: (r, width) => renderText(r, { width: Math.min(width, 100) }), md: (r) => renderMarkdown(r), html: (r) => renderHtml(r) }

export default {
  name: 'brief',
  usage: '[--meeting ID | --forum NAME [--on DAY]] [--format text|md|html]',
  options: {
    meeting: { type: 'string', value: 'ID', help: 'Record id of the meeting (rec_…).' },
    forum: { type: 'string', value: 'NAME', help: 'Name of the forum; its newest meeting, or that of --on.' },
    on: { type: 'string', value: 'DAY', help: 'Day of the meeting.' },
    format: { type: 'string', value: 'FORMAT', help: 'text (as it is), md or html.' },
    ...asOfOption, ...storeOptions,
  },
  examples: [
    { line: 'brief', shows: 'the brief of the newest meeting on record' },
    { line: 'brief --forum "Ukraine Defense Contact Group" --format md', shows: 'the newest meeting of that forum, as Markdown' },
  ],
  run: (call) => withStore(call, async (store) => {
    const format = formats[(call.options['format'] as string | undefined) ?? 'text']
    if (!format) throw new UsageError(`there is no format "${String(call.options['format'])}"; use ${Object.keys(formats).join(', ')}.`)
    const report = await briefOf(store, await wanted(call, store), asOfOf(call))
    if (!report) throw new UsageError('there is no such meeting on record.', 1)
    call.out(call.options['json'] ? JSON.stringify(report) : format(report, call.width))
    return 0
  }),
} satisfies Command

async function wanted(call: Call, store: Store): Promise<RecordId> {
  const { meeting, forum, on } = call.options as { meeting?: string; forum?: string; on?: string }
  if (meeting !== undefined) {
    if (idKind(meeting) !== 'rec') throw new UsageError(`"${meeting}" is no record id; "helenow brief" without it takes the newest meeting.`)
    return meeting as RecordId
  }
  if (forum === undefined && on === undefined) {
    const newest = await newestMeeting(store, asOfOf(call))
    if (!newest) throw new UsageError('there is no meeting on record yet; read documents first with "helenow read FILE".', 1)
    return newest.id
  }
  const fold = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const meetings = (await store.records({ kind: 'meeting', asOf: asOfOf(call), limit: 2000 }))
    .filter((m) => forum === undefined || fold((m.fields['forum'] as { label?: string } | null)?.label ?? '').includes(fold(forum)))
    .filter((m) => on === undefined || dayOf(m) === on)
    .sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
  if (!meetings[0]) throw new UsageError(`no meeting of ${forum ? `"${forum}"` : 'any forum'}${on ? ` on ${on}` : ''} is on record.`, 1)
  return meetings[0].id
}
