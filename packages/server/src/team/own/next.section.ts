import { fill } from '@weerklank/core/shared/spoken'
import { clock, weekdayDate } from '@weerklank/core/shared/time'
import { nextSeat } from '../../dialogue/dialogue.ts'
import { type Html, html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import { to } from './own.frame.ts'
import type { OwnCircle, OwnCircleSection } from './own.section.ts'
import { ownCircleWordsFor } from './own.text.ts'

/** The next meeting at which she has a place, and the way to it. */
export const nextSection: OwnCircleSection = {
  key: 'next',
  show: async (trx: Trx, page: OwnCircle): Promise<Html | null> => {
    const words = ownCircleWordsFor(page.listener)
    const { relation, context, now } = page
    const seat = await nextSeat(trx, context, { relation, person: page.self.person_id, now })
    if (seat === null) return html`<section><h2>${words.next}</h2><p>${words.nextNone}</p></section>`
    const { language } = page.listener
    const { timeZone } = page.workspace
    const day = weekdayDate(seat.at, language, timeZone)
    const said = fill(words.nextAt, { title: seat.title, day, time: clock(seat.at, language, timeZone) })
    return html`<section><h2>${words.next}</h2><p>${said}${seat.place === '' ? null : html`, ${seat.place}`}</p>
      <form method="post" action="${to(page, '/gesprek')}"><button class="b">${words.toTable}</button></form></section>`
  },
}
