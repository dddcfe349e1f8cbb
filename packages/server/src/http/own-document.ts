import type { Listener } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from './html.ts'
import { directions, otherLanguages, productMark } from './page.ts'
import { compactStyle, pageStyle } from './page-style.ts'
import { writtenPagePolicy } from './security-headers.ts'

/** What every page of somebody who came by a link of her own knows. */
export type OwnFrame = {
  listener: Listener
  /** Shown in the header; null while nothing is known about the link. */
  workspace: string | null
  /** The address of her first page: every address of her pages begins with it. */
  root: string
}

const style = compactStyle(`${pageStyle}
.box > :last-child { margin-bottom: 0 }
section { margin: 28px 0; border-top: 1px solid var(--line); padding-top: 16px }
ul { list-style: none; padding: 0; margin-bottom: 16px }
li { border-bottom: 1px solid var(--line); padding: 8px 0 }
li p { margin: 0 }
i { color: var(--soft) }
h3, .q { display: block; margin-top: 20px; font-weight: 700 }
h3 { font-size: 1.125rem }
fieldset { margin-top: 20px }
fieldset label { display: block; padding: 10px 0 }
[type=checkbox] { width: 22px; height: 22px; margin-inline-end: 4px; vertical-align: -5px; accent-color: var(--main) }
[type=date], [type=text], [type=number], [type=email], select { width: 100%; min-height: 44px; margin-top: 8px; padding: 0 12px; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px }
summary { padding: 10px 0; color: var(--main); cursor: pointer }
blockquote { border-inline-start: 4px solid var(--main); padding-inline-start: 12px; margin: 12px 0; white-space: pre-line }
.b { display: block; padding: 12px; border: 1px solid var(--soft); border-radius: 8px; text-align: center; text-decoration: none; margin-bottom: 16px }
button { padding: 10px 14px }
dt { margin-top: 8px }
dl { margin-bottom: 16px }
dd { margin: 0 }
nav { margin: 20px 0 }
th, td { padding: 4px 20px 4px 0; text-align: start }
.wide { overflow-x: auto }
.hours th { padding-inline-end: 10px; white-space: nowrap }
.wk-chart { stroke: none; stroke-width: 1; max-width: 100%; height: auto }
.wk-chart text { stroke: none; fill: var(--soft) }
.wk-chart .wk-c-ink { fill: var(--ink) }
.wk-c-cell-none { fill: var(--paper); stroke: var(--line) }
.wide .wk-chart { max-width: none }
.wk-c-map { color: var(--ink) }
.wk-c-map text { font-size: 14px }
.wk-c-map .wk-c-tick { font-size: 11px }
.wk-c-map-plate { fill: var(--paper); stroke: var(--soft) }
.wk-c-leaf { fill: var(--kept) }
.wk-c-map-ring { fill: var(--tint); stroke: var(--line) }
figure { margin-bottom: 16px }
.wk-chart .wk-c-grid { stroke: var(--line); fill: none }
.wk-chart .wk-c-line { stroke: var(--main) }
.wk-c-full { fill: var(--main) }
.wk-c-open { fill: var(--paper); stroke: var(--main) }
@media print { form, nav, .b { display: none } details::details-content { content-visibility: visible } }
`)

/** Our own style, no script, nothing is loaded. */
export const ownDocumentPolicy = writtenPagePolicy({ style })

type Page = {
  title: string
  main: Html
  /** The page's path below the root, for the link to the other language; the first page has none. */
  below?: string
  words: { back: string; otherLanguage: string }
}

/** A whole document for somebody who came by a link of her own: one answer, nothing else is requested, no script. */
export function ownDocument(frame: OwnFrame, { title, main, below = '', words }: Page): string {
  const { language } = frame.listener
  const other = otherLanguages[language]
  const name = frame.workspace ?? 'Weerklank'
  const back = below === '' ? null : html`<nav><a href="${to(frame, '')}">${words.back}</a></nav>`
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – ${name}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${name}</b><a href="${frame.root}${below}?lang=${other}" lang="${other}">${words.otherLanguage}</a></header>
<main>${main}${back}</main>
</body>
</html>`.text
}

/** The address of a page below the root, in the language that is being read. */
export function to(frame: Pick<OwnFrame, 'root' | 'listener'>, below: string): string {
  return `${frame.root}${below}?lang=${frame.listener.language}`
}
