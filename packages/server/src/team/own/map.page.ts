import { networkMap } from '@weerklank/core/charts/network-map'
import { networkMapSigns } from '@weerklank/core/charts/network-map-legend'
import { fill } from '@weerklank/core/shared/spoken'
import { type Day, dayMonth } from '@weerklank/core/shared/time'
import type { NetworkDetails, NetworkSheet, NetworkWave } from '@weerklank/core/team/network.contract'
import {
  comparedWords,
  comparisonSentences,
  findingSentences,
  missingSentences,
  networkQuestions,
  tieWords,
} from '@weerklank/core/team/network.words'
import { networkPicture } from '@weerklank/core/team/network-picture'
import { type Html, html, raw } from '../../http/html.ts'
import { type MapWords, mapWordsFor } from './map.text.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

type Standing = NetworkSheet['standing']
type Closed = Extract<NetworkDetails, { state: 'closed' }>

const dayOf = (day: Day, { listener }: OwnCircle) => dayMonth(`${day}T12:00:00Z`, listener.language, 'UTC')

/** When it is talked about; nothing of a moment that was begun before that was asked. */
export const talkLine = (page: OwnCircle, { talkOn }: NetworkWave) =>
  talkOn === null ? null : fill(mapWordsFor(page.listener).talkOn, { day: dayOf(talkOn, page) })

/** All moments: what can be filled in now, and the maps that are ready. */
export function mapListPage(
  page: OwnCircle,
  of: { waves: readonly NetworkWave[]; standing: Standing; filled: ReadonlySet<string>; told: string | null },
): string {
  const words = mapWordsFor(page.listener)
  const open = of.waves.filter(({ state }) => state === 'open')
  const shut = of.waves.filter(({ state }) => state === 'closed')
  const choice = html`<p><a href="${to(page, '/keuze/network-map')}">${of.standing === 'may-fill' ? words.stop : words.toChoice}</a></p>`
  const line = (wave: NetworkWave) => {
    const { id, title, closesOn } = wave
    const way = of.filled.has(id) ? words.change : words.fill
    return html`<p>${fill(words.open, { title, day: dayOf(closesOn, page) })} ${of.filled.has(id) ? words.filled : null} ${talkLine(page, wave)}</p>
      ${of.standing === 'may-fill' ? html`<p><a class="b" href="${to(page, `/kaart/${id}`)}">${way}</a></p>` : null}`
  }
  const maps = shut.map(
    (wave) =>
      html`<li><a href="${to(page, `/kaart/${wave.id}`)}">${wave.title}</a> <i>${fill(words.shut, { day: dayOf(wave.closesOn, page) })}</i> ${talkLine(page, wave)}</li>`,
  )
  return circleDocument(frameOf(page), {
    title: words.title,
    below: '/kaart',
    main: html`<h1>${words.title}</h1>${told(of.told)}<p>${words.intro}</p><p>${words.noJudging}</p>
      ${open.length === 0 ? html`<p>${words.none}</p>` : open.map(line)}
      ${of.standing === 'may-fill' ? null : html`<p>${words.ask}</p>`}${choice}
      ${maps.length === 0 ? null : html`<section><h2>${words.maps}</h2><ul>${maps}</ul></section>`}`,
  })
}

const told = (text: string | null) => (text === null ? null : html`<p class="box" role="status">${text}</p>`)

/** A sentence where there is one. */
export const said = (text: string | null) => (text === null ? null : html`<p>${text}</p>`)

/** A map that is ready: sentences, questions, the drawing, and who names whom; or what changed since an earlier moment. */
export function mapShutPage(
  page: OwnCircle,
  { details, earlier }: { details: Closed; earlier: readonly NetworkWave[] },
): string {
  const { language } = page.listener
  const words = mapWordsFor(page.listener)
  const { wave, map, compared } = details
  const below = `/kaart/${wave.id}`
  const missing = missingSentences(map, language)
  const sentences =
    compared === null ? findingSentences(map.findings, language) : comparisonSentences(compared, language)
  const heading =
    compared === null ? null : html`<h2>${fill(words.since, { title: compared.before.title })}</h2>`
  const ways = earlier.map(
    ({ id, title }) =>
      html`<p><a href="${to(page, below)}&amp;naast=${id}">${fill(words.since2, { title })}</a></p>`,
  )
  return circleDocument(frameOf(page), {
    title: wave.title,
    below,
    main: html`<h1>${wave.title}</h1><p>${words.noJudging}</p>${heading}
      ${[...sentences, ...missing].map((text) => html`<p>${text}</p>`)}${ways}
      <section><h2>${words.talk}</h2>${said(talkLine(page, wave))}<ul>${networkQuestions(language).map((text) => html`<li>${text}</li>`)}</ul></section>
      <section><h2>${words.list}</h2>${whoNamesWhom(details, page, words)}</section>
      <section><h2>${words.picture}</h2><p>${words.pictureWhy}</p>${drawing(page, details)}</section>
      <p><a href="${to(page, '/kaart')}">${words.back}</a></p>`,
  })
}

/** As wide as it has to be for its names; on a small screen it is moved sideways. */
function drawing(page: OwnCircle, { map, compared }: Closed): Html {
  const { language: lang } = page.listener
  const words = mapWordsFor(page.listener)
  const head = { idPrefix: 'kaart', title: words.title, description: words.pictureWhy, lang, width: 720 }
  const input = networkPicture({ map, compared, focus: null }, head)
  const signs = networkMapSigns(input).map(({ sign, text }) => html`<li>${raw(sign)} ${text}</li>`)
  return html`<div class="wide" tabindex="0" role="group" aria-label="${words.picture}">${raw(networkMap(input).svg)}</div><ul>${signs}</ul>`
}

/** Up to so many people the sides stand open; more are folded, each side a line to tap. */
const openUpTo = 12

/** The picture in words: everybody by side, with whom she names. */
function whoNamesWhom(details: Closed, page: OwnCircle, words: MapWords): Html[] {
  const { people, sides } = details.map
  const isOpen = people.length <= openUpTo
  return sides.flatMap((side) => {
    const own = people.filter(({ sides: hers }) => hers[0] === side.id)
    if (own.length === 0) return []
    const title = fill(words.side, { name: side.name, count: String(own.length) })
    return [
      html`<details${isOpen ? html` open` : null}><summary>${title}</summary><ul>${own.map((person) => namedBy(person, { details, page, words }))}</ul></details>`,
    ]
  })
}

type Naming = { details: Closed; page: OwnCircle; words: MapWords }

function namedBy(person: Closed['map']['people'][number], { details, page, words }: Naming): Html {
  const { map, compared } = details
  const { language } = page.listener
  const nameOf = (id: string) => map.people.find(({ participant }) => participant === id)?.name ?? ''
  const others = map.sides.filter(({ id }) => person.sides.slice(1).includes(id)).map(({ name }) => name)
  const hers = ({ from }: { from: string }) => from === person.participant
  const told =
    compared === null
      ? map.ties
          .filter((tie) => hers(tie) && tie.often !== 'never')
          .map((tie) => ({ to: tie.to, words: tieWords(tie, language) }))
      : compared.ties.filter(hers).map((tie) => ({ to: tie.to, words: comparedWords(tie, language) }))
  const said = told.map(
    (one) => html`<p>${fill(words.names, { name: nameOf(one.to), words: one.words })}</p>`,
  )
  const rest = compared === null && said.length === 0 ? html`<p>${words.namesNobody}</p>` : null
  return html`<li><b>${person.name}</b> <i>${others.join(', ')}</i>${said}${rest}</li>`
}
