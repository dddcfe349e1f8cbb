import type { RespondLanguage } from '@weerklank/core/shared/language'
import { aboutLanguage } from '../http/further-languages.ts'
import type { Mail } from './mail.ts'
import { headerText } from './mailbox.ts'

/** A letter in one language: plain sentences, at most one link, which stands on a line of its own, and a way to stop. */
export type Letter = {
  language: RespondLanguage
  subject: string
  greeting: string
  before: readonly string[]
  link?: { label: string; url: string }
  after?: readonly string[]
  /** Where one says that no more letters need come: the last line. */
  stop?: { label: string; url: string }
}

type Addressed = {
  to: { name: string; address: string }
  /** The address of this installation: a link anywhere else is a mistake of ours, and is not sent. */
  publicUrl: string
  /** One letter per language; the subject is the first one's. */
  letters: readonly [Letter, ...Letter[]]
}

/** A mail as text and as a page, the same sentences in both: no pictures, no colours, nothing is loaded. */
export function letterMail({ to, publicUrl, letters }: Addressed): Mail {
  for (const link of letters.flatMap((letter) => [letter.link, letter.stop])) {
    if (link !== undefined && new URL(link.url).origin !== new URL(publicUrl).origin)
      throw new Error('A mail may lead only to the address of this installation')
  }
  const [first] = letters
  const subject = headerText(first.subject)
  return {
    to: to.address,
    name: headerText(to.name),
    subject,
    text: letters.map(asText).join('\n\n* * *\n\n'),
    html: page(first.language, subject, letters.map(asHtml).join('<hr>')),
  }
}

function asText({ greeting, before, link, after = [], stop }: Letter): string {
  const linked = (to: Letter['link']) => (to === undefined ? [] : [`${oneLine(to.label)}:\n${to.url}`])
  const said = [greeting, ...before].map(oneLine)
  const paragraphs = [...said, ...linked(link), ...after.map(oneLine), ...linked(stop)]
  return paragraphs.join('\n\n')
}

/** What somebody called himself must not look like a sentence of ours. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** A name as it may stand in a mail: mail programs make a link of whatever looks like an address. */
export function nameInMail(name: string): string {
  return headerText(name.replace(/[/\\:<>@]+/g, ' ').replace(/\.(?=\S)/g, '. '))
}

function asHtml({ language, greeting, before, link, after = [], stop }: Letter): string {
  const paragraph = (text: string) => `<p>${escaped(oneLine(text))}</p>`
  const linked =
    link === undefined
      ? []
      : [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a><br>${escaped(link.url)}</p>`]
  const last = stop === undefined ? [] : [`<p><a href="${escaped(stop.url)}">${escaped(stop.label)}</a></p>`]
  const parts = [paragraph(greeting), ...before.map(paragraph), ...linked, ...after.map(paragraph), ...last]
  const direction = aboutLanguage(language)?.direction === 'rtl' ? ' dir="rtl"' : ''
  return `<div lang="${language}"${direction}>${parts.join('')}</div>`
}

const style = 'font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em'

function page(language: RespondLanguage, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head><body style="${style}">${body}</body></html>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
