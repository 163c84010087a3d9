import { quarantined, Stop } from './stop.ts'

/** What a reader wants to hear of an XML text. Names come without their prefix, as documents are free to choose it. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>, prefix: string): void
  close?(name: string, prefix: string): void
  text?(text: string): void
}

export interface XmlOptions {
  readonly label: string
  /** Offset of the parser in the text at each event, for readers that cut pieces out. */
  readonly onPosition?: (offset: () => number) => void
  /** Names of HTML that feeds use as if XML knew them: `nbsp`. */
  readonly entities?: Readonly<Record<string, string>>
}

const deepest = 256
const chunk = 65_536

/**
 * Reads XML as a stream of events and stops at the first error: no entity is ever fetched or expanded, a document type
 * with declarations of its own is an attack or an accident and is set aside.
 * @throws Stop with code `broken-xml`, `doctype` or `too-deep`
 */
export async function parseXml(text: string, handlers: XmlHandlers, options: XmlOptions): Promise<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: false, position: options.onPosition !== undefined })
  let depth = 0
  if (options.entities) Object.assign(parser.ENTITIES, options.entities)
  parser.on('error', (error) => { throw quarantined('broken-xml', `${options.label} is not well-formed XML (${error.message.replace(/^\S*?(?=\d{1,9}:\d)/, '')}).`) })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw quarantined('doctype', `${options.label} declares entities of its own, as attacks do; it was not read.`)
  })
  parser.on('opentag', (tag) => {
    if (++depth > deepest) throw quarantined('too-deep', `${options.label} nests its elements more than ${deepest} deep; it was not read.`)
    const [name, prefix] = split(tag.name)
    handlers.open?.(name, tag.attributes, prefix)
  })
  parser.on('closetag', (tag) => { depth--; handlers.close?.(...split(tag.name)) })
  if (handlers.text) { parser.on('text', handlers.text); parser.on('cdata', handlers.text) }
  options.onPosition?.(() => parser.position)
  try {
    for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk))
    parser.close()
  } catch (error) {
    if (error instanceof Stop) throw error
    throw quarantined('broken-xml', `${options.label} is not well-formed XML (${(error as Error).message}).`)
  }
}

function split(name: string): [local: string, prefix: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? [name, ''] : [name.slice(colon + 1), name.slice(0, colon)]
}

/** An attribute by its local name: `r:id` and `id` are the same here. @example attribute({ 'r:id': 'rId1' }, 'id') // 'rId1' */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
}
