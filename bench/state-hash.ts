/**
 * One state whatever the order, the clock and the tongue of the machine: the labelled texts of test/cases/pairs are read in
 * twenty orders under three time zones and two locales, each setting in a process of its own, and the states are hashed.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { labelledTexts, ledger, readTexts } from './lib/labelled-pairs.ts'
import { shuffled } from './lib/shuffled.ts'
import { stateHash } from '../src/ledger/project.ts'
import { converter } from '../src/pipeline.ts'

const orders = 20, zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'], locales = ['en_US.UTF-8', 'uk_UA.UTF-8']

if (process.argv.includes('--one')) {
  const read = [...(await readTexts(labelledTexts())).values()], euro = converter('EUR')
  console.log(JSON.stringify(Array.from({ length: orders }, (_, seed) => stateHash(ledger(shuffled(read, seed), euro).records))))
} else {
  const hashes = zones.flatMap((TZ) => locales.flatMap((locale) => run(TZ, locale)))
  const figures = { runs: hashes.length, states: new Set(hashes).size }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'state-hash', figures, floors: { runs: orders * zones.length * locales.length, 'max:states': 1 } }))
  else console.log(`state-hash: ${figures.runs} runs (${orders} orders, ${zones.length} time zones, ${locales.length} locales), ${figures.states} state${figures.states === 1 ? '' : 's'}`)
}

function run(TZ: string, locale: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), '--one'], { encoding: 'utf8', env: { ...process.env, TZ, LANG: locale, LC_ALL: locale } })
  if (status !== 0) throw new Error(`${TZ} ${locale}: ${stderr}`)
  return JSON.parse(stdout) as string[]
}
