/** Between the meetings, on real parts: one card a week by mail and on her page, an end to it with one tap, and no measure unlooked at. */
import { nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import { addCalendarDays, atLocalHour } from '@weerklank/core/shared/local-hours'
import { type Day, localDay, millis } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { loadNudges } from './nudge.content.ts'
import { asLead, makeBuddies, ownPath, type RunningTrajectory, runningTrajectory } from './nudge.fixture.ts'
import { nudgeKind, nudgeLook } from './nudge.job.ts'

const zone = 'Europe/Amsterdam'
const nudges = loadNudges()
const hour = 3_600_000

/** Does the work of this file that is due; the mails of the outbox stay where they are. */
async function work(app: TestApp): Promise<void> {
  const handlers = { [nudgeKind]: nudgeLook({ ...app, publicUrl, canSendMail: true, nudges }) }
  await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers, kinds: { only: [nudgeKind] } })
}

/** Moves the clock on day by day, and works each morning. */
async function until(app: TestApp, day: Day): Promise<void> {
  const end = millis(atLocalHour(day, 20, zone))
  while (millis(app.clock.now()) < end) {
    app.clock.advance(24 * hour)
    await work(app)
  }
}

const sent = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('nudge_sent')
      .innerJoin('nudge', 'nudge.id', 'nudge_sent.nudge_id')
      .select(['learner_id', 'nudge.kind', 'at', 'by_mail'])
      .where('nudge_sent.workspace_id', '=', app.workspace)
      .orderBy('at')
      .execute(),
  )

const mails = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['to_address', 'subject', 'body_text', 'unsubscribe_url', 'created_at'])
      .where('workspace_id', '=', app.workspace)
      .where('unsubscribe_url', '<>', '')
      .orderBy('created_at')
      .execute(),
  )

const of = ({ trajectory }: RunningTrajectory) => ({ params: { trajectory } })
const begin = (app: TestApp, running: RunningTrajectory) =>
  app.as(running.noor).call(nudgeEndpoints.beginNudges, { ...of(running), body: {} })

const page = (app: TestApp, path: string, method = 'GET') => app.hono.request(publicUrl + path, { method })
const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('Nothing there')
  return item
}

test('everybody gets one card a week at most, in working hours; who has no address gets it on her page', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z', smtpUrl: 'smtp://127.0.0.1:9' })
  const running = await runningTrajectory(app)
  const plan = await begin(app, running)
  const goals = at(plan.nudges, 0)
  expect(plan.nudges.filter(({ isOn }) => isOn).map(({ kind }) => kind)).toContain('if-then')
  expect(plan.reach).toMatchObject({ takePart: 3, byMail: 2, pageOnly: 1, optedOut: 0, withoutBuddy: 3 })
  expect(await begin(app, running)).toMatchObject({ nudges: plan.nudges.map(({ id }) => ({ id })) })
  await makeBuddies(
    app,
    running,
    running.learners.slice(0, 2).map(({ id }) => id),
  )
  await until(app, addCalendarDays(goals.day, 40))
  const rows = await sent(app)
  for (const { id, name } of running.learners) {
    const hers = rows.filter((row) => row.learner_id === id)
    expect(hers.map(({ kind }) => kind)).toContain('if-then')
    expect(hers.some(({ kind }) => kind === 'buddy')).toBe(name !== 'Chris')
    expect(hers.every((row) => row.by_mail === (name !== 'Chris'))).toBe(true)
    for (const [index, row] of hers.entries()) {
      const before = hers[index - 1]
      if (before) expect(millis(row.at) - millis(before.at)).toBeGreaterThanOrEqual(7 * 24 * hour)
    }
  }
  const posted = await mails(app)
  expect(posted).toHaveLength(rows.filter((row) => row.by_mail).length)
  expect(posted.map(({ body_text: text }) => text).join()).not.toContain('Anna')
})

test('one tap in a mail ends it at once, of every trajectory, without signing in and for good; she turns it on again herself', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const running = await runningTrajectory(app, { people: [{ name: 'Anna', email: 'anna@post.example' }] })
  const { nudges: plan } = await begin(app, running)
  await until(app, addCalendarDays(at(plan, 0).day, 1))
  const [mail] = await mails(app)
  const stop = new URL(mail?.unsubscribe_url ?? '').pathname
  // Only looking stops nothing: a program that looks at links before she does must not.
  expect((await page(app, stop)).status).toBe(200)
  expect((await sent(app)).length).toBe(1)
  // A year later the link still stops.
  app.clock.advance(200 * 24 * hour)
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const posted = await app.hono.request(publicUrl + stop, { method: 'POST', body })
  expect(posted.status).toBe(303)
  expect(await (await page(app, stop)).text()).toContain('tot je het zelf weer aanzet')
  const [known] = await asLead(app, running.trajectory, (trx) =>
    trx.selectFrom('learner').select('person_id as person').execute(),
  )
  const anna = { name: 'Anna', email: 'anna@post.example', ...known }
  const again = await runningTrajectory(app, { noor: running.noor, people: [anna] })
  expect((await begin(app, again)).reach).toMatchObject({ takePart: 1, optedOut: 1, byMail: 0 })
  await until(app, addCalendarDays(localDay(app.clock.now(), zone), 20))
  expect(await sent(app)).toHaveLength(1)
  expect((await page(app, stop.replace('niet-meer', 'aan'), 'POST')).status).toBe(303)
  expect((await app.as(running.noor).call(nudgeEndpoints.getBetween, of(running))).reach.optedOut).toBe(0)
  expect(await app.audit('trajectory.nudges-off')).toHaveLength(1)
})

test('the card stands on her page with its film, in her language, and its words are those of the lead', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const running = await runningTrajectory(app, { people: [{ name: 'Anna', email: 'anna@post.example' }] })
  const first = at((await begin(app, running)).nudges, 0)
  const change = {
    ...{
      version: first.version,
      ownTitle: 'Kijk <eens>',
      ownBody: 'Eén regel.',
      offsetDays: first.offsetDays,
    },
    ...{ url: 'https://film.example/kort', fixedOn: null, isOn: true },
  }
  const params = { trajectory: running.trajectory, nudge: first.id }
  await app.as(running.noor).call(nudgeEndpoints.changeNudge, { params, body: change })
  const again = await app.as(running.noor).refusal(nudgeEndpoints.changeNudge, { params, body: change })
  expect(again.code).toBe('conflict')
  await until(app, addCalendarDays(first.day, 1))
  const mail = at(await mails(app), 0)
  expect(mail.subject).toBe('Kijk <eens>')
  const own = /\/l\/[\w-]{43}\/tussendoor/.exec(mail.body_text)?.[0] ?? ''
  const shown = await (await page(app, own)).text()
  expect(shown).toContain('Kijk &lt;eens&gt;')
  expect(shown).toContain('https://film.example/kort')
  expect(await (await page(app, `${own}/pakket`)).text()).toContain('Drie vragen voor een rondje')
  const pdf = Buffer.from(await (await page(app, `${own}/pakket.pdf`)).arrayBuffer()).toString('latin1')
  expect([pdf.startsWith('%PDF-'), pdf.includes('/MarkInfo')]).toEqual([true, true])
})

test('nobody gets anything after she stopped', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const running = await runningTrajectory(app, { people: [{ name: 'Anna', email: 'anna@post.example' }] })
  const { nudges: plan } = await begin(app, running)
  const stopped = { status: 'stopped' as const, stopped_on: localDay(app.clock.now(), zone) }
  await asLead(app, running.trajectory, (trx) =>
    trx.updateTable('learner').set(stopped).where('trajectory_id', '=', running.trajectory).execute(),
  )
  await until(app, addCalendarDays(at(plan, 0).day, 20))
  expect(await sent(app)).toEqual([])
})

test('a measure is planned after people said how their work is; against the advice only with a reason', async () => {
  await using app = await testApp()
  const running = await runningTrajectory(app)
  const as = app.as(running.noor)
  const id = app.world.newId<never>()
  const made = await as.call(nudgeEndpoints.lookAtMeasure, {
    ...of(running),
    body: { id, name: 'Contactcheck', rhythm: 'each-contact', people: 'parents' },
  })
  expect(made.measures).toMatchObject([{ status: 'looked-at', mayPlan: 'too-few-answers' }])
  const decision = (reason: string) => ({
    params: { ...of(running).params, measure: id },
    body: { version: 1, to: 'planned' as const, reason },
  })
  expect((await as.refusal(nudgeEndpoints.decideMeasure, decision('Toch'))).code).toBe('conflict')
  const once = { meetings: 'once', stage: 'underway', parents: 'often' } as const
  for (const { id: learner } of running.learners.slice(0, 2)) {
    await as.call(nudgeEndpoints.writeWorkFact, {
      params: { ...of(running).params, learner },
      body: { fact: once },
    })
  }
  expect(await as.refusal(nudgeEndpoints.decideMeasure, decision(' '))).toMatchObject({
    code: 'invalid-input',
    fields: { reason: 'required' },
  })
  await as.call(nudgeEndpoints.decideMeasure, decision('Als proef bij twee mensen.'))
  const { measures } = await as.call(nudgeEndpoints.getBetween, of(running))
  expect(measures).toMatchObject([{ status: 'planned', found: { outcome: 'none', answered: 2, asked: 3 } }])
})

test('a learner says herself how her work is, while it is asked; who leads another trajectory reaches none of it', async () => {
  await using app = await testApp()
  const running = await runningTrajectory(app)
  const own = `${await ownPath(app, running, at(running.learners, 0).id)}/tussendoor`
  expect(await (await page(app, own)).text()).not.toContain('Hoe is je werk?')
  await app.as(running.noor).call(nudgeEndpoints.lookAtMeasure, {
    ...of(running),
    body: { id: app.world.newId(), name: 'Contactcheck', rhythm: 'once', people: 'clients' },
  })
  expect(await (await page(app, own)).text()).toContain('Hoe is je werk?')
  const post = (fields: Record<string, string>) =>
    app.hono.request(`${publicUrl}${own}/werk`, { method: 'POST', body: new URLSearchParams(fields) })
  expect((await post({ meetings: 'few' })).status).toBe(422)
  expect((await post({ meetings: 'none', stage: 'underway' })).status).toBe(303)
  const view = await app.as(running.noor).call(nudgeEndpoints.getBetween, of(running))
  expect(at(view.work, 0)).toMatchObject({ name: 'Anna', fact: { meetings: 'none', stage: null } })
  const other = await app.professional({ name: 'Mia' })
  expect((await app.as(other).refusal(nudgeEndpoints.getBetween, of(running))).code).toBe('not-found')
})

test('a look with the choice held: two processes give one card', async () => {
  await using app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const running = await runningTrajectory(app, { people: [{ name: 'Anna', email: 'anna@post.example' }] })
  const { nudges: plan } = await begin(app, running)
  app.clock.set(atLocalHour(at(plan, 0).day, 10, zone))
  const look = nudgeLook({ ...app, publicUrl, canSendMail: true, nudges })
  const payload = { workspace: app.workspace, trajectory: running.trajectory }
  const job = { id: '', kind: nudgeKind, payload, attempts: 1, leasedUntil: app.clock.now() }
  await Promise.all([look(job), look(job), look(job)])
  expect(await sent(app)).toHaveLength(1)
  const context = { workspace: app.workspace, actor: 'system' as const, relations: [] }
  expect(
    await inContext(app.db, context, (trx) => trx.selectFrom('nudge_choice').selectAll().execute()),
  ).toEqual([])
})
