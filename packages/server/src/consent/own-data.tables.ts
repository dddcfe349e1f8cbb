import { type Listener, wordsTo } from '@weerklank/core/shared/spoken'
import type { OwnAtTable } from '../dialogue/dialogue.ts'
import { type Html, html } from '../http/html.ts'

const nl = {
  tables: { u: 'Gesprekken waar u bij was', je: 'Gesprekken waar je bij was' },
  coming: { u: 'U zei dat u komt.', je: 'Je zei dat je komt.' },
  notComing: { u: 'U zei dat u niet komt.', je: 'Je zei dat je niet komt.' },
  said: { u: 'Wat u zei, uit een opname', je: 'Wat je zei, uit een opname' },
  quotes: { u: 'Woorden waar we u iets over vroegen', je: 'Woorden waar we je iets over vroegen' },
  asked: { u: 'We wachten op uw antwoord.', je: 'We wachten op je antwoord.' },
  approved: { u: 'U zei ja.', je: 'Je zei ja.' },
  refused: { u: 'U zei nee.', je: 'Je zei nee.' },
  withdrawn: { u: 'U nam ze terug.', je: 'Je nam ze terug.' },
  minutes: { u: 'Wat u van het verslag vond', je: 'Wat je van het verslag vond' },
  right: 'Dit klopt.',
  gone: 'De woorden zijn weg.',
} as const
const en: Readonly<Record<keyof typeof nl, string>> = {
  tables: 'Meetings that you were at',
  coming: 'You said that you would come.',
  notComing: 'You said that you would not come.',
  said: 'What you said, from a recording',
  quotes: 'Words that we asked you about',
  asked: 'We wait for your answer.',
  approved: 'You said yes.',
  refused: 'You said no.',
  withdrawn: 'You took them back.',
  minutes: 'What you thought of the minutes',
  right: 'This is right.',
  gone: 'The words are gone.',
}

type Moment = (at: string) => string

/** What she wrote and said at tables; nothing where she sat at none. */
export function tablesBlock(
  tables: readonly OwnAtTable[],
  { listener, moment }: { listener: Listener; moment: Moment },
): Html | null {
  if (tables.length === 0) return null
  const words = wordsTo({ nl, en }, listener)
  const block = (one: OwnAtTable) => {
    const comes = one.comes === 'unknown' ? '' : one.comes === 'yes' ? words.coming : words.notComing
    const wrote = one.wrote.map(({ to, text }) => html`<dt>${to}</dt><dd>${text}</dd>`)
    const quotes = one.quotes.map(
      ({ words: said, state }) => html`<li>${said ?? words.gone} ${words[state]}</li>`,
    )
    const minutes = one.minutes.map(
      ({ at, says, words: said }) => html`<li>${moment(at)}: ${says === 'yes' ? words.right : said}</li>`,
    )
    return html`<h3><b>${one.title}</b></h3><p>${moment(one.at)} – ${one.role}. ${comes}</p>
      ${wrote.length === 0 ? null : html`<dl>${wrote}</dl>`}
      ${list(
        words.said,
        one.said.map((line) => html`<li>${line}</li>`),
      )}${list(words.quotes, quotes)}${list(words.minutes, minutes)}`
  }
  return html`<section><h2>${words.tables}</h2>${tables.map(block)}</section>`
}

function list(title: string, lines: readonly Html[]): Html | null {
  return lines.length === 0 ? null : html`<p><b>${title}</b></p><ul>${lines}</ul>`
}
