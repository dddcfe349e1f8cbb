import type { CircleCheckId, CircleSideId, ParticipantId, PersonId } from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { agreementCaveats } from '@weerklank/core/team/spread.words'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { loadContent } from '../feedback/instruments.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'
import { asMember, type Person, publicUrl } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import { answerCheck } from './circle-check.answer.ts'
import { circleCheckAsk, circleCheckAskKind } from './circle-check.ask.ts'
import { circleCheckClose, circleCheckCloseKind } from './circle-check.job.ts'
import { ownInCircles } from './team.ts'

type Story = Awaited<ReturnType<typeof buildStory>>

const day = (app: TestApp, days: number) => localDay(addDays(app.clock.now(), days), 'Europe/Amsterdam')
const lina = ({ circle }: Story) => `/n/${circle.tokens[0]}`
const samira = ({ circle }: Story) => `/n/${circle.tokens[1]}`

function answerByLink(
  app: TestApp,
  of: { root: string; story: Story; check: string; marks: Record<string, string> },
) {
  const fields = Object.entries({ side: of.story.circle.family, share: 'no', words: '', ...of.marks })
  return browser(app).post(`${of.root}/check/${of.check}`, fields)
}

const read = (app: TestApp, by: Person, story: Story, check: CircleCheckId) =>
  asMember(app, by).call(circleCheckEndpoints.get, { params: { relation: story.relation.id, check } })

/** Everything of the circle that somebody else than Lina can see. */
async function seenByOthers(app: TestApp, story: Story): Promise<string[]> {
  const base = `/api/relations/${story.relation.id}/circle`
  const paths = [base, `${base}/checks`, `${base}/checks/${story.checks.asking}`, `/api/circles`]
  const bodies: string[] = []
  for (const by of [story.by, story.colleague])
    for (const path of paths) {
      const reply = await app.as(by).request('GET', path)
      expect(reply.status, path).toBe(200)
      bodies.push(JSON.stringify(reply.body))
    }
  const link = browser(app)
  for (const below of ['', '/check', `/check/${story.checks.asking}`])
    bodies.push((await link.get(`${samira(story)}${below}`)).text)
  return bodies
}

const withoutReads = (lines: readonly { action: string }[]) =>
  lines.filter(({ action }) => !/read$|opened$|listed$/.test(action)).map(({ action }) => action)

test('before a check opens nobody sees that somebody answered, or what', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  // A first visit is told: that somebody was at her pages. From then on nothing changes.
  await seenByOthers(app, story)
  const before = await seenByOthers(app, story)
  const lines = withoutReads(await app.audit())
  const marks = fc.record({
    along: fc.constantFrom('0', '5', '10', 'unknown'),
    price: fc.constantFrom('1', '9'),
  })
  await fc.assert(
    fc.asyncProperty(marks, async (given) => {
      const root = lina(story)
      const kept = await answerByLink(app, { root, story, check: story.checks.asking, marks: given })
      expect(kept.status).toBe(303)
      expect(await seenByOthers(app, story)).toEqual(before)
      expect(withoutReads(await app.audit())).toEqual(lines)
    }),
    { numRuns: 4 },
  )
})

test('a sealed answer is out of reach of everybody but whose it is, whatever is asked of the database', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const counted = async (actor: Parameters<typeof inContext>[1]['actor'], purpose?: 'results') => {
    const context = {
      workspace: app.workspace,
      actor,
      relations: [story.relation.id],
      ...(purpose && { purpose }),
    }
    const rows = await inContext(app.db, context, (trx) =>
      trx.selectFrom('circle_answer').select('participant_id').where('sealed', '=', true).execute(),
    )
    return rows.map(({ participant_id }) => participant_id)
  }
  expect(await counted({ member: story.by.member })).toEqual([])
  expect(await counted({ member: story.by.member }, 'results')).toEqual([])
  expect(await counted('system')).toEqual([])
  expect(await counted({ participant: story.lina.id })).toEqual([])
  expect(await counted({ participant: story.samira.id })).toEqual([story.samira.id])
})

test('the last answer opens a check; when one is taken back there are no numbers', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const check = story.checks.asking
  const answer = (by: Person) =>
    asMember(app, by).call(circleCheckEndpoints.answer, {
      params: { relation: story.relation.id, check },
      body: { side: story.circle.professionals, marks: { along: 3, price: 'unknown' }, words: 'Noor belt.' },
    })
  await answerByLink(app, { root: lina(story), story, check, marks: { along: '9', 'same-way': '4' } })
  await answer(story.by)
  await answer(story.colleague)
  expect((await read(app, story.by, story, check)).outcome).toBeNull()
  await answerAsEls(app, story)
  app.clock.advance(8 * 86_400_000)
  // It opened when the last was in; that its window closed later changes nothing.
  const close = circleCheckClose({ db: app.db, world: app.world, announce: () => {} })
  const payload = { workspace: app.workspace, relation: story.relation.id, check }
  const job = { id: '', kind: circleCheckCloseKind, attempts: 0, leasedUntil: app.clock.now() }
  await close({ ...job, payload })
  const open = await read(app, story.by, story, check)
  expect(open.outcome).toMatchObject({ status: 'shown', answered: 5 })
  expect(JSON.stringify(open.outcome)).not.toContain(story.lina.id)
  expect(open.outcome?.status === 'shown' && open.outcome.words).toContain('[naam] belt.')
  expect(open.earlier.map(({ id }) => id)).toEqual([story.checks.open])
  const details = await detailsFor(app, story, check)
  expect(details).toContain('<summary>Alle keren naast elkaar, en hoe we dit rekenden</summary>')
  expect(details).toMatch(/<th scope=col>\d+ [a-z]+ \d{4}<\/th><th scope=col>Nu<\/th><\/tr><\/thead>/)
  expect(details).toContain('<td>6 – 6. Jullie zien dit ongeveer hetzelfde.</td>')
  const gone = await browser(app).post(`${lina(story)}/check/${check}/terug`, [])
  expect(gone.status).toBe(303)
  expect((await read(app, story.by, story, check)).outcome).toEqual({ status: 'talk' })
})

/** The part of an outcome that is folded away, on the page of the mother by link. */
async function detailsFor(app: TestApp, story: Story, check: string, lang = 'nl'): Promise<string> {
  const { text } = await browser(app).get(`${samira(story)}/check/${check}?lang=${lang}`)
  return text.match(/<details>.*?<\/details>/s)?.[0] ?? ''
}

test('by link the mother reads beside an outcome the same caveats as a colleague does, in her language', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { open } = story.checks
  for (const [lang, title] of [
    ['nl', 'Hoe we dit rekenden'],
    ['en', 'How we reckoned this'],
  ] as const) {
    const details = await detailsFor(app, story, open, lang)
    expect(details).toContain(`<summary>${title}</summary>`)
    for (const line of agreementCaveats(1, lang)) expect(details).toContain(`<li>${line}</li>`)
    // One moment is no row of moments.
    expect(details).not.toContain('<table>')
  }
  // While nothing is told, nothing was reckoned.
  expect(await detailsFor(app, story, story.checks.asking)).not.toContain('Hoe we dit rekenden')
})

/** Els has no link in the story: her answer comes as the pages by link would bring it. */
async function answerAsEls(app: TestApp, story: Story): Promise<void> {
  const { id: me } = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('participant')
      .select('id')
      .where('relation_id', '=', story.relation.id)
      .where('name', '=', 'Els')
      .executeTakeFirstOrThrow(),
  )
  const context = { workspace: app.workspace, actor: { participant: me }, relations: [story.relation.id] }
  const by = { deps: { world: app.world, content: loadContent() }, context, me }
  const at = { timeZone: 'Europe/Amsterdam', relation: story.relation.id, check: story.checks.asking }
  const given = { side: story.circle.professionals, marks: { along: 6 }, words: '' }
  await inContext(app.db, context, (trx) => answerCheck(trx, { ...by, ...at }, given))
}

test('without a talk, with four people or with people who are not here nothing is asked', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const body = {
    id: app.world.newId<CircleCheckId>(),
    instrument: { id: 'four-conditions', version: 1 },
    ...{ asksFrom: day(app, 0), closesOn: day(app, 7), talkOn: day(app, 8), meeting: null },
    asked: [...story.checks.people],
  }
  const make = async (change: Partial<typeof body>) => {
    const path = `/api/relations/${story.relation.id}/circle/checks`
    const reply = await app.as(story.by).request('POST', path, { ...body, ...change })
    return [reply.status, (reply.body as { error?: { fields?: unknown } }).error?.fields]
  }
  expect(await make({ talkOn: day(app, 7) })).toEqual([422, { talkOn: 'no-talk' }])
  expect(await make({ asked: body.asked.slice(0, 4) })).toEqual([422, { asked: 'too-few-people' }])
  const stranger = app.world.newId<(typeof body.asked)[number]>()
  expect(await make({ asked: [...body.asked.slice(0, 4), stranger] })).toEqual([
    422,
    { asked: 'too-few-people' },
  ])
  expect(await make({ instrument: { id: 'team-check', version: 1 } })).toEqual([
    422,
    { instrument: 'unknown' },
  ])
  expect((await make({}))[0]).toBe(200)
  const made = withoutReads(await app.audit())
  // As after an answer that got lost: it is there once.
  expect((await make({}))[0]).toBe(200)
  expect(withoutReads(await app.audit())).toEqual(made)
  const move = async (talkOn: string) => {
    const path = `/api/relations/${story.relation.id}/circle/checks/${body.id}/talk`
    const reply = await app.as(story.by).request('PUT', path, { talkOn, meeting: null, version: 1 })
    return [reply.status, (reply.body as { error?: { fields?: unknown } }).error?.fields]
  }
  expect(await move(day(app, 7))).toEqual([422, { talkOn: 'no-talk' }])
  expect((await move(day(app, 10)))[0]).toBe(200)
})

test('when the family leaves its answers go, and it is asked nothing', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const ofSamira = () =>
    asMaintenance(app.owner, (trx) =>
      trx
        .selectFrom('circle_answer')
        .select('check_id')
        .where('participant_id', '=', story.samira.id)
        .execute(),
    )
  expect(await ofSamira()).toHaveLength(2)
  await browser(app).post(`${samira(story)}/weg`, [])
  expect(await ofSamira()).toEqual([])
  const list = await asMember(app, story.by).call(circleCheckEndpoints.list, {
    params: { relation: story.relation.id },
  })
  expect(list.people.map(({ name }) => name)).not.toContain('Samira')
})

test('who saw the outcome cannot reckon out what the mother answered, when she leaves or takes it back', async () => {
  for (const way of ['/weg', '/terug'] as const) {
    await using app = await testApp()
    const story = await buildStory(app)
    const check = story.checks.open
    await answersOfSix(app, story)
    const before = await read(app, story.by, story, check)
    expect(before.outcome).toMatchObject({ status: 'shown', answered: 6 })
    const path = way === '/terug' ? `/check/${check}${way}` : way
    await browser(app).post(`${samira(story)}${path}`, [])
    expect((await read(app, story.by, story, check)).outcome, way).toEqual({ status: 'talk' })
  }
})

/** A sixth person, of another organisation, answered as well. */
async function answersOfSix(app: TestApp, { checks, circle, relation }: Story): Promise<void> {
  const now = app.clock.now()
  const [person, sixth] = [app.world.newId<PersonId>(), app.world.newId<ParticipantId>()]
  await asMaintenance(app.owner, async (trx) => {
    const within = { workspace_id: app.workspace, relation_id: relation.id }
    await trx
      .insertInto('person')
      .values({ workspace_id: app.workspace, id: person, name: 'Rik', born_on: null, created_at: now })
      .execute()
    await trx
      .insertInto('participant')
      .values({
        ...{ ...within, id: sixth, member_id: null, person_id: person, name: 'Rik', voice: 'partner' },
        ...{ detail: '', address: 'je', language: 'nl', joined_at: now, left_at: null },
      })
      .execute()
    await trx
      .insertInto('circle_answer')
      .values({
        ...{ ...within, check_id: checks.open, circle_id: circle.circle, participant_id: sixth },
        ...{ side_id: circle.professionals, marks: JSON.stringify({ along: 6 }), words: '' },
        ...{ answered_at: now, sealed: false },
      })
      .execute()
    await trx
      .updateTable('circle_check')
      .set({ asked_ids: [...checks.people, sixth], opened_with: 6 })
      .where('id', '=', checks.open)
      .execute()
  })
}

test('what waits for her stands in her list until she answered, and half-way until its check is planned', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const waits = async (by: Person) => {
    const { circles } = await asMember(app, by).call(circleEndpoints.listCircles)
    return circles.find(({ relation }) => relation === story.relation.id)?.waits
  }
  const params = { relation: story.relation.id, check: story.checks.asking }
  expect((await waits(story.by))?.checks).toEqual([story.checks.asking])
  const { ownSides, definition } = await read(app, story.by, story, story.checks.asking)
  const marks = { [definition.items[0]?.id ?? '']: 5 }
  const body = { side: ownSides[0]?.id as CircleSideId, marks, words: '' }
  await asMember(app, story.by).call(circleCheckEndpoints.answer, { params, body })
  expect((await waits(story.by))?.checks).toEqual([])
})

test('her own answer stands in her own data, sealed or not, and nobody else’s does', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const [lina, samira] = story.checks.people
  const own = async (participant: ParticipantId | undefined) => {
    const participants = participant === undefined ? [] : [participant]
    const context = {
      ...{ workspace: app.workspace, actor: 'system' as const, relations: [story.relation.id], participants },
    }
    const all = await inContext(app.db, context, (trx) => ownInCircles(trx, participants, 'nl'))
    return all.flatMap(({ wrote }) => wrote).filter((text) => text.startsWith('Zijn we er nog allemaal?'))
  }
  expect(await own(lina)).toHaveLength(1)
  expect(await own(samira)).toHaveLength(2)
  expect((await own(samira))[0]).toMatch(/ 6; .* 7; .* 4 – Ik wil weten wie mij belt\.$/)
  expect(await own(undefined)).toEqual([])
})

test('when a check begins colleagues who are asked get a letter, who made it does not, and it tells nothing of the circle', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { by, colleague, relation, checks } = story
  const payload = { workspace: app.workspace, relation: relation.id, check: checks.asking }
  const send = (canSendMail: boolean) =>
    circleCheckAsk({ ...app, publicUrl, canSendMail })({
      kind: circleCheckAskKind,
      key: '',
      payload,
    } as never)
  const letters = () =>
    asMaintenance(app.owner, (trx) =>
      trx
        .selectFrom('mail_message')
        .select(['to_address', 'body_text'])
        .where('workspace_id', '=', app.workspace)
        .where('kind', '=', 'circle-check')
        .execute(),
    )
  await send(false)
  expect(await letters()).toEqual([])
  await send(true)
  const asked = (await read(app, by, story, checks.asking)).asked
  expect(asked).toBeGreaterThan(2)
  const sent = await letters()
  expect(sent.map(({ to_address }) => to_address)).not.toContain(by.email)
  expect(sent.map(({ to_address }) => to_address)).toContain(colleague.email)
  for (const { body_text } of sent) {
    expect(body_text).toContain(`/team/${relation.id}/check/${checks.asking}`)
    expect(body_text).not.toContain(relation.relation.title)
  }
  app.clock.advance(30 * 86_400_000)
  await send(true)
  expect(await letters()).toHaveLength(sent.length)
})
