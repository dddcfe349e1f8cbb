import { countWord } from '@weerklank/core/shared/number-words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { fill, say } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { type Day, weekdayDate } from '@weerklank/core/shared/time'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import { questionsOf, type TicketProblem, ticketFields, wordsAtMost } from '@weerklank/core/team/ticket-form'
import { type Html, html, raw } from '../http/html.ts'
import { inAllLanguages, ticketWords } from './round.languages.ts'
import { type TicketFrame, ticketDocument } from './ticket.frame.ts'

/** What the pages of a round say: the same for everybody who holds a ticket of it, before and after she answered. */
export type RoundOnPage = TicketFrame & {
  title: string
  k: number
  takesWords: boolean
  instrument: TeamInstrument
  readers: readonly string[]
  /** The groups that are asked about, for the group of this ticket. */
  others: readonly { readonly id: string; readonly name: string }[]
  /** The day on which the outcome is talked about; null for rounds of before. */
  talkOn: Day | null
  closesAt: string
  timeZone: string
}

/** What was posted and could not be counted, shown again to who posted it; kept nowhere. */
export type TicketRefill = { values: ReadonlyMap<string, string>; problem: TicketProblem }

/** The questions. It does not tell whether the ticket was used: whoever kept the links cannot look up who answered. */
export function questionsPage(round: RoundOnPage, refill: TicketRefill | null): string {
  const { instrument, language } = round
  const words = ticketWords(language)
  const lines = linesOf(round)
  const count = lines.length + (round.takesWords ? 1 : 0)
  const stepOf = (at: number) => fill(words.step, { n: String(at + 1), count: String(count) })
  return ticketDocument(round, {
    title: round.title,
    main: html`${introduction(round, count)}
      ${refill && html`<p class="box e" id="problem" tabindex="-1" autofocus role="alert">${words[refill.problem]}</p>`}
      <form method="post" action="${round.path}?lang=${language}">
      ${lines.map((one, at) => line(round, one, { step: stepOf(at), refill }))}
      ${round.takesWords ? open(round, { step: stepOf(count - 1), refill }) : null}
      <button>${words.send}</button></form>
      <p>${said(instrument.caution, round, (one) => one.caution)}</p>`,
  })
}

function introduction(round: RoundOnPage, count: number): Html {
  const { language, readers } = round
  const words = ticketWords(language)
  const who = fill(readers.length === 1 ? words.readersOne : words.readersMany, {
    names: namesOf(round),
    day: dayOf(round),
  })
  return html`<h1>${round.title}</h1>
    <p>${fill(words.about, { Count: sentenceStart(countWord(count, language)) })}</p>
    <p class="box"><b>${words.promise}</b><br>${fill(words.counted, { k: String(round.k) })}<br>${words.notKept}<br>${who}${talkOf(round)}${round.takesWords ? html`<br>${words.ownWords}` : null}</p>
    <p>${words.again}</p>`
}

function talkOf({ talkOn, language, timeZone }: RoundOnPage): Html | null {
  if (talkOn === null) return null
  const day = weekdayDate(`${talkOn}T12:00:00.000Z`, language, timeZone)
  return html`<br>${fill(ticketWords(language).talk, { day })}`
}

type Line = { field: string; question: string; low: string; high: string }

/** Every question as this reader sees it: her own group first, then each group she is asked about. */
function linesOf(round: RoundOnPage): Line[] {
  const { instrument } = round
  const others = round.others.map(({ id }) => id)
  return questionsOf({ instrument, others }).flatMap(({ field, item: id, about }) => {
    const item = instrument.items.find((one) => one.id === id)
    if (item === undefined) return []
    const question = said(item.question, round, (one) => one.items[id]?.question)
    const group = round.others.find((one) => one.id === about)?.name
    return [
      {
        field,
        question: group === undefined ? question : aboutGroup(round, { group, question }),
        low: said(item.low, round, (one) => one.items[id]?.low),
        high: said(item.high, round, (one) => one.items[id]?.high),
      },
    ]
  })
}

/** A question about another group names it itself; any other is guessed as that group would answer it. */
function aboutGroup({ instrument, language }: RoundOnPage, of: { group: string; question: string }): string {
  const { group, question } = of
  return instrument.about === 'others'
    ? fill(question, { group })
    : fill(ticketWords(language).guess, { group, question })
}

type Wording = Parameters<typeof inAllLanguages>[2]

/** A text of the questions as this reader sees it; `of` finds it among the translations. */
function said(text: Spoken, { language, instrument }: RoundOnPage, of: Wording): string {
  const version = `${instrument.id}@${instrument.version}`
  return say(inAllLanguages(text, version, of), { language, address: 'u' })
}
const dayOf = (round: RoundOnPage) => weekdayDate(round.closesAt, round.language, round.timeZone)
const namesOf = ({ readers, language }: RoundOnPage) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(readers)

type Shown = { step: string; refill: TicketRefill | null }

function line(round: RoundOnPage, { field, question, low, high }: Line, { step, refill }: Shown): Html {
  const { min, max } = round.instrument.scale
  const given = refill?.values.get(field) ?? ''
  const numbers = Array.from({ length: max - min + 1 }, (_, at) => String(min + at))
  const radio = (value: string, label: string | number) =>
    html`<label><input type="radio" name="${field}" value="${value}"${value === given ? raw(' checked') : null}>${label}</label>`
  return html`<section><p class="n">${step}</p><fieldset><legend>${question}</legend>
    <p class="p"><span>${min} = ${low}</span><span>${max} = ${high}</span></p>
    <div class="m">${numbers.map((number) => radio(number, number))}</div>
    <div class="k">${radio('', ticketWords(round.language).noAnswer)}</div></fieldset></section>`
}

function open(round: RoundOnPage, { step, refill }: Shown): Html {
  const words = ticketWords(round.language)
  const { open: field, mayStand } = ticketFields
  const ticked = refill?.values.get(mayStand) === 'yes' ? raw(' checked') : null
  return html`<section><p class="n">${step} <i>${words.mayStayEmpty}</i></p>
    <label><b class="q">${said(round.instrument.open.question, round, (one) => one.open)}</b>
    <textarea name="${field}" rows="4" maxlength="${wordsAtMost}" autocomplete="off">${raw('\n')}${refill?.values.get(field) ?? ''}</textarea></label>
    <label class="k"><input type="checkbox" name="${mayStand}" value="yes"${ticked}>${words.mayStand}</label>
    <p class="n">${words.wordsHow}</p></section>`
}

/** After answering, for the first time or again: the same to the letter whatever was answered. */
export function thanksPage(round: RoundOnPage): string {
  const words = ticketWords(round.language)
  const next = fill(round.readers.length === 1 ? words.nextTextOne : words.nextText, {
    names: namesOf(round),
    day: dayOf(round),
  })
  return ticketDocument(round, {
    title: words.thanksTitle,
    main: html`<h1>${words.thanksTitle}</h1><p>${words.thanks} ${words.thanksNotKept}</p>
      <p class="box"><b>${words.next}</b><br>${next}${talkOf(round)}</p>
      <p>${words.thanksAgain} ${words.close}</p>`,
  })
}

/** One page for a link that is none and for a round that is over. */
export function noTicketPage(frame: TicketFrame): string {
  const words = ticketWords(frame.language)
  return ticketDocument(frame, {
    title: words.unknownTitle,
    main: html`<h1>${words.unknownTitle}</h1><p>${words.unknownText}</p><p>${words.unknownDo}</p>`,
  })
}

type Fields = readonly (readonly [name: string, value: string])[]

/** It did not work: what was filled in travels back in the page, so that it can be sent again. */
export function busyPage(frame: TicketFrame, posted: Fields | null): string {
  const words = ticketWords(frame.language)
  const again =
    posted === null
      ? html`<p><a href="${frame.path}">${words.tryAgain}</a></p>`
      : html`<form method="post" action="${frame.path}?lang=${frame.language}">
          ${posted.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
          <button>${words.tryAgain}</button></form>`
  return ticketDocument(frame, {
    title: words.busyTitle,
    main: html`<h1>${words.busyTitle}</h1><p>${words.busyText}</p>${again}`,
  })
}
