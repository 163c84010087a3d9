import type { Hono } from 'hono'
import { idKind, type DocumentId } from '../../core/ids.ts'
import { documentPage, partWith } from '../../web/pages/document.ts'
import { documentsPage } from '../../web/pages/documents.ts'
import { claimIdOf, documentIdOf } from '../ask.ts'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

const perPage = 50

/** Documents: the list, each text with its evidence, its stored bytes, and the way from a claim to its words. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/documents', async (c) => {
    const before = c.req.query('before')
    const documents = await store.documents({ limit: perPage + 1, ...(before && idKind(before) === 'doc' ? { before } : {}) })
    const older = documents.length > perPage ? `/documents?before=${documents[perPage - 1]!.id}` : undefined
    return c.html(page({ title: 'Documents', section: '/documents' }, documentsPage({ documents: documents.slice(0, perPage), older })))
  })

  const versionsOf = async (id: DocumentId) => {
    const pages = [...(await store.pages.versions(await store.pages.addressesOf(id))).values()]
    return pages.flat().sort((a, b) => (a.retrieved < b.retrieved ? -1 : 1))
  }

  app.get('/documents/:id', async (c) => {
    const found = await store.document(documentIdOf(c))
    if (!found) throw notFound('No document has this id.')
    const part = Math.max(1, Math.trunc(Number(c.req.query('part') ?? 1)) || 1)
    return c.html(page({ title: found.document.title ?? found.document.label, section: '/documents', kind: 'document' }, documentPage({ ...found, part, versions: await versionsOf(found.row.id) })))
  })

  app.get('/documents/:id/bytes', async (c) => {
    const id = documentIdOf(c), bytes = await store.bytes(id)
    if (!bytes) throw notFound('No document has this id.')
    return c.body(new Uint8Array(bytes), 200, { ...untrusted, 'content-disposition': `attachment; filename="${id}.bin"` })
  })

  app.get('/claims/:id', async (c) => {
    const found = await store.claim(claimIdOf(c)), whole = found && await store.document(found.claim.document)
    if (!whole) throw notFound('No claim has this id.')
    const part = partWith(whole.document, found.claim.evidence[0].start)
    return c.redirect(`${pathOf(found.claim.document)}${part > 1 ? `?part=${part}` : ''}#${found.claim.id}`)
  })
}

const pathOf = (id: DocumentId) => `/documents/${id}`

/** Bytes from outside are handed over for saving; no browser may show or run them as a page of this app. */
const untrusted = { 'content-type': 'application/octet-stream', 'content-security-policy': "default-src 'none'; sandbox" }
