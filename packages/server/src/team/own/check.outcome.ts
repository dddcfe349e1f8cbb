import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth, localDay } from '@weerklank/core/shared/time'
import type { CircleOutcome } from '@weerklank/core/team/circle-check.contract'
import { checkPicture } from '@weerklank/core/team/circle-check.picture'
import {
  agreementOverAll,
  changeBetween,
  isSamePeople,
  movedAndStill,
  spreadIn,
  talkPlan,
} from '@weerklank/core/team/circle-check.talk'
import { changeSentence, circleCheckWords, stillSentence } from '@weerklank/core/team/circle-check.words'
import { agreementCaveats, agreementOf, agreementWords, spreadCell } from '@weerklank/core/team/spread.words'
import { type Html, html, raw } from '../../http/html.ts'
import { plainTable } from '../../http/own-fields.ts'
import type { OwnCheck } from './check.shape.ts'
import { ownCheckWordsFor } from './check.text.ts'
import type { OwnCircle } from './own.section.ts'

type Of = { page: OwnCircle; check: OwnCheck; outcome: CircleOutcome }

/** What came out, in a table and sentences; what changed; what the talk is about. */
export function checkOutcome(of: Of): Html {
  const { page, check, outcome } = of
  const words = ownCheckWordsFor(page.listener)
  const { language } = page.listener
  const cards = talkPlan(check.definition, outcome).map(
    ({ item, reason }) =>
      html`<li><b>${item.label[language]}.</b> ${item.card[language]} <i>${circleCheckWords[language].reason[reason]}</i></li>`,
  )
  return html`<section><h2>${words.outcome}</h2>${numbers(of)}</section>${changes(of)}${reckoned(of)}
    <section><h2>${words.talkPlan}</h2><ul>${cards}</ul></section>`
}

function numbers({ page, check, outcome }: Of): Html {
  const words = ownCheckWordsFor(page.listener)
  const { language } = page.listener
  if (outcome.status === 'talk') return html`<p>${circleCheckWords[language].talk}</p>`
  const last = check.earlier.at(-1)?.outcome ?? null
  const { svg, rows } = checkPicture({
    ...{ id: check.id, instrument: check.definition, outcome, before: last, language },
  })
  const lines = rows.map(({ nr, item, spread }) => {
    const name = `${nr}. ${item.label[language]}`
    const agreement = spread === null ? null : agreementOf(spread)
    if (spread === null || agreement === null) return [name, '–', words.hidden]
    return [name, `${spread.lowest} – ${spread.highest}`, agreementWords(agreement, language)]
  })
  const note = last === null ? words.picture : `${words.picture} ${words.pictureBefore}`
  const count = { n: String(outcome.answered), of: String(check.asked) }
  const said =
    outcome.words.length === 0
      ? null
      : html`<h3>${words.words}</h3><ul>${outcome.words.map((text) => html`<li>${text}</li>`)}</ul>`
  return html`<p>${fill(words.answered, count)} ${words.recognise}</p>
    <figure>${raw(svg)}<figcaption><i>${note}</i></figcaption></figure>
    ${plainTable(words.table, [[words.question, words.range, words.together], ...lines])}${said}`
}

function changes({ page, check, outcome }: Of): Html | null {
  const last = check.earlier.at(-1)
  if (last === undefined) return null
  const words = ownCheckWordsFor(page.listener)
  const { language } = page.listener
  const { moved, still } = movedAndStill(
    changeBetween(check.definition, { before: last.outcome, now: outcome }),
  )
  const lines = moved.map(
    (change) => html`<li><b>${change.item.label[language]}.</b> ${changeSentence(change, language)}</li>`,
  )
  const unmoved = stillSentence(still, language)
  const { same, others } = circleCheckWords[language]
  const who = isSamePeople(last, { asked: check.asked, outcome }) ? same : others
  return html`<section><h2>${words.changed}</h2>${lines.length === 0 ? null : html`<ul>${lines}</ul>`}${unmoved === null ? null : html`<p>${unmoved}</p>`}<p><i>${who}</i></p></section>`
}

/** What a colleague reads too: all moments beside each other, and what to think of beside words such as "about the same". */
function reckoned({ page, check, outcome }: Of): Html | null {
  if (outcome.status === 'talk') return null
  const words = ownCheckWordsFor(page.listener)
  const { language } = page.listener
  const caveats = agreementCaveats(agreementOverAll(outcome, check.definition), language)
  const { earlier } = check
  return html`<details><summary>${earlier.length === 0 ? words.reckoned : words.moments}</summary>
    ${earlier.length === 0 ? null : moments({ page, check, outcome })}<ul>${caveats.map((line) => html`<li>${line}</li>`)}</ul></details>`
}

/** Per question and moment from where to where the answers went; no mean, no order of people. */
function moments({ page, check, outcome }: Of): Html {
  const words = ownCheckWordsFor(page.listener)
  const { definition, earlier } = check
  const { language } = page.listener
  const { timeZone } = page.workspace
  // With the year: a team looks again for years.
  const dayOf = (at: string) => `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}`
  const outcomes = [...earlier.map((one) => one.outcome), outcome]
  const head = [words.question, ...earlier.map(({ openedAt }) => dayOf(openedAt)), words.now]
  const lines = definition.items.map((item) => [
    item.label[language],
    ...outcomes.map((one) => spreadCell(spreadIn(one, { item: item.id, instrument: definition }), language)),
  ])
  return plainTable(words.trend, [head, ...lines])
}
