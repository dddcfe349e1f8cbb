import { type Html, html, raw } from '../../http/html.ts'
import { madeByMachine } from '../../http/machine-made.ts'
import { productMark } from '../../http/page.ts'
import { writtenPagePolicy } from '../../http/security-headers.ts'
import { languageOfWords } from './form.languages.ts'
import type { FilledForm, FormFrame } from './form.model.ts'
import { formScript } from './form.script.ts'
import { formStyle } from './form.style.ts'
import { formWordsFor } from './form.text.ts'
import { tryScript } from './form.try.script.ts'

/** Exactly our own script and style run; nothing is loaded. */
export const formPolicy = writtenPagePolicy({ style: formStyle, script: formScript })

type Page = { title: string; main: Html; canLeave?: boolean; hasScript?: boolean }

/** A whole document: one answer, nothing else is requested. */
export function formDocument(frame: FormFrame, page: Page): string {
  const { language } = frame.listener
  const script = scriptOf(frame, page)
  return html`<!doctype html>
<html lang="${language}"${textDirection(language) === 'rtl' ? html` dir="rtl"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${frame.workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(formStyle)}</style>
</head>
<body>
${header(frame, page.canLeave === true && frame.preview === undefined && frame.typing === undefined)}
<main>${tryNote(frame)}${typingNote(frame)}${page.main}${madeByMachine(language)}</main>
${script === null ? null : html`<script>${raw(script)}</script>`}</body>
</html>`.text
}

function scriptOf({ preview }: FormFrame, { hasScript }: Page): string | null {
  if (preview !== undefined) return tryScript
  return hasScript === true ? formScript : null
}

function tryNote({ preview }: FormFrame): Html | null {
  return preview === undefined ? null : html`<p class="box" lang="${preview.language}">${preview.note}</p>`
}

function typingNote({ typing }: FormFrame): Html | null {
  return typing === undefined ? null : html`<p class="box" role="note">${typing}</p>`
}

function header(frame: FormFrame, canLeave: boolean): Html {
  const leave = canLeave
    ? html`<a href="${frame.path}/not-now?lang=${frame.formLanguage}">${formWordsFor(frame.listener).leave}</a>`
    : null
  return html`<header>${productMark}<b>${frame.workspace ?? 'Weerklank'}</b>${leave}</header>`
}

const fromTheRight = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'dv', 'yi', 'ckb', 'sd', 'ug', 'prs'])

/** How the words of a language are written. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return fromTheRight.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Says in which language the words of the form are, where the page itself is in another. */
export function inFormLanguage(
  frame: Pick<FormFrame, 'formLanguage' | 'listener'> & { filled: Pick<FilledForm, 'model'> },
): Html | null {
  const language = languageOfWords(frame.filled.model, frame.formLanguage)
  if (language.toLowerCase().split('-')[0] === frame.listener.language) return null
  return html` lang="${language}" dir="${textDirection(language)}"`
}
