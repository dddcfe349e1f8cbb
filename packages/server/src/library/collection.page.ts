import type { Card } from '@weerklank/core/library/card'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../http/html.ts'
import { directions, productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'
import { cardHtml } from './card.html.ts'
import { collectionText } from './collection.text.ts'

export const cardStyle = `
article { padding: 20px 0 4px; border-top: 1px solid var(--line); break-inside: avoid }
h3 { font-weight: 700; margin-bottom: 4px }
article ul, article ol { padding: 0 24px; margin-bottom: 16px }
.n { color: var(--soft) }
`
const style = compactStyle(`${pageStyle}${cardStyle}`)

/** Our own style, no script, nothing is loaded. */
export const collectionPolicy = writtenPagePolicy({ style })

export type CollectionPage = {
  language: Language
  workspace: string
  title: string
  note: string
  cards: readonly Card[]
  /** The last day on which it works, in words. */
  until: string
}

/** The items of a collection for whoever holds the link: no account, no script, nothing that says who looks. */
export function collectionPage(page: CollectionPage): string {
  const words = collectionText[page.language]
  return document(page.language, {
    ...{ title: page.title, workspace: page.workspace },
    main: html`<h1>${page.title}</h1>${page.note === '' ? null : html`<p>${page.note}</p>`}
      ${page.cards.length === 0 ? html`<p>${words.empty}</p>` : page.cards.map(cardHtml)}
      <p class="n">${fill(words.until, { day: page.until })}</p>`,
  })
}

/** One page for a link that is none, and for one that ended or was withdrawn. */
export function noCollection(language: Language): string {
  const words = collectionText[language]
  return document(language, {
    ...{ title: words.unknownTitle, workspace: null },
    main: html`<h1>${words.unknownTitle}</h1><p>${words.unknownText}</p>`,
  })
}

export function collectionBusy(language: Language): string {
  const words = collectionText[language]
  return document(language, {
    ...{ title: words.busyTitle, workspace: null },
    main: html`<h1>${words.busyTitle}</h1><p>${words.busyText}</p><p><a href="">${words.tryAgain}</a></p>`,
  })
}

function document(language: Language, page: { title: string; workspace: string | null; main: Html }): string {
  const house = page.workspace ?? 'Weerklank'
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${house}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${house}</b></header>
<main>${page.main}</main>
</body>
</html>`.text
}
