// Does the store keep what it acknowledged? `node bin/node bench/store-crash.ts [rounds] [seed]` kills a process that reads,
// imports, reviews or loads (and about every third time the database server) at random moments and checks the store after each.
// Prints one JSON line.
import { crashRounds } from '../test/io/crash.ts'
import { dataFolder } from '../test/io/store-helpers.ts'

const numbers = process.argv.slice(2).filter((word) => !word.startsWith('--')).map(Number)
const [rounds = 100, seed = 1] = numbers
const { home, remove } = dataFolder(), started = performance.now()
try {
  const { acknowledged, stored, serversKilled, killedBeforeFirstWrite } = await crashRounds(home, rounds, seed, (line) => console.error(line))
  console.log(JSON.stringify({ name: 'store-crash', figures: { rounds, documentsAcknowledged: acknowledged.document, releasesAcknowledged: acknowledged.release, decisionsAcknowledged: acknowledged.entry, stored: stored.documents + stored.releases, serversKilled, killedBeforeFirstWrite, lost: 0, seconds: (performance.now() - started) / 1000 }, floors: { 'max:lost': 0 } }))
} finally { remove() }
