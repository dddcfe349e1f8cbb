import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunChartAnnotation, RunChartPoint } from './run-chart-input.ts'
import { type RunChartSentenceInput, runChartSentence } from './run-chart-words.ts'

const day = (number: number) => new Date(Date.UTC(2026, 8, number)).toISOString()

/** One check per week; `null` was not filled in. */
function weekly(values: readonly (number | null)[], when?: string): RunChartPoint[] {
  return values.map((value, week) => ({
    at: day(1 + week * 7),
    label: `dag ${week + 1}`,
    value,
    valueLabel: value === null ? '' : String(value),
    description: '',
    ...(when !== undefined && week === values.length - 1 ? { when } : {}),
  }))
}

/** A note between two weeks: after the first `weeks` checks. */
function note(
  weeks: number,
  kind: RunChartAnnotation['kind'] = 'repair',
  dateLabel = '',
): RunChartAnnotation {
  return { at: day(weeks * 7 - 2), label: 'maakt niet uit', dateLabel, kind }
}

function input(values: readonly (number | null)[], more: Partial<RunChartSentenceInput> = {}) {
  return {
    lang: 'nl',
    personName: 'Lina',
    points: weekly(values),
    cutoff: { value: 6.5, label: '' },
    annotations: [],
    ...more,
  } satisfies RunChartSentenceInput
}

const said = (values: readonly (number | null)[], more: Partial<RunChartSentenceInput> = {}) => ({
  nl: runChartSentence(input(values, { ...more, lang: 'nl' })),
  en: runChartSentence(input(values, { ...more, lang: 'en' })),
})

const picture = [6.2, 5.9, 6.8, 7.4, null, 7.1, 7.6, 5.6, 7.3, 7.8, 7.9, 6.1]

describe('each pattern has its sentence', () => {
  test.each<[string, (number | null)[], { nl: string; en: string }, Partial<RunChartSentenceInput>?]>([
    [
      'no points',
      [],
      { nl: 'Er zijn nog geen antwoorden van Lina.', en: 'There are no answers from Lina yet.' },
    ],
    [
      'one check, missed',
      [null],
      { nl: 'Op de vraag aan Lina kwam geen antwoord.', en: 'The check for Lina got no answer.' },
    ],
    [
      'all missed',
      [null, null],
      { nl: 'Op twee vragen aan Lina kwam geen antwoord.', en: 'Two checks for Lina got no answer.' },
    ],
    [
      'all missed, more than ten',
      Array.from({ length: 12 }, () => null),
      { nl: 'Op 12 vragen aan Lina kwam geen antwoord.', en: '12 checks for Lina got no answer.' },
    ],
    ['one point', [6.1], { nl: 'Lina gaf op dag 1 een 6,1.', en: 'Lina gave 6.1 on dag 1.' }],
    [
      'one point, then silence',
      [6.1, null],
      {
        nl: 'Lina gaf op dag 1 een 6,1. Op de laatste vraag kwam geen antwoord.',
        en: 'Lina gave 6.1 on dag 1. The last check got no answer.',
      },
    ],
    [
      'two points',
      [5.2, 7.7],
      { nl: 'Lina gaf eerst een 5,2 en daarna een 7,7.', en: 'Lina first gave 5.2 and then 7.7.' },
    ],
    ['two equal points', [7, 7], { nl: 'Lina gaf twee keer een 7.', en: 'Lina gave 7 twice.' }],
    [
      'equal points',
      [7.2, 7.2, 7.2, 7.2, 7.2],
      { nl: 'Lina gaf vijf keer een 7,2.', en: 'Lina gave 7.2 five times.' },
    ],
    ['all maximal', [10, 10, 10, 10], { nl: 'Lina gaf vier keer een 10.', en: 'Lina gave 10 four times.' }],
    [
      'all maximal, then a drop',
      [10, 10, 10, 8.5],
      {
        nl: 'Lina gaf drie keer een 10. Op dag 4 viel het lager uit: 8,5.',
        en: 'Lina gave 10 three times. On dag 4 it came out lower: 8.5.',
      },
    ],
    [
      'the last ones maximal',
      [8.2, 9.1, 8.4, 10, 10, 10],
      { nl: 'De laatste drie keer gaf Lina een 10.', en: 'The last three times Lina gave 10.' },
    ],
    [
      'maximal until the last one',
      [8.2, 10, 10, 10, 8],
      {
        nl: 'Lina gaf cijfers tussen 8,2 en 10. Op dag 5 viel het lager uit: 8.',
        en: 'Lina gave scores between 8.2 and 10. On dag 5 it came out lower: 8.',
      },
    ],
    [
      'steady',
      [7.1, 7.4, 7.2, 7.3],
      {
        nl: 'Lina gaf steeds ongeveer hetzelfde cijfer: tussen 7,1 en 7,4.',
        en: 'Lina gave about the same score each time: between 7.1 and 7.4.',
      },
    ],
    [
      'steady, then a drop',
      [7.1, 7.4, 7.2, 5.4],
      {
        nl: 'Lina gaf steeds ongeveer hetzelfde cijfer: tussen 7,1 en 7,4. Dinsdag viel het lager uit: 5,4.',
        en: 'Lina gave about the same score each time: between 7.1 and 7.4. Dinsdag it came out lower: 5.4.',
      },
      { points: weekly([7.1, 7.4, 7.2, 5.4], 'dinsdag') },
    ],
    [
      'steady, then a higher one',
      [6.6, 6.9, 6.7, 8],
      {
        nl: 'Lina gaf steeds ongeveer hetzelfde cijfer: tussen 6,6 en 6,9. Op dag 4 viel het hoger uit: 8.',
        en: 'Lina gave about the same score each time: between 6.6 and 6.9. On dag 4 it came out higher: 8.',
      },
    ],
    [
      'a drop of exactly a tenth of the scale counts',
      [7.7, 7.9, 6.9],
      {
        nl: 'Lina gaf eerst een 7,7 en daarna een 7,9. Op dag 3 viel het lager uit: 6,9.',
        en: 'Lina first gave 7.7 and then 7.9. On dag 3 it came out lower: 6.9.',
      },
    ],
    [
      'a smaller one does not',
      [7.7, 7.9, 7],
      { nl: 'Lina gaf cijfers tussen 7 en 7,9.', en: 'Lina gave scores between 7 and 7.9.' },
    ],
    [
      'higher each time',
      [5.2, 6, 7.4],
      {
        nl: 'Lina gaf elke keer een hoger cijfer: van 5,2 naar 7,4.',
        en: 'Lina gave a higher score each time: from 5.2 to 7.4.',
      },
    ],
    [
      'lower each time',
      [8, 7.1, 6.6],
      {
        nl: 'Lina gaf elke keer een lager cijfer: van 8 naar 6,6.',
        en: 'Lina gave a lower score each time: from 8 to 6.6.',
      },
    ],
    [
      'a rise with bends',
      [5, 5.4, 5.1, 6.2, 6, 7.2, 7, 7.4],
      {
        nl: 'Lina gaf de eerste drie keer een cijfer tussen 5 en 5,4 en de laatste drie keer een cijfer tussen 7 en 7,4.',
        en: 'Lina gave between 5 and 5.4 the first three times and between 7 and 7.4 the last three times.',
      },
    ],
    [
      'many below the line',
      [5, 7.4, 6.2, 7, 5.8, 6.1],
      {
        nl: 'Lina gaf vier van de zes keer een cijfer onder 6,5.',
        en: 'Lina gave a score below 6.5 four out of six times.',
      },
    ],
    [
      'all below the line',
      [5, 5.9, 5.2, 6.1],
      {
        nl: 'Lina gaf alle vier keer een cijfer onder 6,5.',
        en: 'Lina gave a score below 6.5 all four times.',
      },
    ],
    [
      'the same without a line',
      [5, 5.9, 5.2, 6.1],
      { nl: 'Lina gaf cijfers tussen 5 en 6,1.', en: 'Lina gave scores between 5 and 6.1.' },
      { cutoff: null },
    ],
    [
      'up and down',
      [7, 8.2, 6.9, 8, 7.3],
      { nl: 'Lina gaf cijfers tussen 6,9 en 8,2.', en: 'Lina gave scores between 6.9 and 8.2.' },
    ],
    [
      'a gap in the middle is seen in the picture, not said',
      [7, 8.2, null, 8, 7.3],
      { nl: 'Lina gaf cijfers tussen 7 en 8,2.', en: 'Lina gave scores between 7 and 8.2.' },
    ],
    [
      'a gap at the end',
      [7, 8.2, 7.3, 8, null, null],
      {
        nl: 'Lina gaf cijfers tussen 7 en 8,2. Op de laatste twee vragen kwam geen antwoord.',
        en: 'Lina gave scores between 7 and 8.2. The last two checks got no answer.',
      },
    ],
    [
      'a drop and then a gap',
      [7, 8.2, 7.3, 8, 6, null],
      {
        nl: 'Lina gaf cijfers tussen 7 en 8,2. Op dag 5 viel het lager uit: 6. Op de laatste vraag kwam geen antwoord.',
        en: 'Lina gave scores between 7 and 8.2. On dag 5 it came out lower: 6. The last check got no answer.',
      },
    ],
    [
      'many gaps',
      [7, null, null, 8.2, null, 7.3],
      {
        nl: 'Lina gaf cijfers tussen 7 en 8,2. Op drie van de zes vragen kwam geen antwoord.',
        en: 'Lina gave scores between 7 and 8.2. Three of the six checks got no answer.',
      },
    ],
  ])('%s', (_name, values, expected, more = {}) => {
    expect(said(values, more)).toEqual(expected)
  })
})

describe('notes', () => {
  test('the picture of the design: higher after the repair talk, lower on Tuesday', () => {
    const points = weekly(picture, 'dinsdag')
    expect(said(picture, { points, annotations: [note(8)] }).nl).toBe(
      'Na het herstelgesprek gaf Lina drie keer hogere cijfers. Dinsdag viel het lager uit: 6,1.',
    )
    expect(said(picture, { points: weekly(picture, 'on Tuesday'), annotations: [note(8)] }).en).toBe(
      'After the repair talk Lina gave higher scores three times. On Tuesday it came out lower: 6.1.',
    )
  })

  test.each<[string, (number | null)[], RunChartAnnotation[], string, string]>([
    [
      'one higher answer',
      [6.2, 6.4, 6, 6.8],
      [note(3, 'agreement')],
      'Na de afspraak gaf Lina een hoger cijfer: 6,8.',
      'After the agreement Lina gave a higher score: 6.8.',
    ],
    [
      'lower answers',
      [8.2, 7.9, 7.5, 7.1],
      [note(2, 'meeting')],
      'Lina gaf elke keer een lager cijfer: van 8,2 naar 7,1.',
      'Lina gave a lower score each time: from 8.2 to 7.1.',
    ],
    [
      'a fall right after the note is told once',
      [8.2, 7.9, 8.4, 6],
      [note(3, 'meeting')],
      'Na het gesprek gaf Lina een lager cijfer: 6.',
      'After the meeting Lina gave a lower score: 6.',
    ],
    [
      'some higher, some lower',
      [6.2, 6.8, 6.4, 7, 6.1, 6.6],
      [note(3)],
      'Na het herstelgesprek gaf Lina een cijfer tussen 6,1 en 7.',
      'After the repair talk Lina gave between 6.1 and 7.',
    ],
    [
      'higher than one low answer only is not called higher',
      [8, 8, 2, 3, 3.2, 3.1],
      [note(3)],
      'Na het herstelgesprek gaf Lina een cijfer tussen 3 en 3,2.',
      'After the repair talk Lina gave between 3 and 3.2.',
    ],
    [
      'several of a kind are told apart by date',
      [6.2, 6.4, 6, 6.8],
      [note(1, 'repair', '3 september'), note(3, 'repair', '20 september')],
      'Na het herstelgesprek van 20 september gaf Lina een hoger cijfer: 6,8.',
      'After the repair talk of 20 september Lina gave a higher score: 6.8.',
    ],
    [
      'a note after the last answer is passed over',
      [7, 8.2, 6.9, 8, 7.3],
      [note(5)],
      'Lina gaf cijfers tussen 6,9 en 8,2.',
      'Lina gave scores between 6.9 and 8.2.',
    ],
    [
      'a note long ago as well',
      [6, 6.8, 7.4, 6.9, 7.2, 6.8, 7.3, 6.6, 7.4, 6.9, 7.2, 6.8, 7.2],
      [note(1)],
      'Lina gaf cijfers tussen 6 en 7,4.',
      'Lina gave scores between 6 and 7.4.',
    ],
  ])('%s', (_name, values, annotations, nl, en) => {
    expect(said(values, { annotations })).toEqual({ nl, en })
  })
})

const judgement =
  /te laag|te hoog|risico|slecht|onvoldoende|zorgelijk|helaas|verbeter|verslechter|vooruitgang|achteruitgang|beter|goed|too low|too high|risk|poor|\bbad\b|worr|unfortunately|improv|worse|better|progress|fail|will |zal /i

const values = fc.array(
  fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
      fc.constant(10),
    ),
  ),
  { maxLength: 30 },
)

describe('whatever was answered', () => {
  test('the words restate: no judgement, no prediction, no holes, at most three sentences', () => {
    const notes = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('repair', 'agreement', 'meeting')), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(values, notes, fc.constantFrom('nl', 'en'), (series, notesAt, lang) => {
        const annotations = notesAt.map(([weeks, kind]) => note(weeks, kind, '3 mei'))
        const text = runChartSentence(input(series, { annotations, lang }))
        expect(text).not.toMatch(judgement)
        expect(text).not.toMatch(/undefined|NaN|Infinity| {2}|\.\./)
        expect(text).toMatch(/^[A-Z0-9].*\.$/)
        expect(text.split('. ').length).toBeLessThanOrEqual(3)
        if (lang === 'nl') expect(text).not.toMatch(/\d\.\d/)
      }),
    )
  })

  test('every number that is said was answered, is the line, or is a count', () => {
    fc.assert(
      fc.property(values, (series) => {
        const text = runChartSentence(input(series))
        const written = series.flatMap((value) => (value === null ? [] : [String(value).replace('.', ',')]))
        const counts = Array.from({ length: series.length + 1 }, (_, count) => String(count))
        for (const [number] of text.replace(/dag \d+/g, '').matchAll(/\d+(,\d+)?/g)) {
          expect([...written, ...counts, '6,5']).toContain(number)
        }
      }),
    )
  })

  test('a name is said as it is written, with a capital at the start', () => {
    expect(runChartSentence(input([7, 7], { personName: 'oma <3' }))).toBe('Oma <3 gaf twee keer een 7.')
  })

  test('another scale has another big step', () => {
    const scale = { min: 0, max: 40, step: 10 }
    expect(runChartSentence(input([21.3, 24, 22, 21], { scale, cutoff: null }))).toBe(
      'Lina gaf cijfers tussen 21 en 24.',
    )
    expect(runChartSentence(input([21.3, 24, 22, 18], { scale, cutoff: null }))).toBe(
      'Lina gaf cijfers tussen 21,3 en 24. Op dag 4 viel het lager uit: 18.',
    )
  })
})
