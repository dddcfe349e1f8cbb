import { itemFactory } from '@weerklank/core/library/item.factory'
import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { reindexOwn } from './reindex.job.ts'

const { searchLibrary, keepItem, publishItem } = libraryEndpoints

const item = itemFactory({
  title: { nl: 'Samen naar buiten', en: 'Outside together' },
  levels: { professional: { nl: 'Vraag het.', en: 'Ask it.' } },
  fits: { ...itemFactory().fits, moments: ['intake'] },
})

/** As it was kept before tags and languages were: found by its texts, all words together. */
const makeOld = (app: TestApp) =>
  asMaintenance(app.owner, async (trx) => {
    await sql`update library_search set index_version = 1, words = to_tsvector('dutch', 'Samen naar buiten')`.execute(
      trx,
    )
    await sql`update library_word set words = words || english, english = '{}'`.execute(trx)
  })

test('an own item that was kept in an older way is made anew, once, and then found by its tags', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const params = { item: app.world.newId<LibraryItemId>() }
  await noor.call(keepItem, { params, body: { item, from: null, revision: 0 } })
  await noor.call(publishItem, { params, body: { revision: 1 } })
  const found = async (text: string) =>
    (await noor.call(searchLibrary, { query: { text, origin: 'own' } })).items.map(({ why }) => why[0]?.place)
  expect(await found('kennismaking')).toEqual(['tag'])
  await makeOld(app)
  expect([await found('kennismaking'), await found('buiten')]).toEqual([[], ['title']])
  const again = () => reindexOwn(app.owner, app.workspace)
  expect([await again(), await again()]).toEqual([1, 0])
  expect(await found('kennismaking')).toEqual(['tag'])
  const words = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('library_word').select(['words', 'english']).where('letters', '=', 7).execute(),
  )
  expect(words[0]?.words).not.toContain('outside')
  expect(words[0]?.english).toContain('outside')
})
