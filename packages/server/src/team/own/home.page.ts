import { fill } from '@weerklank/core/shared/spoken'
import { type Day, dayMonth } from '@weerklank/core/shared/time'
import { isMidcourse } from '@weerklank/core/team/circle'
import { type Html, html } from '../../http/html.ts'
import { circleDocument, frameOf } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { ownCircleWordsFor } from './own.text.ts'

export type HomePage = {
  page: OwnCircle
  sections: readonly Html[]
  /** She made herself a new link just now. */
  isRenewed: boolean
}

/** Somebody's first page of a circle: what they want to find out together, how long it goes on, and its parts. */
export function homePage({ page, sections, isRenewed }: HomePage): string {
  const words = ownCircleWordsFor(page.listener)
  const { row } = page.circle
  const title = fill(words.hello, { name: page.self.name })
  const intro = fill(row.kind === 'team' ? words.introTeam : words.introNetwork, { title: page.title })
  const question = row.question === '' ? null : html`<p><b>${words.question}:</b> ${row.question}</p>`
  return circleDocument(frameOf(page), {
    title,
    main: html`<h1>${title}</h1><p>${intro}</p>
      ${isRenewed ? html`<p class="box" role="status">${words.renewed}</p>` : null}${question}${standing(page)}${sections}`,
  })
}

/** How it stands: until when it goes on, that it is over, that the family left, that they are half-way. */
function standing(page: OwnCircle): Html | null {
  const words = ownCircleWordsFor(page.listener)
  const { row, state } = page.circle
  const on = (text: string, day: Day) =>
    fill(text, { day: dayMonth(`${day}T12:00:00Z`, page.listener.language, 'UTC') })
  if (state.status === 'ended')
    return html`<p class="box">${on(state.reason === 'done' ? words.over : words.overSelf, state.on)}</p>`
  if (state.status === 'rounding-off')
    return html`<p class="box">${on(words.familyAway, state.until)} ${words.familyAwayDo}</p>`
  const until = row.ends_on === null ? null : html`<p><i>${on(words.until, row.ends_on)}</i></p>`
  const moment = { now: page.now, timeZone: page.workspace.timeZone }
  if (!isMidcourse(row.midcourse_on, moment)) return until
  return html`<div class="box"><h2>${words.midcourse}</h2><p>${words.midcourseWhy}</p></div>${until}`
}
