import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A tag with what stands in it, as a screen reader gets it. */
export type ReadTag = {
  role: string
  alt?: string
  scope?: string
  text: string
  children: ReadTag[]
}

export type ReadPdf = {
  title: string
  language: string
  isMarked: boolean
  pages: number
  /** The tags below `Document`, of all pages in order. A tag that goes on on the next page is in here once for each, an empty one is not. */
  tags: ReadTag[]
  /** All words that are neither under a tag nor set apart as decoration. */
  loose: string[]
  /** What was set apart: footers, heads that stand there again. */
  decoration: string[]
}

/** Reads a PDF with the reader of a browser, which shares nothing with what wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const doc = await loading.promise
  const { info } = await doc.getMetadata()
  const marks = await doc.getMarkInfo()
  const read: ReadPdf = {
    title: String(Reflect.get(info, 'Title') ?? ''),
    language: String(Reflect.get(info, 'Language') ?? ''),
    isMarked: hasMark(marks),
    ...{ pages: doc.numPages, tags: [], loose: [], decoration: [] },
  }
  for (let number = 1; number <= doc.numPages; number++) await readPage(await doc.getPage(number), read)
  await loading.destroy()
  return read
}

/** The types of the reader say an object; it is a Map. */
function hasMark(marks: unknown): boolean {
  return marks instanceof Map && marks.get('Marked') === true
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function readPage(page: Page, read: ReadPdf): Promise<void> {
  const words = await wordsOf(page, read)
  const tree: unknown = await page.getStructTree()
  const roots = childrenOf(tree)
  for (const root of roots) read.tags.push(...tagOf(root, words).children)
}

/** The words of each marked piece of a page, by its id. */
async function wordsOf(page: Page, read: ReadPdf): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const open: { id: string | null; isArtifact: boolean }[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one.id !== null)?.id ?? null
      const text = item.str + (item.hasEOL ? ' ' : '')
      if (id !== null) words.set(id, (words.get(id) ?? '') + text)
      else if (open.some((one) => one.isArtifact)) read.decoration.push(text)
      else if (text.trim() !== '') read.loose.push(text)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push({ id: item.id ?? null, isArtifact: Reflect.get(item, 'tag') === 'Artifact' })
  }
  return words
}

function childrenOf(node: unknown): unknown[] {
  const children: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'children') : []
  return Array.isArray(children) ? children : []
}

function tagOf(node: unknown, words: ReadonlyMap<string, string>): ReadTag {
  const of = (key: string): unknown =>
    typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined
  const tag: ReadTag = { role: String(of('role') ?? ''), text: '', children: [] }
  const [alt, scope] = [of('alt'), of('scope')]
  if (typeof alt === 'string') tag.alt = alt
  if (typeof scope === 'string') tag.scope = scope
  for (const child of childrenOf(node)) {
    const id: unknown = typeof child === 'object' && child !== null ? Reflect.get(child, 'id') : undefined
    if (typeof id === 'string') tag.text += words.get(id) ?? ''
    else tag.children.push(tagOf(child, words))
  }
  tag.text = tag.text.replace(/\s+/g, ' ').trim()
  // The tree of a page also names, empty, what stands on another one.
  tag.children = tag.children.filter((one) => one.text !== '' || one.children.length > 0)
  return tag
}

/** Every tag with this role, wherever it stands. */
export function tagsOf(tags: readonly ReadTag[], role: string): ReadTag[] {
  return tags.flatMap((one) => [...(one.role === role ? [one] : []), ...tagsOf(one.children, role)])
}

/** How the pen was moved and turned on the first page, in order: the matrix of each. */
export async function placesIn(bytes: Uint8Array): Promise<number[][]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const page = await (await loading.promise).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  await loading.destroy()
  return argsArray.flatMap((args: unknown, at) =>
    fnArray[at] === OPS.transform ? [[...(args as number[])]] : [],
  )
}
