/** Whatever the day is on which the demo is filled, it is what the application would have made. */
import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import { agreementsToAsk } from '@weerklank/core/feedback/agreement'
import type { Answers } from '@weerklank/core/feedback/instrument'
import { readScaleValue } from '@weerklank/core/feedback/scale-value'
import { checkSignals } from '@weerklank/core/feedback/signal.line'
import { checkSetting } from '@weerklank/core/relation/relation'
import { addDays, type Instant, localDay } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import type { Trx } from '../schema.ts'
import { filledApp } from './demo.fixture.ts'

const zone = 'Europe/Amsterdam'
type App = Awaited<ReturnType<typeof filledApp>>

const moments: Record<string, Instant> = {
  'the Thursday of the pictures': '2026-11-19T08:00:00.000Z',
  'a Tuesday, so that the last one is a week ago': '2026-06-30T13:00:00.000Z',
  'the first minutes of a year': '2027-12-31T23:05:00.000Z',
  'the Sunday on which summer time begins': '2027-03-28T09:30:00.000Z',
  'the first minutes of a day after summer time ended': '2027-10-27T22:30:00.000Z',
}

/** What asks for attention, whatever the day. */
const openNow = [
  'Leernetwerk Luisteren in de wijk: Sanne below-cutoff',
  'Leernetwerk Luisteren in de wijk: Sanne drop',
  'Leernetwerk Luisteren in de wijk: Sanne low-item',
  'Leernetwerk Luisteren in de wijk: Sanne own-limits',
  'Lina en Samira: Lina below-cutoff',
  'Lina en Samira: Lina drop',
  'Lina en Samira: Lina low-item',
  'Meneer De Wit: Meneer De Wit ceiling',
  'Yara en Sem: Sem drop',
  'Yara en Sem: Sem low-item',
  'Yara en Sem: Yara mutual-difference',
  'Yara en Sem: Yara no-check',
]

async function tablesOf(app: App) {
  return asMaintenance(app.owner, async (trx: Trx) => ({
    relations: await trx.selectFrom('relation').selectAll().execute(),
    people: await trx.selectFrom('participant').selectAll().execute(),
    contacts: await trx.selectFrom('contact').selectAll().execute(),
    summaries: await trx.selectFrom('contact_summary').selectAll().execute(),
    invitations: await trx.selectFrom('invitation').selectAll().execute(),
    responses: await trx.selectFrom('response').selectAll().orderBy('answered_at').execute(),
    signals: await trx.selectFrom('signal').selectAll().execute(),
    agreements: await trx.selectFrom('agreement').selectAll().execute(),
    agreed: await trx.selectFrom('agreement_participant').selectAll().execute(),
    echoes: await trx.selectFrom('agreement_echo').selectAll().orderBy('at').execute(),
    audit: await trx.selectFrom('audit_event').selectAll().execute(),
    jobs: await trx.selectFrom('job').selectAll().execute(),
  }))
}

type Tables = Awaited<ReturnType<typeof tablesOf>>

test.each(Object.entries(moments))('filled on %s', async (_, now) => {
  await using app = await filledApp(now)
  const tables = await tablesOf(app)
  expectSize(tables)
  expectTimes(tables, now)
  expectAnswers(tables, app)
  expectSignals(tables, app)
  expectEchoes(tables)
  expectRecord(tables)
})

function expectSize({ relations, responses, people }: Tables): void {
  expect(relations.length).toBeGreaterThanOrEqual(12)
  expect(responses.length).toBeGreaterThanOrEqual(150)
  expect(responses.length).toBeLessThanOrEqual(300)
  expect(new Set(relations.map(({ kind }) => kind)).size).toBe(3)
  expect(new Set(relations.map(({ context }) => context)).size).toBe(4)
  expect(new Set(relations.map(({ situation }) => situation)).size).toBeGreaterThanOrEqual(9)
  expect(people.some(({ language }) => language === 'en')).toBe(true)
  for (const relation of relations) expect(checkSetting(relation).allowed).toBe(true)
}

/** Nothing is done in the future or at weekends but what is planned for today. */
function expectTimes(
  { relations, contacts, summaries, invitations, responses, signals, jobs }: Tables,
  now: Instant,
): void {
  const today = localDay(now, zone)
  const written = new Set(summaries.map((one) => one.contact_id))
  for (const { id, at } of contacts) {
    const day = localDay(at, zone)
    if (day !== today) expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
    if (at > now) expect(written.has(id)).toBe(false)
  }
  const byDay = contacts.filter(({ at }) => localDay(at, zone) === today)
  expect(byDay.map(({ at }) => at.slice(11, 16)).length).toBe(4)
  for (const { id, sent_at, contact_id } of invitations) {
    const contact = contacts.find((one) => one.id === contact_id)
    expect(contact, `the contact of ${id}`).toBeDefined()
    expect((contact?.at ?? now) < sent_at && sent_at < now).toBe(true)
  }
  for (const { answered_at, stored_at } of responses)
    expect(answered_at <= stored_at && stored_at < now).toBe(true)
  for (const { opened_at, closed_at } of signals) {
    expect(opened_at < now).toBe(true)
    if (closed_at !== null) expect(opened_at < closed_at && closed_at < now).toBe(true)
  }
  // The look whether a check is missing is planned for each relation, and none is due yet.
  for (const { id, check_every_days } of relations) {
    const job = jobs.find(({ dedupe_key }) => dedupe_key === `window-check ${id}`)
    expect((job?.run_at ?? '') > now).toBe(true)
    expect((job?.run_at ?? '') <= addDays(now, Math.min(7, check_every_days))).toBe(true)
  }
}

/** Each answer belongs to its invitation, and lies on the scale of its instrument. */
function expectAnswers({ invitations, responses }: Tables, app: App): void {
  for (const response of responses) {
    const invitation = invitations.find((one) => one.response_id === response.id)
    expect(invitation?.participant_id).toBe(response.participant_id)
    expect(invitation?.contact_id).toBe(response.contact_id)
    expect((invitation?.sent_at ?? '') < response.answered_at).toBe(true)
    const key = `${response.instrument_id}@${response.instrument_version}`
    const instrument = app.content.instruments.get(key)
    const items = instrument?.items.map(({ id }) => id) ?? []
    expect(items).toEqual(expect.arrayContaining(Object.keys(response.answers)))
    for (const value of Object.values(response.answers)) {
      expect(instrument && readScaleValue(String(value), instrument.scale)).toEqual({ value })
    }
  }
}

/** What is found in the answers of two people (core's signal.pair.test.ts tells when). */
const ofTwo = ['mutual-difference', 'voices-differ']

/** The signals are those that core finds in the answers; all are closed with an outcome but those of the present. */
function expectSignals({ relations, people, responses, signals }: Tables, app: App): void {
  const computed = responses.flatMap((response) => {
    const earlier: Answers[] = responses
      .filter(
        (one) =>
          one.participant_id === response.participant_id &&
          one.instrument_id === response.instrument_id &&
          one.answered_at < response.answered_at,
      )
      .map((one) => one.answers)
    const facts = { answers: response.answers, earlier, goalsMet: null }
    const asked = app.content.instruments.get(`${response.instrument_id}@${response.instrument_version}`)
    const findings = asked === undefined ? [] : checkSignals(asked, facts)
    return findings.map((finding) => ({ response: response.id, finding }))
  })
  const stored = signals.filter(({ rule }) => rule !== 'no-check' && !ofTwo.includes(rule))
  expect(stored.length).toBe(computed.length)
  for (const one of computed) {
    const row = stored.find(
      (signal) => signal.response_id === one.response && signal.rule === one.finding.rule,
    )
    expect(row?.finding).toEqual(one.finding)
  }
  const named = signals
    .filter(({ outcome }) => outcome === null)
    .map(({ relation_id, participant_id, rule }) => {
      const title = relations.find(({ id }) => id === relation_id)?.title
      return `${title}: ${people.find(({ id }) => id === participant_id)?.name} ${rule}`
    })
  expect(named.sort()).toEqual(openNow)
  const closed = signals.filter(({ outcome }) => outcome !== null)
  expect(new Set(closed.map(({ outcome }) => outcome))).toEqual(
    new Set(['discussed', 'agreed', 'not-applicable']),
  )
  // What led to an agreement says so by that agreement; the rest has a note.
  for (const { outcome, note } of closed) expect(note !== '' || outcome === 'agreed').toBe(true)
  expect(closed.filter(({ rule }) => rule === 'no-check').length).toBeGreaterThan(0)
  for (const { id, attention_at } of relations) {
    const open = signals.filter((one) => one.relation_id === id && one.outcome === null)
    expect(attention_at).toBe(
      open
        .map((one) => one.opened_at)
        .sort()
        .at(-1) ?? null,
    )
  }
}

/** Nobody answers about an agreement that was not hers or that the check did not ask back. */
function expectEchoes({ agreements, agreed, echoes, responses }: Tables): void {
  expect(echoes.length).toBeGreaterThan(10)
  for (const echo of echoes) {
    const before = (id: string) =>
      echoes
        .filter((one) => one.agreement_id === id && one.at < echo.at)
        .map(({ answer, at }) => ({ answer, at }))
    const own = agreements
      .filter(({ id, made_at }) => made_at < echo.at && isOf(id, echo.participant_id))
      .map((row) => ({
        id: row.id,
        madeAt: row.made_at,
        askBack: row.ask_back,
        endedAt: row.ended_at !== null && row.ended_at < echo.at ? row.ended_at : null,
        echoes: before(row.id) satisfies { answer: EchoAnswer; at: Instant }[],
      }))
    expect(agreementsToAsk(own).map(({ id }) => id)).toContain(echo.agreement_id)
    expect(responses.find(({ id }) => id === echo.response_id)?.answered_at).toBe(echo.at)
  }
  function isOf(agreement: string, participant: string): boolean {
    return agreed.some((one) => one.agreement_id === agreement && one.participant_id === participant)
  }
}

/** Every deed has its line. */
function expectRecord(tables: Tables): void {
  const { audit, relations, contacts, invitations, responses, signals, agreements } = tables
  const count = (action: string) => audit.filter((line) => line.action === action).length
  expect(count('relation.created')).toBe(relations.length)
  expect(count('contact.planned')).toBe(contacts.length)
  // Half a picture is asked for together with the other half.
  expect(count('invitation.created') + count('mutual.asked')).toBe(invitations.length)
  expect([count('mutual.asked'), count('mutual.answered'), count('mutual.opened')]).toEqual([1, 1, 1])
  expect(count('response.stored')).toBe(responses.length)
  expect(count('signal.opened')).toBe(signals.length)
  expect(count('signal.closed')).toBe(signals.filter(({ outcome }) => outcome !== null).length)
  expect(count('agreement.made')).toBe(agreements.length)
}
