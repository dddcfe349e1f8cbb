/** A check that asks the wrong thing is taken away: with what was answered, and without telling whether there was any. */
import type { CircleCheckId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'
import { asMember, type Person, publicUrl } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import { circleCheckAsk, circleCheckAskKind } from './circle-check.ask.ts'
import { circleCheckClose, circleCheckCloseKind } from './circle-check.job.ts'

type Story = Awaited<ReturnType<typeof buildStory>>

const withdraw = async (app: TestApp, of: { by: Person; story: Story; check: CircleCheckId }) => {
  const path = `/api/relations/${of.story.relation.id}/circle/checks/${of.check}`
  const { status, body } = await app.as(of.by).request('DELETE', path)
  return { status, body }
}

const answersTo = (app: TestApp, check: CircleCheckId) =>
  asMaintenance(app.owner, async (trx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from circle_answer where check_id = ${check}`.execute(trx)
    return rows[0]?.count
  })

const lines = async (app: TestApp) => (await app.audit('circle.check-withdrawn')).length

test('taken away it is gone for everybody, answered or not, and a repeat is the same', async () => {
  const replies = []
  for (const isAnswered of [true, false]) {
    await using app = await testApp()
    const story = await buildStory(app)
    const [check, relation] = [story.checks.asking, story.relation.id]
    if (!isAnswered)
      await asMaintenance(app.owner, (trx) =>
        trx.deleteFrom('circle_answer').where('check_id', '=', check).execute(),
      )
    expect(((await answersTo(app, check)) ?? 0) > 0).toBe(isAnswered)
    const as = asMember(app, story.colleague)
    const params = { relation, check }
    expect((await as.call(circleCheckEndpoints.get, { params })).mayWithdraw).toBe(true)
    const first = await withdraw(app, { by: story.colleague, story, check })
    const again = await withdraw(app, { by: story.colleague, story, check })
    expect(again).toEqual(first)
    expect([await answersTo(app, check), await lines(app)]).toEqual([0, 1])
    expect((await as.refusal(circleCheckEndpoints.get, { params })).code).toBe('not-found')
    const { circles } = await as.call(circleEndpoints.listCircles)
    expect(circles.flatMap(({ waits }) => waits.checks)).toEqual([])
    const link = await browser(app).get(`/n/${story.circle.tokens[0]}/check/${check}`)
    expect(link.status).toBe(404)
    await jobsGoOn(app, { relation, check })
    replies.push(first)
  }
  expect(replies[0]).toMatchObject({ status: 200 })
  expect(replies[0]).toEqual(replies[1])
})

/** The letter and the opening were planned with the check: each finds no row, and goes on. */
async function jobsGoOn(app: TestApp, of: { relation: Story['relation']['id']; check: CircleCheckId }) {
  const payload = { workspace: app.workspace, ...of }
  const job = { id: '', attempts: 0, leasedUntil: app.clock.now(), payload }
  const told: unknown[] = []
  const close = circleCheckClose({ db: app.db, world: app.world, announce: (one) => told.push(one) })
  const ask = circleCheckAsk({ db: app.db, world: app.world, publicUrl, canSendMail: true })
  const mails = () =>
    asMaintenance(app.owner, async (trx) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from job where payload->>'kind' = 'circle-check'`.execute(trx)
      return rows[0]?.count
    })
  const before = await mails()
  expect(await ask({ ...job, kind: circleCheckAskKind })).toBeNull()
  app.clock.advance(30 * 86_400_000)
  expect(await close({ ...job, kind: circleCheckCloseKind })).toBeNull()
  expect([told, await mails()]).toEqual([[], before])
}

test('one that is open stays, and so does one whose window closed; a guest takes none away', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { open, asking } = story.checks
  const params = { relation: story.relation.id, check: open }
  expect((await asMember(app, story.by).call(circleCheckEndpoints.get, { params })).mayWithdraw).toBe(false)
  const conflict = { status: 409, body: { error: { code: 'conflict' } } }
  expect(await withdraw(app, { by: story.by, story, check: open })).toMatchObject(conflict)
  const guest = await asGuest(app, story)
  expect(await withdraw(app, { by: guest, story, check: asking })).toMatchObject({ status: 403 })
  const ofGuest = { params: { relation: story.relation.id, check: asking } }
  expect((await asMember(app, guest).call(circleCheckEndpoints.get, ofGuest)).mayWithdraw).toBe(false)
  await asMaintenance(app.owner, (trx) =>
    sql`update member set roles = array['professional'] where id = ${guest.member}`.execute(trx),
  )
  app.clock.advance(8 * 86_400_000)
  expect(await withdraw(app, { by: story.by, story, check: asking })).toMatchObject(conflict)
  expect([await answersTo(app, open), await lines(app)]).toEqual([5, 0])
})

async function asGuest(app: TestApp, { colleague }: Story): Promise<Person> {
  await asMaintenance(app.owner, (trx) =>
    sql`update member set roles = array['guest'] where id = ${colleague.member}`.execute(trx),
  )
  return colleague
}

test('the database keeps to it too: nobody takes an open check away, and no guest one that asks', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const gone = (check: CircleCheckId, roles: string[]) => {
    const actor = { member: story.by.member }
    const context = { workspace: app.workspace, actor, relations: [story.relation.id], roles } as const
    return inContext(app.db, context as never, async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('circle_check')
        .where('id', '=', check)
        .executeTakeFirst()
      return Number(numDeletedRows)
    })
  }
  expect(await gone(story.checks.open, ['professional'])).toBe(0)
  expect(await gone(story.checks.asking, ['guest'])).toBe(0)
  expect(await gone(story.checks.asking, ['professional'])).toBe(1)
})
