import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { commonOptions, type Command, type Option } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import * as datasets from '../../src/extraction/datasets/index.ts'
import * as extractors from '../../src/extraction/extractors/index.ts'
import * as languages from '../../src/extraction/languages/index.ts'
import { definitions } from '../../src/ledger/definitions.ts'
import * as formats from '../../src/reading/formats/index.ts'

const root = resolve(import.meta.dirname, '../..'), update = process.env['UPDATE_DOCS'] === '1'
const all: readonly Command[] = await Promise.all(Object.values(commands).map(async ({ load }) => (await load()).default))
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md')).map((f) => join('docs', f)), 'data/README.md', 'examples/README.md']
const text = (page: string) => readFileSync(join(root, page), 'utf8')

/** Compares a page made from the code with the file; UPDATE_DOCS=1 writes it. */
function generated(page: string, content: string): void {
  if (update) writeFileSync(join(root, page), content)
  assert.equal(existsSync(join(root, page)) ? text(page) : '', content, `${page} is not what the code says; run UPDATE_DOCS=1 npm test house/docs`)
}

test('the page of commands is what the code says', () => {
  const option = ([name, o]: [string, Option]) => `| \`${o.short ? `-${o.short}, ` : ''}--${name}${o.type === 'string' ? ` ${o.value ?? 'VALUE'}` : ''}\` | ${o.help.replaceAll('|', '\\|')} |`
  const sentence = ({ name }: Command) => { const { summary } = commands[name]!; return `${summary[0]!.toUpperCase()}${summary.slice(1)}.` }
  const page = (c: Command) => [`## ${c.name}`, '', sentence(c), '', `\`helenow ${c.name} ${c.usage.trim()}\``, '', '| option | meaning |', '|---|---|', ...Object.entries({ ...c.options, ...commonOptions }).map(option), '', ...c.examples.flatMap((e) => [`- \`helenow ${e.line}\` — ${e.shows}`]), ''].join('\n')
  generated('docs/reference/commands.md', ['# Commands', '', 'Made from the code. `bin/helenow` in a checkout, `npx helenow` elsewhere. Exit code: 0 done, warnings included; 1 something was quarantined or refused; 2 wrong use.', '', ...[...all].sort((a, b) => (a.name < b.name ? -1 : 1)).map(page)].join('\n'))
})

test('the page of plugins is what the code says', () => {
  const rows = (title: string, list: readonly (readonly [string, string])[]) => [`## ${title}`, '', '| name | version or title |', '|---|---|', ...list.map(([a, b]) => `| ${a} | ${b} |`), '']
  generated('docs/reference/plugins.md', ['# Plugins', '', 'Made from the code. Each is one file in one folder; `CONTRIBUTING.md` says how to add one.', '',
    ...rows('Source formats', Object.values(formats).map((f) => [f.name, String(f.version)])),
    ...rows('Languages', Object.values(languages).map((l) => [l.code, l.name])),
    ...rows('Extractors', Object.values(extractors).map((e) => [`${e.name} (${e.kind})`, String(e.version)])),
    ...rows('Datasets', Object.values(datasets).map((d) => [d.name, d.title])),
    ...rows('Definitions of totals', definitions.map((d) => [`${d.name} ${d.version}`, d.words]))].join('\n'))
})

test('every command is on the front page or in a guide', () => {
  const guides = pages.filter((p) => p === 'README.md' || p.startsWith('docs/guide/')).map(text).join('\n')
  assert.deepEqual(all.map((c) => c.name).filter((name) => !new RegExp(`helenow ${name}\\b|npm start`).test(guides) || !guides.includes(name)), [])
})

test('every link inside the project resolves', () => {
  const broken = pages.filter((p) => existsSync(join(root, p))).flatMap((page) => [...text(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((m) => m[1]!).filter((to) => !existsSync(join(root, dirname(page), to))).map((to) => `${page}: ${to}`))
  assert.deepEqual(broken, [])
})

test('every command stands in the list under its name', () => {
  assert.deepEqual(all.map((c) => c.name), Object.keys(commands).sort())
})

test('every example of a command names options that it has', () => {
  const wrong = all.flatMap((c) => c.examples.flatMap((e) => {
    assert.ok(e.line.startsWith(c.name), `${e.line} is not an example of ${c.name}`)
    return [...e.line.matchAll(/--([a-z-]+)/g)].map((m) => m[1]!).filter((o) => !(o in c.options) && !(o in commonOptions)).map((o) => `${e.line}: --${o}`)
  }))
  assert.deepEqual(wrong, [])
})

test('no page carries a mark of unfinished work', () => {
  assert.deepEqual(pages.filter((p) => existsSync(join(root, p)) && /\bTODO\b|\bFIXME\b|coming soon|lorem ipsum/i.test(text(p))), [])
})
