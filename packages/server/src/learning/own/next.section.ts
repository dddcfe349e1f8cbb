import { windowOf } from '@weerklank/core/learning/trajectory.plan'
import { fill } from '@weerklank/core/shared/spoken'
import { clock, type Day, dayMonth, localDay, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import { type MomentRow, momentsOf, type ReceiptRow, receiptsOf } from '../moment.repository.ts'
import { to } from './own.frame.ts'
import type { OwnLearner, OwnSection } from './own.section.ts'
import { ownLearningWordsFor } from './own.text.ts'

/** What is asked of a learner: all but the talk with who stopped, and of who stopped that talk alone. */
export function isAskedOf({ learner }: OwnLearner, { kind }: Pick<MomentRow, 'kind'>): boolean {
  return (kind === 'exit') === (learner.status === 'stopped')
}

/** What comes next: moments that are open, the next meeting, what opens later, and what came in. */
export const nextSection: OwnSection = {
  key: 'next',
  show: async (trx, page) => {
    const words = ownLearningWordsFor(page.listener)
    const lines = await linesOf(trx, page)
    const meeting = await nextMeeting(trx, page)
    const isOver = page.trajectory.status === 'ended' ? html`<p>${words.ended}</p>` : null
    const nothing = lines.open.length === 0 && isOver === null ? html`<p>${words.nothingNow}</p>` : null
    const rest = [...lines.rest, ...(meeting === null ? [] : [meeting])]
    return html`<section><h2>${words.next}</h2>${isOver}${lines.open}${nothing}${
      rest.length === 0 ? null : html`<ul>${rest.map((line) => html`<li>${line}</li>`)}</ul>`
    }</section>`
  },
}

async function linesOf(trx: Trx, page: OwnLearner): Promise<{ open: Html[]; rest: Html[] }> {
  const receipts = await receiptsOf(trx, page.learner.id)
  const today = localDay(page.now, page.workspace.timeZone)
  const lines: { open: Html[]; rest: Html[] } = { open: [], rest: [] }
  for (const moment of await momentsOf(trx, page.trajectory.id)) {
    const receipt = receipts.find((row) => row.moment_id === moment.id)
    if (receipt !== undefined) lines.rest.push(received(page, moment, receipt))
    else if (isAskedOf(page, moment) && page.trajectory.status === 'running') {
      const window = windowOf({ opensOn: moment.opens_on, closesOn: moment.closes_on }, today)
      if (window === 'before') lines.rest.push(later(page, moment))
      else lines.open.push(asked(page, moment, window === 'closed'))
    }
  }
  return lines
}

const pathOf = (moment: MomentRow) => `/moment/${moment.key}`
const dayOf = (page: OwnLearner, day: Day) => dayMonth(`${day}T12:00:00Z`, page.listener.language, 'UTC')

function asked(page: OwnLearner, moment: MomentRow, isLate: boolean): Html {
  const words = ownLearningWordsFor(page.listener)
  const until = isLate ? words.isLate : fill(words.untilDay, { day: dayOf(page, moment.closes_on) })
  return html`<p><a class="b" href="${to(page, pathOf(moment))}">${fill(words.fillIn, { title: moment.title })}</a></p><p><i>${until}</i></p>`
}

function later(page: OwnLearner, moment: MomentRow): Html {
  const words = ownLearningWordsFor(page.listener)
  return html`${fill(words.opensOn, { title: moment.title, day: dayOf(page, moment.opens_on) })}`
}

function received(page: OwnLearner, moment: MomentRow, receipt: ReceiptRow): Html {
  const words = ownLearningWordsFor(page.listener)
  const day = dayMonth(receipt.at, page.listener.language, page.workspace.timeZone)
  const text = fill(receipt.discarded ? words.isDiscarded : words.isIn, { title: moment.title, day })
  return html`${text} <a href="${to(page, pathOf(moment))}">${words.look}</a>`
}

async function nextMeeting(trx: Trx, page: OwnLearner): Promise<Html | null> {
  const event = await trx
    .selectFrom('trajectory_event')
    .select(['title', 'at', 'place'])
    .where('trajectory_id', '=', page.trajectory.id)
    .where('at', '>', page.now)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  if (event === undefined || page.learner.status === 'stopped') return null
  const { language } = page.listener
  const { timeZone } = page.workspace
  const day = weekdayDate(event.at, language, timeZone)
  const words = ownLearningWordsFor(page.listener)
  const what = fill(words.meeting, { title: event.title, day, time: clock(event.at, language, timeZone) })
  return html`${what}${event.place === '' ? null : html`, ${event.place}`}`
}
