/** The table of domain.md §1.1 as an acceptance case, with sentences of our own. */
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { matrixOf } from '@weerklank/core/analysis/matrix'
import { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { codedWords } from './coded-words.fixture.ts'

const codes = ['gelijk', 'verschil', 'creatief', 'schaduw', 'synergie'] as const
const columns = ['mother', 'colleague', 'manager', 'professional', 'partner', 'youth'] as const
type Code = (typeof codes)[number]
type Said = readonly [voice: (typeof columns)[number], code: Code, body: string]

const dialogue: readonly Said[] = [
  ['mother', 'gelijk', 'Jullie vroegen wat wij dachten, en deden daar iets mee.'],
  ['mother', 'verschil', 'De een was snel en de ander rustig; dat mocht gewoon.'],
  ['mother', 'verschil', 'Ook toen wij het niet eens waren, bleven jullie luisteren.'],
  ['colleague', 'creatief', 'Opeens zaten we buiten in plaats van in die kamer.'],
  ['mother', 'schaduw', 'Van een bondje heb ik nooit iets gemerkt.'],
  ['colleague', 'schaduw', 'Ik durfde er soms niet tussen te komen.'],
]
const written: readonly Said[] = [
  ['colleague', 'schaduw', 'Thuis dacht ik: zo klein voelde ik mij toen ook.'],
  ['professional', 'schaduw', 'Over wie er buiten stond werd het even stil.'],
  ['mother', 'synergie', 'Samen waren jullie meer dan twee.'],
  ['colleague', 'synergie', 'Het klopte als zij samen de kamer in kwamen.'],
  ['colleague', 'synergie', 'Ik wil dit ook met mijn maatje.'],
  ['manager', 'synergie', 'Zo’n paar geef je de ruimte.'],
  ['partner', 'synergie', 'Door de lens zag ik twee mensen die elkaar aanvullen.'],
]

test('thirteen quotes give the table: row sums 1, 2, 1, 4, 5; columns 5, 5, 1, 1, 1, and the youths who said nothing', async () => {
  await using app = await testApp()
  const nora = await app.professional({ name: 'Nora' })
  const saidIn = (said: readonly Said[]) =>
    said.map(([voice, code, body]) => ({ voice, body, codes: [code] }))
  const built = await codedWords(app, {
    members: [nora],
    codes,
    documents: [
      { title: 'Het gesprek', passages: saidIn(dialogue), silent: ['youth'] },
      { title: 'Dezelfde dag', source: 'written', passages: saidIn(written) },
    ],
  })
  const params = { analysis: built.analysis }
  const laid = await app.as(nora).call(pictureEndpoints.matrix, { params, query: { kind: 'voice' } })
  expect([...laid.columns].sort()).toEqual([...columns].sort())
  const matrix = matrixOf({
    themes: codes.map((name) => ({ id: built.codeOf(name), parent: null, name })),
    columns: columns.map((key) => ({ key, name: key })),
    ...{ counts: laid.counts, marks: [], rows: 'each' as const },
  })
  expect(matrix.rows.map(({ cells }) => cells.map(({ quotes }) => quotes))).toEqual([
    [1, 0, 0, 0, 0, 0],
    [2, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 0],
    [1, 2, 0, 1, 0, 0],
    [1, 2, 1, 0, 1, 0],
  ])
  expect(matrix.quotes).toBe(13)
  // Every cell opens its quotes: as many as it counts, in the words that were said.
  for (const [row, name] of codes.entries()) {
    for (const [column, voice] of columns.entries()) {
      const query = { codes: built.codeOf(name), voices: voice }
      const { quotes, total } = await app.as(nora).call(analysisEndpoints.quotes, { params, query })
      const said = [...dialogue, ...written].filter(([who, code]) => who === voice && code === name)
      expect(total).toBe(matrix.rows[row]?.cells[column]?.quotes)
      expect(quotes.map(({ text }) => text).sort()).toEqual(said.map(([, , body]) => body).sort())
    }
  }
})
