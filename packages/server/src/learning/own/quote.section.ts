import { html } from '../../http/html.ts'
import { ownQuotes } from '../report.repository.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'
import { quotesBelow } from './quote.page.ts'
import { quoteWordsFor } from './quote.text.ts'

/** That quotes of hers were asked for, and the way to decide; nothing where none was. */
export const quoteSection: OwnSection = {
  key: 'seen',
  show: async (trx, page) => {
    if ((await ownQuotes(trx, page.learner.id)).length === 0) return null
    const words = quoteWordsFor(page.listener)
    return html`<section><h2>${words.title}</h2><p>${words.seen}</p>
      <p><a href="${to(page, quotesBelow)}">${words.open}</a></p></section>`
  },
}
