import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { mayAsk } from '@weerklank/core/team/circle'
import { type Html, html } from '../../http/html.ts'
import { type FamilyWordRow, familyWordsOf } from '../family.repository.ts'
import { familyWordsFor } from './family.text.ts'
import { to } from './own.frame.ts'
import type { OwnCircle, OwnCircleSection } from './own.section.ts'

/**
 * To the family: what it was asked and told, once that was said. To the others all of it, with the way to write and tick off.
 * What is in reach of each is decided by the database.
 */
export const familySection: OwnCircleSection = {
  key: 'family',
  show: async (trx, page) => {
    const hasFamily = page.circle.sides.some(({ is_family }) => is_family)
    const rows = await familyWordsOf(trx, page.circle.row.id)
    if (!hasFamily && rows.length === 0) return null
    const words = familyWordsFor(page.listener)
    if (page.isFamily && rows.length === 0) return null
    const lines =
      rows.length === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ul>${rows.map((row) => html`<li>${wordLine(page, row)}</li>`)}</ul>`
    if (page.isFamily) return html`<section><h2>${words.toFamily}</h2>${lines}</section>`
    const mayWrite = mayAsk(page.circle.span, { now: page.now, timeZone: page.workspace.timeZone }).allowed
    const way = mayWrite ? html`<p><a class="b" href="${to(page, '/gezin')}">${words.all}</a></p>` : null
    return html`<section><h2>${words.family}</h2><p><i>${words.onlySaid}</i></p>${lines}${way}</section>`
  },
}

/** One thing that is asked or told: who says it and when, and what the family answered. */
export function wordLine(page: OwnCircle, row: FamilyWordRow): Html {
  const words = familyWordsFor(page.listener)
  const { language } = page.listener
  const name = page.circle.people.find(({ participant_id: id }) => id === row.said_by)?.name ?? ''
  const planned =
    row.planned_on === null
      ? ''
      : ` ${fill(words.on, { day: dayMonth(`${row.planned_on}T12:00:00Z`, language, 'UTC') })}`
  const standing =
    row.said_at === null
      ? fill(words.says, { name }) + planned
      : fill(words.saidBy, { name, day: dayMonth(row.said_at, language, page.workspace.timeZone) })
  const answer = row.answer === '' ? null : html`<p>${fill(words.answer, { text: row.answer })}</p>`
  return html`<p><b>${row.kind === 'ask' ? words.ask : words.tell}:</b> ${row.text}</p><p><i>${standing}</i></p>${answer}`
}
