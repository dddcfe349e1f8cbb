import type { RespondLanguage } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import { aboutLanguage } from '../http/further-languages.ts'
import { type Html, html, raw } from '../http/html.ts'
import { directions, otherLanguages, productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'
import { ownWordsFor } from './own-page.text.ts'

/** Whom a page of one's own is said to: in Dutch or English, also to somebody who answers in another language. */
export type OwnListener = Listener & { own?: RespondLanguage }

/** What every page of one's own knows. */
export type OwnFrame = {
  listener: OwnListener
  /** Shown in the header; null while nothing is known about the link. */
  workspace: string | null
  /** `/p/<token>` or `/mijn/<workspace>/<person>`: every link of the page is made from it. */
  root: string
}

const style = compactStyle(`${pageStyle}
ul { list-style: none; padding: 0; margin-bottom: 16px }
.box > :last-child { margin-bottom: 0 }
nav { margin: 20px 0 }
li { border-bottom: 1px solid var(--line); padding: 6px 0 }
li p { margin: 0 }
li a { display: inline-block }
i { color: var(--soft) }
section { margin: 28px 0 }
fieldset label, .f { display: block; padding: 10px 0 }
select, .f + [type=email], #code { width: 100%; min-height: 44px; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: 0 8px }
.code { font-size: 1.75rem; letter-spacing: .25em }
.two { display: flex; flex-wrap: wrap; gap: 12px }
.two button { padding: 10px 14px }
.ask { margin-top: 16px }
dt { margin-top: 8px }
h3 { margin-top: 16px; font-weight: 700 }
summary { padding: 10px 0; color: var(--main); cursor: pointer }
th, td { padding: 4px 20px 4px 0; text-align: start }
.wk-chart { stroke: none; stroke-width: 1; max-width: 100%; height: auto; margin-bottom: 8px }
.wk-chart text { stroke: none; fill: var(--soft) }
.wk-c-cool { fill: var(--tint) }
.wk-c-grid { stroke: var(--line) }
.wk-c-level { stroke: var(--soft) }
.wk-c-line { stroke: var(--main) }
.wk-c-warm { fill: var(--tint) }
.wk-c-full { fill: var(--main) }
.wk-c-open { fill: var(--paper); stroke: var(--main) }
.wk-c-leaf { fill: var(--kept) }
.wk-c-leaf-open { fill: var(--paper); stroke: var(--kept) }
.wk-c-cut { stroke: var(--main) }
.wk-c-mutual text { font-size: 13px }
@media print { form, nav { display: none } }
`)

/** The `Content-Security-Policy` of every page of one's own: our own style, no script at all, nothing is loaded. */
export const ownPagePolicy = writtenPagePolicy({ style })

type Page = {
  title: string
  main: Html
  /** The page's path below the root, for the link to the other language; the first page has none. */
  below?: string
  /** It is kept as a file: no link in it would lead anywhere. */
  isFile?: true
}

/** A whole document: one answer, nothing else is requested, no script. */
export function ownDocument(frame: OwnFrame, page: Page): string {
  const { language } = frame.listener
  const words = ownWordsFor(frame.listener)
  const { below = '' } = page
  const other = otherLanguages[language]
  const back = below === '' ? null : html`<a href="${to(frame, '')}">${words.back}</a>`
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${frame.workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${frame.workspace ?? 'Weerklank'}</b>${page.isFile ? null : html`<a href="${frame.root}${below}?lang=${other}" lang="${other}">${words.otherLanguage}</a>`}</header>
<main>${inOtherLanguage(frame.listener)}${page.main}${back === null ? null : html`<nav>${back}</nav>`}</main>
</body>
</html>`.text
}

/** To somebody who answers in another language: that this page is not in hers, and whom she can ask. */
function inOtherLanguage({ own }: OwnListener): Html | null {
  const about = own === undefined ? undefined : aboutLanguage(own)
  if (own === undefined || about === undefined) return null
  return html`<p class="box" lang="${own}" dir="${about.direction}">${about.elsewhere}</p>`
}

/** The address of a page below the root, in the language that is being read. */
export function to(frame: OwnFrame, below: string): string {
  return `${frame.root}${below}?lang=${frame.listener.language}`
}

/** One button that does one thing. */
export function oneButton(action: string, text: string, fields: Readonly<Record<string, string>> = {}): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${action}">${hidden}<button>${text}</button></form>`
}
