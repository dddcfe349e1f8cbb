import { peerFeedbackEndpoints } from '@weerklank/core/learning/peer-feedback.contract'
import { portfolioFile } from '@weerklank/core/learning/portfolio'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inContext } from '../../db/context.ts'
import { hashOf } from '../../http/link-token.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { publicUrl } from '../../test-member.ts'
import { makeBuddies, ownPath, runningTrajectory } from '../nudge.fixture.ts'
import { byLearnerLink } from './own.fixture.ts'

const day = 86_400_000

/** Somebody at her own pages, with a goal of her own. */
async function atHerPages(app: TestApp) {
  const of = await runningTrajectory(app)
  const [learner, other] = of.learners
  if (learner === undefined || other === undefined) throw new Error('There are learners')
  const path = await ownPath(app, of, learner.id)
  const page = byLearnerLink(app, path)
  const goal = await page.fill('/doel', { 'nieuw-text': 'Ik wil leren luisteren' })
  expect(goal.status).toBe(303)
  return { of, learner, other, path, page }
}

type Page = ReturnType<typeof byLearnerLink>

/** The first identifier in a page that stands behind these words. */
const idAfter = (text: string, words: string) =>
  new RegExp(`${words}([0-9a-f-]{36})`).exec(text)?.[1] ?? `nothing after ${words}`

const steps = (goal: string) =>
  Object.fromEntries(
    ['nooit', 'soms', 'elke week', 'elk gesprek', 'vanzelf'].map((seen, at) => [`zie${at}-${goal}`, seen]),
  )

async function scaled(page: Page): Promise<string> {
  const goal = idAfter((await page.get('/schaal')).text, 'doel-')
  const written = { ...steps(goal), [`begin-${goal}`]: '-1', versie: '1' }
  expect((await page.post(`/schaal/${goal}`, written)).status).toBe(303)
  return goal
}

describe('a goal in steps', () => {
  test('is written beforehand, said, drawn and told; after that the steps stay', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const goal = idAfter((await page.get('/schaal')).text, 'doel-')
    const twice = { ...steps(goal), [`zie1-${goal}`]: 'nooit', [`begin-${goal}`]: '-1', versie: '1' }
    const refused = await page.post(`/schaal/${goal}`, twice)
    expect([refused.status, refused.text.includes('Schrijf bij elke stap iets anders op.')]).toEqual([
      422,
      true,
    ])
    expect((await page.post(`/schaal/${goal}/nu`, { [`nu-${goal}`]: '1' })).status).toBe(422)
    await scaled(page)
    const said = { id: app.world.newId<string>(), [`nu-${goal}`]: '1', [`merk-${goal}`]: 'Zij begon zelf.' }
    // Twice sent, once kept.
    for (const _ of [1, 2]) expect((await page.post(`/schaal/${goal}/nu`, said)).status).toBe(303)
    const { text } = await page.get('/schaal')
    expect(text.match(/<svg [^>]*role="img"/g)).toHaveLength(1)
    expect(text).toContain('“Ik wil leren luisteren”: meer dan verwacht.')
    expect(text.match(/Zij begon zelf\./g)).toHaveLength(1)
    const late = await page.post(`/schaal/${goal}`, { ...steps(goal), [`begin-${goal}`]: '-2', versie: '2' })
    expect([
      late.status,
      late.text.includes('U zei al hoe het ging.') || late.text.includes('Je zei al hoe het ging.'),
    ]).toEqual([422, true])
  })
})

const line = {
  ...{ oefening: 'active-listening', dag: '', soort: 'with-help-seekers', plek: 'micro:intake' },
  ...{ gebeurd: 'Ik bleef stil.', inzicht: 'Zij vertelde meer.', weer: 'yes' },
}

describe('exercises', () => {
  test('go in the log with kind, context and situation that fit, and a plan of her own beside it', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const today = app.clock.now().slice(0, 10)
    const post = (change: Record<string, string>) => page.fill('/oefenen', { ...line, dag: today, ...change })
    for (const [change, words] of [
      [{ soort: 'interpersonal' }, 'dat hoort bij tussen mensen'],
      [{ plek: '' }, 'Kies waar het was.'],
      [{ dag: '2999-01-01' }, 'Kies een dag die er al was.'],
      [{ gebeurd: ' ' }, 'Schrijf kort op wat er gebeurde.'],
      [{ oefening: 'own' }, 'Schrijf kort op wat het was.'],
    ] as const) {
      const { status, text } = await post(change)
      expect([status, text.includes(words), text.includes('Zij vertelde meer.')]).toEqual([422, true, true])
    }
    expect((await post({})).status).toBe(303)
    const plan = { id: app.world.newId<string>(), als: 'iemand boos wordt', dan: 'wacht ik', mis: '' }
    expect((await page.post('/oefenen/aanpak', { ...plan, dan: '' })).status).toBe(422)
    expect((await page.post('/oefenen/aanpak', plan)).status).toBe(303)
    const { text } = await page.get('/oefenen')
    expect(text).toContain('Als iemand boos wordt, dan wacht ik.')
    expect(text.match(/Ik bleef stil\./g)).toHaveLength(1)
    const logged = idAfter(text, '/oefenen/')
    expect((await page.post(`/oefenen/${logged}/weg`, {})).status).toBe(303)
    expect((await page.get('/oefenen')).text).not.toContain('Ik bleef stil.')
  })

  test('are read by others only with consent in force, and by nobody after a no', async () => {
    await using app = await testApp()
    const { of, page } = await atHerPages(app)
    const today = app.clock.now().slice(0, 10)
    const read = () =>
      inContext(
        app.db,
        {
          workspace: app.workspace,
          actor: { member: of.noor.member },
          relations: [],
          monitors: [of.trajectory],
        },
        (trx) => trx.selectFrom('learning_exercise').select('happened').execute(),
      )
    await page.fill('/oefenen', { ...line, dag: today, gebeurd: 'Voor mijn ja' })
    await page.choose('ja')
    await page.fill('/oefenen', { ...line, dag: today, gebeurd: 'Na mijn ja' })
    expect(await read()).toEqual([{ happened: 'Na mijn ja' }])
    await page.choose('nee')
    expect(await read()).toEqual([])
    const { text } = await page.get('/oefenen')
    expect([text.includes('Voor mijn ja'), text.includes('Na mijn ja')]).toEqual([true, true])
  })
})

/** A portfolio with a piece of her own and one that rests on her goal. */
async function withPieces(page: Page, newId: () => string) {
  const goal = idAfter((await page.get('/map')).text, 'goal:')
  const own = newId()
  const rested = { id: newId(), bij: `goal:${goal}`, titel: '', tekst: 'Dit was lastig.' }
  expect((await page.post('/map/stuk', rested)).status).toBe(303)
  const free = { id: own, bij: 'own', titel: 'Mijn verhaal', tekst: 'Zo ging het.' }
  expect((await page.post('/map/stuk', free)).status).toBe(303)
  return { goal, own, text: (await page.get('/map')).text }
}

/** Makes a link; gives the page of whoever got it. */
async function askedBy(app: TestApp, page: Page, of: Record<string, string>) {
  const made = await page.fill('/map/vraag', { aan: 'Sam', lezers: 'me', dagen: '14', ...of })
  expect(made.status).toBe(200)
  const path = /\/e\/[\w-]{43}/.exec(made.text)?.[0] ?? 'no link'
  return { ...byLearnerLink(app, path), path }
}

describe('a portfolio', () => {
  test('holds what she lays in it, once, and nothing that is not hers', async () => {
    await using app = await testApp()
    const { of, other, page } = await atHerPages(app)
    const { goal, text } = await withPieces(page, app.world.newId)
    expect([text.includes('Ik wil leren luisteren'), text.includes('Mijn verhaal')]).toEqual([true, true])
    await page.post('/map/stuk', {
      id: app.world.newId<string>(),
      bij: `goal:${goal}`,
      titel: 'Nog eens',
      tekst: '',
    })
    expect((await page.get('/map')).text).not.toContain('Nog eens')
    const others = byLearnerLink(app, await ownPath(app, of, other.id))
    const stolen = await others.post('/map/stuk', {
      id: app.world.newId<string>(),
      bij: `goal:${goal}`,
      titel: 'Van een ander',
      tekst: '',
    })
    expect(stolen.status).toBe(404)
    expect((await others.get('/map')).text).toContain('Je map is nog leeg.')
    expect(
      (await page.post('/map/stuk', { id: app.world.newId<string>(), bij: 'own', titel: '', tekst: 'x' }))
        .status,
    ).toBe(422)
  })

  test('goes along as one file that others can read', async () => {
    await using app = await testApp()
    const { page, path } = await atHerPages(app)
    await scaled(page)
    await withPieces(page, app.world.newId)
    const answer = await app.hono.request(`${publicUrl}${path}/map/meenemen`)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mijn-map.zip"')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const data = portfolioFile.parse(JSON.parse(strFromU8(files['map.json'] ?? new Uint8Array())))
    expect(data.pieces.map(({ kind }) => kind).sort()).toEqual(['goal', 'own'])
    expect(data.goals[0]?.scale).toMatchObject({ baseline: -1 })
    const shown = strFromU8(files['map.html'] ?? new Uint8Array())
    expect([shown.includes('Dit was lastig.'), shown.includes('<script')]).toEqual([true, false])
  })
})

describe('somebody who is asked by a link', () => {
  test('sees only what she chose, who will read it, and writes once; she reads it, and can take the link back', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const { own } = await withPieces(page, app.world.newId)
    const sam = await askedBy(app, page, { stuk: own, vraag: 'strength' })
    const first = await sam.get()
    expect([first.text.includes('Zo ging het.'), first.text.includes('Dit was lastig.')]).toEqual([
      true,
      false,
    ])
    expect(first.text).toContain('Alleen Anna.')
    expect((await sam.post('', { a0: ' ' })).status).toBe(422)
    expect((await sam.post('', { a0: 'Zij luistert.' })).status).toBe(303)
    await sam.post('', { a0: 'Nog iets.' })
    const { text } = await page.get('/map')
    const share = idAfter(text, '/map/link/')
    const read = (await page.get(`/map/link/${share}`)).text
    expect([read.includes('Zij luistert.'), read.includes('Nog iets.')]).toEqual([true, false])
    expect((await page.post(`/map/link/${share}/stop`, {})).status).toBe(303)
    expect((await sam.get()).status).toBe(410)
    expect((await page.get(`/map/link/${share}`)).text).toContain('Zij luistert.')
  })

  test('sees nothing after the last day', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const { own } = await withPieces(page, app.world.newId)
    const sam = await askedBy(app, page, { stuk: own, dagen: '7' })
    expect((await sam.get()).status).toBe(200)
    app.clock.advance(8 * day)
    expect((await sam.get()).status).toBe(410)
  })

  test('of both halves reads hers only after writing, and cannot write another then', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const both = { vraag: 'strength', beide: 'ja' }
    const without = await page.fill('/map/vraag', { aan: 'Sam', lezers: 'me', dagen: '14', ...both })
    expect([without.status, without.text.includes('Schrijf eerst zelf iets')]).toEqual([422, true])
    const sam = await askedBy(app, page, { ...both, 'zelf-strength': 'Ik hoor veel.' })
    expect((await sam.get()).text).not.toContain('Ik hoor veel.')
    await sam.post('', { a0: 'Zij luistert.' })
    expect((await sam.get()).text).toContain('Ik hoor veel.')
    await sam.post('/terug', {})
    await sam.post('', { a0: 'Toch iets anders.' })
    const share = idAfter((await page.get('/map')).text, '/map/link/')
    const read = (await page.get(`/map/link/${share}`)).text
    expect([read.includes('Toch iets anders.'), read.includes('nam het antwoord terug')]).toEqual([
      false,
      true,
    ])
  })

  test('is told who reads along, and nobody else does: a lead or a buddy only where she chose so', async () => {
    await using app = await testApp()
    const { of, learner, other, page } = await atHerPages(app)
    const asLead = app.as(of.noor)
    const params = { trajectory: of.trajectory }
    const leadReads = async () =>
      (await asLead.call(peerFeedbackEndpoints.listSharedFeedback, { params })).feedback
    const buddy = byLearnerLink(app, await ownPath(app, of, other.id))
    const buddyReads = async () => (await buddy.get('/map')).text
    // No buddy yet, so nobody who could read along as one.
    const early = await page.fill('/map/vraag', {
      aan: 'Sam',
      lezers: 'buddy',
      dagen: '14',
      vraag: 'strength',
    })
    expect(early.status).toBe(422)
    await makeBuddies(app, of, [learner.id, other.id])
    const said = { me: 'Voor haar alleen.', buddy: 'Ook voor haar maatje.', lead: 'Ook voor wie begeleidt.' }
    for (const [readers, words] of Object.entries(said)) {
      const both: Record<string, string> =
        readers === 'lead' ? { beide: 'ja', 'zelf-change': 'Ik wacht langer.' } : {}
      const sam = await askedBy(app, page, { vraag: 'change', lezers: readers, ...both })
      expect(await leadReads()).toEqual([])
      await sam.post('', { a0: words })
    }
    expect(await leadReads()).toMatchObject([
      { about: 'Anna', from: 'Sam', answers: [{ answer: said.lead }], own: [{ answer: 'Ik wacht langer.' }] },
    ])
    const shown = await buddyReads()
    expect(Object.values(said).map((words) => shown.includes(words))).toEqual([false, true, false])
    const third = of.learners[2]
    if (third === undefined) throw new Error('There are three')
    const stranger = byLearnerLink(app, await ownPath(app, of, third.id))
    expect((await stranger.get('/map')).text).not.toContain(said.buddy)
  })

  test('by a link that is none meets a page that says so, and a link shows no rows of another', async () => {
    await using app = await testApp()
    const { page } = await atHerPages(app)
    const { own } = await withPieces(page, app.world.newId)
    const sam = await askedBy(app, page, { stuk: own })
    expect((await byLearnerLink(app, `/e/${'A'.repeat(43)}`).get()).status).toBe(404)
    const context = {
      ...{
        workspace: app.workspace,
        actor: 'link' as const,
        relations: [],
        token: hashOf(sam.path.slice(3)),
      },
    }
    const rows = await inContext(app.db, context, async (trx) => ({
      pieces: await trx.selectFrom('portfolio_piece').select('title').execute(),
      shares: await trx.selectFrom('portfolio_share').select('to_name').execute(),
      goals: await trx.selectFrom('learning_goal').select('id').execute(),
    }))
    expect(rows).toEqual({ pieces: [{ title: 'Mijn verhaal' }], shares: [{ to_name: 'Sam' }], goals: [] })
  })
})
