/** Composing and leading on real parts: from a template and from last year, people in at once or not at all, letters, hours, an end. */
import { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import { addCalendarDays } from '@weerklank/core/shared/local-hours'
import { localDay } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { rowsPerTable, run } from '../ownership/retention.fixture.ts'
import { readPdf } from '../reports/pdf.reader.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type Person, pathOf } from '../test-member.ts'
import { byLearnerLink } from './own/own.fixture.ts'

const dayMs = 86_400_000
const today = (app: TestApp) => localDay(app.clock.now(), 'Europe/Amsterdam')

async function composed(app: TestApp, noor: Person, startsOn = today(app)) {
  const trajectory = app.world.newId<TrajectoryId>()
  const body = { id: trajectory, title: 'Samen leren', startsOn, from: { template: 'equal-partners' } }
  const details = await app.as(noor).call(trajectoryEndpoints.composeTrajectory, { body })
  return { trajectory, details, body, params: { trajectory } }
}

const add = (app: TestApp, noor: Person, trajectory: TrajectoryId, lines: string) =>
  app.as(noor).call(learnerEndpoints.addLearners, {
    params: { trajectory },
    body: { lines, address: 'je', language: 'nl' },
  })
const register = (app: TestApp, noor: Person, trajectory: TrajectoryId) =>
  app.as(noor).call(learnerEndpoints.listLearners, { params: { trajectory } })

const mails = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['to_address', 'subject', 'body_text'])
      .where('workspace_id', '=', app.workspace)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )

test('a repeat is the same trajectory; another’s identifier and an unknown template are refused', async () => {
  await using app = await testApp()
  const [noor, eva] = [await app.professional({ name: 'Noor' }), await app.professional({ name: 'Eva' })]
  const { body, details } = await composed(app, noor)
  expect(details.moments.map(({ key }) => key)).toEqual(['T1', 'T2', 'T3', 'exit'])
  expect(details.components.every(({ isThere }) => isThere)).toBe(true)
  const again = await app.as(noor).call(trajectoryEndpoints.composeTrajectory, { body })
  expect(again).toEqual(details)
  const post = (by: Person, sent: object) => app.as(by).request('POST', '/api/trajectories', sent)
  expect((await post(eva, body)).status).toBe(409)
  expect((await post(noor, { ...body, id: app.world.newId(), from: { template: 'none' } })).status).toBe(422)
  const guest = await app.professional({ name: 'Gijs', role: 'guest' })
  expect((await post(guest, { ...body, id: app.world.newId() })).status).toBe(403)
})

test('last year’s comes with shifted dates; its people only when asked, and never who stopped', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { trajectory, details } = await composed(app, noor, addCalendarDays(today(app), -400))
  await add(app, noor, trajectory, 'Anna;Oost;werker;anna@post.example\nBram;West;werker;')
  const [, bram] = (await register(app, noor, trajectory)).learners
  if (bram === undefined) throw new Error('Bram was added')
  await app.as(noor).call(learnerEndpoints.setLearnerStatus, {
    params: { trajectory, learner: bram.id },
    body: {
      version: bram.version,
      change: { to: 'stopped', on: today(app), reason: 'unsaid', exitTalk: 'none' },
    },
  })
  const copy = async (people: boolean) => {
    const id = app.world.newId<TrajectoryId>()
    const from = { trajectory, people }
    const made = await app.as(noor).call(trajectoryEndpoints.composeTrajectory, {
      body: { id, title: 'Nog een keer', startsOn: today(app), from },
    })
    return { made, people: (await register(app, noor, id)).learners }
  }
  const [empty, full] = [await copy(false), await copy(true)]
  expect(empty.made.copiedFrom).toBe(trajectory)
  expect(empty.people).toEqual([])
  expect(full.people).toMatchObject([{ number: 1, name: 'Anna', status: 'invited', receipts: [] }])
  expect(full.made.moments.map(({ opensOn }) => opensOn)).toEqual(
    details.moments.map(({ opensOn }) => addCalendarDays(opensOn, 400)),
  )
  // Nobody copies what she does not lead.
  const eva = await app.professional({ name: 'Eva' })
  const body = {
    id: app.world.newId(),
    title: 'Van Noor',
    startsOn: today(app),
    from: { trajectory, people: true },
  }
  expect((await app.as(eva).request('POST', '/api/trajectories', body)).status).toBe(422)
})

test('with one wrong line nobody is added; young people bring their birthday; a colleague comes in once', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { trajectory, params } = await composed(app, noor)
  const wrong = await add(app, noor, trajectory, 'Anna;Oost;werker;anna@post.example\nRobin;;;;jongere')
  expect(wrong).toEqual({ added: 0, problems: [{ line: 2, field: 'born', code: 'born-missing', value: '' }] })
  expect((await register(app, noor, trajectory)).learners).toEqual([])
  expect(await add(app, noor, trajectory, 'Robin;;;;jongere;1-5-2010')).toEqual({ added: 1, problems: [] })
  const body = { member: noor.member, organisation: 'Hier', function: 'trekker' }
  await app.as(noor).call(learnerEndpoints.addColleague, { params, body })
  await app.as(noor).call(learnerEndpoints.addColleague, { params, body })
  const { learners } = await register(app, noor, trajectory)
  expect(learners.map(({ name, voice, number }) => [name, voice, number])).toEqual([
    ['Robin', 'youth', 1],
    ['Noor', 'professional', 2],
  ])
})

test('letters go out once a week at most, and say nothing of what is missing', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { trajectory, params } = await composed(app, noor)
  await add(app, noor, trajectory, 'Anna;Oost;werker;anna@post.example\nBram;West;werker;')
  const stuck = async () =>
    (await register(app, noor, trajectory)).learners.map(({ waiting }) =>
      waiting.map(({ why }) => why).join(),
    )
  const remind = () => app.as(noor).call(learnerEndpoints.remindLearners, { params, body: {} })
  expect(await stuck()).toEqual(['not-invited', 'not-invited'])
  const learners = (await register(app, noor, trajectory)).learners.map(({ id }) => id)
  expect(await app.as(noor).call(learnerEndpoints.inviteLearners, { params, body: { learners } })).toEqual({
    ...{ mailed: 1, withoutAddress: 1 },
  })
  expect(await remind()).toEqual({ mailed: 0, withoutAddress: 0 })
  app.clock.advance(5 * dayMs)
  expect(await stuck()).toEqual(['not-opened', 'not-invited'])
  expect(await remind()).toEqual({ mailed: 1, withoutAddress: 0 })
  app.clock.advance(5 * dayMs)
  expect(await remind()).toEqual({ mailed: 0, withoutAddress: 0 })
  app.clock.advance(2 * dayMs)
  expect(await remind()).toEqual({ mailed: 1, withoutAddress: 0 })
  const sent = await mails(app)
  expect(sent.map(({ to_address, subject }) => [to_address, subject])).toEqual([
    ['anna@post.example', 'Jouw pagina’s bij een leertraject'],
    ['anna@post.example', 'Je pagina’s staan nog klaar'],
    ['anna@post.example', 'Je pagina’s staan nog klaar'],
  ])
  for (const { body_text } of sent) expect(body_text).not.toMatch(/Samen leren|leerdoel|T1|Oost/)
})

test('hours of who was there make a certificate; without them there is none, and nobody else gets it', async () => {
  await using app = await testApp()
  const [noor, eva] = [await app.professional({ name: 'Noor' }), await app.professional({ name: 'Eva' })]
  const { trajectory, params, details } = await composed(app, noor)
  await add(app, noor, trajectory, 'Anna de Boer;Buurtteam Oost;werker;')
  const [anna] = (await register(app, noor, trajectory)).learners
  const [lecture, first] = details.events
  if (anna === undefined || lecture === undefined || first === undefined) throw new Error('All are there')
  const path = pathOf(learnerEndpoints.getCertificate, { params: { trajectory, learner: anna.id } })
  expect((await app.as(noor).request('GET', path)).status).toBe(409)
  const attend = (event: typeof lecture, attended: boolean | null, hours: number) =>
    app.as(noor).call(learnerEndpoints.setAttendance, {
      params: { ...params, event: event.id },
      body: { rows: [{ learner: anna.id, attended, hours }] },
    })
  await attend(lecture, true, 2.5)
  await attend(first, true, 5)
  await attend(first, null, 0)
  expect((await register(app, noor, trajectory)).learners[0]).toMatchObject({ hours: 2.5 })
  const answer = await app.hono.request(`http://localhost${path}`, { headers: { cookie: noor.cookie } })
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  const text = JSON.stringify(pdf)
  for (const said of [
    'Anna de Boer',
    'Buurtteam Oost',
    'Samen leren',
    'Lezing met ervaringsverhalen',
    '2,5 uur',
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('Masterclass 1')
  expect((await app.as(eva).request('GET', path)).status).toBe(404)
  // She gets it herself too, by her own link.
  const { url } = await app.as(noor).call(learnerEndpoints.linkLearner, {
    params: { trajectory, learner: anna.id },
    body: {},
  })
  const own = byLearnerLink(app, new URL(url).pathname)
  expect((await own.get()).text).toContain('samen 2,5 uur')
  const mine = await own.get('/bewijs.pdf')
  expect([mine.status, mine.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('dates out of order are told at their moment; what was received keeps its questions; an ended one is shut', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { trajectory, params, details } = await composed(app, noor)
  const { title, purpose, startsOn, events, components } = details
  const moments = details.moments.map(({ window: _, isAnswered: __, ...moment }) => moment)
  const plan = {
    title,
    purpose,
    startsOn,
    events,
    components: components.map(({ isThere: _, ...one }) => one),
  }
  const put = (body: object) => app.as(noor).request('PUT', `/api/trajectories/${trajectory}`, body)
  const [t1, t2] = moments
  if (t1 === undefined || t2 === undefined) throw new Error('Both are there')
  const early = moments.map((one) => (one.key === 'T2' ? { ...one, opensOn: startsOn } : one))
  expect(await put({ version: 1, ...plan, moments: early })).toMatchObject({
    status: 422,
    body: { error: { fields: { [`plan.${t2.id}`]: 'out-of-order' } } },
  })
  // Two moments change places.
  const swapped = moments.map((one) =>
    one.key === 'T1'
      ? { ...one, key: 'T2', opensOn: t2.opensOn, closesOn: t2.closesOn }
      : one.key === 'T2'
        ? { ...one, key: 'T1', opensOn: t1.opensOn, closesOn: t1.closesOn }
        : one,
  )
  expect((await put({ version: 1, ...plan, moments: swapped })).status).toBe(200)
  expect((await put({ version: 1, ...plan, moments })).status).toBe(409)
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryStatus, { params, body: { to: 'start' } })
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryStatus, { params, body: { to: 'end' } })
  expect((await put({ version: 4, ...plan, moments })).status).toBe(409)
  const lines = { lines: 'Anna', address: 'je', language: 'nl' }
  expect((await app.as(noor).request('POST', `/api/trajectories/${trajectory}/learners`, lines)).status).toBe(
    409,
  )
  const open = await app
    .as(noor)
    .call(trajectoryEndpoints.setTrajectoryStatus, { params, body: { to: 'reopen' } })
  expect(open).toMatchObject({ status: 'running', endedAt: null })
})

test('a researcher who reads the monitor sees no names; whoever is no lead any more is out', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const rik = await app.professional({ name: 'Rik', role: 'researcher' })
  const { trajectory, params } = await composed(app, noor)
  await add(app, noor, trajectory, 'Anna de Boer;Oost;werker;anna@post.example')
  const body = { version: 1, leads: [noor.member], readers: [rik.member] }
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryColleagues, { params, body })
  const seen = await app.as(rik).call(trajectoryEndpoints.getTrajectory, { params })
  expect(seen.may).toEqual({
    lead: false,
    compose: false,
    people: false,
    start: false,
    end: false,
    reopen: false,
  })
  expect(JSON.stringify(seen)).not.toContain('Anna')
  expect((await app.as(rik).request('GET', `/api/trajectories/${trajectory}/learners`)).status).toBe(404)
  const over = { version: 2, leads: [rik.member], readers: [] }
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryColleagues, { params, body: over })
  expect((await app.as(noor).request('GET', `/api/trajectories/${trajectory}`)).status).toBe(404)
})

test('a trajectory goes a year after it ended, with its register and the people who appear nowhere else', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { trajectory, params } = await composed(app, noor)
  await add(app, noor, trajectory, 'Anna;Oost;werker;anna@post.example')
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryStatus, { params, body: { to: 'start' } })
  app.clock.advance(800 * dayMs)
  await run(app)
  expect(await rowsPerTable(app)).toMatchObject({ trajectory: 1, learner: 1, person: 2 })
  await app.as(noor).call(trajectoryEndpoints.setTrajectoryStatus, { params, body: { to: 'end' } })
  app.clock.advance(364 * dayMs)
  await run(app)
  expect(await rowsPerTable(app)).toMatchObject({ trajectory: 1, learner_name: 1 })
  app.clock.advance(2 * dayMs)
  await run(app)
  expect(await rowsPerTable(app)).toMatchObject({
    ...{ trajectory: 0, trajectory_event: 0, trajectory_moment: 0, learner: 0, learner_name: 0 },
    // Noor, who works here.
    person: 1,
  })
})
