import { type FormModel, itemsOf } from '@weerklank/core/feedback/form'
import { respondLanguages } from '@weerklank/core/shared/language'
import { type Html, html } from '../../http/html.ts'
import type { FilledForm, FormFrame } from './form.model.ts'

/** The languages of a form: its own, those into which it is translated, and those of the words around it. */
export function languagesOf(model: FormModel): string[] {
  const own = model.language ?? 'nl'
  const found = new Map([[own.toLowerCase(), own]])
  const add = (tags: object | undefined) => {
    for (const tag of Object.keys(tags ?? {}))
      if (isTag(tag)) found.set(tag.toLowerCase(), found.get(tag.toLowerCase()) ?? tag)
  }
  add(model.title.translations)
  for (const item of itemsOf(model.items)) add(item.text?.translations)
  const starts = [...found.keys()].map((tag) => tag.split('-')[0])
  return [...found.values(), ...respondLanguages.filter((tag) => !starts.includes(tag))].slice(0, 24)
}

/** In which language the questions then are: the one that was chosen, where the form has words in it, else its own. */
export function languageOfWords(model: FormModel, chosen: string): string {
  const start = startOf(chosen)
  const translated = [model.title, ...Array.from(itemsOf(model.items), ({ text }) => text)].flatMap((text) =>
    Object.keys(text?.translations ?? {}),
  )
  return translated.some((tag) => startOf(tag) === start) ? chosen : (model.language ?? 'nl')
}

const startOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

const isTag = (tag: string) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag)

/** The language that was asked for, where the form knows it; else the person's own, else that of the form. */
export function languageFor(model: FormModel, wanted: readonly (string | undefined)[]): string {
  const all = languagesOf(model)
  for (const tag of wanted) {
    const start = tag?.toLowerCase().split('-')[0]
    const found =
      all.find((one) => one.toLowerCase() === tag?.toLowerCase()) ??
      all.find((one) => one.toLowerCase().split('-')[0] === start)
    if (tag !== undefined && found !== undefined) return found
  }
  return model.language ?? 'nl'
}

/** This page in the other languages, each as it calls itself. */
export function languageChoice(
  frame: FormFrame & { filled: Pick<FilledForm, 'model'> },
  query: string,
): Html | null {
  const others = languagesOf(frame.filled.model).filter((tag) => tag !== frame.formLanguage)
  if (others.length === 0) return null
  const links = others.map(
    (tag) => html`<a href="${`?${query}&lang=${tag}`}" lang="${tag}">${nameOf(tag)}</a> `,
  )
  return html`<p>${links}</p>`
}

function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}
