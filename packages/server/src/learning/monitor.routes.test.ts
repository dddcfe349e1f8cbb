import { existsSync, readFileSync } from 'node:fs'
import { monitorOf } from '@weerklank/core/learning/monitor'
import { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import type { Monitor } from '@weerklank/core/learning/monitor.shape'
import { buddyTable, completenessTable } from '@weerklank/core/learning/monitor.words'
import { asStored } from '@weerklank/core/learning/trajectory-file.fixture'
import type { TrajectoryPlan } from '@weerklank/core/learning/trajectory-file.plan'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { testApp } from '../test-app.ts'
import { chooseResearch, trajectoryFrom } from './monitor.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const path = new URL('../../../../../shared/fixtures/monitor.json', import.meta.url)
if (!existsSync(path)) {
  throw new Error('The trajectory to count is not here: put shared/fixtures/monitor.json beside the project.')
}
const fixture = readFileSync(path, 'utf8')
const monitor = monitorEndpoints.trajectoryMonitor
const consentTexts = loadConsentTexts()

/** A file of some people, with a goal of each of those who handed one in; every word of it is of one person alone. */
const file = fc
  .array(
    fc.record({
      ...{ consent: fc.boolean(), isStopped: fc.boolean(), changed: fc.boolean() },
      t1: fc.constantFrom('ja', 'nee'),
      t2: fc.constantFrom('ja', 'nee'),
      buddyEval: fc.constantFrom('ja', 'nee', 'via_mail_enkele_reflecties'),
      function: fc.constantFrom('ouder', 'werker'),
      applied: fc.constantFrom('nee', 'enigszins', 'ja', null),
      when: fc.constantFrom(
        {},
        { consentOn: '2026-03-15' },
        { consentOn: '2026-02-20', withdrawnOn: '2026-03-10' },
      ),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((people) => {
    const has = (moment: 't1' | 't2') =>
      people.flatMap((one, index) => (one[moment] === 'ja' ? [{ ...one, pp: index + 1 }] : []))
    return JSON.stringify({
      trajectory: { name: 'Samen', start: '2026-03', t1ToT2Weeks: 6, t2ToT3Months: 2 },
      participants: people.map(({ changed: _, applied: __, isStopped, when, ...one }, index) => ({
        ...{ pp: index + 1, ...one, status: isStopped ? 'stopped' : 'active' },
        // Late, or withdrawn between T1 and T2.
        ...(one.consent && when),
      })),
      pairs: [{ members: [1, 2], talkedBetween: people[0]?.changed === true }],
      goals: [
        ...has('t1').map(({ pp }) => ({ pp, moment: 'T1', text: `doel van ${pp} hier` })),
        ...has('t2').map(({ pp, changed }) => ({
          ...{ pp, moment: 'T2', text: `nu van ${pp} hier`, kept: changed ? 'changed' : 'same' },
        })),
      ],
      t2Answers: has('t2').map(({ pp, applied }) => ({
        ...{ pp, applied, goalAttained: null, changeNoticed: null, barrierWorkloadTime: true },
      })),
    })
  })

/** The monitor as the rules count it from what a file says, with somebody's consent as it is now. */
function expected(
  plan: TrajectoryPlan,
  titles: Monitor['columns'],
  who: number,
  hasConsent: boolean,
): Monitor {
  const stored = asStored(plan)
  return monitorOf({
    ...stored,
    moments: stored.moments.map((one) => ({
      ...one,
      title: titles.find(({ key }) => key === one.key)?.title ?? '',
    })),
    learners: stored.learners.map((one) => (one.number === who ? { ...one, hasConsent } : one)),
  })
}

test('of any trajectory a no on her own page takes her out of every number and word at once, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.nat(), async (text, at) => {
      await using app = await testApp()
      const { plan, rik, trajectory, personOf } = await trajectoryFrom(app, { text, consentTexts })
      const who = (at % plan.learners.length) + 1
      const had = plan.learners.some(({ number, consent }) => number === who && consent === 'given')
      const read = async () => (await app.as(rik).call(monitor, { params: { trajectory } })).monitor
      const before = await read()
      expect(before).toEqual(expected(plan, before.columns, who, had))
      await chooseResearch(app, personOf(who), had ? 'nee' : 'ja')
      const after = await read()
      expect(after).toEqual(expected(plan, before.columns, who, !had))
      // A yes that comes late brings nothing back: what was handed in without consent was never kept.
      if (!had) expect(JSON.stringify(after.goalLines)).not.toContain(`van ${who} hier`)
    }),
    { numRuns: 12 },
  )
})

test('the fixture on screen: both tables, a lead without words, a reader with hers, nobody else', async () => {
  await using app = await testApp()
  const goals = '"goals": [{"pp": 4, "moment": "T1", "text": "Ik wil leren wachten"}], "pairs"'
  const { noor, rik, trajectory, plan } = await trajectoryFrom(app, {
    ...{ text: fixture.replace('"pairs"', goals), consentTexts },
  })
  const params = { trajectory }
  const led = await app.as(noor).call(monitor, { params })
  expect(completenessTable(led.monitor, 'nl').rows[8]).toEqual(['9', 'Nee', 'Ja', 'Ja', 'Nee'])
  expect(buddyTable(led.monitor, 'nl').rows[8]?.[2]).toBe(
    'Buddy met pp 1 (en zelf ook geen toestemming gegeven)',
  )
  expect(led).toMatchObject({ words: null, codes: { workload: { nl: 'Werkdruk en tijd' } } })
  expect(JSON.stringify(led)).not.toContain('wachten')
  const page = await app.as(rik).call(monitor, { params })
  expect(page.monitor.goalLines).toEqual([
    { learner: 4, kept: null, words: { before: null, now: 'Ik wil leren wachten', reason: '' } },
  ])
  expect(page.words).toEqual({ people: [4], next: null })
  expect(led.monitor.reviews).toEqual(page.monitor.reviews)
  const later = await app.as(rik).call(monitor, { params, query: { from: 5 } })
  expect([later.words, later.monitor.goalLines[0]?.words]).toEqual([{ people: [], next: null }, null])
  expect(page.monitor).toEqual(expected(plan, page.monitor.columns, 1, false))
  const eva = await app.professional({ name: 'Eva' })
  expect(await app.as(eva).refusal(monitor, { params })).toMatchObject({ code: 'not-found' })
  expect(await app.as(null).refusal(monitor, { params })).toMatchObject({ code: 'not-signed-in' })
  const lines = await app.audit('trajectory.monitor-read')
  expect(lines).toHaveLength(3)
})
