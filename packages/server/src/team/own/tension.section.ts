import { html } from '../../http/html.ts'
import { tensionsOf } from '../tension.repository.ts'
import { to } from './own.frame.ts'
import type { OwnCircleSection } from './own.section.ts'
import { ownWordsFor } from './words.text.ts'

/** The tensions, also while there are none: whoever came by a link may be the first to put one in. */
export const tensionSection: OwnCircleSection = {
  key: 'tensions',
  show: async (trx, page) => {
    const words = ownWordsFor(page.listener)
    const rows = await tensionsOf(trx, page.circle.row.id)
    const poles = rows
      .filter(({ resting_since }) => resting_since === null)
      .map((row) => html`<li>${row.left_pole} ↔ ${row.right_pole}</li>`)
    const list =
      rows.length === 0
        ? html`<p>${words.tensionsWhy}</p><p>${words.noTensions}</p>`
        : html`<ul>${poles}</ul>`
    return html`<section><h2>${words.tensions}</h2>${list}<p><a class="b" href="${to(page, '/spanningen')}">${words.toTensions}</a></p></section>`
  },
}
