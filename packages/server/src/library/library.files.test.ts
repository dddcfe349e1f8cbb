import { cardsOf } from '@weerklank/core/library/card'
import { filesAtMost, libraryFiles } from '@weerklank/core/library/collection-files'
import { itemFactory } from '@weerklank/core/library/item.factory'
import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readPdf } from '../reports/pdf.reader.fixture.ts'
import { testApp } from '../test-app.ts'

const { keepItem, publishItem } = libraryEndpoints

/** One own card, in Dutch only, for professionals and parents. */
const dutch = itemFactory({
  title: { nl: 'Alleen Nederlands' },
  levels: { professional: { nl: 'Zeg het kort.' }, parent: { nl: 'U mag het kort houden.' } },
})

async function shelf() {
  const app = await testApp()
  const who = await app.professional({ name: 'Noor' })
  const params = { item: app.world.newId<LibraryItemId>() }
  await app.as(who).call(keepItem, { params, body: { item: dutch, from: null, revision: 0 } })
  await app.as(who).call(publishItem, { params, body: { revision: 1 } })
  return {
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    /** What stands in a file, read as what it is. */
    take: async (said: string) => {
      const reply = await app.hono.request(`/api/library/files?origin=own&${said}`, {
        headers: { cookie: who.cookie },
      })
      expect([said, reply.status]).toEqual([said, 200])
      if (reply.headers.get('content-type') !== 'application/pdf') return reply.text()
      return JSON.stringify((await readPdf(new Uint8Array(await reply.arrayBuffer()))).tags)
    },
  }
}

test('a card in one language goes along in every file, whatever language the screen is in', async () => {
  await using house = await shelf()
  for (const format of libraryFiles) {
    const asked = `format=${format}&reader=professional`
    expect(await house.take(`${asked}&words=en`), format).toContain('Zeg het kort.')
    // Who looks for what is there in English does not find it.
    expect(await house.take(`${asked}&words=en&language=en`), format).not.toContain('Zeg het kort.')
  }
})

test('a file says how many cards have no text for its reader; the open file holds them all', async () => {
  await using house = await shelf()
  const told = '1 card has no text for children and is left out.'
  for (const format of libraryFiles) {
    const text = await house.take(`format=${format}&reader=child&words=en`)
    if (format === 'json') expect(text).toContain('Zeg het kort.')
    else expect([format, text.includes('Zeg het kort.'), text.includes(told)]).toEqual([format, false, true])
    expect(await house.take(`format=${format}&reader=parent&words=en`)).not.toContain('left out')
  }
  const { leftOut } = cardsOf([dutch, dutch, dutch], { level: 'child', language: 'nl' })
  expect(leftOut).toBe('3 kaarten hebben geen tekst voor kinderen en gaan niet mee.')
})

test('more than a file may hold is refused and never cut off', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional())
  const times = Math.ceil(filesAtMost.offline / 100)
  for (const table of ['library_shipped', 'library_shipped_search'])
    await sql`insert into ${sql.table(table)} select (jsonb_populate_record(one, jsonb_build_object('item_key', item_key || '-' || n))).*
      from ${sql.table(table)} one, generate_series(1, ${sql.lit(times)}) n`.execute(app.owner)
  const statusOf = async (format: string) =>
    (await noor.request('GET', `/api/library/files?format=${format}&reader=child`)).status
  for (const format of libraryFiles)
    expect([format, await statusOf(format)]).toEqual([format, filesAtMost[format] > 1000 ? 200 : 413])
})
