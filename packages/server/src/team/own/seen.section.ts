import { html } from '../../http/html.ts'
import { to } from './own.frame.ts'
import type { OwnCircleSection } from './own.section.ts'
import { ownCircleWordsFor } from './own.text.ts'

/** Who belongs to it and from which side, what they see of her, and the way out. */
export const seenSection: OwnCircleSection = {
  key: 'seen',
  show: async (_trx, page) => {
    const words = ownCircleWordsFor(page.listener)
    const names = new Map(page.circle.sides.map(({ id, name }) => [id, name]))
    const lines = page.circle.people
      .filter(({ left_at }) => left_at === null)
      .map(({ name, side_ids }) => {
        const sides = side_ids.flatMap((id) => names.get(id) ?? [])
        return html`<li>${name} <i>${sides.join(', ')}</i></li>`
      })
    return html`<section><h2>${words.seen}</h2><ul>${lines}</ul><p>${words.seenWhy}</p>
      <p><a href="${to(page, '/weg')}">${words.leave}</a></p></section>`
  },
}
