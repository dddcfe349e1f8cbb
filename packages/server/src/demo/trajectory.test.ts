/** The trajectory of the demo, as those who work with it find it: of the shape of the study (domain.md §1.6), in invented words. */
import { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { buddyTable, completenessTable } from '@weerklank/core/learning/monitor.words'
import { nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import { millis } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { filledApp } from './demo.fixture.ts'

test('Ravi finds the tables of the study, Farid the cards that went out, and nobody got two in a week', async () => {
  await using app = await filledApp('2026-11-19T08:00:00.000Z')
  const ravi = await app.as('ravi')
  const { trajectories } = await ravi.call(trajectoryEndpoints.listTrajectories)
  const params = { trajectory: trajectories[0]?.id ?? '' }
  const { monitor } = await ravi.call(monitorEndpoints.trajectoryMonitor, { params })
  expect(completenessTable(monitor, 'nl').rows.map((row) => row.join(' '))).toEqual([
    '1 Nee Nee Nee Nee',
    '2 Ja Gestopt Gestopt Gestopt',
    '3 Ja Gestopt Gestopt Gestopt',
    '4 Ja Ja Ja Ja',
    '5 Ja Nee Nee Ja',
    '6 Ja Ja Ja Ja',
    '7 Ja Ja Ja Via mail enkele reflecties',
    '8 Ja Ja Ja Ja',
    '9 Nee Ja Ja Nee',
    '10 Ja Nee Ja Ja',
  ])
  expect(buddyTable(monitor, 'nl').rows.map((row) => row.join(' ').trim())).toMatchInlineSnapshot(`
    [
      "1 Nee Geen toestemming",
      "2 Nee Gestopt",
      "3 Nee Gestopt",
      "4 Ja",
      "5 Ja",
      "6 Ja Niet tussentijds uitgewisseld",
      "7 Via email enkele reflecties Buddy met pp 2 wel met elkaar gesproken, niet met onderzoeker.",
      "8 Ja Niet tussentijds uitgewisseld",
      "9 Nee Buddy met pp 1 (en zelf ook geen toestemming gegeven)",
      "10 Ja Buddy met pp 3 (geen buddy gesprek met elkaar gehad)",
    ]
  `)
  const farid = await app.as('farid')
  const between = await farid.call(nudgeEndpoints.getBetween, { params })
  expect(between.nudges.filter(({ sent }) => sent > 0).length).toBeGreaterThan(5)
  expect(between.reach).toMatchObject({ takePart: 8, optedOut: 1, notNow: 2 })
  expect(between.measures).toMatchObject([{ found: { outcome: 'some' }, mayPlan: 'yes' }])
  const sent = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('nudge_sent').select(['person_id', 'at', 'by_mail']).orderBy('at').execute(),
  )
  for (const rows of Map.groupBy(sent, (row) => row.person_id).values()) {
    const gaps = rows.slice(1).map(({ at }, index) => millis(at) - millis(rows[index]?.at ?? at))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7 * 24 * 3_600_000)
  }
  expect(sent.some(({ by_mail }) => by_mail)).toBe(false)
})
