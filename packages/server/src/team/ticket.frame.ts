import type { RespondLanguage } from '@weerklank/core/shared/language'
import { aboutLanguage, languageNames } from '../http/further-languages.ts'
import { type Html, html, raw } from '../http/html.ts'
import { madeByMachine } from '../http/machine-made.ts'
import { productMark } from '../http/page.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'

/** The look of the respondent's pages without their script: nothing is kept on a device that colleagues may share. */
const style = `:root{color-scheme:light dark;--ink:#1b2430;--soft:#55606b;--paper:#fff;--line:#cbd2ce;--main:#0b5394;--tint:#eef4fa;--fail:#a4262c}
@media (prefers-color-scheme:dark){:root{--ink:#e9edf0;--soft:#aab4be;--paper:#161d25;--line:#46525e;--main:#8fbdf0;--tint:#1e2a38;--fail:#ffa3a3}}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:40rem;margin:auto;padding:12px 20px}
header{display:flex;gap:16px;align-items:center;border-bottom:1px solid var(--line)}
svg{fill:none;stroke-width:2;stroke:var(--main)}
circle{fill:var(--main)}
a{color:var(--main);padding:10px 0;display:inline-block}
b,h1,h2,legend,button{font-weight:700}
h1{font-size:1.75rem;line-height:1.2;margin:16px 0}
h2,legend,.q{font-size:1.25rem;line-height:1.3}
main p,.box{margin-bottom:16px}
.box{background:var(--tint);border-radius:8px;padding:12px 16px}
.e{color:var(--fail)}
section{margin:0 -20px;padding:20px 20px 12px;border-top:1px solid var(--line)}
.n,.p{color:var(--soft)}
main .n{margin:0 0 4px}
.p{display:flex;gap:16px;justify-content:space-between}
fieldset{border:0;min-width:0}
.m{display:grid;grid-template-columns:repeat(6,1fr)}
@media (min-width:34rem){.m{grid-template-columns:repeat(11,1fr)}}
.m label{text-align:center;padding:10px 0;min-height:44px}
.m input{display:block;margin:0 auto 4px}
[type=radio],[type=checkbox]{width:22px;height:22px;accent-color:var(--main);vertical-align:-5px;margin-inline-end:6px}
.k{display:block;padding:10px 0}
.q{display:block}
.l{display:flex;flex-wrap:wrap;gap:0 16px}
textarea{width:100%;margin:8px 0;padding:12px;background:var(--paper);border:1px solid var(--soft);border-radius:8px}
button{width:100%;min-height:44px;padding:12px;margin:20px 0;border:0;border-radius:8px;background:var(--main);color:var(--paper);cursor:pointer}
:focus-visible{outline:3px solid var(--main);outline-offset:3px}`

/** Exactly our own style; no script at all, and nothing is loaded. */
export const ticketPolicy = writtenPagePolicy({ style })

export type TicketFrame = {
  language: RespondLanguage
  /** Null while nothing is known about the link. */
  workspace: string | null
  /** The page's own path without query. */
  path: string
}

/** This page in the other languages, each as it calls itself. */
function languageLinks({ language, path }: TicketFrame): Html {
  const others = [...languageNames].filter(([tag]) => tag !== language)
  return html`<p class="l">${others.map(([tag, name]) => html`<a href="${path}?lang=${tag}" lang="${tag}">${name}</a>`)}</p>`
}

/** A whole document: one answer, nothing else is requested. */
export function ticketDocument(frame: TicketFrame, page: { title: string; main: Html }): string {
  const { language, workspace } = frame
  return html`<!doctype html>
<html lang="${language}" dir="${aboutLanguage(language)?.direction ?? 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${workspace ?? 'Weerklank'}</b></header>
<main>${page.main}${languageLinks(frame)}${madeByMachine(language)}</main>
</body>
</html>`.text
}
