import { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import type { HandIn } from '@weerklank/core/learning/moment-hand-in'
import type { LearnerId, LearningAnswerId, MomentId, PersonId } from '@weerklank/core/shared/ids'
import { describe, expect, test } from 'vitest'
import { inContext } from '../../db/context.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { readable } from '../../test-own-page.ts'
import { asLead, ownPath, type RunningTrajectory, runningTrajectory } from '../nudge.fixture.ts'
import { byLearnerLink } from './own.fixture.ts'

const day = 86_400_000
const blank: HandIn = { goals: [], reviews: [], mentions: [], choices: [], texts: [] }
const goal = { text: 'Ik wil leren luisteren', situation: '', why: '', firstStep: '', notice: '' }

/** A trajectory at the first day of a moment, and its first learner at her own pages. */
async function atMoment(app: TestApp, key: string) {
  const of = await runningTrajectory(app)
  const moments = await momentsIn(app, of)
  goTo(app, moments, key)
  const learner = of.learners[0]
  if (learner === undefined) throw new Error('There are learners')
  const page = byLearnerLink(app, await ownPath(app, of, learner.id))
  return { of, moments, learner, page, go: (next: string) => goTo(app, moments, next) }
}

type Moments = Awaited<ReturnType<typeof momentsIn>>

function momentsIn(app: TestApp, { trajectory }: RunningTrajectory) {
  return asLead(app, trajectory, (trx) =>
    trx.selectFrom('trajectory_moment').selectAll().where('trajectory_id', '=', trajectory).execute(),
  )
}

function momentIn(moments: Moments, key: string) {
  const moment = moments.find((one) => one.key === key)
  if (moment === undefined) throw new Error(`There is no ${key}`)
  return moment
}

function goTo(app: TestApp, moments: Moments, key: string): void {
  app.clock.set(`${momentIn(moments, key).opens_on}T10:00:00.000Z`)
}

/** What somebody who reads the monitor can find of what people wrote. */
async function readByOthers(app: TestApp, { trajectory, noor }: RunningTrajectory): Promise<string[]> {
  const context = {
    ...{ workspace: app.workspace, actor: { member: noor.member }, relations: [], monitors: [trajectory] },
  }
  return inContext(app.db, context, async (trx) => {
    const goals = await trx.selectFrom('learning_goal').select('text as said').execute()
    const answers = await trx.selectFrom('learning_answer').select(['choice', 'body']).execute()
    const mentions = await trx.selectFrom('learning_mention').select(['code', 'body']).execute()
    return [
      ...goals.map(({ said }) => said),
      ...answers.map(({ choice, body }) => choice ?? body),
      ...mentions.map(({ code, body }) => code ?? body),
    ].sort()
  })
}

describe('the link', () => {
  test('one that is none, that ended or expired says so; who holds an expired one renews it herself', async () => {
    await using app = await testApp()
    const { of, learner, page, moments } = await atMoment(app, 'T1')
    expect((await page.get()).text).toContain('Dag Anna')
    const nowhere = byLearnerLink(app, `/l/${'A'.repeat(43)}`)
    expect((await nowhere.get()).status).toBe(404)
    const kept = byLearnerLink(app, await ownPath(app, of, learner.id))
    // Sixty days after the last moment a link ends; sixty more days it can be renewed.
    const last = moments
      .map(({ closes_on }) => closes_on)
      .sort()
      .at(-1)
    app.clock.set(`${last}T12:00:00.000Z`)
    app.clock.advance(61 * day)
    const expired = await page.get()
    expect([expired.status, expired.text.includes('Nieuwe link maken')]).toEqual([410, true])
    expect((await page.post('/nieuw', {})).status).toBe(303)
    app.clock.advance(61 * day)
    expect((await kept.post('/nieuw', {})).status).toBe(410)
  })

  test('renewing ends the link before', async () => {
    await using app = await testApp()
    const { page } = await atMoment(app, 'T1')
    const made = await page.post('/nieuw', {})
    expect(made.status).toBe(303)
    expect((await page.get()).status).toBe(410)
    const next = byLearnerLink(app, (made.headers.get('location') ?? '').split('?')[0] ?? '')
    expect((await next.get()).text).toContain('Dag Anna')
  })
})

describe('my goal', () => {
  test('is written in her own words with hints, changed with why, and both are kept', async () => {
    await using app = await testApp()
    const { page } = await atMoment(app, 'T1')
    const nothing = await page.fill('/doel', { 'nieuw-situation': 'bij een crisis' })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('bij een crisis')
    const written = await page.fill('/doel', { 'nieuw-text': 'Beter samenwerken' })
    expect(written.status).toBe(303)
    const first = (await page.get('/doel')).text
    expect(first).toContain('Gaat het over wat je zelf doet?')
    const id = /name=doel value="?([^">]*)/.exec(first)?.[1] ?? ''
    const noReason = await page.fill('/doel', { doel: id, [`${id}-text`]: 'Ik wil leren vragen' })
    expect([noReason.status, noReason.text.includes('Ik wil leren vragen')]).toEqual([422, true])
    await page.fill('/doel', { doel: id, [`${id}-text`]: 'Ik wil leren vragen', [`${id}-reason`]: 'Te vaag' })
    const changed = (await page.get('/doel')).text
    expect(changed).toContain('Ik wil leren vragen')
    expect(changed).toContain('Eerst: Beter samenwerken')
    expect(changed).toContain('Reden: Te vaag')
  })

  test('sent twice it is one goal', async () => {
    await using app = await testApp()
    const { page } = await atMoment(app, 'T1')
    const id = app.world.newId<string>()
    for (const _ of [1, 2]) await page.post('/doel', { id, 'nieuw-text': 'Ik wil leren vragen' })
    expect((await page.get('/doel')).text.match(/<blockquote>/g)).toHaveLength(1)
  })
})

describe('a moment', () => {
  test('is closed before its first day, open on it, and still taken when it is late', async () => {
    await using app = await testApp()
    const { page, moments } = await atMoment(app, 'T1')
    expect((await page.get('/moment/T2')).text).toContain('Dit kun je invullen vanaf')
    expect((await page.post('/moment/T2', { id: app.world.newId(), 't-succeeded': 'x' })).status).toBe(422)
    app.clock.set(`${momentIn(moments, 'T1').closes_on}T10:00:00.000Z`)
    app.clock.advance(3 * day)
    expect((await page.get('/moment/T1')).text).toContain('Inleveren kan nog steeds')
    expect((await page.fill('/moment/T1', { 'nieuw-text': 'Ik wil leren vragen' })).status).toBe(303)
    expect((await page.get('/moment/exit')).text).toContain('Dit hoef je niet in te vullen')
    expect((await page.get('/moment/T9')).status).toBe(404)
  })

  test('loses nothing of what was typed when something has to be mended', async () => {
    await using app = await testApp()
    const { page } = await atMoment(app, 'T1')
    const empty = await page.fill('/moment/T1', {})
    expect([empty.status, empty.text.includes('Vul eerst iets in')]).toEqual([422, true])
    const reply = await page.fill('/moment/T1', {
      ...{ 'nieuw-situation': 'bij <b>crisis</b>', 'm-barriers-expected-team-workload': 'ja' },
      'f-barriers-expected-person': 'geen tijd\nte moe',
    })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('bij &lt;b&gt;crisis&lt;/b&gt;')
    expect(reply.text).toMatch(/m-barriers-expected-team-workload[^>]* checked/)
    expect(reply.text).toContain('geen tijd\nte moe')
  })

  test('sent twice it is one form, and a second one does not push out the first', async () => {
    await using app = await testApp()
    const { page, of } = await atMoment(app, 'T1')
    await page.choose('ja')
    const sent = { id: app.world.newId<string>(), 'nieuw-text': 'Ik wil leren vragen' }
    for (const _ of [1, 2]) expect((await page.post('/moment/T1', sent)).status).toBe(303)
    const other = await page.post('/moment/T1', { id: app.world.newId(), 'nieuw-text': 'Iets anders' })
    expect(other.status).toBe(422)
    expect(other.text).toContain('Er is al een formulier van je binnen')
    expect(other.text).toContain('Iets anders')
    expect(await readByOthers(app, of)).toEqual(['Ik wil leren vragen'])
  })
})

describe('consent', () => {
  test('without a yes she takes part, and nobody reads it; a later yes counts from then on; a no takes all of it back', async () => {
    await using app = await testApp()
    const { page, of, go } = await atMoment(app, 'T1')
    expect((await page.get()).text).toContain('Mogen anderen lezen wat je inlevert?')
    await page.fill('/moment/T1', { 'nieuw-text': 'Van mij alleen' })
    expect(await readByOthers(app, of)).toEqual([])
    expect((await page.choose('ja')).status).toBe(303)
    expect(await readByOthers(app, of)).toEqual([])
    go('T2')
    const id = /kept-([0-9a-f-]{36})/.exec((await page.get('/moment/T2')).text)?.[1] ?? ''
    const t2 = {
      ...{ [`kept-${id}`]: 'changed', [`${id}-reason`]: 'Te groot', [`${id}-text`]: 'Klein beginnen' },
      ...{ 'k-applied': 'ja', [`k-attained-${id}`]: 'enigszins', 'm-barriers-met-team-workload': 'ja' },
    }
    expect((await page.fill('/moment/T2', t2)).status).toBe(303)
    const read = ['Klein beginnen', 'changed', 'enigszins', 'ja', 'workload']
    expect(await readByOthers(app, of)).toEqual(read)
    const seen = (await page.get('/gezien')).text
    expect(seen).toContain('Klein beginnen')
    expect(seen.split('In de monitor staat je naam niet')[1]).not.toContain('Van mij alleen')
    const stopped = await page.choose('nee')
    expect(stopped.status).toBe(303)
    const receipt = await page.get((stopped.headers.get('location') ?? '').replace(/^\/l\/[^/]+/, ''))
    expect(receipt.text).toContain('5 stukken. Het blijft van wie het schreef.')
    expect(await readByOthers(app, of)).toEqual([])
    expect((await page.get('/gezien')).text).toContain('Ze lezen niets van wat je schreef')
    const own = await page.get('/moment/T2')
    for (const said of ['Klein beginnen', 'Veranderd', 'Enigszins']) expect(own.text).toContain(said)
  })
})

describe('on paper', () => {
  async function typing(app: TestApp) {
    const start = await atMoment(app, 'T1')
    const { of, learner, moments } = start
    const type = (given: Partial<HandIn>, more: { id?: LearningAnswerId; on?: string } = {}) =>
      app.as(of.noor).call(momentEndpoints.typeOverMoment, {
        params: {
          ...{ trajectory: of.trajectory, learner: learner.id },
          moment: momentIn(moments, 'T1').id as MomentId,
        },
        body: {
          ...{ id: more.id ?? app.world.newId<LearningAnswerId>(), way: 'paper' },
          ...{ receivedOn: more.on ?? momentIn(moments, 'T1').opens_on, handIn: { ...blank, ...given } },
        },
      })
    return { ...start, type }
  }

  test('without consent only that it came in is kept, and she can still fill it in herself', async () => {
    await using app = await testApp()
    const { type, of, page } = await typing(app)
    expect(await type({ goals: [goal] })).toMatchObject({ kept: false })
    expect(await readByOthers(app, of)).toEqual([])
    const own = (await page.get('/moment/T1')).text
    expect(own).not.toContain('luisteren')
    expect(own).toContain('De inhoud is niet bewaard')
    expect((await page.fill('/moment/T1', { 'nieuw-text': 'Zelf geschreven' })).status).toBe(303)
    await expect(type({ goals: [goal] })).rejects.toThrow('conflict')
  })

  test('with consent it is hers; what comes in second does not push it out, and she can choose', async () => {
    await using app = await testApp()
    const { type, of, page } = await typing(app)
    const form = (await page.get('/moment/T1')).text
    const id = /name=id value="?([^">]*)/.exec(form)?.[1] ?? ''
    await page.choose('ja')
    const key = app.world.newId<LearningAnswerId>()
    for (const _ of [1, 2]) expect(await type({ goals: [goal] }, { id: key })).toMatchObject({ kept: true })
    await expect(type({ goals: [goal] })).rejects.toThrow('conflict')
    const mine = { id, 'nieuw-text': 'Op mijn telefoon' }
    const second = await page.post('/moment/T1', mine)
    expect(second.status).toBe(422)
    expect(second.text).toContain('Welk wil je houden?')
    expect(second.text).toContain('Op mijn telefoon')
    expect(await readByOthers(app, of)).toEqual([goal.text])
    expect((await page.post('/moment/T1', { ...mine, kies: 'vervang' })).status).toBe(303)
    expect(await readByOthers(app, of)).toEqual(['Op mijn telefoon'])
    await expect(type({ goals: [goal] })).rejects.toThrow('conflict')
  })

  test('a day that has not come, or before the moment began, and what was not asked are refused', async () => {
    await using app = await testApp()
    const { type, page } = await typing(app)
    await page.choose('ja')
    await expect(type({ goals: [goal] }, { on: '2020-01-01' })).rejects.toThrow('invalid-input')
    await expect(type({ goals: [goal] }, { on: '2099-01-01' })).rejects.toThrow('invalid-input')
    await expect(type({ texts: [{ item: 'tips', body: 'x' }] })).rejects.toThrow('invalid-input')
    await expect(type({})).rejects.toThrow('invalid-input')
  })
})

test('she erases all she wrote: nobody reads it any more, she neither; that it came in stays, and she can write anew', async () => {
  await using app = await testApp()
  const { page, of } = await atMoment(app, 'T1')
  await page.choose('ja')
  await page.fill('/moment/T1', { 'nieuw-text': 'Ik wil leren vragen' })
  expect(await readByOthers(app, of)).toEqual(['Ik wil leren vragen'])
  expect((await page.get('/wissen')).text).toContain('Het is nu 1 stukje.')
  const erased = await page.post('/wissen', {})
  expect(erased.status).toBe(303)
  const below = (erased.headers.get('location') ?? '').replace(/^\/l\/[^/]+/, '')
  expect((await page.get(below)).text).toContain('Alles wat je schreef, is weg.')
  expect(await readByOthers(app, of)).toEqual([])
  const again = (await page.get('/moment/T1')).text
  expect(again).not.toContain('Ik wil leren vragen')
  expect(again).toContain('De inhoud is niet bewaard')
  expect((await app.audit('trajectory.words-erased')).length).toBe(1)
  expect((await page.fill('/moment/T1', { 'nieuw-text': 'Opnieuw' })).status).toBe(303)
  expect(await readByOthers(app, of)).toEqual(['Opnieuw'])
})

test('her own page with all her choices opens from here, and holds what she wrote; not where it would open her care', async () => {
  await using app = await testApp()
  const { page } = await atMoment(app, 'T1')
  await page.fill('/moment/T1', {
    'nieuw-text': 'Ik wil leren vragen',
    'm-barriers-expected-team-workload': 'ja',
  })
  const opened = await page.post('/eigen', {})
  expect(opened.status).toBe(303)
  const path = (opened.headers.get('location') ?? '').split('?')[0] ?? ''
  expect(path).toMatch(/^\/p\//)
  const data = readable((await byLearnerLink(app, path).get('/gegevens')).text)
  for (const said of [
    'Samen leren',
    'Ik wil leren vragen',
    'In het team: Werkdruk en tijd',
    'Alleen u leest dit',
  ]) {
    expect(data).toContain(said)
  }
  const relation = await app.relation({ participants: [{ name: 'Yara' }] })
  const yara = { name: 'Yara', email: '', person: relation.client.id as string as PersonId }
  const other = await runningTrajectory(app, { noor: relation.by, people: [yara] })
  const hers = byLearnerLink(app, await ownPath(app, other, other.learners[0]?.id ?? ('' as LearnerId)))
  expect((await hers.get('/gezien')).text).toContain('Vraag de link aan wie je uitnodigde')
  expect((await hers.post('/eigen', {})).status).toBe(404)
})
