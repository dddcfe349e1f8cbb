import type { Language } from '@weerklank/core/shared/language'
import { html, raw } from '../http/html.ts'
import { productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'

const style = compactStyle(`${pageStyle}
main { text-align: center }
label { display: block; font-weight: 700; font-size: 1.25rem; margin-top: 24px }
input { width: 100%; max-width: 16em; padding: 12px; margin-top: 8px; font-size: 1.5rem; letter-spacing: .15em; text-align: center; text-transform: uppercase; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px }
.go { max-width: 16em; display: block; margin: 20px auto }
`)

// Where "Clear-Site-Data" is not known, or not heard because there is no TLS. A page that is kept for going back begins anew.
const script = `addEventListener('pageshow',e=>{if(e.persisted)location.reload()});try{localStorage.clear();sessionStorage.clear();indexedDB.databases&&indexedDB.databases().then(a=>a.forEach(d=>indexedDB.deleteDatabase(d.name)))}catch{}`

/** Exactly this style and this script, and nothing else. */
export const kioskPolicy = writtenPagePolicy({ style, script })

const words = {
  nl: {
    title: 'Een vraag beantwoorden',
    intro: 'U kreeg een code. Typ hem hier. Er kijkt niemand mee.',
    code: 'Uw code',
    hint: 'Acht letters en cijfers. Grote of kleine letters maakt niet uit.',
    go: 'Naar de vraag',
    wrong: 'Deze code werkt niet. Vraag om een nieuwe code.',
    many: 'Er is te vaak geprobeerd. Wacht even en probeer het dan weer.',
    none: 'Dit toestel is geen kiosk',
    noneText: 'Een beheerder maakt er een kiosk van. Dat kan bij Instellingen.',
    setUp: 'Maak van dit toestel een kiosk',
    setUpText:
      'Wie een code heeft, beantwoordt hier één vraag. Het toestel ziet verder niets. Log hier zelf niet in.',
    setUpGo: 'Maak er een kiosk van',
    used: 'Deze link werkt niet meer',
    usedText: 'Maak bij Instellingen een nieuwe kiosk.',
    other: 'English',
  },
  en: {
    title: 'Answer a question',
    intro: 'You got a code. Type it here. Nobody looks along.',
    code: 'Your code',
    hint: 'Eight letters and digits. Capitals do not matter.',
    go: 'To the question',
    wrong: 'This code does not work. Ask for a new code.',
    many: 'There were too many tries. Wait a while and try again.',
    none: 'This device is no kiosk',
    noneText: 'An administrator makes it one. That is done in Settings.',
    setUp: 'Make this device a kiosk',
    setUpText:
      'Whoever has a code answers one question here. The device sees nothing else. Do not sign in here.',
    setUpGo: 'Make it a kiosk',
    used: 'This link no longer works',
    usedText: 'Make a new kiosk in Settings.',
    other: 'Nederlands',
  },
} as const

export type KioskView =
  | { kind: 'start'; workspace: string; problem: 'wrong' | 'many' | null }
  | { kind: 'none' }
  | { kind: 'set-up'; workspace: string; action: string }
  | { kind: 'used' }

/** The pages of a kiosk. Nothing of anybody stands on them. */
export function kioskPage(view: KioskView, language: Language): string {
  const said = words[language]
  const title = { start: said.title, none: said.none, 'set-up': said.setUp, used: said.used }[view.kind]
  const workspace = 'workspace' in view ? view.workspace : 'Weerklank'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${workspace}</b></header>
<main><h1>${title}</h1>${bodyOf(view, language)}</main>
<script>${raw(script)}</script>
</body>
</html>`.text
}

function bodyOf(view: KioskView, language: Language) {
  const said = words[language]
  if (view.kind === 'none') return html`<p>${said.noneText}</p>`
  if (view.kind === 'used') return html`<p>${said.usedText}</p>`
  if (view.kind === 'set-up') {
    return html`<p>${said.setUpText}</p><form method="post" action="${view.action}"><button class="go">${said.setUpGo}</button></form>`
  }
  const problem =
    view.problem === null ? null : html`<p class="e" id="fout" role="alert"><b>${said[view.problem]}</b></p>`
  const described = view.problem === null ? 'uitleg' : 'uitleg fout'
  const other = language === 'nl' ? 'en' : 'nl'
  return html`<p>${said.intro}</p>
<form method="post" action="/kiosk?lang=${language}" autocomplete="off">${problem}
<label for="code">${said.code}</label><p id="uitleg">${said.hint}</p>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="20" aria-describedby="${described}"${view.problem === null ? null : html` aria-invalid="true"`}>
<button class="go">${said.go}</button></form>
<p><a href="/kiosk?lang=${other}" lang="${other}">${said.other}</a></p>`
}
