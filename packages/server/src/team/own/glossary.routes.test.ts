import type { GlossaryWordId, TensionId } from '@weerklank/core/shared/ids'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../../db/maintenance.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { buildNetwork, type Network } from '../glossary.fixture.ts'

/** The pages of the first of the family, by her link. */
function byLink(app: TestApp, { circle }: Network, below: string) {
  const path = `/n/${circle.tokens[0]}${below}`
  const read = async () => (await app.hono.request(path)).text()
  const send = (fields: Record<string, string>) =>
    app.hono.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  return { read, send }
}

async function withWord(app: TestApp) {
  const network = await buildNetwork(app)
  const word = app.world.newId<GlossaryWordId>()
  await network.as.call(glossaryEndpoints.addGlossaryWord, {
    params: network.params,
    body: { id: word, word: 'regie' },
  })
  return {
    network,
    word,
    at: { params: { ...network.params, word } },
    page: byLink(app, network, '/woorden'),
  }
}

test('whoever came by a link says what she means, in her own name, and takes it back', async () => {
  await using app = await testApp()
  const { network, word, page } = await withWord(app)
  const said = await page.send({
    do: 'bedoel',
    word,
    [`mine-${word}`]: 'Dat ik <b>zelf</b> kies.',
    [`from-${word}`]: 'me',
  })
  expect([said.status, said.headers.get('location')]).toEqual([303, expect.stringContaining('bewaard=1')])
  const html = await page.read()
  expect(html).toContain('Dat ik &lt;b&gt;zelf&lt;/b&gt; kies.')
  expect(html).not.toContain('<script')
  const told = await network.as.call(glossaryEndpoints.getGlossary, { params: network.params })
  const [meaning] = told.words[0]?.meanings ?? []
  expect(meaning).toMatchObject({ by: { name: 'Lina' }, isMine: false, mayRemove: false })
  expect((await page.send({ do: 'weg', word, meaning: meaning?.id ?? '' })).status).toBe(303)
  expect(
    (await network.as.call(glossaryEndpoints.getGlossary, { params: network.params })).words[0]?.meanings,
  ).toEqual([])
})

test('an agreed meaning that was written in the meantime is shown beside what she typed', async () => {
  await using app = await testApp()
  const { network, word, at, page } = await withWord(app)
  const on = app.clock.now().slice(0, 10)
  const theirs = { base: 0, text: 'Wie belt.', on, meeting: null }
  await network.as.call(glossaryEndpoints.agreeOnMeaning, { ...at, body: theirs })
  const field = `agreed-${word}`
  const late = await page.send({ do: 'afspraak', word, base: '0', [field]: 'Wie beslist.' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('Wie belt.')
  expect(html).toContain('Wie beslist.')
  expect(html).toContain('name=base value="1"')
  expect((await page.send({ do: 'afspraak', word, base: '1', [field]: 'Wie beslist.' })).status).toBe(303)
  expect((await page.send({ do: 'afspraak', word, base: '2', [field]: ' ' })).status).toBe(422)
  expect((await page.send({ do: 'woord', id: app.world.newId(), new: 'Regie' })).status).toBe(422)
  expect((await page.send({ do: 'weg', word, meaning: 'x' })).status).toBe(404)
})

test('she sees a tension in confidence; when the family has left nothing new is written, and hers she still takes back', async () => {
  await using app = await testApp()
  const { network, word, page } = await withWord(app)
  const id = app.world.newId<TensionId>()
  const words = {
    left: 'nu iets doen',
    right: 'bouwen aan later',
    leftGood: 'Snel.',
    rightGood: 'Het houdt stand.',
  }
  const rest = { situation: '', asks: '', room: null, meeting: null, lookOn: null }
  const { params } = network
  await network.as.call(tensionEndpoints.addTension, {
    params,
    body: { id, pair: 'short-long', ...words, ...rest },
  })
  const tensions = byLink(app, network, '/spanningen')
  expect((await tensions.send({ tension: id, [`lean-${id}`]: '-1' })).status).toBe(303)
  expect(await tensions.read()).toContain('1 van ons zien dit.')
  expect((await network.as.call(tensionEndpoints.listTensions, { params })).tensions[0]?.mine).toBeNull()
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('circle_person')
      .set({ left_at: app.clock.now() })
      .where('participant_id', '=', network.clients[1] ?? ('' as never))
      .execute(),
  )
  expect((await page.send({ do: 'anders', word })).status).toBe(303)
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('circle').set({ ended_at: app.clock.now(), end_reason: 'done' }).execute(),
  )
  expect((await page.send({ do: 'anders', word })).status).toBe(409)
  expect((await tensions.send({ tension: id, do: 'weg' })).status).toBe(303)
})
