import { mutualPicture } from '@weerklank/core/charts/mutual-picture'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import type { MutualLine } from '@weerklank/core/feedback/mutual'
import { guessWords, lineWords, pictureOpener, pictureSentence } from '@weerklank/core/feedback/mutual.words'
import { fill } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import type { OwnPicture } from '../feedback/feedback.ts'
import { type Html, html, raw } from '../http/html.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { ownMutualWordsFor } from './own-page.mutual.text.ts'
import type { OwnPage } from './own-page.ts'

/** With the name of whoever fills in the other side. */
type Named = OwnPicture & { other: string }
type Shown = { pictures: readonly Named[]; isKept: boolean }

/** Both sides beside each other, in words before they are a picture; what is shut says only who is in. */
export function mutualPage(frame: OwnFrame, page: OwnPage, { pictures, isKept }: Shown): string {
  const words = ownMutualWordsFor(frame.listener)
  return ownDocument(frame, {
    title: words.title,
    below: '/beeld',
    main: html`<h1>${words.title}</h1>
      ${isKept ? html`<p class="box" role="status">${words.guessKept}</p>` : null}
      <p>${pictures.length === 0 ? words.nothing : words.intro}</p>
      ${pictures.map((one, index) => section(frame, page, { ...one, index }))}`,
  })
}

type One = Named & { index: number }

function section(frame: OwnFrame, page: OwnPage, one: One): Html {
  const words = ownMutualWordsFor(frame.listener)
  const day = weekdayDate(one.askedAt, frame.listener.language, page.workspace.timeZone)
  const inside = one.lines === null ? shut(frame, page, one) : open(frame, one, one.lines)
  return html`<section><h2>${fill(words.with, { name: one.other, day })}</h2>${inside}</section>`
}

function shut(frame: OwnFrame, page: OwnPage, one: One): Html {
  const words = ownMutualWordsFor(frame.listener)
  if (one.state === 'closed') return html`<p>${words.closed}</p>`
  const day = weekdayDate(one.endsAt, frame.listener.language, page.workspace.timeZone)
  const waits = one.isDeclined
    ? fill(words.declined, { name: one.other })
    : one.state === 'waits-for-professional'
      ? fill(words.waitsOther, { name: one.other })
      : words.waitsClient
  return html`<p>${words.bothWait}</p><p>${waits}</p><p>${fill(words.opens, { day })}</p>
    ${one.mayGuess ? guessForm(frame, one) : null}`
}

/** Whole numbers from a list: without script, and nothing is chosen until she chooses. */
function guessForm(frame: OwnFrame, one: One): Html {
  const words = ownMutualWordsFor(frame.listener)
  const { min, max } = one.instrument.scale
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const item = ({ id, label }: OwnPicture['instrument']['items'][number]) => {
    const chosen = one.guess?.[id]
    const options = numbers.map((value) =>
      value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`,
    )
    return html`<label class="f" for="g-${id}">${label[frame.listener.language]}</label>
      <select id="g-${id}" name="g.${id}"><option value="">${words.none}</option>${options}</select>`
  }
  return html`<details><summary>${fill(words.guessTitle, { name: one.other })}</summary>
    <form method="post" action="${to(frame, `/beeld/${one.id}`)}"><p>${words.guessIntro}</p>
    ${one.instrument.items.map(item)}<p class="ask"><button>${words.guessKeep}</button></p></form></details>`
}

function open(frame: OwnFrame, one: One, lines: readonly MutualLine[]): Html {
  const words = ownMutualWordsFor(frame.listener)
  const { language } = frame.listener
  const labels = Object.fromEntries(one.instrument.items.map(({ id, label }) => [id, label[language]]))
  const names = { client: words.youInside, professional: one.other }
  const sentence = pictureSentence(lines, { labels, language })
  const label = (at: number | null) => (at === null ? null : { value: at, label: valueLabel(at, language) })
  const svg = mutualPicture({
    ...{ idPrefix: `beeld-${one.index}`, title: words.title, description: sentence, lang: language },
    ...{ width: 343, scale: one.instrument.scale, names: [words.you, one.other] },
    rows: lines.map((line) => ({
      label: labels[line.item] ?? line.item,
      first: label(line.client),
      second: label(line.professional),
      firstGuessed: line.clientGuess,
      secondGuessed: line.professionalGuess,
      words: lineWords(line, { names, language, short: true }),
      isMarked: line.marked,
    })),
  })
  const both = lines.some(({ difference }) => difference !== null)
  const opener = pictureOpener(lines, { labels, listener: frame.listener, to: 'professional' })
  return html`<p>${sentence}</p>${raw(svg)}${table(frame, one, { lines, labels })}
    ${both ? html`<p class="box">${opener}</p>` : null}${guesses(frame, one, { lines, labels })}${wrote(frame, one)}`
}

type Told = { lines: readonly MutualLine[]; labels: Readonly<Record<string, string>> }

function table(frame: OwnFrame, one: One, { lines, labels }: Told): Html {
  const words = ownMutualWordsFor(frame.listener)
  const { language } = frame.listener
  const names = { client: words.youInside, professional: one.other }
  const value = (at: number | null) => (at === null ? '–' : valueLabel(at, language))
  const rows = lines.map(
    (line) => html`<tr><th scope="row">${labels[line.item] ?? line.item}</th><td>${value(line.client)}</td>
      <td>${value(line.professional)}</td><td>${lineWords(line, { names, language })}</td></tr>`,
  )
  return html`<details><summary>${words.asTable}</summary><table><tr><th scope="col">${words.item}</th>
    <th scope="col">${words.you}</th><th scope="col">${one.other}</th><th scope="col">${words.words}</th></tr>
    ${rows}</table></details>`
}

function guesses(frame: OwnFrame, one: One, { lines, labels }: Told): Html | null {
  const words = ownMutualWordsFor(frame.listener)
  const said = (line: MutualLine, by: 'client' | 'professional') => {
    const guess = by === 'client' ? line.clientGuess : line.professionalGuess
    const value = by === 'client' ? line.professional : line.client
    const fit = by === 'client' ? line.clientGuessFit : line.professionalGuessFit
    if (guess === null || value === null || fit === null) return []
    const who = by === 'client' ? words.you : one.other
    const text = guessWords({ who, guess, value, fit }, frame.listener.language)
    return [html`<li><b>${labels[line.item] ?? line.item}</b> ${text}</li>`]
  }
  const told = lines.flatMap((line) => [...said(line, 'client'), ...said(line, 'professional')])
  return told.length === 0 ? null : html`<h3>${words.guesses}</h3><ul>${told}</ul>`
}

function wrote(frame: OwnFrame, one: One): Html {
  const words = ownMutualWordsFor(frame.listener)
  const text = (name: string, said: string) =>
    said === '' ? null : html`<p>${fill(words.openText, { name })} “${said}”</p>`
  const after = (name: string, isAfter: boolean) =>
    isAfter ? html`<p><i>${fill(words.afterReading, { name })}</i></p>` : null
  return html`${text(words.you, one.wrote.own)}${text(one.other, one.wrote.other)}
    ${after(words.you, one.afterReading.own)}${after(one.other, one.afterReading.other)}`
}
