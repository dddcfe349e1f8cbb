import type { Card } from '@weerklank/core/library/card'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { html, raw } from '../http/html.ts'
import { productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'
import { cardHtml } from './card.html.ts'
import { cardStyle } from './collection.page.ts'
import { collectionText } from './collection.text.ts'

const style = compactStyle(`${pageStyle}${cardStyle}
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--paper) }
[hidden] { display: none }
@media print { .s { display: none } }
`)

/** Shows the cards in which every word stands, without capitals and accents. Runs from a file: nothing is fetched or kept. */
const script = `(function(){var i=document.getElementById("q"),n=document.getElementById("n"),a=[].slice.call(document.querySelectorAll("article")),f=function(t){return t.normalize("NFD").replace(/[\\u0300-\\u036f]/g,"").toLowerCase()},t=a.map(function(e){return f(e.textContent)});function s(){var w=f(i.value).split(/\\s+/).filter(Boolean),c=0;a.forEach(function(e,k){var y=w.every(function(x){return t[k].indexOf(x)>=0});e.hidden=!y;if(y)c++});n.textContent=c+" "+(c===1?n.dataset.o:n.dataset.w)}document.querySelector(".s").hidden=false;i.addEventListener("input",s);s()})()`

/** The rules of the page travel in it: from a disk no server can say them. */
const policy = writtenPagePolicy({ style, script })
  .split('; ')
  .filter((rule) => !rule.startsWith('frame-ancestors') && !rule.startsWith('sandbox'))
  .join('; ')

export type OfflinePage = {
  language: Language
  title: string
  cards: readonly Card[]
  /** How many cards are missing, in words. */
  leftOut: string | null
  /** When it was made, in words. */
  day: string
}

/** The cards as one file that works without internet and without us, with a search of its own; without script all of them stand there. */
export function offlinePage(page: OfflinePage): string {
  const words = collectionText[page.language]
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${page.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>Weerklank</b></header>
<main><h1>${page.title}</h1><p class="n">${fill(words.offline, { day: page.day })}</p>
<div class="s" hidden><p><label><b>${words.search}</b> <input id="q" type="search" autocomplete="off"></label></p>
<p class="n" id="n" role="status" data-o="${words.foundOne}" data-w="${words.found}"></p></div>
${page.cards.map(cardHtml)}${page.leftOut === null ? null : html`<p class="box">${page.leftOut}</p>`}</main>
<script>${raw(script)}</script>
</body>
</html>`.text
}
