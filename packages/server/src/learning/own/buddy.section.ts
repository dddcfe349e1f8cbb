import { fill } from '@weerklank/core/shared/spoken'
import { clock, weekdayDate } from '@weerklank/core/shared/time'
import { html } from '../../http/html.ts'
import { buddyBelow } from '../buddy.letter.ts'
import { namesOf } from './buddy.page.ts'
import { readOwnBuddies } from './buddy.read.ts'
import { buddyWordsFor } from './buddy.text.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'

/** My buddy, in one sentence, with the next talk and the way to the page. */
export const buddySection: OwnSection = {
  key: 'buddy',
  show: async (trx, page) => {
    if (page.learner.status === 'stopped' || page.trajectory.status === 'ended') return null
    const words = buddyWordsFor(page.listener)
    const own = await readOwnBuddies(trx, page)
    const there = own.pair?.buddies.filter((one) => one.takesPart) ?? []
    const next = own.pair?.row.talks.find((at) => at > page.now)
    const { language } = page.listener
    const { timeZone } = page.workspace
    const says =
      own.pair === null
        ? words.none
        : there.length === 0
          ? words.stopped
          : fill(there.length > 1 ? words.withMore : words.with, { names: namesOf(there, { words, page }) })
    const when =
      next === undefined || there.length === 0
        ? null
        : fill(words.when, {
            day: weekdayDate(next, language, timeZone),
            time: clock(next, language, timeZone),
          })
    return html`<section><h2>${words.section}</h2><p>${says}</p>${when === null ? null : html`<p>${when}</p>`}<p><a href="${to(page, buddyBelow)}">${words.open}</a></p></section>`
  },
}
