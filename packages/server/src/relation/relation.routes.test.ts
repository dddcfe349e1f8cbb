import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { participantInput, relationBody } from '../test-factories.ts'
import type { Person } from '../test-member.ts'

const { createRelation, getRelation, editRelation, closeRelation } = relationEndpoints

const listed = async (app: TestApp, by: Person, query = {}) =>
  (await app.as(by).call(feedbackEndpoints.listRelations, { query })).relations.map((one) => one.title)

test('a relation begins with who makes it and whom she names', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const [noor, bram] = [await app.professional(), await app.professional({ name: 'Bram' })]
  const lina = participantInput(app, { name: ' Lina ', detail: '16 jaar', voice: 'youth' })
  const other = participantInput(app, { name: 'Bram', voice: 'colleague', member: bram })
  const body = {
    ...relationBody(app),
    ...{ title: 'MDO Lina', kind: 'with-help-seekers' as const, context: 'micro' as const },
    ...{ situation: 'mdo' as const, purpose: 'Samen op weg naar school', participants: [lina, other] },
  }
  const made = await app.as(noor).call(createRelation, { body })
  expect(made).toMatchObject({
    ...{ id: body.id, title: 'MDO Lina', kind: 'with-help-seekers', context: 'micro', situation: 'mdo' },
    ...{ purpose: 'Samen op weg naar school', checkEveryDays: 14, version: 1, notes: [], contacts: [] },
    ...{ startedAt: '2026-11-19T08:00:00.000Z', closedAt: null },
  })
  const people = made.participants.map((one) => [one.name, one.voice, one.detail, one.member, one.active])
  expect(people.toSorted()).toEqual([
    ['Bram', 'colleague', '', bram.member, true],
    ['Lina', 'youth', '16 jaar', null, true],
    ['Noor', 'professional', '', noor.member, true],
  ])
  const params = { relation: body.id }
  expect(await app.as(bram).call(getRelation, { params })).toEqual(made)
})

test('a repeat with the same identifier is the same relation, also when the first answer was lost', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const body = relationBody(app)
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => app.as(noor).call(createRelation, { body })),
  )
  for (const reply of replies) expect(reply).toEqual(replies[0])
  expect(await listed(app, noor)).toEqual(['Lina en Noor'])
  expect(await app.audit('relation.created')).toHaveLength(1)
  const changed = await app.as(noor).call(createRelation, { body: { ...body, title: 'Anders' } })
  expect(changed.title).toBe('Lina en Noor')
})

test('an identifier in capitals names the same relation', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const body = relationBody(app)
  const id = body.id.toUpperCase() as RelationId
  const made = await app.as(noor).call(createRelation, { body: { ...body, id } })
  expect(made.id).toBe(body.id)
  expect(await app.as(noor).call(getRelation, { params: { relation: id } })).toEqual(made)
})

test('the identifier of someone else’s relation tells nothing and changes nothing', async () => {
  await using app = await testApp()
  const { relation, id } = await app.relation({ title: 'Van Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const body = { ...relationBody(app, { title: 'Van Eva' }), id }
  expect(await app.as(eva).refusal(createRelation, { body })).toMatchObject({ code: 'conflict' })
  expect(await listed(app, eva)).toEqual([])
  expect(relation.title).toBe('Van Noor')
  // In another workspace the same identifier is another relation.
  await using elsewhere = await testApp()
  const ilse = await elsewhere.professional({ name: 'Ilse' })
  expect((await elsewhere.as(ilse).call(createRelation, { body })).title).toBe('Van Eva')
})

test('people of another workspace, or of another relation, cannot be drawn in', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const noor = await app.professional()
  const { client } = await app.relation({ by: noor })
  const ilse = await elsewhere.professional({ name: 'Ilse' })
  const withPerson = (person: object) => ({
    ...relationBody(app),
    participants: [{ ...participantInput(app), ...person }],
  })
  const foreign = withPerson({ member: ilse.member })
  expect(await app.as(noor).refusal(createRelation, { body: foreign })).toMatchObject({
    code: 'invalid-input',
  })
  const borrowed = withPerson({ id: client.id })
  expect(await app.as(noor).refusal(createRelation, { body: borrowed })).toMatchObject({ code: 'conflict' })
  // Nothing of the refused ones is left.
  expect(await listed(app, noor)).toHaveLength(1)
})

test('someone stands in a relation once, and who makes it stands in it by herself', async () => {
  await using app = await testApp()
  const [noor, bram] = [await app.professional(), await app.professional({ name: 'Bram' })]
  const twice = participantInput(app)
  const doubles = [
    [twice, twice],
    [participantInput(app, { member: bram }), participantInput(app, { member: bram })],
    [participantInput(app, { member: noor })],
  ]
  for (const participants of doubles) {
    const refusal = await app
      .as(noor)
      .refusal(createRelation, { body: { ...relationBody(app), participants } })
    expect(refusal).toMatchObject({ code: 'invalid-input', fields: { participants: 'doubled' } })
  }
})

const settings: [kind: string, context: string | null, situation: string | null, field: string | null][] = [
  ['interpersonal', null, null, null],
  ['interpersonal', 'micro', 'intake', 'situation'],
  ['with-help-seekers', null, null, 'context'],
  ['with-help-seekers', 'micro', null, 'situation'],
  ['with-help-seekers', 'meso', 'intake', 'situation'],
  ['with-help-seekers', 'meso', 'mdo', null],
  ['interprofessional', 'exo', 'consortium', null],
]

test.each(settings)('%s with context %s and situation %s', async (kind, context, situation, field) => {
  await using app = await testApp()
  const noor = await app.professional()
  const reply = await app
    .as(noor)
    .request('POST', '/api/relations', { ...relationBody(app), kind, context, situation })
  const { error } = reply.body as { error?: { fields: Record<string, string> } }
  expect([reply.status, Object.keys(error?.fields ?? {})]).toEqual(
    field === null ? [200, []] : [422, [field]],
  )
})

test('an edit changes people and words, and who is left out leaves without taking her answers along', async () => {
  await using app = await testApp()
  const bram = await app.professional({ name: 'Bram' })
  const participants = [
    { name: 'Lina' },
    { name: 'Sam' },
    { name: 'Bram', voice: 'colleague' as const, member: bram },
  ]
  const asked = await app.answer({ in: await app.relation({ participants }) })
  const { by, id, relation } = asked.relation
  const kept = relation.participants
    .filter((one) => one.name === 'Sam')
    .map(({ active: _, ...person }) => ({ ...person, name: 'Samira' }))
  const added = participantInput(app, { name: 'Fons', voice: 'father', address: 'u' })
  const { id: _, ...fields } = relationBody(app, {
    title: 'Samira en Fons',
    purpose: 'rust',
    checkEveryDays: 7,
  })
  const params = { relation: id }
  const body = { ...fields, version: 1, participants: [...kept, added] }
  const edited = await app.as(by).call(editRelation, { params, body })
  expect(edited).toMatchObject({ title: 'Samira en Fons', purpose: 'rust', checkEveryDays: 7, version: 2 })
  expect(edited.participants.map((one) => [one.name, one.active]).toSorted()).toEqual([
    ['Bram', false],
    ['Fons', true],
    ['Lina', false],
    ['Noor', true],
    ['Samira', true],
  ])
  const feedback = await app.as(by).call(feedbackEndpoints.relationFeedback, { params })
  expect(feedback.responses).toHaveLength(1)
  expect(await app.as(bram).refusal(getRelation, { params })).toMatchObject({ code: 'not-found' })
  expect(await listed(app, bram)).toEqual([])
  expect([await listed(app, by, { search: 'fons' }), await listed(app, by, { search: 'bram' })]).toEqual([
    ['Samira en Fons'],
    ['Samira en Fons'],
  ])
  // Whoever left can come back as the same person.
  const back = edited.participants
    .filter((one) => one.member !== by.member)
    .map(({ active: __, ...person }) => person)
  const again = await app
    .as(by)
    .call(editRelation, { params, body: { ...body, version: 2, participants: back } })
  expect(again.participants.every((one) => one.active)).toBe(true)
  expect((await app.as(bram).call(getRelation, { params })).version).toBe(3)
})

test('of two edits from the same version one wins, and of the other nothing is kept, not even half', async () => {
  await using app = await testApp()
  const { by, id, relation } = await app.relation()
  const params = { relation: id }
  const edit = (name: string) => {
    const { id: _, ...fields } = relationBody(app, { title: name, participants: [{ name }] })
    return app.as(by).request('PUT', `/api/relations/${id}`, { ...fields, version: 1 })
  }
  const replies = await Promise.all(['een', 'twee', 'drie', 'vier'].map(edit))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409, 409, 409])
  const now = await app.as(by).call(getRelation, { params })
  expect(now.version).toBe(2)
  const active = now.participants.filter((one) => one.active && one.member === null).map((one) => one.name)
  expect(active).toEqual([now.title])
  expect(now.participants).toHaveLength(relation.participants.length + 1)
  expect(await app.audit('relation.edited')).toHaveLength(1)
})

test('an edit cannot take over a person of another relation', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const [ours, aside] = [
    await app.relation({ by: noor }),
    await app.relation({ title: 'Apart', participants: [{ name: 'Fons' }] }),
  ]
  const { id: _, ...fields } = relationBody(app)
  const stolen = { ...participantInput(app, { name: 'Gestolen' }), id: aside.client.id }
  const body = { ...fields, version: 1, participants: [stolen] }
  const refusal = await app.as(noor).refusal(editRelation, { params: { relation: ours.id }, body })
  expect(refusal).toMatchObject({ code: 'conflict' })
  const untouched = await app.as(aside.by).call(getRelation, { params: { relation: aside.id } })
  expect(untouched.participants.map((one) => one.name).toSorted()).toEqual(['Fons', 'Noor'])
  expect((await app.as(noor).call(getRelation, { params: { relation: ours.id } })).version).toBe(1)
})

test.each([0, -1, 2, 2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER])(
  'an edit from version %d, which never was, changes nothing',
  async (version) => {
    await using app = await testApp()
    const { by, id, relation } = await app.relation()
    const { id: _, ...fields } = relationBody(app, { title: 'Anders' })
    const reply = await app.as(by).request('PUT', `/api/relations/${id}`, { ...fields, version })
    expect([409, 422]).toContain(reply.status)
    expect(await app.as(by).call(getRelation, { params: { relation: id } })).toEqual(relation)
  },
)

test('a relation is closed and opened again; nothing is lost', async () => {
  await using app = await testApp()
  const { by, id } = await app.relation()
  const params = { relation: id }
  const closed = await app.as(by).call(closeRelation, { params, body: { closed: true } })
  expect(closed.closedAt).toBe(app.clock.now())
  expect([await listed(app, by), await listed(app, by, { closed: 'yes' })]).toEqual([[], ['Lina en Noor']])
  const opened = await app.as(by).call(closeRelation, { params, body: { closed: false } })
  expect(opened.closedAt).toBeNull()
  const actions = (await app.audit()).map((line) => line.action)
  expect(actions.filter((one) => /closed|reopened/.test(one))).toEqual([
    'relation.closed',
    'relation.reopened',
  ])
})

test('names that cannot be stored are refused by their field', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const title = ['', '   ', 'x'.repeat(121), 'nul\0', '\ud800', '🌱'.repeat(300)]
  for (const value of title) {
    const refusal = await app
      .as(noor)
      .refusal(createRelation, { body: { ...relationBody(app), title: value } })
    expect(refusal.code, JSON.stringify(value)).toBe('invalid-input')
    expect(Object.keys(refusal.fields ?? {})).toEqual(['title'])
  }
  const person = { ...participantInput(app), name: '', id: 'x' as ParticipantId }
  const refusal = await app
    .as(noor)
    .refusal(createRelation, { body: { ...relationBody(app), participants: [person] } })
  expect(Object.keys(refusal.fields ?? {}).sort()).toEqual(['participants.0.id', 'participants.0.name'])
})
