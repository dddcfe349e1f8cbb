import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import type { Language } from '@weerklank/core/shared/language'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

/** What people in care type, and what of the shipped items must then stand among the first five. */
const searches: readonly (readonly [Language, typed: string, found: readonly string[]])[] = [
  ['nl', 'ouders', ['round-one-family', 'first-meeting']],
  ['nl', 'ouder', ['round-one-family']],
  ['nl', 'vader', ['round-one-family', 'end-of-a-talk']],
  ['nl', 'moeder', ['round-one-family']],
  ['nl', 'oudrs', ['round-one-family']],
  ['nl', 'boze ouder', ['after-anger']],
  ['nl', 'wat als ouder boos wordt', ['after-anger']],
  ['nl', 'intake', ['intake-earlier-help', 'discuss-the-relation-early']],
  ['nl', 'intaek', ['intake-earlier-help']],
  ['nl', 'kennismaking', ['intake-earlier-help']],
  ['nl', 'feedback', ['ask-with-a-tool']],
  ['nl', 'mdo', ['round-one-family', 'mdi-client']],
  ['nl', 'casusoverleg', ['mdi-client']],
  ['nl', 'teamoverleg', ['team-start-with-a-question']],
  ['nl', 'crisis', ['enough-safety', 'bear-tension']],
  ['nl', 'huisbezoek', ['first-meeting', 'round-one-family']],
  ['nl', 'huisbezok', ['first-meeting']],
  ['nl', 'kwetsbaar', ['open-talk']],
  ['nl', 'weerstand', ['after-silence']],
  ['nl', 'vechtscheiding', ['handle-conflict', 'on-everyones-side']],
  ['nl', 'vechtscheidign', ['handle-conflict']],
  ['nl', 'ruzie', ['handle-conflict', 'stay-with-tension']],
  ['nl', 'conflict in team', ['handle-conflict']],
  ['nl', 'tiener', ['with-a-young-person']],
  ['nl', 'puber wil niet praten', ['with-a-young-person', 'after-silence']],
  ['nl', 'kind praat niet', ['with-a-young-person']],
  ['nl', 'cliënt komt niet opdagen', ['nothing-heard']],
  ['nl', 'tolk', ['fit']],
  ['nl', 'afscheid nemen', ['saying-goodbye', 'journal-ending']],
  ['nl', 'afhaken', ['repair-and-staying', 'are-we-all-still-there']],
  ['nl', 'intervisie', ['mdi-client', 'balint']],
  ['nl', 'gelijkwaardig', ['deciding-together']],
  ['nl', 'werkdruk', ['asking-for-time', 'cognitive-load']],
  ['nl', 'grenzen stellen', ['saying-no']],
  ['nl', 'moeilijk gesprek', ['hard-talks']],
  ['nl', 'vooroordelen', ['look-at-yourself']],
  ['nl', 'vertrouwne', ['trust', 'giving-trust']],
  ['nl', 'luistren', ['active-listening']],
  ['en', 'parents', ['round-one-family', 'first-meeting']],
  ['en', 'parnets', ['round-one-family']],
  ['en', 'angry parent', ['after-anger']],
  ['en', 'intake', ['intake-earlier-help']],
  ['en', 'multidisciplinary meeting', ['mdi-client']],
  ['en', 'teenager', ['with-a-young-person']],
  ['en', 'divorce', ['handle-conflict']],
  ['en', 'home visit', ['round-one-family']],
  ['en', 'client does not show up', ['nothing-heard']],
  ['en', 'interpreter', ['fit']],
  ['en', 'resistance', ['after-silence']],
  ['en', 'goodbye', ['saying-goodbye']],
  ['en', 'listning', ['active-listening']],
]

let app: TestApp
let noor: ReturnType<TestApp['as']>
beforeAll(async () => {
  app = await testApp()
  noor = app.as(await app.professional({ name: 'Noor' }))
})
afterAll(() => app[Symbol.asyncDispose]())

const looksFor = (text: string, language: Language, from = 0) =>
  noor.call(libraryEndpoints.searchLibrary, { query: { text, language, from } })

test.each(searches)('%s: ‘%s’ brings %o', async (language, typed, found) => {
  const { items } = await looksFor(typed, language)
  const first = items.slice(0, 5)
  expect(first.map(({ key }) => key)).toEqual(expect.arrayContaining([...found]))
  for (const { key, why } of first) expect(why.length, key).toBeGreaterThan(0)
})

test('a word is not taken for one of the other language, nor corrected when it means something', async () => {
  for (const typed of ['vader', 'ouder', 'tolk', 'mdo', 'tiener', 'huisbezoek']) {
    expect((await looksFor(typed, 'nl')).meant, typed).toEqual([])
  }
  expect((await looksFor('vechtscheidign', 'nl')).meant).toEqual([
    { typed: 'vechtscheidign', words: ['vechtscheiding'] },
  ])
})

test('what was looked for besides is told, in words that stand somewhere', async () => {
  const { also } = await looksFor('tiener', 'nl')
  expect(also).toEqual([{ typed: 'tiener', words: ['jongere', 'kind'] }])
})

test('where nothing holds all words, what holds most of them stands first, and it is said', async () => {
  const some = await looksFor('xylofoonles intervisie casus', 'nl')
  expect([some.isPartial, some.items[0]?.key]).toEqual([true, 'mdi-client'])
  expect((await looksFor('intervisie casus', 'nl')).isPartial).toBe(false)
  expect(await looksFor('xylofoonles quantumveld', 'nl')).toMatchObject({ isPartial: false, total: 0 })
  const past = await looksFor('intervisie casus', 'nl', 5000)
  expect([past.isPartial, past.items, past.total > 0]).toEqual([false, [], true])
})
