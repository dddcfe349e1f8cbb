import { meetings, parentContacts, stages } from '@weerklank/core/learning/feasibility'
import type { NudgeContent, PackSheet } from '@weerklank/core/learning/nudge.content'
import { dayMonth, type Instant } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { WorkFactRow } from '../feasibility.repository.ts'
import { betweenBelow, stopBelow } from '../nudge.mail.ts'
import type { NudgeRow } from '../nudge.repository.ts'
import { cardWords, type NudgeWords, nudgeWordsFor } from '../nudge.words.ts'
import { type LearnerFrame, learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

/** A card that went to her. */
export type OwnCard = { row: NudgeRow; at: Instant }

/** Everything between two meetings for one learner. */
export type BetweenPage = {
  page: OwnLearner
  cards: readonly OwnCard[]
  content: NudgeContent
  isOff: boolean
  canSendMail: boolean
  /** What she said of her work, where it is asked now; undefined: it is not asked. */
  work: { fact: WorkFactRow | undefined; typed?: ReadonlyMap<string, string> } | undefined
  told: 'kept' | 'missing' | null
}

/** The addresses below the root of her pages, beside those that stand in mails. */
export const packBelow = `${betweenBelow}/pakket`
export const packPdfBelow = `${betweenBelow}/pakket.pdf`
export const onBelow = `${betweenBelow}/aan`
export const workBelow = `${betweenBelow}/werk`

/** As the frame of her pages asks for it. */
export function frameOf(page: OwnLearner): LearnerFrame {
  return { listener: page.listener, workspace: page.workspace.name, root: page.root }
}

/** All her cards, newest first, and whether she wants more of them. */
export function betweenPage(of: BetweenPage): string {
  const { page, told } = of
  const words = nudgeWordsFor(page.listener)
  const cards = of.cards.map((card) => cardOf(card, { of, words, level: 2 }))
  const status = told === 'kept' ? html`<p class="box" role="status">${words.kept}</p>` : null
  return learnerDocument(frameOf(page), {
    title: words.title,
    below: betweenBelow,
    main: html`<h1>${words.title}</h1>${status}<p>${words.intro}</p>
      ${cards.length === 0 ? html`<p class="box">${words.none}</p>` : cards}${work(of, words)}${choice(of, words)}`,
  })
}

type Piece = { of: Pick<BetweenPage, 'page' | 'content'>; words: NudgeWords; level: 2 | 3 }

function cardOf({ row, at }: OwnCard, { of, words, level }: Piece): Html {
  const { page } = of
  const said = cardWords(row, of.content, page.listener)
  const head = level === 2 ? html`<h2>${said.title}</h2>` : html`<h3>${said.title}</h3>`
  const day = dayMonth(at, page.listener.language, page.workspace.timeZone)
  return html`<article>${head}<p><i>${day}</i></p>${said.body.map((line) => html`<p>${line}</p>`)}${ways(row, page, words)}</article>`
}

/** Where a card leads, beside what it says. */
function ways(row: NudgeRow, page: OwnLearner, words: NudgeWords): Html | null {
  const film =
    row.url === '' ? null : html`<p><a href="${row.url}" rel="noreferrer noopener">${words.film}</a></p>`
  if (row.kind === 'pack') {
    return html`${film}<p><a href="${to(page, packBelow)}">${words.pack}</a></p><p><a href="${to(page, packPdfBelow)}">${words.packPdf}</a></p>`
  }
  return row.kind === 'moment' ? html`${film}<p><a href="${to(page, '')}">${words.moment}</a></p>` : film
}

function choice({ page, isOff, canSendMail }: BetweenPage, words: NudgeWords): Html {
  const now = isOff ? words.isOff : canSendMail && page.email !== '' ? words.isOn : words.pageOnly
  return html`<section><h2>${words.how}</h2><p>${now}</p><form class="plain" method="post" action="${to(page, isOff ? onBelow : stopBelow)}"><button>${isOff ? words.on : words.off}</button></form></section>`
}

/** Where the link at the end of a mail leads: one button, since looking at a link must never stop anything. */
export function stopPage(page: OwnLearner, isOff: boolean): string {
  const words = nudgeWordsFor(page.listener)
  return learnerDocument(frameOf(page), {
    title: words.title,
    below: stopBelow,
    main: isOff
      ? html`<h1>${words.title}</h1><p class="box" role="status">${words.isOff}</p><form class="plain" method="post" action="${to(page, onBelow)}"><button>${words.on}</button></form>`
      : html`<h1>${words.offAsk}</h1><p>${words.offWhy}</p><form method="post" action="${to(page, stopBelow)}"><button class="go">${words.off}</button></form>`,
  })
}

function work({ page, work: asked, told }: BetweenPage, words: NudgeWords): Html | null {
  if (asked === undefined) return null
  const { fact, typed } = asked
  const chosen = (name: 'meetings' | 'stage' | 'parents') => typed?.get(name) ?? fact?.[name] ?? ''
  const problem =
    told === 'missing' ? html`<p class="box e" id="fout" role="alert">${words.workMissing}</p>` : null
  return html`<section id="werk"><h2>${words.work}</h2><p>${words.workWhy}</p>${problem}<form method="post" action="${to(page, workBelow)}">
    ${radios('meetings', words.meetings, choicesOf(meetings, 'meetings', { words, chosen: chosen('meetings') }))}
    ${radios('stage', words.stage, choicesOf(stages, 'stage', { words, chosen: chosen('stage') }))}
    ${radios('parents', words.parents, choicesOf(parentContacts, 'parents', { words, chosen: chosen('parents') }))}
    <button class="go">${words.keep}</button></form></section>`
}

type Choice = readonly [value: string, text: string, isOn: boolean]

function choicesOf<Value extends string>(
  values: readonly Value[],
  name: string,
  { words, chosen }: { words: NudgeWords; chosen: string },
): Choice[] {
  return values.map((value) => [value, words[`${name}-${value}` as keyof NudgeWords], value === chosen])
}

function radios(name: string, legend: string, choices: readonly Choice[]): Html {
  return html`<fieldset><legend>${legend}</legend>${choices.map(
    ([value, text, isOn]) =>
      html`<label><input type="radio" name="${name}" value="${value}"${isOn ? html` checked` : null}> ${text}</label>`,
  )}</fieldset>`
}

/** The sheets for colleagues, one below the other, to read from a screen or to print. */
export function packPage(page: OwnLearner, sheets: readonly PackSheet[]): string {
  const words = nudgeWordsFor(page.listener)
  const { language } = page.listener
  const shown = sheets.map(
    ({ title, lines, points }) =>
      html`<section><h2>${title[language]}</h2>${lines.map((text) => html`<p>${text[language]}</p>`)}${
        points.length === 0 ? null : html`<ul>${points.map((text) => html`<li>${text[language]}</li>`)}</ul>`
      }</section>`,
  )
  return learnerDocument(frameOf(page), {
    title: words.packTitle,
    below: packBelow,
    main: html`<h1>${words.packTitle}</h1><p><a href="${to(page, packPdfBelow)}">${words.packPdf}</a></p>${shown}`,
  })
}

/** The newest card on her first page, with the way to all of them; null before the first one. */
export function newestCard(of: Pick<BetweenPage, 'page' | 'content' | 'cards'>): Html | null {
  const [newest] = of.cards
  if (newest === undefined) return null
  const words = nudgeWordsFor(of.page.listener)
  return html`<section><h2>${words.title}</h2>${cardOf(newest, { of, words, level: 3 })}<p><a href="${to(of.page, betweenBelow)}">${words.all}</a></p></section>`
}
