import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

// Each command is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const fixture = fileURLToPath(new URL('../../../../../shared/fixtures/monitor.json', import.meta.url))
if (!existsSync(fixture)) {
  throw new Error('The trajectory to count is not here: put shared/fixtures/monitor.json beside the project.')
}

const folder = temporaryFolder()
let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.professional({ name: 'Noor' })
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await app[Symbol.asyncDispose]()
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const run = (...args: string[]) =>
  weerklank(args, { env: { DATABASE_URL: urlOf(app.database.owner) }, cwd: folder.path })
const register = (value: number) => ({ value, source: 'register' })
const consented = (value: number) => ({ value, source: 'consented' })

test('the fixture comes in once, and its monitor is every number and both tables of the source', async () => {
  const first = await run('import', 'trajectory', fixture)
  expect([first.code, first.last]).toEqual([0, expect.stringMatching(uuid)])
  expect(first.out).toContain('  regel 14, participants[8].consent: deelnemer 9 gaf geen toestemming.')
  expect(first.out).toContain('10 participants, 5 pairs, 0 goals, 18 answers, 5 barriers')
  expect(first.err).toContain('“Gelijkwaardig Samenwerken” is a trajectory in ')
  const again = await run('import', 'trajectory', fixture)
  expect([again.code, again.last]).toEqual([0, first.last])
  expect(again.err).toContain('no second trajectory was made')

  const printed = await run('monitor', first.last, '--format', 'json')
  expect([printed.code, printed.err]).toEqual([0, ''])
  const data = JSON.parse(printed.out)
  expect(data).toMatchObject({
    ...{ participants: register(10), stopped: register(2), withoutConsent: register(2) },
    ...{ complete: consented(4), incomplete: consented(2), used: consented(6) },
    goals: {
      ...{ registered: { ...register(6), withoutConsent: 1 }, both: { ...register(5), consented: 4 } },
      onlyT2: register(1),
      ...{ same: { value: null, reproducible: false, stored: { n: 4 } }, changed: { value: null } },
    },
    respondents: { T1: consented(4), T2: consented(5), T3: consented(6) },
    applied: { ja: consented(3), enigszins: consented(2), nee: consented(0), none: consented(0) },
    attained: { ja: consented(0), enigszins: consented(3), nee: consented(1), none: consented(1) },
    noticed: {
      ...{ enigszins: consented(2), een_beetje: consented(1), grotendeels: consented(1), none: consented(1) },
    },
    barriers: {
      organisation: { T2: { workload: { name: 'Werkdruk en tijd', ...consented(5) } } },
      'team-organisation': { T2: { workload: consented(5) } },
    },
    pairs: {
      ...{ formed: register(5), memberStopped: register(2), withoutConsent: register(1) },
      ...{ full: register(2), exchangedBetween: register(2) },
    },
    buddyEvaluation: { talk: register(5), mail: register(1), none: register(4) },
    ...{ externalAddedValue: consented(3), checkUsingPairs: consented(1) },
    functions: { buurtteamwerker: register(4), ervaringsdeskundige: register(2) },
    lectureSurvey: { value: 9, linkable: false },
  })
  expect(data.table1.map((row: string[]) => row.join(' '))).toEqual([
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
  expect(data.headings.table1).toEqual([
    ...['Deelnemer', 'Toestemmingsverklaring', 'Leerdoelen T1'],
    ...['Leerdoelen T2 (6 weken na T1)', 'Buddy evaluatie (2 maanden na T2)'],
  ])
  expect(data.table2.map((row: string[]) => row.join(' — '))).toEqual([
    '1 — Nee — Geen toestemming',
    '2 — Nee — Gestopt',
    '3 — Nee — Gestopt',
    '4 — Ja — ',
    '5 — Ja — ',
    '6 — Ja — Niet tussentijds uitgewisseld',
    '7 — Via email enkele reflecties — Buddy met pp 2 wel met elkaar gesproken, niet met onderzoeker.',
    '8 — Ja — Niet tussentijds uitgewisseld',
    '9 — Nee — Buddy met pp 1 (en zelf ook geen toestemming gegeven)',
    '10 — Ja — Buddy met pp 3 (geen buddy gesprek met elkaar gehad)',
  ])
})

test('a file with mistakes is refused with each of them, and nothing of it is kept', async () => {
  const bad = folder.in('bad.json')
  const text = readFileSync(fixture, 'utf8')
  writeFileSync(
    bad,
    text.replace('"members": [1, 9]', '"members": [1]').replace('"t2": "gestopt"', '"t2": "weg"'),
  )
  const count = async () => {
    const rows = await asMaintenance(app.owner, (trx) =>
      sql`select (select count(*) from trajectory) + (select count(*) from person) as n`.execute(trx),
    )
    return rows.rows
  }
  const before = await count()
  const refused = await run('import', 'trajectory', bad)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('was not brought in, and nothing of it is kept')
  expect(refused.err).toContain(
    'regel 7, participants[1].t2: “weg” kennen we niet. Kies uit: ja, nee, gestopt.',
  )
  expect(await count()).toEqual(before)
})

test.each([
  [['import'], 2, /^Say what to bring in/],
  [['import', 'trajectory', 'none.json'], 1, /There is no file/],
  [['monitor', 'x'], 1, /There is no trajectory "x"/],
  [['monitor', 'x', '--format', 'xml'], 2, /A format is json/],
])('%j says what is the matter', async (args, code, sentence) => {
  const said = await run(...args)
  expect(said.code).toBe(code)
  expect(said.err).toMatch(sentence)
})
