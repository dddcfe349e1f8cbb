import type { Instrument } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import { drawingAtMost } from '@weerklank/core/shared/drawing'
import type { Language } from '@weerklank/core/shared/language'
import { say } from '@weerklank/core/shared/spoken'
import type { CheckRow, Survey } from './checks.read.ts'
import { checkWords } from './checks.text.ts'
import type { Cell, Column } from './table.ts'

/** Which versions of which checks stand in the file, and for whom it is. */
export type CheckTable = {
  survey: Survey
  /** Of the checks in the survey, oldest version first. */
  instruments: readonly Instrument[]
  language: Language
  timeZone: string
}

/** A table: its columns, and how an answered check becomes rows of it. */
export type Layout = { columns: Column[]; rowsOf: (row: CheckRow) => Cell[][] }

/** Stands for a question that was asked and left empty; one that was not asked has no value at all. */
const leftEmpty = -9

/** What a table shows of a drawing: that there is one, or the text of its path (core's drawing.ts), for programs. */
type DrawingAs = 'yes-no' | 'path'

/** One row per answered check; a column per question, which versions of a check share. */
export function wideLayout(table: CheckTable, drawingAs: DrawingAs = 'yes-no'): Layout {
  const words = checkWords[table.language]
  const before = [...whoColumns(table), number('score', words.score, 2)]
  const items = itemColumns(table)
  const drawing = table.instruments.some(asksToDraw) ? [drawingColumn(table, drawingAs)] : []
  const after = [...drawing, text('open_text', words.openText, table.survey.widths.openText)]
  const byVersion = new Map(table.instruments.map((one) => [`${one.id}@${one.version}`, one]))
  const who = whoCells(table)
  return {
    columns: [...before, ...items.map(({ column }) => column), ...after],
    rowsOf: (row) => {
      const instrument = byVersion.get(`${row.instrument_id}@${row.instrument_version}`)
      const score = instrument === undefined ? null : scoreOf(instrument, row.answers)
      const values = items.map(({ check, item }): Cell => {
        const wasAsked = check === row.instrument_id && instrument?.items.some(({ id }) => id === item)
        return wasAsked === true ? (row.answers[item] ?? leftEmpty) : null
      })
      const scored = score === null ? null : Math.round(score * 100) / 100
      const drawn = drawing.map(() => drawingCell(row, { instrument, words, drawingAs }))
      return [[...who(row), scored, ...values, ...drawn, row.open_text]]
    },
  }
}

/** One row per question that was asked, one for the drawing where one was asked for, and one for the words that were added. */
export function tidyLayout(table: CheckTable): Layout {
  const words = checkWords[table.language]
  const columns = [
    ...whoColumns(table),
    text('item', words.item, 40),
    text('question', words.question, 400),
    number('value', words.value, 1),
    text('text', words.openText, Math.max(table.survey.widths.openText, yesNoWidth)),
  ]
  const byVersion = new Map(table.instruments.map((one) => [`${one.id}@${one.version}`, one]))
  const who = whoCells(table)
  return {
    columns,
    rowsOf: (row) => {
      const first = who(row)
      const instrument = byVersion.get(`${row.instrument_id}@${row.instrument_version}`)
      const asked = (instrument?.items ?? []).map((item): Cell[] => {
        return [...first, item.id, item.label[table.language], row.answers[item.id] ?? null, '']
      })
      const said = row.open_text === '' ? [] : [[...first, 'open', words.openText, null, row.open_text]]
      const isDrawn = drawingCell(row, { instrument, words, drawingAs: 'yes-no' })
      const drawn = isDrawn === null ? [] : [[...first, 'drawing', words.drawing, null, isDrawn]]
      return [...asked, ...drawn, ...said]
    },
  }
}

const text = (name: string, label: string, width: number): Column => ({ name, label, kind: 'text', width })
const number = (name: string, label: string, decimals: number): Column => ({
  ...{ name, label, decimals },
  kind: 'number',
})

const asksToDraw = (instrument: Instrument) => instrument.drawing !== undefined
/** Bytes of `yes`, the longest of the words. */
const yesNoWidth = 3

function drawingColumn({ language }: CheckTable, drawingAs: DrawingAs): Column {
  return text('drawing', checkWords[language].drawing, drawingAs === 'path' ? drawingAtMost : yesNoWidth)
}

type DrawingOf = {
  instrument: Instrument | undefined
  words: (typeof checkWords)[Language]
  drawingAs: DrawingAs
}

/** Nothing where no drawing was asked for, and no path where none was made. */
function drawingCell(row: CheckRow, { instrument, words, drawingAs }: DrawingOf): Cell {
  if (instrument === undefined || !asksToDraw(instrument)) return null
  if (drawingAs === 'path') return row.drawing
  return row.drawing === null ? words.notDrawn : words.drawn
}

function whoColumns({ survey, language }: CheckTable): Column[] {
  const words = checkWords[language]
  const title = Math.max(1, ...survey.relations.map((one) => Buffer.byteLength(one.title)))
  return [
    text('answer_id', words.answer, 36),
    text('relation_id', words.relationId, 36),
    text('relation', words.relation, title),
    text('person_id', words.personId, 36),
    text('person', words.person, survey.widths.name),
    text('voice', words.voice, 30),
    text('check', words.check, 40),
    number('version', words.version, 0),
    { name: 'answered_at', label: words.answeredAt, kind: 'moment' },
  ]
}

function whoCells({ timeZone }: CheckTable): (row: CheckRow) => Cell[] {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
  return (row) => [
    ...[row.id, row.relation_id, row.title, row.participant_id, row.name, row.voice],
    ...[row.instrument_id, row.instrument_version, format.format(Date.parse(row.answered_at))],
  ]
}

type ItemColumn = { check: string; item: string; column: Column }

/** The newest wording of a question names its column. */
function itemColumns({ instruments, language }: CheckTable): ItemColumn[] {
  const columns = new Map<string, ItemColumn>()
  const names = new Set<string>()
  for (const instrument of instruments) {
    for (const item of instrument.items) {
      const key = `${instrument.id} ${item.id}`
      const name = columns.get(key)?.column.name ?? freeName(names, `${instrument.id}_${item.id}`)
      names.add(name)
      const label = `${instrument.name[language]}: ${item.label[language]}`
      const column: Column = {
        name,
        label,
        kind: 'number',
        decimals: 1,
        values: valuesOf(instrument, item, language),
      }
      columns.set(key, { check: instrument.id, item: item.id, column })
    }
  }
  return [...columns.values()]
}

/** A name for programs: letters, digits and `_`, at most 60 of them, unlike any other. */
function freeName(taken: ReadonlySet<string>, wanted: string): string {
  const plain = wanted.replace(/[^A-Za-z0-9]/g, '_').slice(0, 56)
  let name = plain
  for (let at = 2; taken.has(name); at++) name = `${plain}_${at}`
  return name
}

type Item = Instrument['items'][number]

function valuesOf({ scale, options }: Instrument, item: Item, language: Language) {
  const listener = { language, address: 'je' } as const
  const ends = [
    { value: scale.min, label: say(item.low, listener) },
    { value: scale.max, label: say(item.high, listener) },
  ]
  const chosen = options?.map(({ value, label }) => ({ value, label: say(label, listener) })) ?? ends
  return [
    { value: leftEmpty, label: checkWords[language].leftEmpty, missing: true as const },
    ...chosen.filter(({ label }) => label !== ''),
  ]
}
