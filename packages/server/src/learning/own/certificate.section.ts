import { hoursWord, participationOf } from '@weerklank/core/learning/trajectory.hours'
import { fill } from '@weerklank/core/shared/spoken'
import { html } from '../../http/html.ts'
import { attendanceOf } from '../trajectory.learners.ts'
import { eventsOf } from '../trajectory.repository.ts'
import { certificateBelow } from './certificate.routes.ts'
import { certificateWordsFor } from './certificate.text.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'

/** The hours that count for her, and the way to her certificate; nothing as long as none are written down. */
export const certificateSection: OwnSection = {
  key: 'portfolio',
  show: async (trx, page) => {
    const { trajectory, learner, listener } = page
    const events = await eventsOf(trx, [trajectory.id])
    const own = (await attendanceOf(trx, trajectory.id)).filter(({ learner_id }) => learner_id === learner.id)
    const { hours, events: there } = participationOf(
      events,
      own.map(({ event_id: event, attended, hours: counted }) => ({ event, attended, hours: counted })),
    )
    if (there.length === 0) return null
    const words = certificateWordsFor(listener)
    const said = fill(words.was, { hours: hoursWord(hours, listener.language) })
    return html`<section><h2>${words.title}</h2><p>${said}</p>
      <p><a href="${to(page, certificateBelow)}">${words.get}</a></p></section>`
  },
}
