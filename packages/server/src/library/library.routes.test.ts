import { collectionEndpoints } from '@weerklank/core/library/collection.contract'
import { evidenceGrades } from '@weerklank/core/library/item'
import { itemFactory } from '@weerklank/core/library/item.factory'
import type { Item } from '@weerklank/core/library/item.schema'
import { itemsOnPage, libraryEndpoints } from '@weerklank/core/library/library.contract'
import type { CollectionId, LibraryItemId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

const {
  searchLibrary,
  readLibraryItem,
  keepItem,
  publishItem,
  withdrawItem,
  sayHelped,
  takeBackUse,
  importItems,
} = libraryEndpoints
const { keepCollection, shareCollection, revokeCollectionLink, listCollections, takeLibrary } =
  collectionEndpoints

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code
const fieldsOf = (reply: { body: unknown }) =>
  (reply.body as { error?: { fields?: Record<string, string> } }).error?.fields

const walk = itemFactory({
  title: { nl: 'Samen naar buiten', en: 'Outside together' },
  summary: { nl: 'Lopen praat makkelijker.', en: 'Walking makes talking easier.' },
  levels: {
    professional: { nl: 'Vraag of je samen een rondje loopt.', en: 'Ask to take a walk together.' },
    parent: { nl: 'U kunt samen gaan wandelen.', en: 'You can go for a walk together.' },
  },
  sentences: [
    {
      nl: { u: 'Zullen we een rondje lopen?', je: 'Zullen we een rondje lopen?' },
      en: 'Shall we take a walk?',
    },
  ],
  minutes: 20,
})

async function offered(app: TestApp, item: Item = walk) {
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const id = app.world.newId<LibraryItemId>()
  const params = { item: id }
  await noor.call(keepItem, { params, body: { item, from: null, revision: 0 } })
  await noor.call(publishItem, { params, body: { revision: 1 } })
  return { noor, id, key: `own-${id}`, params }
}

test('an item is found by what stands in it, also with wrong letters and in the other language, and says why', async () => {
  await using app = await testApp()
  const { noor, key } = await offered(app)
  for (const text of ['rondje', 'rodnje', 'Wandeln', 'walkign']) {
    const { items, meant } = await noor.call(searchLibrary, { query: { text, origin: 'own' } })
    expect([text, items.map((one) => one.key)]).toEqual([text, [key]])
    expect(items[0]?.why.length, text).toBeGreaterThan(0)
    expect(meant.length).toBe(text === 'rondje' ? 0 : 1)
  }
  const { items, total } = await noor.call(searchLibrary, { query: { text: 'conatct' } })
  expect(total).toBeGreaterThan(0)
  expect(items.every(({ own }) => !own)).toBe(true)
  expect(
    (await noor.call(searchLibrary, { query: { text: 'rondje', minutes: 10 } })).items.map((one) => one.key),
  ).not.toContain(key)
  expect((await noor.call(searchLibrary, { query: { text: 'zzzqqq' } })).total).toBe(0)
})

test('without words everything stands in one list, what ships and what is one’s own, each once', async () => {
  await using app = await testApp()
  const { noor, key } = await offered(app)
  const all = await noor.call(searchLibrary, { query: {} })
  const seen = new Map<string, boolean>()
  for (let from = 0; from < all.total; from += itemsOnPage) {
    const { items, total } = await noor.call(searchLibrary, { query: { from } })
    expect(total).toBe(all.total)
    for (const one of items) {
      expect(seen.has(one.key), one.key).toBe(false)
      expect(one.why).toEqual([])
      seen.set(one.key, one.own)
    }
  }
  expect(seen.size).toBe(all.total)
  expect([...seen].filter(([, isOwn]) => isOwn)).toEqual([[key, true]])
  expect((await noor.call(searchLibrary, { query: { kind: walk.kind, origin: 'own' } })).total).toBe(1)
})

test('what a chatbot listed is found, marked, and never stands among evidence', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const { items } = await noor.call(searchLibrary, { query: { kind: 'theory' } })
  const listed = items.filter(({ provenance }) => provenance === 'chatbot-list')
  expect(listed.length).toBeGreaterThan(0)
  for (const grade of evidenceGrades) {
    const found = await noor.call(searchLibrary, { query: { grade } })
    expect(found.items.map(({ provenance }) => provenance)).not.toContain('chatbot-list')
  }
})

test('an own item without source is refused, and the field is named; nothing of it is kept', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const path = `/api/library/own/${app.world.newId()}`
  const { source: _, ...without } = walk
  for (const item of [without, { ...walk, source: { text: '  ' } }]) {
    const refused = await noor.request('PUT', path, { item, from: null, revision: 0 })
    expect([refused.status, codeOf(refused)]).toEqual([422, 'invalid-input'])
    expect(Object.keys(fieldsOf(refused) ?? {})[0]).toMatch(/^item\.source/)
  }
  const claims = { ...walk, provenance: 'chatbot-list', grade: 'studies' }
  expect((await noor.request('PUT', path, { item: claims, from: null, revision: 0 })).status).toBe(422)
})

test('what was published keeps its words; the old version stays readable; withdrawn it is found no more', async () => {
  await using app = await testApp()
  const { noor, key, params } = await offered(app)
  const changed = { ...walk, title: { nl: 'Een rondje om', en: 'Round the block' } }
  const body = { item: changed, from: null, revision: 2 }
  const next = await noor.call(keepItem, { params, body })
  expect(await noor.call(keepItem, { params, body })).toEqual(next)
  expect(next).toMatchObject({ item: { version: 2 }, own: { status: 'draft' }, versions: [2, 1] })
  const late = await noor.request('PUT', `/api/library/own/${params.item}`, { ...body, item: walk })
  expect([late.status, codeOf(late)]).toEqual([409, 'conflict'])
  // A draft of a next version is found by nobody; the one before still is.
  expect((await noor.call(searchLibrary, { query: { text: 'buiten', origin: 'own' } })).total).toBe(1)
  await noor.call(publishItem, { params, body: { revision: 3 } })
  expect((await noor.call(searchLibrary, { query: { text: 'buiten', origin: 'own' } })).total).toBe(0)
  const old = await noor.call(readLibraryItem, { params: { key }, query: { version: 1 } })
  expect(old.item.title.nl).toBe('Samen naar buiten')
  await noor.call(withdrawItem, { params, body: { revision: 4 } })
  expect((await noor.call(searchLibrary, { query: { text: 'rondje', origin: 'own' } })).total).toBe(0)
})

test('a guest reads what ships and writes nothing; another organisation sees nothing', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const { key } = await offered(app)
  const guest = app.as(await app.professional({ name: 'Gast', role: 'guest' }))
  const abroad = app.as(await app.professional({ name: 'Ilse', workspace: elsewhere.workspace }))
  for (const other of [guest, abroad]) {
    expect((await other.request('GET', `/api/library/items/${key}`)).status).toBe(404)
    expect((await other.call(searchLibrary, { query: { text: 'buiten', origin: 'own' } })).total).toBe(0)
    expect((await other.call(searchLibrary, { query: {} })).total).toBeGreaterThan(0)
  }
  const id = app.world.newId()
  const wish = await guest.request('PUT', `/api/library/own/${id}`, { item: walk, from: null, revision: 0 })
  expect([wish.status, codeOf(wish)]).toEqual([403, 'not-allowed'])
})

test('whether it helped is counted without a name; one takes back one’s own and nobody else’s', async () => {
  await using app = await testApp()
  const { noor, key } = await offered(app)
  const bram = app.as(await app.professional({ name: 'Bram' }))
  const [hers, his] = [app.world.newId(), app.world.newId()]
  const params = { key }
  await noor.call(sayHelped, { params, body: { id: hers, helped: true, words: 'Zij begon zelf te praten.' } })
  await noor.call(sayHelped, { params, body: { id: hers, helped: true, words: '' } })
  const seen = await bram.call(sayHelped, { params, body: { id: his, helped: false, words: '' } })
  expect(seen).toMatchObject({
    helped: 1,
    didNot: 1,
    words: [{ helped: true, words: 'Zij begon zelf te praten.' }],
  })
  expect(seen.mine.map(({ id }) => id)).toEqual([his])
  expect(JSON.stringify(seen)).not.toContain('Noor')
  expect((await bram.request('DELETE', `/api/library/items/${key}/uses/${hers}`)).status).toBe(404)
  expect(await noor.call(takeBackUse, { params: { key, use: hers } })).toEqual({
    helped: 0,
    didNot: 1,
    words: [],
    mine: [],
  })
})

test('a collection is shared by a link at one reading level, until its day or until it is withdrawn', async () => {
  await using app = await testApp()
  const { noor, key } = await offered(app)
  const id = app.world.newId<CollectionId>()
  const params = { collection: id }
  const body = { title: 'Voor het begin', note: '', isShared: false, keys: [key], revision: 0 }
  await noor.call(keepCollection, { params, body })
  const bram = app.as(await app.professional({ name: 'Bram' }))
  expect((await bram.call(listCollections)).collections).toEqual([])
  expect((await bram.request('PUT', `/api/library/collections/${id}`, { ...body, revision: 1 })).status).toBe(
    409,
  )
  const link = { id: app.world.newId(), level: 'child' as const, language: 'nl' as const, days: 30 }
  const { url, leftOut } = await noor.call(shareCollection, { params, body: link })
  expect(leftOut).toBe(1)
  const page = await app.hono.request(url)
  const text = await page.text()
  expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
  expect(text).toContain('Voor het begin')
  expect(text).not.toContain('Samen naar buiten')
  expect(text).toContain('Hier staan nu geen kaarten.')
  expect(text).not.toContain('<script')
  await noor.call(revokeCollectionLink, { params: { ...params, link: link.id } })
  expect((await app.hono.request(url)).status).toBe(404)
  const forAll = { ...link, id: app.world.newId(), level: 'parent' as const }
  const again = await noor.call(shareCollection, { params, body: forAll })
  const shown = await (await app.hono.request(again.url)).text()
  expect(shown).toContain('U kunt samen gaan wandelen.')
  expect(shown.length).toBeLessThan(6_000)
  app.clock.advance(31 * 86_400_000)
  expect((await app.hono.request(again.url)).status).toBe(404)
})

test('what was taken out of the library leaves the house no more, also by a link that was given before', async () => {
  await using app = await testApp()
  const { noor, key, params: item } = await offered(app)
  const params = { collection: app.world.newId<CollectionId>() }
  const body = { title: 'Voor het begin', note: '', isShared: false, keys: [key], revision: 0 }
  await noor.call(keepCollection, { params, body })
  const link = () => ({
    id: app.world.newId(),
    level: 'professional' as const,
    language: 'nl' as const,
    days: 30,
  })
  const { url } = await noor.call(shareCollection, { params, body: link() })
  expect(await (await app.hono.request(url)).text()).toContain('Samen naar buiten')
  await noor.call(withdrawItem, { params: item, body: { revision: 2 } })
  expect(await (await app.hono.request(url)).text()).not.toContain('Samen naar buiten')
  expect((await noor.call(shareCollection, { params, body: link() })).leftOut).toBe(1)
})

test('what is said beside it names nobody who is known here', async () => {
  await using app = await testApp()
  await app.relation({ participants: [{ name: 'Quirina', voice: 'mother', address: 'u' }] })
  const { noor, key } = await offered(app)
  const words = 'Bij Quirina hielp het.'
  const said = { params: { key }, body: { id: app.world.newId(), helped: true, words } }
  expect((await noor.call(sayHelped, said)).words).toEqual([{ helped: true, words: 'Bij [naam] hielp het.' }])
})

test('items go out as cards, an offline page, JSON and Markdown, and the JSON comes back as drafts', async () => {
  await using app = await testApp()
  const { noor, key } = await offered(app)
  const file = (format: string) =>
    noor.request('GET', `/api/library/files?format=${format}&reader=professional&origin=own`)
  expect((await file('cards-8')).headers.get('content-type')).toBe('application/pdf')
  const offline = String((await file('offline')).body)
  expect(offline).toContain('Content-Security-Policy')
  expect(offline).not.toMatch(/src=|https?:\/\//)
  expect(String((await file('markdown')).body)).toContain('## Samen naar buiten')
  const json = (await file('json')).body
  const sent = { id: app.world.newId(), file: typeof json === 'string' ? json : JSON.stringify(json) }
  const back = await noor.call(importItems, { body: sent })
  expect(back).toMatchObject({ taken: [{ at: 1, title: { nl: 'Samen naar buiten' } }], refused: [] })
  expect(await noor.call(importItems, { body: sent })).toEqual(back)
  const made = await noor.call(readLibraryItem, { params: { key: back.taken[0]?.key ?? '' }, query: {} })
  expect(made).toMatchObject({ own: { status: 'draft', from: key }, item: { levels: walk.levels } })
  const none = await noor.request('POST', '/api/library/import', { ...sent, file: '[]' })
  expect([none.status, fieldsOf(none)]).toEqual([422, { file: 'no-library-file' }])
  expect(takeLibrary.files).toContain('application/pdf')
})
