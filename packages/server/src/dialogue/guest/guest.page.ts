import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { consentStateWord, purposeWord } from '@weerklank/core/consent/purpose.words'
import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import { endsAt } from '@weerklank/core/dialogue/meeting'
import type { UseVerdict } from '@weerklank/core/dialogue/meeting.people'
import { fill } from '@weerklank/core/shared/spoken'
import { clock, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { Opening } from '../after.opening.ts'
import type { MeetingRow, PlaceRow, TextRow } from '../meeting.repository.ts'
import { type Guest, momentOf } from './guest.door.ts'
import { type GuestFrame, guestDocument, to } from './guest.frame.ts'
import { type GuestWords, guestWordsFor } from './guest.text.ts'
import { openingPart } from './opening.part.ts'

/** Choices that she has a say in: her own first, then those of a child of hers at the table. */
export type GuestChoices = {
  name: string
  below: string
  isChild: boolean
  choices: readonly ConsentChoice[]
}

export type GuestPage = {
  guest: Guest
  places: readonly PlaceRow[]
  choices: readonly GuestChoices[]
  filming: UseVerdict
  /** What earlier meetings of the same people left open. */
  opening: Opening
  /** Hers. */
  texts: readonly TextRow[]
  /** What was just done, or is the matter. */
  told: { kind: 'kept' } | { kind: 'wrong'; text: string } | null
  /** As it was typed, where it could not be kept. */
  typed?: ReadonlyMap<string, string>
}

export const frameOf = ({ listener, workspace, root }: Guest): GuestFrame => ({
  ...{ listener, root, workspace: workspace.name },
})

/** Everything about one's place at a table, in the order in which one needs it: what it is, whether one comes, the rest. */
export function guestPage(page: GuestPage): string {
  const { guest } = page
  const words = guestWordsFor(guest.listener)
  const moment = momentOf(guest)
  return guestDocument(frameOf(guest), {
    title: guest.meeting.title,
    main: html`<h1>${guest.meeting.title}</h1><p>${fill(words.hello, { name: guest.place.name })}. ${words.invited}</p>
      ${told(page, words)}
      ${moment === 'before' ? null : now(page, words)}
      ${about(guest, words)}
      ${moment === 'before' || moment === 'during' ? openingPart(page.opening, guest.listener) : null}
      ${moment === 'cancelled' ? null : rest(page, words)}`,
  })
}

function told({ told: what }: GuestPage, words: GuestWords): Html | null {
  if (what === null) return null
  if (what.kind === 'wrong') return html`<p class="box e" id="fout" role="alert">${what.text}</p>`
  return html`<p class="box" role="status">${words.kept}</p>`
}

/** What there is to do at this moment. */
function now({ guest }: GuestPage, words: GuestWords): Html {
  const frame = frameOf(guest)
  const moment = momentOf(guest)
  if (moment === 'cancelled')
    return html`<div class="box warm"><h2>${words.isOff}</h2><p>${words.offWhy}</p></div>`
  if (moment === 'during')
    return html`<div class="box"><h2>${words.goesOn}</h2><a class="b" href="${to(frame, '/live')}">${words.goIn}</a></div>`
  return html`<div class="box"><h2>${words.isOver}</h2><p>${words.thanks}</p><a class="b" href="${to(frame, '/na')}">${words.after}</a></div>`
}

function about(guest: Guest, words: GuestWords): Html {
  const { meeting, place, listener, workspace } = guest
  const { timeZone } = workspace
  const at = (instant: string) => clock(instant, listener.language, timeZone)
  const end = endsAt({ plannedAt: meeting.planned_at, minutes: meeting.minutes })
  const when = html`<b>${weekdayDate(meeting.planned_at, listener.language, timeZone)}</b><br>${fill(words.lasts, { from: at(meeting.planned_at), to: at(end) })}`
  const line = (name: string, value: Html | string | null) =>
    value === null || value === '' ? null : html`<dt>${name}</dt><dd>${value}</dd>`
  const video =
    meeting.video_url === '' ? null : html`<a href="${meeting.video_url}" rel="noreferrer">${words.video}</a>`
  const themes =
    meeting.themes.length === 0
      ? null
      : html`<ul>${meeting.themes.map((theme) => html`<li>${theme}</li>`)}</ul>`
  const role = meetingRoleWords[place.role][listener.language]
  const isOn = momentOf(guest) === 'before'
  return html`<dl>${line(words.when, when)}${line(words.where, meeting.place)}${line(words.whatFor, meeting.purpose)}${line(words.themes, themes)}</dl>
    ${video}<p>${fill(words.yourPart, { role })}</p>
    ${isOn ? html`<a class="b" href="${to(frameOf(guest), '/agenda.ics')}">${words.calendar}</a>` : null}`
}

function rest(page: GuestPage, words: GuestWords): Html {
  const { guest } = page
  const isBefore = momentOf(guest) === 'before'
  return html`${isBefore ? coming(page, words) : null}${beforehand(page, words)}${choices(page, words)}${warmUp(guest.meeting, words)}${whoIsThere(page, words)}`
}

function coming({ guest, told: what }: GuestPage, words: GuestWords): Html {
  const { attends } = guest.place
  const radio = (value: 'yes' | 'no', text: string) =>
    html`<label><input type="radio" name="kom" value="${value}" required${attends === value ? html` checked` : null}> ${text}</label>`
  const describes = what?.kind === 'wrong' ? html` aria-describedby="fout"` : null
  return html`<section><form method="post" action="${to(frameOf(guest), '/kom')}">
    <fieldset${describes}><legend>${words.comeQuestion}</legend>${radio('yes', words.comeYes)}${radio('no', words.comeNo)}</fieldset>
    <p><i>${words.comeWhy}</i></p><button class="go">${words.keep}</button></form></section>`
}

/** The questions that are asked beforehand, and what one expects; what was opened stays as the others read it. */
function beforehand(page: GuestPage, words: GuestWords): Html {
  const { guest, texts, typed } = page
  const { meeting } = guest
  const field = (name: string, label: string, row: TextRow | undefined) => {
    if (row !== undefined && row.revealed_at !== null) {
      return html`<p class="q"><b>${label}</b></p><p>${row.body}</p><p><i>${words.opened}</i></p>`
    }
    const value = typed?.get(name) ?? row?.body ?? ''
    // The line break after the tag is not part of the text; without it the first one of the text would be lost.
    return html`<label class="q" for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="3">${'\n'}${value}</textarea>`
  }
  const rowOf = (kind: TextRow['kind'], key: string) =>
    texts.find((row) => row.kind === kind && row.step_key === key)
  const questions = meeting.questions.map((question) =>
    field(`v-${question.key}`, question.text, rowOf('preparation', question.key)),
  )
  const expected = texts.find((row) => row.kind === 'expectation')
  // Afterwards one does not say any more what one expected.
  const expectation =
    meeting.status === 'ended' && expected === undefined ? null : field('verwacht', words.expected, expected)
  if (questions.length === 0 && expectation === null) return html``
  return html`<section><h2>${words.before}</h2><p>${words.beforeWhy}</p>
    <form method="post" action="${to(frameOf(guest), '/vooraf')}">${questions}${expectation}
    <p><i>${words.seesBefore} ${words.seesExpected}</i></p><button class="go">${words.sendBefore}</button></form></section>`
}

function choices({ guest, choices: all }: GuestPage, words: GuestWords): Html {
  const frame = frameOf(guest)
  const { language } = guest.listener
  const lines = (one: GuestChoices) =>
    one.choices
      .filter(({ status }) => status.state !== 'not-offered')
      .map(
        ({ purpose, status }) =>
          html`<li><a href="${to(frame, `${one.below}/keuze/${purpose}`)}">${purposeWord(purpose, language)}</a><p><i>${status.state === 'not-asked' ? words.notChosen : consentStateWord(status.state, language)}</i></p></li>`,
      )
  const groups = all.map(
    (one) =>
      html`${one.isChild ? html`<p><b>${fill(words.usesFor, { name: one.name })}</b></p>` : null}<ul>${lines(one)}</ul>`,
  )
  return html`<section><h2>${words.uses}</h2><p>${words.usesWhy}</p>${groups}</section>`
}

/** Where a picture or film is to be found, and words; nothing is loaded into this page. */
function warmUp({ warm_up: warm }: MeetingRow, words: GuestWords): Html {
  if (warm === null || (warm.text === '' && warm.url === '')) return html``
  const link =
    warm.url === '' ? null : html`<p><a href="${warm.url}" rel="noreferrer">${words.openIt}</a></p>`
  return html`<section><h2>${words.warmUp}</h2>${warm.text === '' ? null : html`<p>${warm.text}</p>`}${link}</section>`
}

function whoIsThere({ guest, places, filming }: GuestPage, words: GuestWords): Html {
  const { language } = guest.listener
  const there = places.filter((place) => place.left_at === null)
  const lines = there.map(
    (place) =>
      html`<li>${place.name}, ${meetingRoleWords[place.role][language]}${place.id === guest.place.id ? html` (${words.you})` : null}</li>`,
  )
  const film = filming === 'no' ? words.filmNo : filming === 'yes' ? words.filmYes : null
  return html`<section><h2>${words.whoIsThere}</h2><ul>${lines}</ul><div class="box"><h2>${words.whoSees}</h2>
    <p>${words.seesNames}</p><p>${words.seesChoices}</p>${film === null ? null : html`<p><b>${film}</b></p>`}</div></section>`
}
