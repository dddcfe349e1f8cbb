import { fill } from '@weerklank/core/shared/spoken'
import { type Day, dayMonth, type Instant } from '@weerklank/core/shared/time'
import type { CircleCheckSummary } from '@weerklank/core/team/circle-check.contract'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import type { CircleItem } from '@weerklank/core/team/circle-instrument'
import { type Html, html } from '../../http/html.ts'
import { areaField, radioField, type Told, type Typed, toldBox } from '../../http/own-fields.ts'
import { checkOutcome } from './check.outcome.ts'
import type { OwnCheck } from './check.shape.ts'
import { ownCheckWordsFor } from './check.text.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

/** All checks of the circle: what asks her now, and what can be read. */
export function checksPage(page: OwnCircle, checks: readonly CircleCheckSummary[]): string {
  const words = ownCheckWordsFor(page.listener)
  const lines = checks.map((check) => html`<li>${checkLine(page, check)}</li>`)
  return circleDocument(frameOf(page), {
    title: words.checks,
    below: '/check',
    main: html`<h1>${words.checks}</h1><p>${words.intro}</p>
      ${lines.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${lines}</ul>`}`,
  })
}

function checkLine(page: OwnCircle, check: CircleCheckSummary): Html {
  const words = ownCheckWordsFor(page.listener)
  const { mine, phase } = check
  const name = check.name[page.listener.language]
  const said = phase === 'open' ? words.read : mine.answered ? words.isIn : words.answerNow
  const link = html`<a href="${to(page, `/check/${check.id}`)}">${name}</a>`
  if (phase === 'planned')
    return html`<b>${name}</b>. ${fill(words.later, { day: momentDay(page, check.asksFrom) })}`
  return html`<b>${link}</b>. ${phase === 'open' || mine.isAsked ? said : null} ${talkLine(page, check.talkOn)}`
}

const momentDay = (page: OwnCircle, at: Instant) =>
  dayMonth(at, page.listener.language, page.workspace.timeZone)

function talkLine(page: OwnCircle, day: Day): string {
  const words = ownCheckWordsFor(page.listener)
  return fill(words.talk, { day: dayMonth(`${day}T12:00:00Z`, page.listener.language, 'UTC') })
}

export type CheckPage = { page: OwnCircle; check: OwnCheck; typed: Typed | null; told: Told }

/** One check: her own answer while it is shut, what came out once it is open. */
export function checkPage(of: CheckPage): string {
  const { page, check, told } = of
  const words = ownCheckWordsFor(page.listener)
  const name = check.name[page.listener.language]
  const made = check.agreements.map(({ text }) => html`<li>${text}</li>`)
  return circleDocument(frameOf(page), {
    title: name,
    below: `/check/${check.id}`,
    main: html`<h1>${name}</h1><p>${check.definition.aim[page.listener.language]}</p>${toldBox(told)}
      <p>${talkLine(page, check.talkOn)}</p>
      ${made.length === 0 ? null : html`<section><h2>${words.agreements}</h2><ul>${made}</ul></section>`}
      ${check.outcome === null ? shut(of) : checkOutcome({ page, check, outcome: check.outcome })}
      ${check.own === null ? null : takeBack(page, check)}
      <p><a href="${to(page, '/check')}">${words.back}</a></p>`,
  })
}

function shut(of: CheckPage): Html {
  const { page, check } = of
  const words = ownCheckWordsFor(page.listener)
  const { language } = page.listener
  const last = momentDay(page, new Date(Date.parse(check.closesAt) - 1).toISOString())
  const waiting = html`<p>${circleCheckWords[language].notYet}</p><p><i>${fill(words.until, { day: last })}</i></p>`
  if (!check.mine.mayAnswer) return waiting
  return html`${waiting}${check.own === null ? null : html`<p>${words.isIn} ${words.change}</p>`}${form(of)}`
}

function form({ page, check, typed, told }: CheckPage): Html {
  const words = ownCheckWordsFor(page.listener)
  const { definition, own } = check
  const { language, address } = page.listener
  const caution = language === 'nl' ? definition.caution.nl[address] : definition.caution.en
  const value = (name: string, kept: string) => typed?.get(name) ?? kept
  const question = language === 'nl' ? definition.open.question.nl[address] : definition.open.question.en
  const sides = check.ownSides.map(({ id, name }) => ({ value: id as string, label: name }))
  const side =
    sides.length > 1
      ? radioField({
          ...{ name: 'side', label: words.side, hint: words.sideHint, choices: sides, told },
          value: value('side', own?.side ?? ''),
        })
      : html`<input type="hidden" name="side" value="${sides[0]?.value ?? ''}">`
  return html`<p>${words.confidential}</p><p><i>${words.recognise} ${caution}</i></p>
    <form method="post" action="${to(page, `/check/${check.id}`)}">${side}
    ${definition.items.map((item) => itemField({ page, check, item, told, value: value(item.id, String(own?.marks[item.id] ?? '')) }))}
    ${areaField({ name: 'words', label: question, value: value('words', own?.words ?? '') })}
    ${radioField({
      ...{ name: 'share', label: words.share, value: value('share', own?.words ? 'yes' : 'no') },
      choices: [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ],
    })}
    <p><button class="go">${words.send}</button></p></form>`
}

function itemField(of: {
  page: OwnCircle
  check: OwnCheck
  item: CircleItem
  told: Told
  value: string
}): Html {
  const { page, check, item, told, value } = of
  const words = ownCheckWordsFor(page.listener)
  const { language, address } = page.listener
  const says = (text: CircleItem['low']) => (language === 'nl' ? text.nl[address] : text.en)
  const { max } = check.definition.scale
  const marks = Array.from({ length: max + 1 }, (_, mark) => ({ value: String(mark), label: String(mark) }))
  return radioField({
    ...{ name: item.id, label: says(item.question), value, told },
    hint: fill(words.ends, { low: says(item.low), high: says(item.high), most: String(max) }),
    choices: [...marks, { value: 'unknown', label: words.unknown }],
  })
}

function takeBack(page: OwnCircle, check: OwnCheck): Html {
  const words = ownCheckWordsFor(page.listener)
  const why = check.outcome === null ? null : html`<p>${words.takeBackOpen}</p>`
  return html`<details><summary>${words.takeBack}</summary>${why}<form class="plain" method="post" action="${to(page, `/check/${check.id}/terug`)}"><button>${words.takeBack}</button></form></details>`
}
