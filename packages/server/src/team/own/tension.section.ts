import { html } from '../../http/html.ts'
import { tensionsOf } from '../tension.repository.ts'
import { to } from './own.frame.ts'
import type { OwnCircleSection } from './own.section.ts'
import { ownWordsFor } from './words.text.ts'

/** The way to the tensions, once there are any. */
export const tensionSection: OwnCircleSection = {
  key: 'tensions',
  show: async (trx, page) => {
    const rows = await tensionsOf(trx, page.circle.row.id)
    if (rows.length === 0) return null
    const words = ownWordsFor(page.listener)
    const poles = rows
      .filter(({ resting_since }) => resting_since === null)
      .map((row) => html`<li>${row.left_pole} ↔ ${row.right_pole}</li>`)
    return html`<section><h2>${words.tensions}</h2><ul>${poles}</ul><p><a class="b" href="${to(page, '/spanningen')}">${words.toTensions}</a></p></section>`
  },
}
