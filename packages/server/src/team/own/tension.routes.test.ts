import type { TensionId } from '@weerklank/core/shared/ids'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../../db/maintenance.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { browser } from '../../test-browser.ts'
import { buildNetwork, type Network } from '../glossary.fixture.ts'

const { listTensions, addTension } = tensionEndpoints

/** The pages of the mother, by her link. */
function byLink(app: TestApp, { circle }: Network) {
  const root = `/n/${circle.tokens[1]}`
  const device = browser(app)
  return {
    read: async (below: string) => (await device.get(root + below)).text,
    send: (fields: Record<string, string>) =>
      device.post(`${root}/spanningen`, Object.entries({ do: 'nieuw', ...fields })),
  }
}

const words = {
  ...{ pair: 'rigid-flexible', left: 'houvast', right: 'meebewegen' },
  ...{ leftGood: 'Ieder weet wie er belt.', rightGood: 'Het past bij de dag.' },
  ...{ situation: 'Als een bezoek niet doorgaat.', asks: '' },
}

const idOf = (html: string) => /name="?id"? value="([^"]+)"/.exec(html)?.[1] ?? ''

async function withNetwork(app: TestApp) {
  const network = await buildNetwork(app)
  const listed = async () => (await network.as.call(listTensions, { params: network.params })).tensions
  return { network, listed, page: byLink(app, network) }
}

test('the mother is the first to put a tension in: the colleague reads it, and a repeat is the same', async () => {
  await using app = await testApp()
  const { network, listed, page } = await withNetwork(app)
  expect(await page.read('')).toContain('Er staat nog geen spanning.')
  expect(await page.read('/spanningen')).toContain('paar=short-long')
  const form = await page.read('/spanningen?paar=rigid-flexible')
  expect(form).toContain('value="meebewegen"')
  expect(form).toContain('Ieder weet waar zij aan toe is.')
  expect(form).not.toContain('<script')
  const id = idOf(form)
  const sent = await page.send({ ...words, id })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, expect.stringContaining('bewaard=1')])
  expect((await page.send({ ...words, id })).status).toBe(303)
  expect(await listed()).toMatchObject([
    { id, pair: 'rigid-flexible', left: 'houvast', rightGood: 'Het past bij de dag.', now: { seen: 0 } },
  ])
  // Who wrote it is kept, and told to nobody of the circle.
  const author = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('tension').select('participant_id').executeTakeFirstOrThrow(),
  )
  expect(author.participant_id).toBe(network.clients[1])
  const added = (await app.audit()).filter(({ action }) => action === 'circle.tension-added')
  expect(added[0]).toMatchObject({ actor: `participant:${network.clients[1]}`, subject_id: id })
  expect(JSON.stringify(await listed())).not.toContain(network.clients[1])
})

test('what is missing, too long or named is told at its field, and what was typed stands there still', async () => {
  await using app = await testApp()
  const { listed, page } = await withNetwork(app)
  const id = app.world.newId<TensionId>()
  const bare = await page.send({ ...words, id, leftGood: ' ', rightGood: 'a'.repeat(501) })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain('Als een bezoek niet doorgaat.')
  expect(bare.text).toContain('a'.repeat(501))
  expect(bare.text).toMatch(/id="leftGood-e">Vul dit nog in\./)
  expect(bare.text).toMatch(/id="rightGood-e">Dit is te lang\./)
  const named = await page.send({ ...words, id, situation: 'Als Karin belt.' })
  expect(named.status).toBe(422)
  expect(named.text).toMatch(/id="situation-e">Hier staat een naam of adres\./)
  expect(named.text).toContain('Als Karin belt.')
  expect((await page.send({ ...words, id, situation: 'Bel 0612345678.' })).status).toBe(422)
  expect((await page.send({ ...words, id, pair: 'good-bad' })).status).not.toBe(303)
  expect((await page.send({ ...words, id: 'x' })).status).not.toBe(303)
  expect(await listed()).toEqual([])
})

test('at a day she is asked to look once more; it is kept as it is when she says so, and asked again of another', async () => {
  await using app = await testApp()
  const { listed, page } = await withNetwork(app)
  const own = { ...words, id: app.world.newId<TensionId>(), pair: 'own', left: 'zacht', right: 'snel' }
  const first = await page.send({ ...own, situation: 'Op maandag belt niemand.' })
  expect(first.status).toBe(422)
  expect(first.text).toContain('Kijk nog even naar: maandag.')
  expect(first.text).toContain('Bewaren zoals het er staat')
  expect(first.text).toContain('Op maandag belt niemand.')
  const weighed = JSON.stringify(['maandag'])
  const more = await page.send({ ...own, situation: 'Op maandag en dinsdag belt niemand.', weighed })
  expect(more.text).toContain('dinsdag')
  expect((await page.send({ ...own, situation: 'Op maandag belt niemand.', weighed: '{' })).status).toBe(422)
  expect(await listed()).toEqual([])
  expect((await page.send({ ...own, situation: 'Op maandag belt niemand.', weighed })).status).toBe(303)
  expect(await listed()).toMatchObject([{ left: 'zacht', situation: 'Op maandag belt niemand.' }])
})

test('when the network is over, or full, nothing is put in; the page says so', async () => {
  await using app = await testApp()
  const { network, listed, page } = await withNetwork(app)
  const { pair: _, ...rest } = words
  for (let at = 0; at < 50; at++)
    await network.as.call(addTension, {
      params: network.params,
      body: {
        id: app.world.newId<TensionId>(),
        pair: 'own',
        ...rest,
        room: null,
        meeting: null,
        lookOn: null,
      },
    })
  const full = await page.send({ ...words, id: app.world.newId<TensionId>() })
  expect(full.status).toBe(422)
  expect(full.text).toContain('Er staan al heel veel spanningen.')
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('circle').set({ ended_at: app.clock.now(), end_reason: 'done' }).execute(),
  )
  expect((await page.send({ ...words, id: app.world.newId<TensionId>() })).status).toBe(409)
  expect(await page.read('/spanningen?paar=own')).not.toContain('name=leftGood')
  expect(await listed()).toHaveLength(50)
})

test('whoever came by a link reads the cards about what hinders us, each with its other side', async () => {
  await using app = await testApp()
  const { page } = await withNetwork(app)
  expect(await page.read('/spanningen')).toContain('/hindernissen?lang=nl')
  const cards = await page.read('/hindernissen')
  expect(cards.match(/<h2>/g)).toHaveLength(5)
  expect(cards.match(/En de andere kant/g)).toHaveLength(5)
  expect(cards).toContain('Wanneer waren we het te snel eens?')
  expect(await page.read('/hindernissen?lang=en')).toContain('When did we agree too quickly?')
})
