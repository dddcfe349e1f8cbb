import type { CircleSideId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../../db/maintenance.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { browser } from '../../test-browser.ts'
import { buildStory } from '../../test-story.ts'
import { ownCheckOperations } from './check.operations.ts'
import { ownMapOperations } from './map.operations.ts'
import { ownCircleOperations } from './own.operations.ts'
import { ownWordsOperations } from './words.operations.ts'

type Story = Awaited<ReturnType<typeof buildStory>>
type Form = {
  below: string
  fields: Record<string, string>
  /** Asked of whoever does not speak for the family. */
  isBeside?: true
}

/** One form for each way to send something, by the path of its operation; the last ones end the link. */
function formsOf(app: TestApp, story: Story): Readonly<Record<string, Form>> {
  const { circle, checks, network, glossary } = story
  const id = () => app.world.newId<never>() as string
  const atCheck = `/check/${checks.asking}`
  const atMap = `/kaart/${network.open}`
  const choice = { keuze: 'ja', level: 'parent', version: '1' }
  return {
    '/n/{token}/check/{check}': { below: atCheck, fields: { side: circle.family, along: '5', share: 'no' } },
    '/n/{token}/check/{check}/terug': { below: `${atCheck}/terug`, fields: {} },
    '/n/{token}/kaart/{wave}': { below: atMap, fields: { [`o-${circle.noor}`]: 'weekly' } },
    '/n/{token}/kaart/{wave}/terug': { below: `${atMap}/terug`, fields: {} },
    '/n/{token}/keuze/network-map': { below: '/keuze/network-map', fields: { ...choice, id: id() } },
    '/n/{token}/woorden': { below: '/woorden', fields: { do: 'anders', word: glossary.word } },
    '/n/{token}/spanningen': { below: '/spanningen', fields: { tension: glossary.tension } },
    '/n/{token}/gezin': {
      ...{ below: '/gezin', isBeside: true },
      fields: { id: id(), kind: 'tell', text: 'We bellen eerst.', who: story.lina.id, when: '' },
    },
    '/n/{token}/gezin/{word}': {
      ...{ below: `/gezin/${circle.word}`, isBeside: true },
      fields: { version: '1', [`answer-${circle.word}`]: 'Dat is goed.' },
    },
    '/n/{token}/gesprek': { below: '/gesprek', fields: {} },
    '/n/{token}/nieuw': { below: '/nieuw', fields: {} },
  }
}

const allPosts = [
  ...ownCircleOperations,
  ...ownWordsOperations,
  ...ownMapOperations,
  ...ownCheckOperations,
].flatMap(({ method, path }) => (method === 'post' ? [path] : []))

/** What is recorded of Lina: in which language we write to her, and from which side she speaks. */
const recordLina = (app: TestApp, story: Story, of: { language: string; side: CircleSideId }) =>
  asMaintenance(app.owner, async (trx) => {
    await trx
      .updateTable('participant')
      .set({ language: of.language as never })
      .where('id', '=', story.lina.id)
      .execute()
    await trx
      .updateTable('circle_person')
      .set({ side_ids: [of.side] })
      .where('participant_id', '=', story.lina.id)
      .execute()
  })

test.each([
  ['nl', 'en'],
  ['en', 'nl'],
])(
  'whoever is recorded as %s and reads in %s is led on in what she reads, after every form',
  async (language, lang) => {
    await using app = await testApp()
    const story = await buildStory(app)
    const link = browser(app)
    const root = `/n/${story.circle.tokens[0]}`
    const led: Record<string, string | null> = {}
    for (const [path, { below, fields, isBeside = false }] of Object.entries(formsOf(app, story))) {
      const side = isBeside ? story.circle.professionals : story.circle.family
      await recordLina(app, story, { language, side })
      const sent = await link.post(`${root}${below}?lang=${lang}`, Object.entries(fields))
      expect(sent.status, `${path} ${sent.text}`).toBe(303)
      const leads = new URL(sent.headers.get('location') ?? '', 'http://here')
      led[path] = leads.searchParams.get('lang')
      expect((await link.get(leads.pathname + leads.search)).text, path).toContain(`<html lang="${lang}"`)
    }
    const left = '/n/{token}/weg'
    expect(led).toEqual(
      Object.fromEntries(allPosts.filter((path) => path !== left).map((path) => [path, lang])),
    )
  },
)

test('a form of which something can be mended is answered in what she reads too', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const link = browser(app)
  const root = `/n/${story.circle.tokens[0]}`
  const wrong = {
    '/woorden': { do: 'woord', id: app.world.newId<never>() as string, new: ' ' },
    '/keuze/network-map': {},
    [`/check/${story.checks.asking}`]: {},
  }
  for (const [below, fields] of Object.entries(wrong)) {
    const sent = await link.post(`${root}${below}?lang=en`, Object.entries(fields))
    expect([below, sent.status]).toEqual([below, 422])
    expect(sent.text).toContain('<html lang="en"')
  }
})
