import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { leans } from '@weerklank/core/team/tension'
import type { Tension, TensionRegister } from '@weerklank/core/team/tension.contract'
import { type Html, html } from '../../http/html.ts'
import { plainTable, radioField, type Told, toldBox } from '../../http/own-fields.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { pairChoice, type TensionDraft, tensionForm } from './tension.form.ts'
import { ownTensionWordsFor } from './tension.text.ts'
import { type OwnWordsWords, ownWordsFor } from './words.text.ts'

/** The tensions of a circle by link: both poles, how we see them together, and how she sees it herself. */
export function tensionsPage(
  page: OwnCircle,
  register: TensionRegister,
  { told, draft }: { told: Told; draft: TensionDraft | null },
): string {
  const words = ownWordsFor(page.listener)
  const { cards } = ownTensionWordsFor(page.listener)
  const { mayWrite } = register
  const form = mayWrite && draft !== null ? tensionForm(page, draft) : null
  const ways = mayWrite && draft === null ? pairChoice(page) : null
  const none = register.tensions.length === 0 && form === null ? html`<p>${words.noTensions}</p>` : null
  return circleDocument(frameOf(page), {
    title: words.tensions,
    below: '/spanningen',
    main: html`<h1>${words.tensions}</h1><p>${words.tensionsWhy}</p>${toldBox(told)}${form}${none}
      ${register.tensions.map((one) => oneTension(page, one, mayWrite))}
      ${ways}<p><a href="${to(page, '/hindernissen')}">${cards}</a></p>`,
  })
}

function oneTension(page: OwnCircle, one: Tension, mayWrite: boolean): Html {
  const words = ownWordsFor(page.listener)
  const on = (text: string, day: string) =>
    fill(text, { day: dayMonth(`${day}T12:00:00Z`, page.listener.language, 'UTC') })
  const line = (label: string, text: string) => (text === '' ? null : html`<p><b>${label}:</b> ${text}</p>`)
  const when =
    one.restingSince !== null
      ? on(words.resting, one.restingSince)
      : one.lookOn === null
        ? null
        : on(words.again, one.lookOn)
  return html`<section><h2>${one.left} ↔ ${one.right}</h2>
    <dl><dt>${one.left}</dt><dd><i>${words.good}:</i> ${one.leftGood}</dd><dt>${one.right}</dt><dd><i>${words.good}:</i> ${one.rightGood}</dd></dl>
    ${line(words.situation, one.situation)}${line(words.asks, one.asks)}${when === null ? null : html`<p><i>${when}</i></p>`}
    ${seen(words, one)}${mayWrite && one.restingSince === null ? lookForm(page, one) : null}${takeBack(page, one)}</section>`
}

function leanWords(words: OwnWordsWords, { left, right }: Tension): string[] {
  const [mostly, little] = [words.mostly, words.little]
  return [
    ...[fill(mostly, { pole: left }), fill(little, { pole: left }), words.middle],
    ...[fill(little, { pole: right }), fill(mostly, { pole: right })],
  ]
}

function seen(words: OwnWordsWords, one: Tension): Html | null {
  if (one.now.seen === 0) return null
  const said = one.now.words === null ? '' : one.now.words === 'alike' ? words.alike : words.apart
  const labels = leanWords(words, one)
  const table =
    one.now.counts === null
      ? null
      : plainTable(words.tensions, [
          ['', words.people],
          ...one.now.counts.map((count, at) => [labels[at] ?? '', String(count)]),
        ])
  const when = one.now.words === null ? words.toldLater : words.toldInSteps
  return html`<p>${fill(words.seen, { count: String(one.now.seen) })} <b>${said}</b></p>${table ?? html`<p><i>${when}</i></p>`}`
}

function lookForm(page: OwnCircle, one: Tension): Html {
  const words = ownWordsFor(page.listener)
  const labels = leanWords(words, one)
  const choices = [
    ...leans.map((lean, at) => ({ value: String(lean), label: labels[at] ?? '' })),
    { value: 'see', label: words.onlySee },
  ]
  const value = one.mine === null ? '' : one.mine.lean === null ? 'see' : String(one.mine.lean)
  return html`<details><summary>${words.look}</summary><form method="post" action="${to(page, '/spanningen')}">
    <input type="hidden" name="tension" value="${one.id}">${radioField({ name: `lean-${one.id}`, label: words.look, hint: words.lookHint, value, choices })}
    <p><button>${words.lookNow}</button></p></form></details>`
}

function takeBack(page: OwnCircle, one: Tension): Html | null {
  if (one.mine === null) return null
  return html`<form method="post" action="${to(page, '/spanningen')}"><input type="hidden" name="tension" value="${one.id}">
    <input type="hidden" name="do" value="weg"><p><button>${ownWordsFor(page.listener).takeBack}</button></p></form>`
}
