/** The data set behind the report of a trajectory: one row per learner who consents and per moment, with a codebook. */

import { mentionKinds, mentionLevels } from '@weerklank/core/learning/mention'
import { answerScales } from '@weerklank/core/learning/moment-form'
import type { MonitorInput } from '@weerklank/core/learning/monitor.input'
import type { ReportFacts, ReportLearner } from '@weerklank/core/learning/report.facts'
import { reportWords } from '@weerklank/core/learning/report.words'
import { receiptWays } from '@weerklank/core/learning/trajectory'
import { voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import type { Cell, Column, Sheet } from './table.ts'
import { trajectoryDataWords } from './trajectory-data.words.ts'

/** Stands for an answer that was not given, and for a question that was not put at that moment. */
const noAnswer = 9
const notAsked = 8

/** What a data set is made of: only of people whose consent is in force is there a row. */
export type TrajectoryData = {
  facts: ReportFacts
  mentions: MonitorInput['mentions']
}

type One = {
  column: Column
  cell: (of: { learner: ReportLearner; moment: string }) => Cell
}

/** The questions that are counted, with their scale. */
const questions: readonly { item: string; name: string; scale: readonly string[] }[] = [
  { item: 'goal-kept', name: 'goal_kept', scale: ['same', 'changed'] },
  { item: 'applied', name: 'applied', scale: answerScales.three },
  { item: 'attained', name: 'attained', scale: answerScales.three },
  { item: 'noticed', name: 'noticed', scale: answerScales.noticed },
  { item: 'exchange-valuable', name: 'exchange_valuable', scale: answerScales['yes-no'] },
  { item: 'external-value', name: 'external_value', scale: answerScales['yes-no'] },
  { item: 'check-used', name: 'check_used', scale: answerScales['yes-no'] },
]

/** The rows: no names, no organisation, no words of anybody; a number for each person. */
export function dataSheet(data: TrajectoryData): Sheet {
  const { facts } = data
  const columns = columnsOf(data)
  const rows = facts.learners
    .filter(({ hasConsent }) => hasConsent)
    .flatMap((learner) =>
      facts.moments.map(({ key: moment }) => columns.map(({ cell }) => cell({ learner, moment }))),
    )
  const words = trajectoryDataWords[facts.language]
  return { title: words.data, columns: columns.map(({ column }) => column), rows: [rows] }
}

/** What each column of the rows means, and each of its values. */
export function codebookSheet(data: TrajectoryData): Sheet {
  const words = trajectoryDataWords[data.facts.language]
  const rows = columnsOf(data).flatMap(({ column }): Cell[][] => {
    const values = column.kind === 'number' ? (column.values ?? []) : []
    if (values.length === 0) return [[column.name, column.label, null, '', '']]
    return values.map(({ value, label, missing }) => [
      ...[column.name, column.label, value, label, missing === true ? words.yes : ''],
    ])
  })
  const text = (name: string, label: string): Column => ({ name, label, kind: 'text', width: 255 })
  const columns: Column[] = [
    ...[text('variable', words.variable), text('label', words.label)],
    { name: 'value', label: words.value, kind: 'number', decimals: 0 },
    ...[text('value_label', words.valueLabel), text('missing', words.missing)],
  ]
  return { title: words.codebook, columns, rows: [rows] }
}

function columnsOf(data: TrajectoryData): One[] {
  return [...whoColumns(data.facts), ...questionColumns(data.facts), ...mentionColumns(data)]
}

function whoColumns({ language, moments }: ReportFacts): One[] {
  const words = trajectoryDataWords[language]
  const of = (name: 'learner' | 'moment' | 'voice' | 'stopped' | 'received' | 'way') => ({
    ...{ name, label: words[name], kind: 'number' as const, decimals: 0 },
  })
  const yesNo = [
    { value: 0, label: words.no },
    { value: 1, label: words.yes },
  ]
  const ways = receiptWays.map((way, at) => ({ value: at + 1, label: reportWords[language].ways[way] }))
  return [
    { column: of('learner'), cell: ({ learner }) => learner.number },
    {
      column: {
        ...of('moment'),
        values: moments.map(({ key, title }, at) => ({ value: at + 1, label: `${key} ${title}` })),
      },
      cell: ({ moment }) => moments.findIndex(({ key }) => key === moment) + 1,
    },
    {
      column: {
        ...of('voice'),
        values: voices.map((voice, at) => ({ value: at + 1, label: voiceWord(voice, language) })),
      },
      cell: ({ learner }) => voices.indexOf(learner.voice) + 1,
    },
    {
      column: { name: 'function', label: words.function, kind: 'text', width: 255 },
      cell: ({ learner }) => learner.function,
    },
    { column: { ...of('stopped'), values: yesNo }, cell: ({ learner }) => (learner.hasStopped ? 1 : 0) },
    {
      column: { ...of('received'), values: yesNo },
      cell: ({ learner, moment }) => (learner.receipts.some((one) => one.moment === moment) ? 1 : 0),
    },
    {
      column: {
        ...of('way'),
        values: [...ways, { value: noAnswer, label: words.nothingCame, missing: true }],
      },
      cell: ({ learner, moment }) => {
        const way = learner.receipts.find((one) => one.moment === moment)?.way
        return way === undefined ? noAnswer : receiptWays.indexOf(way) + 1
      },
    },
  ]
}

function questionColumns({ language, answers }: ReportFacts): One[] {
  const words = trajectoryDataWords[language]
  const said = new Map(answers.map((one) => [`${one.learner} ${one.moment} ${one.item}`, one.choice]))
  return questions.map(({ item, name, scale }): One => {
    // A question that nobody answered at a moment was not put there.
    const asked = new Set(answers.filter((one) => one.item === item).map(({ moment }) => moment))
    const values = scale.map((answer, at) => ({ value: at, label: words.answers[answer] ?? answer }))
    return {
      column: {
        ...{ name, label: words.items[item] ?? item, kind: 'number', decimals: 0 },
        values: [
          ...values,
          { value: notAsked, label: words.notAsked, missing: true },
          { value: noAnswer, label: words.noAnswer, missing: true },
        ],
      },
      cell: ({ learner, moment }) => {
        if (!asked.has(moment)) return notAsked
        const place = scale.indexOf(said.get(`${learner.number} ${moment} ${item}`) ?? '')
        return place < 0 ? noAnswer : place
      },
    }
  })
}

/** How much somebody named on each level, and each code of the codebook that anybody named. */
function mentionColumns({ facts, mentions }: TrajectoryData): One[] {
  const words = trajectoryDataWords[facts.language]
  const byPlace = Map.groupBy(mentions, ({ learner, moment }) => `${learner} ${moment}`)
  const here = ({ learner, moment }: { learner: ReportLearner; moment: string }) =>
    byPlace.get(`${learner.number} ${moment}`) ?? []
  const amounts = mentionKinds.flatMap((kind) =>
    mentionLevels.map(
      (level): One => ({
        column: {
          ...{ name: `${kind}_${level}`, label: `${words[kind]}, ${words.levels[level]}` },
          ...{ kind: 'number', decimals: 0 },
        },
        cell: (of) => here(of).filter((one) => one.kind === kind && one.level === level).length,
      }),
    ),
  )
  const codes = [...new Set(mentions.flatMap(({ kind, code }) => (code === null ? [] : [`${kind} ${code}`])))]
  const coded = codes.toSorted().map((both, at): One => {
    const [kind, code = ''] = both.split(' ')
    return {
      column: {
        // Names of variables are short and plain: the label says which code it is.
        ...{
          name: `code_${at + 1}`,
          label: `${kind === 'barrier' ? words.barrier : words.resource}: ${facts.codeNames.get(code) ?? code}`,
        },
        ...{ kind: 'number', decimals: 0 },
        values: [
          { value: 0, label: words.no },
          { value: 1, label: words.yes },
        ],
      },
      cell: (of) => (here(of).some((one) => one.kind === kind && one.code === code) ? 1 : 0),
    }
  })
  return [...amounts, ...coded]
}
