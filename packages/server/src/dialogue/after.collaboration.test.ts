/** What a table of a collaboration agrees: the next check asks it back, and the next meeting opens with it, also for who has no account. */
import { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { AgreementId, MeetingAgreementId, MeetingId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildInvitation } from '../test-factories.ts'
import { planMeeting } from './meeting.fixture.ts'
import { beginMeeting, endMeeting } from './meeting.status.ts'

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('Nothing there')
  return item
}

function hold(app: TestApp, meeting: MeetingId) {
  const context = { workspace: app.workspace, actor: 'system' as const, relations: [] }
  return inContext(app.db, context, async (trx) => {
    await beginMeeting(trx, { context, meeting, now: app.clock.now() })
    await endMeeting(trx, { context, meeting, now: app.clock.now() })
  })
}

/** A meeting of a collaboration that was held: Farid of another team leads it, Yara was there. */
async function held(app: TestApp) {
  const farid = await app.professional({ name: 'Farid' })
  const relation = await app.relation({ participants: [{ name: 'Yara', voice: 'mother' }] })
  const seats = [
    { member: farid, role: 'facilitator' as const, voice: 'professional' as const },
    { name: 'Yara', voice: 'mother' as const, participant: relation.client.id },
  ]
  const of = { relation: relation.id, by: relation.by, seats, plan: { plannedAt: app.clock.now() } }
  const meeting = await planMeeting(app, of)
  await hold(app, meeting.id)
  return { ...meeting, farid, relation, seats }
}

test('is asked back by the next check of each who was there, and opens the next meeting for her on her phone', async () => {
  await using app = await testApp({ now: '2026-11-22T15:30:00.000Z' })
  const { farid, relation, params, places, seats } = await held(app)
  const id = app.world.newId<MeetingAgreementId>()
  const words = { ifText: 'het te snel gaat', text: 'zegt Yara stop' }
  const body = { id, owner: at(places, 2).id, ...words, dueOn: null }
  await app.as(farid).call(afterEndpoints.agreeInMeeting, { params, body })
  await app.as(farid).call(afterEndpoints.agreeInMeeting, { params, body })

  const { link } = await buildInvitation(app, { in: relation })
  expect((await link.get()).text).toContain('Als het te snel gaat, dan zegt Yara stop')

  const plan = { plannedAt: addDays(app.clock.now(), 14) }
  const next = await planMeeting(app, { relation: relation.id, by: relation.by, seats, plan })
  const yara = await next.guest(at(next.places, 2).id)
  const opens = async () => [(await yara.get()).text, (await yara.get('/live')).text]
  for (const page of await opens()) {
    expect(page).toContain('Hier begint het gesprek mee')
    expect(page).toContain('Als het te snel gaat, dan zegt Yara stop')
  }

  // What ends in the collaboration is done here too, and the other way round.
  const agreement = id as string as AgreementId
  await app.as(relation.by).call(feedbackEndpoints.endAgreement, {
    params: { relation: relation.id, agreement },
    body: { ended: true },
  })
  for (const page of await opens()) expect(page).not.toContain('Hier begint het gesprek mee')
  const state = (value: 'open' | 'done') => ({ params: { ...params, agreement: id }, body: { state: value } })
  await app.as(farid).call(afterEndpoints.changeMeetingAgreement, state('open'))
  expect(at(await opens(), 0)).toContain('Hier begint het gesprek mee')
  await app.as(farid).call(afterEndpoints.changeMeetingAgreement, state('done'))
  expect((await link.get()).text).not.toContain('zegt Yara stop')
})

test('stays with the meeting where it is of no collaboration, and whoever sat elsewhere reads nothing of it', async () => {
  await using app = await testApp({ now: '2026-11-22T15:30:00.000Z' })
  const { noor, params, id } = await planMeeting(app, { plan: { plannedAt: app.clock.now() } })
  await hold(app, id)
  const body = {
    id: app.world.newId<MeetingAgreementId>(),
    owner: null,
    ifText: '',
    text: 'Wij bellen.',
    dueOn: null,
  }
  await app.as(noor).call(afterEndpoints.agreeInMeeting, { params, body })
  const kept = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('meeting_agreement').select('agreement_id').where('id', '=', body.id).execute(),
  )
  expect(kept).toEqual([{ agreement_id: null }])
  const other = await planMeeting(app, { by: noor, plan: { plannedAt: addDays(app.clock.now(), 7) } })
  expect((await (await other.guest(at(other.places, 1).id)).get()).text).not.toContain('Wij bellen')
})
