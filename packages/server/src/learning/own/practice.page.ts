import {
  type Exercise,
  exerciseKindWords,
  ownExercise,
  repeats,
  repeatWords,
  strategySentence,
} from '@weerklank/core/learning/exercise'
import { relationContexts, relationKinds, situationsOf } from '@weerklank/core/relation/relation'
import { contextWord, situationWord } from '@weerklank/core/relation/relation.words'
import { fill, say } from '@weerklank/core/shared/spoken'
import { dayMonth, type Instant } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import {
  areaField,
  lineField,
  radioField,
  selectField,
  type Told,
  type Typed,
  toldBox,
} from '../../http/own-fields.ts'
import type { ExerciseRow, StrategyRow } from '../exercise.repository.ts'
import type { Exercises } from '../exercises.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { type PracticeWords, practiceWordsFor } from './practice.text.ts'

export type PracticePage = {
  page: OwnLearner
  exercises: Exercises
  log: readonly ExerciseRow[]
  strategies: readonly StrategyRow[]
  told: Told
  typed: Typed
  /** For the next line and the next plan, so that a form that is sent twice is kept once. */
  ids: { line: string; strategy: string }
  today: string
}

export const frameOf = ({ listener, workspace, root }: OwnLearner) => ({
  ...{ listener, root, workspace: workspace.name },
})

/** A day of hers in words. */
export function dayWords({ listener, workspace }: OwnLearner, day: string): string {
  return dayMonth(`${day}T12:00:00.000Z` as Instant, listener.language, workspace.timeZone)
}

/** What she practises: her own plans, a line for the log, exercises to choose from, and what she did. */
export function practicePage(of: PracticePage): string {
  const { page, told } = of
  const words = practiceWordsFor(page.listener)
  const reads = page.learner.shared !== null && page.learner.in_use ? words.readsShared : words.readsNobody
  return learnerDocument(frameOf(page), {
    title: words.practice,
    below: '/oefenen',
    main: html`<h1>${words.practice}</h1><p>${words.practiceIntro}</p>${toldBox(told)}
      <section><h2>${words.log}</h2>${logForm(of, words)}<p class="box"><b>${words.whoReads}</b> ${reads}</p></section>
      ${shelf(of, words)}${done(of, words)}${strategies(of, words)}`,
  })
}

function logForm({ page, exercises, told, typed, ids, today }: PracticePage, words: PracticeWords): Html {
  const { language } = page.listener
  const value = (name: string, otherwise = '') => typed.get(name) ?? otherwise
  const listed = [...exercises.values()].map(({ key, name }) => ({ value: key, label: name[language] }))
  const places = relationContexts.map((context) => ({
    label: contextWord(context, language),
    choices: situationsOf[context].map((situation) => ({
      value: `${context}:${situation}`,
      label: situationWord(situation, language),
    })),
  }))
  const repeatChoices = [
    ...repeats.map((one) => ({ value: one, label: repeatWords[one][language] })),
    { value: '', label: words.repeatUnsaid },
  ]
  const kinds = relationKinds.map((kind) => ({ value: kind, label: words[`kind-${kind}`] }))
  const chosen = exercises.get(value('oefening'))
  const card =
    chosen === undefined
      ? null
      : html`<p><a href="${to(frameOf(page), `/kaart/${chosen.key}`)}">${words.card}</a></p>`
  return html`${card}<form method="post" action="${to(frameOf(page), '/oefenen')}"><input type="hidden" name="id" value="${ids.line}">
    ${selectField({ name: 'oefening', label: words.which, value: value('oefening'), told, groups: [{ label: null, choices: [...listed, { value: ownExercise, label: words.ownOne }] }] })}
    ${lineField({ name: 'naam', label: words.ownName, value: value('naam'), told })}
    ${lineField({ name: 'dag', label: words.day, value: value('dag', today), type: 'date', told })}
    ${radioField({ name: 'soort', label: words.kind, value: value('soort'), choices: kinds, told })}
    ${selectField({ name: 'plek', label: words.where, value: value('plek'), hint: words.whereHint, told, groups: [{ label: null, choices: [{ value: '', label: words.whereNone }] }, ...places] })}
    ${areaField({ name: 'gebeurd', label: words.happened, value: value('gebeurd'), hint: words.happenedHint, told })}
    ${areaField({ name: 'inzicht', label: `${words.insight} (${words.optional})`, value: value('inzicht'), told })}
    ${radioField({ name: 'weer', label: words.repeat, value: value('weer'), choices: repeatChoices })}
    <button class="go">${words.keep}</button></form>`
}

function shelf({ page, exercises }: PracticePage, words: PracticeWords): Html {
  const { listener } = page
  const one = (exercise: Exercise) =>
    html`<li><details><summary>${exercise.name[listener.language]} (${exerciseKindWords[exercise.kind][listener.language]})</summary>
      <p>${say(exercise.do, listener)}</p><p><b>${words.aim}:</b> ${say(exercise.aim, listener)}</p>
      <p><b>${words.askBack}:</b> ${say(exercise.ask, listener)}</p><p><i>${words.source}: ${exercise.source.document}. ${exercise.source.note}</i></p></details></li>`
  return html`<section><h2>${words.list}</h2><ul>${[...exercises.values()].map(one)}</ul></section>`
}

function done({ page, log }: PracticePage, words: PracticeWords): Html {
  const { language } = page.listener
  const where = ({ context, situation }: ExerciseRow) =>
    context === null || situation === null
      ? null
      : `, ${situationWord(situation as Parameters<typeof situationWord>[0], language)}`
  const again = ({ repeat }: ExerciseRow) => {
    const known = repeats.find((one) => one === repeat)
    return known === undefined ? null : html`<p><b>${words.again}:</b> ${repeatWords[known][language]}</p>`
  }
  const lines = log.map(
    (row) =>
      html`<li><b>${row.name}</b>, ${dayWords(page, row.day)}<p>${words[`kind-${row.kind as 'interpersonal'}`]}${where(row)}</p>
        <blockquote>${row.happened}</blockquote>${row.insight === '' ? null : html`<p><b>${words.insight}</b> ${row.insight}</p>`}${again(row)}
        <form method="post" class="plain" action="${to(frameOf(page), `/oefenen/${row.id}/weg`)}"><button aria-label="${fill(words.removeWhat, { what: row.name })}">${words.remove}</button></form></li>`,
  )
  return html`<section><h2>${words.done}</h2>${lines.length === 0 ? html`<p>${words.nothingDone}</p>` : html`<ul>${lines}</ul>`}</section>`
}

function strategies({ page, strategies: all, told, typed, ids }: PracticePage, words: PracticeWords): Html {
  const { language } = page.listener
  const lines = all.map((row) => {
    const sentence = strategySentence(row, language)
    const drop = html`<form method="post" class="plain" action="${to(frameOf(page), `/oefenen/aanpak/${row.id}/los`)}"><button>${words.drop}</button></form>`
    return html`<li><p>${sentence}</p>${row.dropped_at === null ? drop : html`<p><i>${words.dropped}</i></p>`}</li>`
  })
  const value = (name: string) => typed.get(name) ?? ''
  return html`<section><h2>${words.strategies}</h2><p>${words.strategiesWhy} ${words.yours}</p>
    ${lines.length === 0 ? html`<p>${words.noStrategy}</p>` : html`<ul>${lines}</ul>`}
    <form method="post" action="${to(frameOf(page), '/oefenen/aanpak')}"><input type="hidden" name="id" value="${ids.strategy}">
    ${lineField({ name: 'als', label: words.trigger, value: value('als'), hint: words.triggerHint, told })}
    ${lineField({ name: 'dan', label: words.plan, value: value('dan'), hint: words.planHint, told })}
    ${lineField({ name: 'mis', label: `${words.fallback} (${words.optional})`, value: value('mis'), told })}
    <button class="go">${words.keep}</button></form></section>`
}
