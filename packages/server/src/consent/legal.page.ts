import type { LegalBlock, LegalDocument } from '@weerklank/core/consent/legal/legal-document'
import type { Language } from '@weerklank/core/shared/language'
import { type Html, html, raw } from '../http/html.ts'
import { directions, otherLanguages, productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'

const style = compactStyle(`${pageStyle}
main { padding-bottom: 48px }
.wide main, .wide header { max-width: 72rem }
body { overflow-wrap: break-word }
main h2 { margin-top: 28px; margin-bottom: 8px }
main ul { margin-bottom: 16px }
li { padding: 3px 0 }
nav a { display: inline-block; margin-inline-end: 16px }
table { width: 100%; border-collapse: collapse; margin-bottom: 16px }
caption { text-align: start; color: var(--soft); padding: 4px 0 }
th, td { overflow-wrap: break-word; text-align: start; vertical-align: top; padding: 8px; border-bottom: 1px solid var(--line) }
th { font-weight: 700 }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table, tbody, tr, th, td { display: block; width: 100% }
  tr { border-bottom: 1px solid var(--line); padding: 8px 0 }
  th, td { border: 0; padding: 3px 0 }
  td::before { content: attr(data-head); display: block; color: var(--soft) }
}
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; --main: #000 }
  nav, header a { display: none }
  header, main { max-width: none; padding: 0 }
  h2, caption { break-after: avoid }
  tr, li { break-inside: avoid }
}
`)

/** The `Content-Security-Policy` of these pages: our own style, no script at all, nothing is loaded. */
export const legalPagePolicy = writtenPagePolicy({ style })

const words = {
  nl: { other: 'English', more: 'Lees ook' },
  en: { other: 'Nederlands', more: 'Read also' },
} as const

export type LegalPage = {
  document: LegalDocument
  /** Whose page it is; null where it speaks for the installation. */
  organisation: string | null
  /** The page's own path, for the other language; left out in a file that is kept. */
  path?: string
  /** The other pages: path and title. */
  more?: readonly { path: string; title: string }[]
}

/** A whole document: one answer, nothing else is requested, no script. It prints on plain paper. */
export function legalPage(page: LegalPage): string {
  const { document, organisation, path } = page
  const { language, title, blocks } = document
  const isWide = blocks.some((block) => block.kind === 'table' && block.head.length > 3)
  const other = otherLanguages[language]
  const toOther =
    path === undefined
      ? null
      : html`<a href="${path}?lang=${other}" lang="${other}">${words[language].other}</a>`
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – ${organisation ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body class="${isWide ? 'wide' : 'text'}">
<header>${productMark}<b>${organisation ?? 'Weerklank'}</b>${toOther}</header>
<main><h1>${title}</h1>${blocks.map(blockHtml)}${moreLinks(page, language)}</main>
</body>
</html>`.text
}

function moreLinks({ more = [] }: LegalPage, language: Language): Html | null {
  if (more.length === 0) return null
  const links = more.map(({ path, title }) => html`<a href="${path}?lang=${language}">${title}</a>`)
  return html`<nav aria-label="${words[language].more}">${links}</nav>`
}

/** A part of a document as it stands in a page. */
export function blockHtml(block: LegalBlock): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>`
    case 'paragraph':
      return html`<p>${block.text}</p>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'table':
      return tableHtml(block)
  }
}

function tableHtml({ caption, head, rows }: Extract<LegalBlock, { kind: 'table' }>): Html {
  // Each cell says its heading again: on a small screen a row becomes a block (the roles keep it a table for who listens).
  const cell = (text: string, index: number) =>
    index === 0
      ? html`<th scope="row" role="rowheader">${text}</th>`
      : html`<td role="cell" data-head="${head[index] ?? ''}">${text}</td>`
  return html`<table role="table"><caption>${caption}</caption>
    <thead role="rowgroup"><tr role="row">${head.map((text) => html`<th scope="col" role="columnheader">${text}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map(cell)}</tr>`)}</tbody></table>`
}
