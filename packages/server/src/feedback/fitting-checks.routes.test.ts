import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'
import { byLink } from '../test-link.ts'

const { fittingChecks, invite, relationFeedback } = feedbackEndpoints

const childAndMother = {
  participants: [
    { name: 'Jaimy', voice: 'child' },
    { name: 'Ilse', voice: 'mother' },
  ],
} as const

function named(relation: BuiltRelation, name: string): ParticipantId {
  const found = relation.relation.participants.find((one) => one.name === name)
  if (found === undefined) throw new Error(`Nobody is called ${name}`)
  return found.id
}

async function ask(
  app: TestApp,
  relation: BuiltRelation,
  more: { who: string; instrument?: string; ownWords?: string },
) {
  const { who, ...asked } = more
  return app.as(relation.by).call(invite, {
    params: { relation: relation.id },
    body: { id: app.world.newId(), participant: named(relation, who), contact: null, ...asked },
  })
}

async function offered(app: TestApp, relation: BuiltRelation, who: string) {
  const { people } = await app.as(relation.by).call(fittingChecks, { params: { relation: relation.id } })
  return people.find(({ participant }) => participant === named(relation, who))?.checks ?? []
}

describe('the checks that fit', () => {
  test('are offered per person, the one to choose first, with the reason', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    expect(await offered(app, relation, 'Jaimy')).toMatchObject([
      { instrument: 'contact-check-child', reason: 'child', questions: 5 },
    ])
    const [first] = await offered(app, relation, 'Ilse')
    expect(first).toMatchObject({ instrument: 'contact-check', reason: 'usual', questions: 5 })
    expect((await app.audit('relation.read')).map(({ relation_id }) => relation_id)).toContain(relation.id)
  })

  test('follow the age, when it is known', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const jaimy = named(relation, 'Jaimy')
    await asMaintenance(app.owner, (trx) =>
      trx
        .updateTable('person')
        .set({ born_on: '2023-05-01' })
        .where('id', '=', (query) =>
          query.selectFrom('participant').select('person_id').where('id', '=', jaimy),
        )
        .execute(),
    )
    expect(await offered(app, relation, 'Jaimy')).toMatchObject([{ instrument: 'contact-check-young-child' }])
  })

  test('are two questions where it stays at one contact, and nothing is missed there', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const {
      id: _,
      startedAt,
      closedAt,
      mayChange,
      notes,
      contacts,
      participants,
      ...fields
    } = relation.relation
    const people = participants.filter(({ member }) => member === null).map(({ active, ...one }) => one)
    await app.as(relation.by).call(relationEndpoints.editRelation, {
      params: { relation: relation.id },
      body: { ...fields, participants: people, singleContact: true },
    })
    const [first] = await offered(app, relation, 'Ilse')
    expect(first).toMatchObject({ instrument: 'single-contact', reason: 'one-contact', questions: 2 })
  })
})

describe('asking with another check', () => {
  test('shows that check, takes its answer, and tells it by its own wording', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const { url } = await ask(app, relation, { who: 'Jaimy', instrument: 'contact-check-child' })
    const link = byLink(app, url)
    const { text } = await link.get()
    expect(text).toContain('Hoe was het om te vertellen?')
    expect(text).not.toContain('type=range')
    const refusedAnswer = await link.answer({ 'a.heard': '3' })
    expect(refusedAnswer.status).toBe(422)
    expect(
      (await link.answer({ 'a.heard': '2.5', 'a.what': '10', 'a.how': '5', 'a.whole': '7.5' })).status,
    ).toBe(200)
    const seen = await app.as(relation.by).call(relationFeedback, { params: { relation: relation.id } })
    expect(seen.responses).toMatchObject([{ instrument: 'contact-check-child', answers: { heard: 2.5 } }])
    expect(seen.invitations).toMatchObject([{ instrument: 'contact-check-child' }])
    expect(seen.instruments.map(({ id }) => id)).toContain('contact-check-child')
    expect(seen.signals.map(({ finding }) => finding.rule)).toContain('low-item')
    expect((await link.get()).text).toContain('niet zo fijn')
  })

  test('makes no number and no signal of the face a young child chose', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    for (const whole of ['0', '2']) {
      const { url } = await ask(app, relation, { who: 'Jaimy', instrument: 'contact-check-young-child' })
      expect((await byLink(app, url).answer({ 'a.whole': whole })).status).toBe(200)
    }
    const seen = await app.as(relation.by).call(relationFeedback, { params: { relation: relation.id } })
    expect(seen.responses).toHaveLength(2)
    expect(seen.signals).toEqual([])
  })

  test('compares an answer with earlier ones to the same check only', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const answer = async (instrument: string | undefined, items: readonly string[], value: string) => {
      const { url } = await ask(app, relation, {
        who: 'Ilse',
        ...(instrument !== undefined && { instrument }),
      })
      app.clock.advance(86_400_000)
      await byLink(app, url).answer(Object.fromEntries(items.map((id) => [`a.${id}`, value])))
    }
    await answer(undefined, ['heard', 'what', 'how', 'whole'], '9.5')
    await answer('collaboration-check', ['goals', 'doable', 'speak-up', 'seen', 'fit', 'talk', 'past'], '7')
    const seen = await app.as(relation.by).call(relationFeedback, { params: { relation: relation.id } })
    expect(seen.signals).toEqual([])
  })

  test('asks in someone’s own words, keeps them for the next time, and leaves the old answer its question', async () => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const asked = { who: 'Ilse', instrument: 'own-goal' }
    const first = byLink(app, (await ask(app, relation, { ...asked, ownWords: 'weer met de bus gaan' })).url)
    expect((await first.get()).text).toContain('weer met de bus gaan')
    await first.answer({ 'a.own': '3' })
    const own = (await offered(app, relation, 'Ilse')).find(
      ({ instrument }) => instrument === 'own-goal',
    )?.own
    expect(own).toEqual({ kind: 'goal', words: 'weer met de bus gaan' })
    expect((await byLink(app, (await ask(app, relation, asked)).url).get()).text).toContain('met de bus')
    await ask(app, relation, { ...asked, ownWords: 'zelf naar de winkel' })
    const seen = await app.as(relation.by).call(relationFeedback, { params: { relation: relation.id } })
    expect(seen.responses).toMatchObject([{ ownWords: 'weer met de bus gaan', answers: { own: 3 } }])
    expect((await first.get()).text).toContain('weer met de bus gaan')
  })

  test.each([
    ['a check that there is not', { instrument: 'no-such-check' }, { instrument: 'unknown' }],
    [
      'the mirror, of someone who is no professional',
      { instrument: 'collaboration-check-mirror' },
      { instrument: 'unknown' },
    ],
    ['own words without any', { instrument: 'own-question' }, { ownWords: 'missing' }],
  ])('refuses %s', async (_, more, fields) => {
    await using app = await testApp()
    const relation = await app.relation(childAndMother)
    const params = { relation: relation.id }
    const body = { id: app.world.newId(), participant: named(relation, 'Ilse'), contact: null, ...more }
    expect(await app.as(relation.by).refusal(invite, { params, body })).toMatchObject({
      code: 'invalid-input',
      fields,
    })
  })
})
