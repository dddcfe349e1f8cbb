import type { Card } from '@weerklank/core/library/card'
import { type Html, html } from '../http/html.ts'
import { collectionText } from './collection.text.ts'

/** A card as HTML: the same on the page behind a link and in the file that works offline. */
export function cardHtml(card: Card): Html {
  const words = collectionText[card.language]
  return html`<article lang="${card.language}"><h2>${card.title}</h2>
    <p class="n">${[card.kind, ...card.needs].join(' · ')}</p>
    ${card.isFromChatbot ? html`<p class="box"><b>${card.provenance}</b></p>` : null}
    ${card.summary === '' ? null : html`<p><b>${card.summary}</b></p>`}
    ${card.paragraphs.map((one) => html`<p>${one}</p>`)}
    ${card.sentences.length === 0 ? null : html`<h3>${card.sentencesHead}</h3><ul>${card.sentences.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${card.steps.length === 0 ? null : html`<h3>${card.stepsHead}</h3><ol>${card.steps.map((one) => html`<li>${one}</li>`)}</ol>`}
    <p class="n">${card.grade}. ${words.source}: ${card.url === null ? card.source : html`<a href="${card.url}" rel="noreferrer">${card.source}</a>`}. ${card.isFromChatbot ? '' : `${card.provenance}. `}${card.licence}.</p></article>`
}
