import { aboutLanguage, languageNames } from '../http/further-languages.ts'
import { type Html, html, raw } from '../http/html.ts'
import { madeByMachine } from '../http/machine-made.ts'
import { productMark } from '../http/page.ts'
import type { PageFrame } from './respond.model.ts'
import { type PageKind, scripts } from './respond.script.ts'
import { styles } from './respond.style.ts'
import { wordsFor } from './respond.text.ts'

type Page = {
  title: string
  main: Html
  /** Whether "not taking part" still means something here. */
  canLeave?: boolean
  /** For the script: the response this page is about, and what this device may forget or do with it. */
  key?: string
  /** Which script and style it needs; its policy must be of the same kind. */
  kind?: PageKind
  /** Leaves out what makes it easier, and never what makes it work: every page can be filled in without a script. */
  isBare?: boolean
}

/** A whole document: one answer, nothing else is requested. */
export function documentOf(frame: PageFrame, page: Page): string {
  const { language } = frame.listener
  const kind = page.kind ?? 'plain'
  const direction = aboutLanguage(language)?.direction === 'rtl' ? html` dir="rtl"` : null
  const key = page.key === undefined ? null : html` id="${page.key}"`
  return html`<!doctype html>
<html lang="${language}"${direction}>
<head>
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${frame.workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(styles[kind])}</style>
${page.isBare === true ? null : html`<script>${raw(scripts[kind])}</script>`}
</head>
<body${key}>
${header(frame, page.canLeave ?? false)}
<main>${page.main}${madeByMachine(language)}</main>
</body>
</html>`.text
}

function header(frame: PageFrame, canLeave: boolean): Html {
  const words = wordsFor(frame.listener)
  const leave = canLeave
    ? html`<a id="leave" href="?lang=${frame.listener.language}&ga=weg">${words.leave}</a>`
    : null
  return html`<header>${productMark}<b>${frame.workspace ?? 'Weerklank'}</b>${leave}</header>`
}

/** This page in the other languages, each as it calls itself; `to` is empty for the very page that is being read. */
export function languageLinks(frame: PageFrame, to = frame.path): Html {
  const others = [...languageNames].filter(([language]) => language !== frame.listener.language)
  const links = others.map(
    ([language, name]) => html`<a lang="${language}" href="${to}?lang=${language}">${name}</a>`,
  )
  return html`<p class="row">${links}</p>`
}
