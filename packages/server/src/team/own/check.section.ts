import { phaseOf } from '@weerklank/core/team/circle-check'
import { html } from '../../http/html.ts'
import { factsOf, isAskedIn } from '../circle-check.load.ts'
import { answersOf, checksIn } from '../circle-check.repository.ts'
import { ownCheckWordsFor } from './check.text.ts'
import { to } from './own.frame.ts'
import type { OwnCircleSection } from './own.section.ts'

/** That there are questions for her, or an outcome to read; nothing of what others answered. */
export const checkSection: OwnCircleSection = {
  key: 'check',
  show: async (trx, page) => {
    const rows = await checksIn(trx, page.circle.row.id)
    if (rows.length === 0) return null
    const words = ownCheckWordsFor(page.listener)
    const me = page.self.participant_id
    const own = new Set(
      (
        await answersOf(
          trx,
          me,
          rows.map(({ id }) => id),
        )
      ).map((one) => one.check_id),
    )
    const isWaited = rows.some(
      (row) =>
        phaseOf(factsOf(row), page.now) === 'asking' &&
        row.closes_at > page.now &&
        !own.has(row.id) &&
        isAskedIn(row, { circle: page.circle, me }),
    )
    const text = isWaited ? html`<p><b>${words.forYou}</b></p>` : null
    return html`<section><h2>${words.checks}</h2>${text}<p><a class="b" href="${to(page, '/check')}">${words.toChecks}</a></p></section>`
  },
}
