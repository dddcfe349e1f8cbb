import { witnessQuestions } from '@weerklank/core/dialogue/after'
import type { AfterContent } from '@weerklank/core/dialogue/after.content'
import type { MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import { quoteState, shownWords, worthAnswers } from '@weerklank/core/dialogue/after-words'
import { minutesState } from '@weerklank/core/dialogue/minutes'
import { fill, say } from '@weerklank/core/shared/spoken'
import { addMilliseconds, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { isChangeable, stateOf, windowOf } from '../after.read.ts'
import type { AgreementRow, MinutesRow, QuoteRow, ReflectionRow } from '../after.repository.ts'
import type { PlaceRow } from '../meeting.repository.ts'
import { type AfterWords, afterWordsFor } from './after.text.ts'
import type { Guest } from './guest.door.ts'
import { guestDocument, to } from './guest.frame.ts'
import { frameOf } from './guest.page.ts'
import { agreedLine } from './opening.part.ts'

/** Everything that comes after a meeting for one place. */
export type AfterPage = {
  guest: Guest
  content: AfterContent
  window: ReturnType<typeof windowOf>
  state: ReturnType<typeof stateOf>
  mayChange: ReturnType<typeof isChangeable>
  own: ReflectionRow | undefined
  expected: string
  quotes: readonly QuoteRow[]
  minutes: MinutesRow | undefined
  agreements: readonly AgreementRow[]
  places: readonly PlaceRow[]
  /** For a host, once it was sent. */
  letter: { opening: string; parts: MeetingAfter['letter']['parts'] } | null
  told: { kind: 'kept' } | { kind: 'wrong'; text: string } | null
  /** As it was typed, where it could not be kept. */
  typed?: ReadonlyMap<string, string>
}

type Piece = { page: AfterPage; words: AfterWords }

/** One page, in the order in which one needs it. */
export function afterPage(page: AfterPage): string {
  const words = afterWordsFor(page.guest.listener)
  const piece = { page, words }
  const isOver = page.state !== null
  return guestDocument(frameOf(page.guest), {
    title: words.title,
    below: '/na',
    main: html`<h1>${words.title}</h1><p>${page.guest.meeting.title}</p>
      ${told(piece)}
      ${isOver ? html`${letter(piece)}${asked(piece)}${quotes(piece)}${minutes(piece)}${agreements(piece)}` : before(piece)}`,
  })
}

function told({ page: { told: what, state }, words }: Piece): Html | null {
  if (what === null) return null
  if (what.kind === 'wrong') return html`<p class="box e" id="fout" role="alert">${what.text}</p>`
  return state === null
    ? html`<p class="box" role="status">${words.mailKept}</p>`
    : html`<p class="box" role="status">${words.thanks}</p>`
}

const action = (page: AfterPage, below: string) => to(frameOf(page.guest), `/na${below}`)

/** Before it is over: where one wants the questions. */
function before({ page, words }: Piece): Html {
  const { status } = page.guest.meeting
  const email = page.typed?.get('mail') ?? page.own?.email ?? ''
  return html`${status === 'live' ? html`<p class="box">${words.notYet}</p>` : null}
    <section><h2>${words.mail}</h2><p>${words.mailWhy}</p><form method="post" action="${action(page, '/mail')}">
    <label class="q" for="mail">${words.mailField}</label><p><input id="mail" name="mail" type="email" autocomplete="email" maxlength="254" value="${email}"></p>
    <button class="go">${words.keep}</button></form></section>`
}

/** The four questions, or what became of them. */
function asked({ page, words }: Piece): Html {
  const { state, window, guest } = page
  const { listener, workspace } = guest
  if (state === 'withdrawn') return html`<p class="box">${words.withdrawn}</p>`
  if (state === 'ended') return html`<p class="box">${words.ended}</p>`
  const isIn = state === 'answered'
  const last = window === null ? '' : addMilliseconds(window.closesAt, -1)
  const day = last === '' ? '' : weekdayDate(last, listener.language, workspace.timeZone)
  const until = state === 'open' ? html` ${fill(words.until, { day })}` : null
  const intro = isIn
    ? html`<p class="box">${words.thanks}${page.mayChange ? html` ${words.changeable}` : null}</p>`
    : html`<p>${state === 'late' ? html`${words.late} ` : null}${words.free}${until}</p>`
  if (isIn && !page.mayChange)
    return html`<section><h2>${words.four}</h2>${intro}</section>${takeBack({ page, words })}`
  return html`<section><h2>${words.four}</h2>${intro}<p><i>${words.reads}</i></p>${form({ page, words })}</section>
    ${isIn ? takeBack({ page, words }) : null}`
}

function form({ page, words }: Piece): Html {
  const { content, own, typed, guest } = page
  const questions = content.questions.map(({ key, ask, hint }) =>
    field(`a-${key}`, say(ask, guest.listener), {
      hint: say(hint, guest.listener),
      value: typed?.get(`a-${key}`) ?? own?.answers?.[key] ?? '',
    }),
  )
  return html`<form method="post" action="${action(page, '')}">${questions}${outcome(page, words)}${mayBeLetter({ page, words })}${worth({ page, words })}
    <button class="go">${page.state === 'answered' ? words.change : words.send}</button></form>`
}

function field(name: string, label: string, of: { hint: string; value: string }): Html {
  return html`<label class="q" for="${name}">${label}</label><p><i id="${`${name}-h`}">${of.hint}</i></p><textarea id="${name}" name="${name}" rows="3" aria-describedby="${`${name}-h`}">${'\n'}${of.value}</textarea>`
}

function outcome({ expected, content, guest, typed, own }: AfterPage, words: AfterWords): Html | null {
  if (expected === '') return null
  const value = typed?.get('uitkomst') ?? own?.outcome ?? ''
  return field('uitkomst', say(content.outcome, guest.listener), {
    hint: `${words.expected} ${expected}`,
    value,
  })
}

function radios(
  name: string,
  legend: string,
  choices: readonly (readonly [string, string, boolean])[],
): Html {
  return html`<fieldset><legend>${legend}</legend>${choices.map(
    ([value, text, isOn]) =>
      html`<label><input type="radio" name="${name}" value="${value}"${isOn ? html` checked` : null}> ${text}</label>`,
  )}</fieldset>`
}

function mayBeLetter({ page, words }: Piece): Html {
  const chosen = page.typed?.get('brief') ?? page.own?.letter ?? 'no'
  return radios('brief', words.letter, [
    ['no', words.letterNo, chosen === 'no'],
    ['unnamed', words.letterUnnamed, chosen === 'unnamed'],
    ['named', words.letterNamed, chosen === 'named'],
  ])
}

/** Asked once and in time: what comes later could be told apart. */
function worth({ page, words }: Piece): Html | null {
  const { content, own, state, guest, typed } = page
  if (own?.worth_given === true || state === 'late') return null
  const choices = worthAnswers.map(
    (answer) => [answer, say(content.worth[answer], guest.listener), typed?.get('waard') === answer] as const,
  )
  return html`${radios('waard', say(content.worth.ask, guest.listener), choices)}<p><i>${words.worthWhy}</i></p>`
}

function takeBack({ page, words }: Piece): Html {
  return html`<form method="post" action="${action(page, '/terug')}"><p>${words.takeBackWhy}</p><button>${words.takeBack}</button></form>`
}

function quotes({ page, words }: Piece): Html | null {
  if (page.quotes.length === 0) return null
  return html`<section><h2>${words.quotes}</h2><p>${words.quotesWhy}</p><ul>${page.quotes.map((row) => html`<li>${quote({ page, words }, row)}</li>`)}</ul></section>`
}

function quote({ page, words }: Piece, row: QuoteRow): Html {
  const facts = {
    ...{ askedWords: row.asked_words, ownWords: row.own_words, decision: row.decision },
    withdrawn: row.withdrawn_at !== null,
  }
  const state = quoteState(facts)
  if (state === 'refused') return html`<p>${words.quoteRefused}</p>`
  if (state === 'withdrawn') return html`<p>${words.quoteGone}</p>`
  const path = action(page, `/woorden/${row.id}`)
  const use = html`<p><i>${row.use === 'team' ? words.useTeam : words.usePublish}</i></p>`
  if (state === 'approved') {
    return html`<blockquote>${shownWords(facts) ?? ''}</blockquote>${use}<p>${words.quoteApproved}</p>
      <form method="post" action="${path}"><button name="kies" value="withdraw">${words.quoteBack}</button></form>`
  }
  const own = `o-${row.id}`
  return html`<blockquote>${row.asked_words ?? ''}</blockquote>${use}<form method="post" action="${path}">
    ${radios('kies', words.quoteChoice, [
      ['yes', words.quoteYes, false],
      ['changed', words.quoteChanged, false],
      ['no', words.quoteNo, false],
    ])}<label for="${own}">${words.quoteOwn}</label><textarea id="${own}" name="woorden" rows="2">${'\n'}${page.typed?.get('woorden') ?? row.asked_words ?? ''}</textarea>
    <button class="go">${words.keep}</button></form>`
}

function minutes({ page, words }: Piece): Html | null {
  const { minutes: row, places, guest } = page
  if (row === undefined) return null
  const ids = places.filter((place) => place.left_at === null).map((place) => place.id)
  const said = row.says[guest.place.id]
  const before =
    said === undefined
      ? null
      : said.says === 'yes'
        ? html`<p>${words.minutesSaidYes}</p>`
        : html`<p>${words.minutesSaidChange} ${said.words}</p>`
  const isApproved = minutesState(row, ids) === 'approved'
  return html`<section><h2>${words.minutes}</h2><div class="box"><p class="w">${row.body}</p></div>
    ${
      isApproved
        ? html`<p><b>${words.minutesApproved}</b></p>`
        : html`${before}<form method="post" action="${action(page, '/verslag')}">
    <input type="hidden" name="versie" value="${row.version}">
    ${radios('klopt', words.minutesAsk, [
      ['yes', words.minutesYes, said?.says === 'yes'],
      ['change', words.minutesChange, said?.says === 'change'],
    ])}<label for="anders">${words.minutesWhat}</label><textarea id="anders" name="anders" rows="2">${'\n'}${said?.words ?? ''}</textarea>
    <button class="go">${words.keep}</button></form>`
    }</section>`
}

function agreements({ page, words }: Piece): Html | null {
  const { agreements: rows, places, guest } = page
  if (rows.length === 0) return null
  const line = (row: AgreementRow) => {
    const ownerName = places.find((place) => place.id === row.owner_place_id)?.name ?? ''
    return agreedLine({ ifText: row.if_text, text: row.text, dueOn: row.due_on, ownerName }, guest.listener)
  }
  return html`<section><h2>${words.agreements}</h2><ul>${rows.map(line)}</ul></section>`
}

/** What comes back to a host: only words of whom said yes, as they are now. */
function letter({ page, words }: Piece): Html | null {
  if (page.letter === null) return null
  const { content, guest } = page
  const { opening, parts } = page.letter
  const groups = witnessQuestions.map((key) => {
    const own = parts.filter((part) => part.question === key)
    const ask = content.questions.find((question) => question.key === key)?.ask
    if (own.length === 0 || ask === undefined) return null
    return html`<h3 class="q">${say(ask, guest.listener)}</h3>${own.map(({ name, words: said }) => html`<blockquote>${said}</blockquote><p><i>${name ?? words.someone}</i></p>`)}`
  })
  return html`<section><h2>${words.letterBack}</h2><p>${words.letterFrom}</p>${opening === '' ? null : html`<p>${opening}</p>`}${groups}</section>`
}
