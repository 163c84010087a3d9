import { basename, resolve } from 'node:path'
import { actorColumns, readActors } from '../../io/actor-file.ts'
import { dataFolders, readTables } from '../../io/reference.ts'
import { referenceDesk } from '../../io/reference-desk.ts'
import { checkData } from '../../resolution/check.ts'
import { tableShapes } from '../../resolution/rows.ts'
import { UsageError, type Call, type Command, type ExitCode } from '../command.ts'
import { storeOptions, withStore } from '../store.ts'

export default {
  name: 'data',
  usage: 'check [FOLDER…] | add TABLE COLUMN=VALUE… | template TABLE | load FILE…',
  options: { ...storeOptions, folder: { type: 'string', value: 'FOLDER', help: 'Your own folder of tables, which wins over the shipped one; else $HELENOW_REFERENCE.' } },
  examples: [
    { line: 'data check', shows: 'each defect of the tables with its file and line, and how many rows were looked at' },
    { line: 'data template tenures', shows: 'the columns of a table and what they hold' },
    { line: 'data add tenures --folder my-data person=anna-berg office=office-aa-defence from=2026-01-05 source=general grade=C2', shows: 'the row in my-data/tenures.csv, sorted into its place' },
    { line: 'data load companies.csv', shows: 'rows read = loaded + reported, and how many actors the register of the store now holds' },
  ],
  async run(call) {
    const [action, ...words] = call.words
    switch (action) {
      case 'check': return check(call, words)
      case 'add': return add(call, words)
      case 'template': return template(call, words)
      case 'load': return load(call, words)
      default: throw new UsageError(`say what to do with the data: check, add, template or load${action ? `, not "${action}"` : ''}.`)
    }
  },
} satisfies Command

const ownFolder = (call: Call): string | undefined => (call.options['folder'] as string | undefined) ?? call.env['HELENOW_REFERENCE']

function check(call: Call, folders: readonly string[]): ExitCode {
  const own = ownFolder(call)
  const { rows, issues } = checkData(readTables([...dataFolders(own && resolve(call.cwd, own)), ...folders.map((f) => resolve(call.cwd, f))]))
  if (call.options['json']) call.out(JSON.stringify({ rows, issues }))
  else {
    for (const issue of issues) call.out(`${issue.level}: ${issue.message}`)
    call.out(`${rows} rows looked at, ${issues.length === 0 ? 'nothing wrong' : `${issues.length} wrong`}.`)
  }
  return issues.some((i) => i.level === 'error') ? 1 : 0
}

function tableOf(name: string | undefined): { name: string; columns: readonly string[] } {
  const shape = name === undefined ? undefined : tableShapes[name]
  if (!name || !shape) throw new UsageError(`${name ? `there is no table "${name}"` : 'name a table'}: ${Object.keys(tableShapes).join(', ')}.`)
  return { name, columns: shape.columns }
}

function add(call: Call, words: readonly string[]): ExitCode {
  const { name, columns } = tableOf(words[0]), own = ownFolder(call)
  if (!own) throw new UsageError('say where your own tables are: --folder FOLDER, or $HELENOW_REFERENCE. The shipped ones are never written.')
  const cells = Object.fromEntries(words.slice(1).map((word) => pair(word, name, columns)))
  const { file, issues } = referenceDesk(resolve(call.cwd, own)).add(name, cells)
  if (issues.some((i) => i.code === 'no-source')) throw new UsageError(issues[0]!.message)
  for (const issue of issues) call.err(`${issue.level}: ${issue.message}`)
  if (file === null) { call.err('Nothing was written.'); return 1 }
  call.out(call.options['json'] ? JSON.stringify({ file, row: cells }) : `Added to ${basename(file)} in ${own}.`)
  return 0
}

function pair(word: string, table: string, columns: readonly string[]): readonly [string, string] {
  const at = word.indexOf('='), column = word.slice(0, at)
  if (at < 1 || !columns.includes(column)) throw new UsageError(`"${word}" is no COLUMN=VALUE of ${table}; its columns are ${columns.join(', ')}.`)
  return [column, word.slice(at + 1)]
}

/** A register too wide for the tables goes into the store, where names that the tables leave open are looked up. */
async function load(call: Call, files: readonly string[]): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError(`name a CSV file of actors; its columns are ${actorColumns.join(', ')}.`)
  return withStore(call, async (store) => {
    let wrong = 0
    for (const file of files) {
      let left = 0
      const { rows, replaced } = await store.actors.load(readActors(resolve(call.cwd, file), (issue) => { if (left++ < 20) call.err(`${issue.level}: ${issue.message}`) }))
      if (call.options['json']) call.out(JSON.stringify({ file, rows: rows + left, loaded: rows, replaced, reported: left }))
      else call.out(`${basename(file)}: rows ${rows + left} = loaded ${rows} + reported ${left}${replaced ? `; ${replaced} took the place of rows with their id` : ''}. The register holds ${(await store.actors.count()).toLocaleString('en')} actors.`)
      wrong += left
    }
    return wrong > 0 ? 1 : 0
  })
}

function template(call: Call, words: readonly string[]): ExitCode {
  const { name, columns } = tableOf(words[0])
  call.out(call.options['json'] ? JSON.stringify({ table: name, columns }) : columns.join(','))
  return 0
}
