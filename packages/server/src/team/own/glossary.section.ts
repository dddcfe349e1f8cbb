import { fill } from '@weerklank/core/shared/spoken'
import { html } from '../../http/html.ts'
import { agreedOf, wordsOf } from '../glossary.repository.ts'
import { to } from './own.frame.ts'
import type { OwnCircleSection } from './own.section.ts'
import { ownWordsFor } from './words.text.ts'

/** How many words there are, and the way to them. */
export const glossarySection: OwnCircleSection = {
  key: 'words',
  show: async (trx, page) => {
    const words = ownWordsFor(page.listener)
    const rows = await wordsOf(trx, page.circle.row.id)
    const agreed = new Set((await agreedOf(trx, page.circle.row.id)).map(({ word_id }) => word_id))
    const count = { count: String(rows.length), agreed: String(agreed.size) }
    const text = rows.length === 0 ? words.noWords : fill(words.wordsCount, count)
    return html`<section><h2>${words.words}</h2><p>${text}</p><p><a class="b" href="${to(page, '/woorden')}">${words.toWords}</a></p></section>`
  },
}
