import type { AuditAction } from '@weerklank/core/audit/audit'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import { type RuptureStepInput, ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import type { AgreementId, RuptureId, SignalId, WorkingNoteId } from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildAnswer } from '../test-factories.ts'
import { lookForMissing } from './window-check.ts'

const {
  noticeRupture,
  listRuptures,
  changeRupture,
  shareRupture,
  stepRupture,
  removeRupture,
  ruptureReviews,
} = ruptureEndpoints

async function together(app: TestApp) {
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const built = await app.relation({ participants })
  const { by: noor, id: relation, relation: details } = built
  const lina = details.participants.find((one) => one.name === 'Lina')
  if (lina === undefined) throw new Error('Lina takes part')
  const rupture = app.world.newId<RuptureId>()
  const params = { relation, rupture }
  const notice = (shared: boolean, signals: readonly string[] = []) =>
    app.as(noor).call(noticeRupture, {
      params: { relation },
      body: {
        ...{ id: rupture, participant: lina.id, kind: 'withdrawal', markers: ['W2', 'W6', 'W2'] },
        ...{ salience: 3, text: 'Lina viel stil.', shared, signals: [...signals] as never },
      },
    })
  return { noor, bram, relation, built, lina, rupture, params, notice }
}

/** Lines of the record with whom they are about. */
function linesOf(app: TestApp, action: AuditAction) {
  return asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').selectAll().where('action', '=', action).execute(),
  )
}

const plain = { state: 'done', text: '', agreement: null, reviewOn: null, outcome: null } as const
const stepping = (step: RuptureStep, input: Partial<RuptureStepInput>, params: object) => ({
  params: { ...params, step } as never,
  body: { ...plain, ...input },
})

test('what one keeps to oneself nobody else reads, works on or hears of, until it is shared; then it stays', async () => {
  await using app = await testApp()
  const { noor, bram, relation, params, notice } = await together(app)
  const mine = await notice(false)
  expect(mine).toMatchObject({ isMine: true, markers: ['W2', 'W6'], sharedAt: null, version: 1 })
  expect(mine.removedAt).toBe('2027-02-17T08:00:00.000Z')
  expect(await notice(false)).toEqual(mine)
  const listed = () => app.as(bram).call(listRuptures, { params: { relation } })
  expect((await listed()).ruptures).toEqual([])
  const hers = { params, body: { version: 1 } }
  expect((await app.as(bram).refusal(shareRupture, hers)).code).toBe('not-found')
  expect((await app.as(bram).refusal(stepRupture, stepping('pause', {}, params))).code).toBe('not-found')
  expect((await app.as(bram).refusal(removeRupture, { params })).code).toBe('not-found')
  const lines = (await app.audit()).filter((line) => line.action.startsWith('rupture'))
  expect(lines.map(({ action, relation_id }) => [action, relation_id])).toEqual([['rupture.noticed', null]])
  await app.as(noor).call(stepRupture, stepping('pause', { text: 'Even gewacht.' }, params))
  const shared = await app.as(noor).call(shareRupture, hers)
  expect(shared).toMatchObject({ sharedAt: app.clock.now(), removedAt: null })
  const [seen] = (await listed()).ruptures
  expect(seen).toEqual({ ...shared, isMine: false })
  expect(seen?.steps.map(({ text }) => text)).toEqual(['Even gewacht.'])
  expect((await app.as(noor).refusal(removeRupture, { params })).code).toBe('conflict')
  const [line] = await linesOf(app, 'rupture.shared')
  expect(line).toMatchObject({ actor: noor.member, relation_id: relation, person_id: expect.any(String) })
})

test('strain that began at a signal closes it as discussed, once; a signal of elsewhere is not known', async () => {
  await using app = await testApp()
  const { noor, relation, built, lina, notice } = await together(app)
  await buildAnswer(app, { in: built, participant: lina, value: '2' })
  const feedback = () => app.as(noor).call(feedbackEndpoints.relationFeedback, { params: { relation } })
  const ids = (await feedback()).signals.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(0)
  const unknown = [app.world.newId<SignalId>()]
  await expect(notice(false, unknown)).rejects.toThrow()
  await notice(false, ids)
  await notice(false, [])
  expect((await feedback()).signals.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'discussed'))
  expect(await app.audit('signal.closed')).toHaveLength(ids.length)
})

test('what was never shared can be taken away with all its steps', async () => {
  await using app = await testApp()
  const { noor, relation, params, notice } = await together(app)
  await notice(false)
  await app.as(noor).call(stepRupture, stepping('pause', {}, params))
  await app.as(noor).call(removeRupture, { params })
  expect((await app.as(noor).call(listRuptures, { params: { relation } })).ruptures).toEqual([])
  expect((await app.as(noor).refusal(removeRupture, { params })).code).toBe('not-found')
})

test('words are saved as they are typed: the same again changes nothing, an older version is refused', async () => {
  await using app = await testApp()
  const { noor, params, notice } = await together(app)
  await notice(true)
  const save = (text: string, version: number) => ({
    params,
    body: { kind: 'withdrawal' as const, markers: ['W2' as const], salience: null, text, version },
  })
  expect(await app.as(noor).call(changeRupture, save('Ze keek weg.', 1))).toMatchObject({ version: 2 })
  expect(await app.as(noor).call(changeRupture, save('Ze keek weg.', 1))).toMatchObject({ version: 2 })
  expect((await app.as(noor).refusal(changeRupture, save('Iets anders.', 1))).code).toBe('conflict')
})

test('own part keeps no words here, also when they are sent; each step is done, passed over or taken back', async () => {
  await using app = await testApp()
  const { noor, bram, params, notice } = await together(app)
  await notice(true)
  const step = (name: RuptureStep, input: Partial<RuptureStepInput>) =>
    app.as(noor).call(stepRupture, stepping(name, input, params))
  const own = await step('own-part', { text: 'Ik ging te snel.' })
  expect(own.steps).toMatchObject([{ step: 'own-part', state: 'done', text: '' }])
  const early = await app.as(noor).refusal(stepRupture, stepping('renegotiate', {}, params))
  expect([early.code, early.fields]).toEqual(['invalid-input', { step: 'listen-first' }])
  await step('listen', { state: 'skipped', text: 'Ze wilde niet praten.' })
  const both = await step('renegotiate', { text: 'Rustiger.' })
  expect(both.steps.map(({ step, state }) => `${step} ${state}`).sort()).toEqual([
    'listen skipped',
    'own-part done',
    'renegotiate done',
  ])
  // A colleague who takes part goes on with it.
  const back = await app.as(bram).call(stepRupture, stepping('renegotiate', { state: 'open' }, params))
  expect(back.steps.map(({ step }) => step)).not.toContain('renegotiate')
  expect((await app.audit('rupture.step-undone')).map(({ actor }) => actor)).toEqual([bram.member])
})

test('an agreement is one of the collaboration, asked back as any other, with a day to look back that stands on Vandaag', async () => {
  await using app = await testApp()
  const { noor, bram, relation, lina, params, notice } = await together(app)
  await notice(true)
  await app.as(noor).call(stepRupture, stepping('listen', {}, params))
  const agreement = app.world.newId<AgreementId>()
  const reviewOn = localDay(addDays(app.clock.now(), 5), 'Europe/Amsterdam')
  const agree = stepping('agree', { agreement, reviewOn }, params)
  expect((await app.as(noor).refusal(stepRupture, agree)).fields).toEqual({ agreement: 'unknown' })
  await app.as(noor).call(feedbackEndpoints.agree, {
    params: { relation },
    body: { id: agreement, text: 'Eerst wandelen.', participants: [lina.id], askBack: true, signals: [] },
  })
  const today = localDay(app.clock.now(), 'Europe/Amsterdam')
  const late = stepping('agree', { agreement, reviewOn: today }, params)
  expect((await app.as(noor).refusal(stepRupture, late)).fields).toEqual({ step: 'review-missing' })
  expect(await app.as(noor).call(stepRupture, agree)).toMatchObject({ agreement, reviewOn })
  const [review] = (await app.as(bram).call(ruptureReviews)).reviews
  expect(review).toMatchObject({ rupture: params.rupture, relation, name: 'Lina', reviewOn })
  const outsider = await app.professional({ name: 'Els' })
  expect((await app.as(outsider).call(ruptureReviews)).reviews).toEqual([])
  const closed = await app.as(noor).call(stepRupture, stepping('outcome', { outcome: 'solved' }, params))
  expect(closed).toMatchObject({ outcome: 'solved', closedAt: app.clock.now() })
  expect((await app.as(noor).call(ruptureReviews)).reviews).toEqual([])
  const after = await app.as(noor).refusal(stepRupture, stepping('pause', {}, params))
  expect(after.fields).toEqual({ step: 'ended' })
  await app.as(noor).call(stepRupture, stepping('outcome', { state: 'open' }, params))
  expect((await app.as(noor).call(ruptureReviews)).reviews).toHaveLength(1)
})

test('a shared rupture without a step for over fourteen days raises one signal for each silence; a private one none', async () => {
  await using app = await testApp()
  const { noor, relation, params, notice } = await together(app)
  await notice(false)
  const look = () =>
    inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [relation] }, (trx) =>
      lookForMissing(trx, app.world, { workspace: app.workspace, relation }),
    )
  const open = async () =>
    (await app.as(noor).call(feedbackEndpoints.relationFeedback, { params: { relation } })).signals
      .filter(({ finding }) => finding.rule === 'rupture-open')
      .map(({ outcome }) => outcome)
  const days = (count: number) => app.clock.advance(count * 86_400_000)
  days(15)
  await look()
  expect(await open()).toEqual([])
  await app.as(noor).call(shareRupture, { params, body: { version: 1 } })
  await look()
  await look()
  expect(await open()).toEqual([null])
  await app.as(noor).call(stepRupture, stepping('pause', {}, params))
  days(10)
  await look()
  expect(await open()).toEqual([null])
  days(5)
  await look()
  expect(await open()).toEqual([null, null])
  // It goes with the outcome, in the name of whoever gave that.
  await app.as(noor).call(stepRupture, stepping('outcome', { outcome: 'not-discussed' }, params))
  expect(await open()).toEqual(['not-applicable', 'not-applicable'])
  days(30)
  await look()
  expect(await open()).toHaveLength(2)
})

test('a case for peer reflection holds no collaboration, and the record says only that one was made', async () => {
  await using app = await testApp()
  const { noor, bram, relation } = await together(app)
  const note = app.world.newId<WorkingNoteId>()
  const body = { text: 'Iemand valt stil.', version: 0 }
  const { savePeerCase, saveWorkingNote, ownWorkingNotes, workingNotes } = workingNoteEndpoints
  const saved = await app.as(noor).call(savePeerCase, { params: { note }, body })
  expect(saved).toMatchObject({ relation: null, rupture: null, moment: 'peer-case', version: 1 })
  const [line] = await linesOf(app, 'peer-case.made')
  expect(line).toMatchObject({ actor: noor.member, relation_id: null, person_id: null, subject_id: note })
  expect((await app.as(bram).call(ownWorkingNotes)).notes).toEqual([])
  expect((await app.as(noor).call(workingNotes, { params: { relation } })).notes).toEqual([])
  expect((await app.as(bram).refusal(savePeerCase, { params: { note }, body })).code).toBe('conflict')
  const inFile = { params: { relation, note }, body: { ...body, text: 'Lina valt stil.', version: 1 } }
  expect((await app.as(noor).refusal(saveWorkingNote, inFile as never)).code).toBe('conflict')
  const other = app.world.newId<WorkingNoteId>()
  const about = { params: { relation, note: other }, body: { ...body, moment: 'peer-case' } }
  expect((await app.as(noor).refusal(saveWorkingNote, about as never)).code).toBe('invalid-input')
  // The table itself refuses it too.
  const link = sql`update working_note set relation_id = ${relation} where id = ${note}`
  await expect(asMaintenance(app.owner, (trx) => link.execute(trx))).rejects.toThrow('working_note_case')
})

test('notes beside a rupture and in the journal keep their moment, and are their author’s alone', async () => {
  await using app = await testApp()
  const { noor, bram, relation, rupture } = await together(app)
  const { saveWorkingNote, workingNotes } = workingNoteEndpoints
  const note = app.world.newId<WorkingNoteId>()
  const body = { text: 'Ik ging te snel.', version: 0, moment: 'own-part' as const, rupture }
  await app.as(noor).call(saveWorkingNote, { params: { relation, note }, body })
  const listed = (by: typeof noor) => app.as(by).call(workingNotes, { params: { relation } })
  expect((await listed(noor)).notes).toMatchObject([{ moment: 'own-part', rupture }])
  expect((await listed(bram)).notes).toEqual([])
})
