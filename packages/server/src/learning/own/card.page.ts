import type { Offer } from '@weerklank/core/library/fit.contract'
import type { Item } from '@weerklank/core/library/item.schema'
import { itemKindWords } from '@weerklank/core/library/item.words'
import { type Html, html } from '../../http/html.ts'
import { cardFor, cardHtml } from '../../library/library.ts'
import { cardWordsFor } from './card.text.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

/** What is offered, as plain links; nothing where nothing fits. */
export function offersHtml(
  page: OwnLearner,
  { offers, from }: { offers: readonly Offer[]; from: 'goal' | 'card' },
): Html | null {
  if (offers.length === 0) return null
  const words = cardWordsFor(page.listener)
  const { language } = page.listener
  const line = ({ key, kind, title, because }: Offer) =>
    html`<li><a href="${to(page, `/kaart/${key}`)}">${title[language] ?? title.nl ?? ''}</a> (${itemKindWords[kind][language]}): ${because[language]}</li>`
  return html`<section><h2>${from === 'goal' ? words.fits : words.on}</h2>${from === 'goal' ? html`<p>${words.fitsWhy}</p>` : null}<ul>${offers.map(line)}</ul></section>`
}

/** One card at her level, with the way back to her goal; an exercise leads on to her log. */
export function learnerCardPage(
  page: OwnLearner,
  { item, offers }: { item: Item; offers: readonly Offer[] },
): string {
  const words = cardWordsFor(page.listener)
  const { language } = page.listener
  const card = cardFor(item, { voice: page.learner.voice, language })
  const exercise = item.uses?.exercise
  const log =
    exercise === undefined
      ? null
      : html`<p><a href="${`${to(page, '/oefenen')}&oefening=${encodeURIComponent(exercise)}`}">${words.log}</a></p>`
  return learnerDocument(
    { ...page, workspace: page.workspace.name },
    {
      title: card?.title ?? '',
      below: `/kaart/${item.key}`,
      main: html`<h1>${card?.title ?? ''}</h1><p><a href="${to(page, '/doel')}">${words.back}</a></p>
        ${card === null ? null : cardHtml(card)}${log}${offersHtml(page, { offers, from: 'card' })}`,
    },
  )
}
