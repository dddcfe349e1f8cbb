import { goalBars } from '@weerklank/core/charts/goal-bars'
import { type GoalBar, goalBarsSentence, goalBarsTable } from '@weerklank/core/charts/goal-bars-words'
import {
  type AttainmentScale,
  attainmentLevels,
  attainmentWords,
  mayScore,
  mayWriteScale,
  seenAt,
} from '@weerklank/core/learning/attainment'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../../http/html.ts'
import { areaField, plainTable, radioField, type Told, type Typed, toldBox } from '../../http/own-fields.ts'
import type { AttainmentRow, ScaledGoal } from '../attainment.repository.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { dayWords, frameOf } from './practice.page.ts'
import { type PracticeWords, practiceWordsFor } from './practice.text.ts'

export type ScalePage = {
  page: OwnLearner
  goals: readonly ScaledGoal[]
  told: Told
  /** Of the goal whose form it is. */
  typed: { goal: string; fields: Typed } | null
  /** For the next word about a goal, so that a form that is sent twice is kept once. */
  newId: string
}

/** What the five steps are called, from −2 to +2. */
export const stepNames = (language: Language) =>
  attainmentLevels.map((level) => attainmentWords[`${level}`][language])

type Level = (typeof attainmentLevels)[number]
const levelOf = (value: number): Level | undefined => attainmentLevels.find((level) => level === value)

/** Goals with a scale as they are drawn. */
export function barsOf(goals: readonly ScaledGoal[]): GoalBar[] {
  return goals.flatMap(({ goal, scale, said }) => {
    if (scale === null) return []
    const level = levelOf(said.at(-1)?.level ?? Number.NaN)
    const seen = level === undefined ? '' : seenAt(scale, level)
    return [{ name: goal.text, baseline: scale.baseline, level: level ?? null, seen }]
  })
}

/** Her goals in steps: the picture, its table, and for each goal the steps and where she is now. */
export function scalePage(of: ScalePage): string {
  const { page, goals, told } = of
  const words = practiceWordsFor(page.listener)
  const current = goals.filter(({ goal }) => goal.status === 'current')
  return learnerDocument(frameOf(page), {
    title: words.scales,
    below: '/schaal',
    main: html`<h1>${words.scales}</h1><p>${words.scalesIntro}</p>${toldBox(told)}
      ${current.length === 0 ? html`<p>${words.noGoals}</p>` : null}${picture(page, current, words)}
      ${current.map((one) => section(of, one, words))}`,
  })
}

function picture(page: OwnLearner, goals: readonly ScaledGoal[], words: PracticeWords): Html | null {
  const bars = barsOf(goals)
  if (bars.length === 0) return null
  const { language: lang } = page.listener
  const source = { lang, goals: bars, steps: stepNames(lang) }
  const sentence = goalBarsSentence(source)
  const svg = goalBars({ ...source, idPrefix: 'doelen', title: words.picture, description: sentence })
  return html`<section><h2>${words.picture}</h2>${raw(svg)}<p>${sentence}</p><p><i>${words.noMark}</i></p>
    <details><summary>${words.inWords}</summary>${plainTable(words.picture, goalBarsTable(source))}</details></section>`
}

function section(of: ScalePage, one: ScaledGoal, words: PracticeWords): Html {
  const { goal, scale, said } = one
  const isFixed = !mayWriteScale({ status: goal.status, scored: said.length }).allowed
  const score = mayScore({ status: goal.status, scale }).allowed && scale !== null
  return html`<section id="doel-${goal.id}"><h2>${goal.text}</h2>${score ? scoreForm(of, { ...one, scale }, words) : null}
    ${earlier(of.page, said, words)}
    ${isFixed && scale !== null ? fixed(of.page, scale, words) : scaleForm(of, one, words)}</section>`
}

const typedOf = ({ typed }: ScalePage, goal: string): Typed =>
  typed?.goal === goal ? typed.fields : new Map<string, string>()
const toldOf = ({ typed, told }: ScalePage, goal: string): Told => (typed?.goal === goal ? told : null)

function scoreForm(
  of: ScalePage,
  { goal, scale }: ScaledGoal & { scale: AttainmentScale },
  words: PracticeWords,
): Html {
  const { language } = of.page.listener
  const typed = typedOf(of, goal.id)
  const told = toldOf(of, goal.id)
  const choices = attainmentLevels.map((level) => ({
    value: String(level),
    label: `${attainmentWords[`${level}`][language]}: ${seenAt(scale, level)}`,
  }))
  const action = to(frameOf(of.page), `/schaal/${goal.id}/nu`)
  return html`<form method="post" action="${action}"><input type="hidden" name="id" value="${of.newId}">
    ${radioField({ name: `nu-${goal.id}`, label: words.howNow, value: typed.get(`nu-${goal.id}`) ?? '', choices, told })}
    ${areaField({ name: `merk-${goal.id}`, label: `${words.howSaid} (${words.optional})`, value: typed.get(`merk-${goal.id}`) ?? '', told })}
    <button class="go">${words.keep}</button></form>`
}

function earlier(page: OwnLearner, said: readonly AttainmentRow[], words: PracticeWords): Html | null {
  if (said.length === 0) return null
  const lines = said.map((row) => {
    const level = levelOf(row.level)
    const step = level === undefined ? '' : attainmentWords[`${level}`][page.listener.language]
    return html`<li>${dayWords(page, row.day)}: ${step}${row.said === '' ? null : html`<blockquote>${row.said}</blockquote>`}</li>`
  })
  return html`<h3>${words.earlier}</h3><ul>${lines}</ul>`
}

function fixed(page: OwnLearner, scale: AttainmentScale, words: PracticeWords): Html {
  const steps = attainmentLevels.map(
    (level) =>
      html`<dt>${attainmentWords[`${level}`][page.listener.language]}</dt><dd>${seenAt(scale, level)}</dd>`,
  )
  return html`<details><summary>${words.makeScale}</summary><p>${words.scaleFixed}</p><dl>${steps}</dl></details>`
}

function scaleForm(of: ScalePage, { goal, scale }: ScaledGoal, words: PracticeWords): Html {
  const { language } = of.page.listener
  const typed = typedOf(of, goal.id)
  const told = toldOf(of, goal.id)
  const name = (part: string) => `${part}-${goal.id}`
  const seen = attainmentLevels.map((level, at) =>
    areaField({
      ...{ name: name(`zie${at}`), rows: 2, told },
      label: fill(words.seenAt, { step: attainmentWords[`${level}`][language] }),
      value: typed.get(name(`zie${at}`)) ?? scale?.seen[at] ?? '',
      ...(at === 0 ? { hint: words.seenHint } : {}),
    }),
  )
  const below = attainmentLevels.filter((level) => level < 0)
  const baselines = below.map((level) => ({
    value: String(level),
    label: attainmentWords[`${level}`][language],
  }))
  const weights = (['1', '2', '3'] as const).map((value) => ({ value, label: words[`weight-${value}`] }))
  const baseline = typed.get(name('begin')) ?? (scale === null ? '' : String(scale.baseline))
  const form = html`<form method="post" action="${to(frameOf(of.page), `/schaal/${goal.id}`)}"><input type="hidden" name="versie" value="${goal.version}">${seen}
    ${radioField({ name: name('begin'), label: words.baseline, value: baseline, choices: baselines, told })}
    ${radioField({ name: name('weegt'), label: words.weight, value: typed.get(name('weegt')) ?? String(goal.weight), choices: weights })}
    <button class="go">${words.keep}</button></form>`
  if (scale === null) return html`<h3>${words.makeScale}</h3>${form}`
  return html`<details${told === null ? null : html` open`}><summary>${words.makeScale}</summary>${form}</details>`
}
