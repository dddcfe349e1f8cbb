import type { ErrorCode } from '@weerklank/core/shared/errors'
import { errorTexts } from '@weerklank/core/shared/errors'
import type { Listener } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../../http/html.ts'
import { directions, otherLanguages, productMark } from '../../http/page.ts'
import { compactStyle, pageStyle } from '../../http/page-style.ts'
import { writtenPagePolicy } from '../../http/security-headers.ts'
import { guestWordsFor } from './guest.text.ts'

/** What every page of a place at a table knows. */
export type GuestFrame = {
  listener: Listener
  /** Shown in the header; null while nothing is known about the link. */
  workspace: string | null
  /** `/g/<token>`. */
  root: string
}

const style = compactStyle(`${pageStyle}
.box > :last-child { margin-bottom: 0 }
.box, section { overflow-wrap: anywhere }
.warm { background: #fdf1e3; color: #1b2430 }
section { margin: 28px 0; border-top: 1px solid var(--line); padding-top: 16px }
ul { list-style: none; padding: 0; margin-bottom: 16px }
li { border-bottom: 1px solid var(--line); padding: 8px 0 }
li p { margin: 0 }
li a { display: inline-block }
i { color: var(--soft) }
fieldset label { display: block; padding: 10px 0 }
.q { display: block; margin-top: 16px }
.b { display: block; padding: 12px; border: 1px solid var(--soft); border-radius: 8px; text-align: center; text-decoration: none; margin-bottom: 16px }
dt { margin-top: 8px }
dl { margin-bottom: 16px }
dd { margin: 0 }
nav { margin: 20px 0 }
@media print { form, nav, .b { display: none } }
`)

/** Our own style, no script, nothing is loaded. */
export const guestPolicy = writtenPagePolicy({ style })

/** The style of these pages, for one that adds a script of its own and says so in its policy. */
export const guestStyle = style

type Page = {
  title: string
  main: Html
  /** The page's path below the root, for the link to the other language; the first page has none. */
  below?: string
  /** Comes last in the body. */
  script?: Html
}

/** A whole document: one answer, nothing else is requested. */
export function guestDocument(frame: GuestFrame, page: Page): string {
  const { language } = frame.listener
  const words = guestWordsFor(frame.listener)
  const { below = '' } = page
  const other = otherLanguages[language]
  const back = below === '' ? null : html`<nav><a href="${to(frame, '')}">${words.back}</a></nav>`
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
<header>${productMark}<b>${frame.workspace ?? 'Weerklank'}</b><a href="${frame.root}${below}?lang=${other}" lang="${other}">${words.otherLanguage}</a></header>
<main>${page.main}${back}</main>${page.script ?? null}
</body>
</html>`.text
}

/** The address of a page below the root, in the language that is being read. */
export function to(frame: Pick<GuestFrame, 'root' | 'listener'>, below: string): string {
  return `${frame.root}${below}?lang=${frame.listener.language}`
}

/** A link that leads to no table, or a moment at which nothing works. */
export function nowherePage(frame: GuestFrame, code: ErrorCode): string {
  const words = guestWordsFor(frame.listener)
  const isLink = code === 'link-unknown' || code === 'link-expired' || code === 'link-revoked'
  const title = isLink || code === 'not-found' ? words.noTable : words.notNow
  const text = isLink ? errorTexts[code][frame.listener.language] : words.tryAgain
  return guestDocument(frame, {
    title,
    main: html`<h1>${title}</h1><p>${text}</p>${isLink ? html`<p>${words.askAgain}</p>` : null}`,
  })
}
