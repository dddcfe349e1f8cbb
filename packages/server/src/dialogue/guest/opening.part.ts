import { fill, type Listener, wordsTo } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { Opening } from '../after.opening.ts'
import { afterWordsFor } from './after.text.ts'

const nl = {
  opens: 'Hier begint het gesprek mee',
  why: 'Dit bleef open na een eerder gesprek.',
  topics: 'Nog niet over gepraat',
} as const
const en: Readonly<Record<keyof typeof nl, string>> = {
  opens: 'What the meeting begins with',
  why: 'This stayed open after an earlier meeting.',
  topics: 'Not talked about yet',
}

type Agreed = { ifText: string; text: string; ownerName: string; dueOn: string | null }

/** What was agreed, with whose it is and until when. */
export function agreedLine({ ifText, text, ownerName: name, dueOn }: Agreed, listener: Listener): Html {
  const words = afterWordsFor(listener)
  const day = dueOn === null ? '' : dayMonth(`${dueOn}T12:00:00Z`, listener.language, 'UTC')
  const what = ifText === '' ? text : fill(words.if, { when: ifText, what: text })
  const dated = day === '' ? '' : fill(words.dueBy, { day })
  const who = name === '' ? dated : fill(day === '' ? words.byNoDay : words.by, { name, day })
  return html`<li><p>${what}</p>${who === '' ? null : html`<p><i>${who}</i></p>`}</li>`
}

/** What is still open of earlier meetings of the same people (peers.md B32); nothing where there is none. */
export function openingPart({ agreements, topics }: Opening, listener: Listener): Html | null {
  if (agreements.length === 0 && topics.length === 0) return null
  const words = wordsTo({ nl, en }, listener)
  const open =
    agreements.length === 0 ? null : html`<ul>${agreements.map((one) => agreedLine(one, listener))}</ul>`
  const left =
    topics.length === 0
      ? null
      : html`<p><b>${words.topics}</b></p><ul>${topics.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  return html`<section id="opening"><h2>${words.opens}</h2><p>${words.why}</p>${open}${left}</section>`
}
