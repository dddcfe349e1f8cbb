import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { MutualPictureId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { loadContent } from './instruments.ts'
import { mutualTerm } from './mutual.job.ts'

const { mutualPictures, ask, answer, guess, decline } = mutualEndpoints
const content = loadContent()

/** A worker, a colleague beside her, and a client; a picture of the worker and the client is asked for. */
async function together(app: TestApp) {
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const { by: noor, id: relation, relation: details } = await app.relation({ participants })
  const find = (name: string) => {
    const found = details.participants.find((one) => one.name === name)
    if (found === undefined) throw new Error(`${name} takes part`)
    return found.id
  }
  const [lina, noorHere] = [find('Lina'), details.participants.find((one) => one.member === noor.member)?.id]
  if (noorHere === undefined) throw new Error('Noor takes part')
  const picture = app.world.newId<MutualPictureId>()
  const body = { id: picture, client: lina, professional: noorHere, contact: null }
  const { url } = await app.as(noor).call(ask, { params: { relation }, body })
  const params = { relation, picture }
  const read = async (who: typeof noor) => {
    const { pictures } = await app.as(who).call(mutualPictures, { params: { relation } })
    const found = pictures.find((one) => one.id === picture)
    if (found === undefined) throw new Error('The picture is there')
    return found
  }
  return { noor, bram, relation, lina, noorHere, picture, body, url, params, read }
}

type Together = Awaited<ReturnType<typeof together>>

const secret = 'Lina zegt het hier.'
const clientFields = (value = '2') => ({
  ...Object.fromEntries(known().map((id) => [`a.${id}`, value])),
  open: secret,
})
const known = () => content.instruments.get('collaboration-check@1')?.items.map(({ id }) => id) ?? []
const own = { answers: { goals: 7.5, seen: 8 }, openText: 'Noor zegt het hier.' }

/** Everything a member of the relation can ask for, as text. */
async function allOf(app: TestApp, of: Together, who: Together['noor']): Promise<string> {
  const parts = { params: { relation: of.relation } }
  const answers = [
    await app.as(who).call(mutualPictures, parts),
    await app.as(who).call(feedbackEndpoints.relationFeedback, parts),
    await app.as(who).call(feedbackEndpoints.today),
    await app.as(who).call(feedbackEndpoints.listRelations),
  ]
  return JSON.stringify(answers.map((one) => ({ ...one, instruments: null, openers: null })))
}

test('nobody reads the client before the worker is in, nor whether she answered low; then both read all, with the signal', async () => {
  await using app = await testApp()
  const of = await together(app)
  expect((await app.link(of.url).answer(clientFields('2'))).json()).toEqual({ stored: true })
  for (const who of [of.noor, of.bram]) {
    const all = await allOf(app, of, who)
    expect(all).not.toContain(secret)
    expect(all).not.toContain('"goals":2')
    const feedback = await app
      .as(who)
      .call(feedbackEndpoints.relationFeedback, { params: { relation: of.relation } })
    expect(feedback.responses).toEqual([])
    expect(feedback.signals).toEqual([])
    // That she answered is known, so that nobody asks her again.
    expect(feedback.invitations.map(({ status }) => status)).toEqual(['answered'])
    expect((await app.as(who).call(feedbackEndpoints.today)).attention).toEqual([])
  }
  expect(await app.audit('signal.opened')).toEqual([])
  expect(await of.read(of.noor)).toMatchObject({
    state: 'waits-for-professional',
    clientSide: null,
    mine: true,
  })
  const opened = await app.as(of.noor).call(answer, { params: of.params, body: own })
  expect(opened).toMatchObject({ state: 'open', openedBy: 'both' })
  expect(opened.clientSide).toMatchObject({ openText: secret, afterReading: false })
  expect(opened.professionalSide).toMatchObject({ answers: own.answers, afterReading: false })
  const after = await app
    .as(of.bram)
    .call(feedbackEndpoints.relationFeedback, { params: { relation: of.relation } })
  expect(after.responses).toHaveLength(1)
  const rules = after.signals.map(({ finding }) => finding.rule)
  expect(rules).toContain('mutual-difference')
  expect(rules).toContain('low-item')
  const told = after.signals.find(({ finding }) => finding.rule === 'mutual-difference')?.finding
  expect(told).toMatchObject({ item: 'seen', own: 2, other: 8, by: of.noorHere })
})

test('the worker first: her half is shut to her colleague and to the client; it opens with the client’s answer', async () => {
  await using app = await testApp()
  const of = await together(app)
  const half = await app.as(of.noor).call(answer, { params: of.params, body: own })
  expect(half).toMatchObject({ state: 'waits-for-client', professionalSide: { answers: own.answers } })
  expect(await allOf(app, of, of.bram)).not.toContain(own.openText)
  expect((await of.read(of.bram)).professionalSide).toBeNull()
  const asLina = { workspace: app.workspace, actor: { participant: of.lina }, relations: [of.relation] }
  const seen = () => inContext(app.db, asLina, (trx) => trx.selectFrom('mutual_side').selectAll().execute())
  expect(await seen()).toEqual([])
  await app.link(of.url).answer(clientFields('9'))
  expect(await seen()).toHaveLength(1)
  expect(await of.read(of.bram)).toMatchObject({
    state: 'open',
    professionalSide: { answers: own.answers },
    clientSide: { openText: secret },
  })
  expect(await app.audit('mutual.opened')).toHaveLength(1)
})

test('the database keeps it: no context of a member reads or changes a half that is shut, only the seal can be taken off', async () => {
  await using app = await testApp()
  const of = await together(app)
  await app.link(of.url).answer(clientFields('2'))
  const members = [of.noor, of.bram].map(({ member }) => ({
    ...{ workspace: app.workspace, actor: { member }, relations: [of.relation], roles: ['professional'] },
  }))
  const contexts = [
    ...members,
    ...members.map((one) => ({ ...one, participants: [of.noorHere] })),
    ...members.map((one) => ({ ...one, purpose: 'access' as const })),
    { workspace: app.workspace, actor: 'system' as const, relations: [of.relation] },
  ]
  for (const context of contexts) {
    const counts = await inContext(app.db, context, async (trx) => {
      const seen = await trx.selectFrom('response').selectAll().execute()
      const changed = await trx.updateTable('response').set({ sealed: false }).executeTakeFirst()
      return [seen.length, Number(changed.numUpdatedRows)]
    })
    expect(counts).toEqual([0, 0])
  }
  const reveal = { ...contexts[0], workspace: app.workspace, purpose: 'reveal' as const }
  await expect(
    inContext(app.db, reveal as never, (trx) =>
      trx.updateTable('response').set({ open_text: 'anders' }).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})

test('who does not fill it in lets the client’s half open by itself; what she answers later is marked', async () => {
  await using app = await testApp()
  const of = await together(app)
  const declined = await app.as(of.noor).call(decline, { params: of.params })
  expect(declined).toMatchObject({ state: 'waits-for-client', declined: true, may: { decline: false } })
  await app.link(of.url).answer(clientFields('2'))
  expect(await of.read(of.noor)).toMatchObject({
    state: 'open',
    openedBy: 'declined',
    professionalSide: null,
  })
  const late = await app.as(of.noor).call(answer, { params: of.params, body: own })
  expect(late.professionalSide?.afterReading).toBe(true)
  expect((await app.as(of.noor).refusal(answer, { params: of.params, body: own })).code).toBe('conflict')
})

test('after its time it opens with what is in, once; before that the job leaves it shut', async () => {
  await using app = await testApp()
  const of = await together(app)
  await app.link(of.url).answer(clientFields('2'))
  const job = mutualTerm({ db: app.db, world: app.world, content, announce: () => undefined })
  const due = { payload: { workspace: app.workspace, relation: of.relation, picture: of.picture } } as never
  await job(due)
  expect((await of.read(of.noor)).state).toBe('waits-for-professional')
  app.clock.advance(7 * 86_400_000)
  await job(due)
  await job(due)
  expect(await of.read(of.noor)).toMatchObject({
    state: 'open',
    openedBy: 'term',
    clientSide: { openText: secret },
  })
  expect(await app.audit('mutual.opened')).toHaveLength(1)
  expect(addDays('2026-11-19T08:00:00.000Z', 7)).toBe((await of.read(of.noor)).endsAt)
})

test('a guess comes after one’s own answer and before reading; it is shut as the answer is', async () => {
  await using app = await testApp()
  const of = await together(app)
  const guessed = { params: of.params, body: { guess: { goals: 6 } } }
  expect((await app.as(of.noor).refusal(guess, guessed)).code).toBe('conflict')
  await app.as(of.noor).call(answer, { params: of.params, body: own })
  expect((await app.as(of.noor).call(guess, guessed)).professionalGuess).toEqual({ goals: 6 })
  expect((await of.read(of.bram)).professionalGuess).toBeNull()
  await app.link(of.url).answer(clientFields('2'))
  expect((await of.read(of.bram)).professionalGuess).toEqual({ goals: 6 })
  expect((await app.as(of.noor).refusal(guess, guessed)).code).toBe('conflict')
})

test('what cannot be: another’s half, a value off the scale, an unknown item, somebody who is no client', async () => {
  await using app = await testApp()
  const of = await together(app)
  expect((await app.as(of.bram).refusal(answer, { params: of.params, body: own })).code).toBe('not-allowed')
  const wrong = { params: of.params, body: { ...own, answers: { goals: 11 } } }
  expect((await app.as(of.noor).refusal(answer, wrong)).fields).toEqual({ 'answers.goals': 'out-of-range' })
  const empty = { params: of.params, body: { answers: {}, openText: '' } }
  expect((await app.as(of.noor).refusal(answer, empty)).fields).toEqual({ answers: 'nothing-answered' })
  const again = {
    params: { relation: of.relation },
    body: { ...of.body, id: app.world.newId<MutualPictureId>() },
  }
  expect((await app.as(of.noor).refusal(ask, again)).code).toBe('conflict')
  const swapped = { ...again, body: { ...again.body, client: of.noorHere } }
  expect((await app.as(of.noor).refusal(ask, swapped)).fields).toEqual({ client: 'unknown' })
  // The first link may be lost: asked again under the same id it is a new link for the same picture.
  const repeat = await app.as(of.noor).call(ask, { params: { relation: of.relation }, body: of.body })
  expect(repeat.url).not.toBe(of.url)
})

test('both at the same moment: it opens once, with both, whoever was first', async () => {
  await using app = await testApp()
  for (let round = 0; round < 4; round++) {
    const of = await together(app)
    const [client, worker] = await Promise.all([
      app.link(of.url).answer(clientFields('3')),
      app.as(of.noor).call(answer, { params: of.params, body: own }),
    ])
    expect(client.status).toBe(200)
    expect(worker.professionalSide?.answers).toEqual(own.answers)
    const open = await of.read(of.noor)
    expect(open).toMatchObject({ state: 'open', openedBy: 'both', clientSide: { afterReading: false } })
    const lines = await asMaintenance(app.owner, (trx) =>
      trx
        .selectFrom('audit_event')
        .select('id')
        .where('action', '=', 'mutual.opened')
        .where('subject_id', '=', of.picture)
        .execute(),
    )
    expect(lines).toHaveLength(1)
    const signals = await asMaintenance(app.owner, (trx) =>
      sql<{
        n: number
      }>`select count(*)::int as n from signal where relation_id = ${of.relation} and rule = 'mutual-difference'`.execute(
        trx,
      ),
    )
    expect(signals.rows[0]?.n).toBe(1)
  }
})

test('in any order of answering, guessing, reading and time passing, nothing of the other shows before it is open', async () => {
  await using app = await testApp()
  const steps = fc.array(
    fc.constantFrom('client', 'worker', 'guess', 'decline', 'read', 'colleague', 'term'),
    { minLength: 2, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const of = await together(app)
      const done = new Set<string>()
      const job = mutualTerm({ db: app.db, world: app.world, content, announce: () => undefined })
      const acts: Record<string, () => Promise<unknown>> = {
        client: () => app.link(of.url).answer(clientFields('1')),
        worker: () => app.as(of.noor).request('POST', path(of, 'answer'), own),
        guess: () => app.as(of.noor).request('POST', path(of, 'guess'), { guess: { goals: 6 } }),
        decline: () => app.as(of.noor).request('POST', path(of, 'declined')),
        term: () =>
          job({ payload: { workspace: app.workspace, relation: of.relation, picture: of.picture } } as never),
      }
      for (const step of order) {
        if (acts[step] !== undefined && !(done.has(step) && step === 'client')) await acts[step]()
        done.add(step)
        // The time is never over here: it opens when the client is in, and the worker is or declined.
        const isOpen = done.has('client') && (done.has('worker') || done.has('decline'))
        const [mine, hers] = [await of.read(of.noor), await of.read(of.bram)]
        expect(mine.state === 'open').toBe(isOpen)
        if (isOpen) continue
        expect([mine.clientSide, mine.clientGuess]).toEqual([null, null])
        expect([hers.clientSide, hers.professionalSide, hers.professionalGuess]).toEqual([null, null, null])
        expect(await allOf(app, of, of.bram)).not.toMatch(/Lina zegt het hier|Noor zegt het hier/)
      }
    }),
    { numRuns: 6 },
  )
})

function path(of: Together, end: string): string {
  return `/api/relations/${of.relation}/mutual-pictures/${of.picture}/${end}`
}

test('the contact check of this time has a mirror too; its picture is asked, sealed, opened and laid side by side as the other', async () => {
  await using app = await testApp()
  const of = await together(app)
  await app.as(of.noor).call(decline, { params: of.params })
  await app.link(of.url).answer(clientFields('8'))
  const { noor, relation, body } = of
  const id = app.world.newId<MutualPictureId>()
  const wanted = { ...body, id, instrument: 'contact-check' as const }
  const { url, picture } = await app.as(noor).call(ask, { params: { relation }, body: wanted })
  expect([picture.instrument, picture.mirror]).toEqual(['contact-check@1', 'contact-check-mirror@1'])
  const repeat = { ...wanted, instrument: 'collaboration-check' as const }
  expect((await app.as(noor).refusal(ask, { params: { relation }, body: repeat })).code).toBe('conflict')
  await app.link(url).answer({ 'a.heard': '3', 'a.whole': '8' })
  expect(JSON.stringify(await app.as(noor).call(mutualPictures, { params: { relation } }))).not.toContain(
    '"heard":3',
  )
  const mine = { answers: { heard: 8, whole: 8 }, openText: '' }
  const open = await app.as(noor).call(answer, { params: { relation, picture: id }, body: mine })
  expect(open).toMatchObject({ state: 'open', clientSide: { answers: { heard: 3, whole: 8 } } })
  const { signals } = await app.as(noor).call(feedbackEndpoints.relationFeedback, { params: { relation } })
  expect(signals.map(({ finding }) => finding.rule)).toContain('mutual-difference')
})
