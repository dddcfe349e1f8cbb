import { networkMap } from '@weerklank/core/charts/network-map'
import { networkMapSigns } from '@weerklank/core/charts/network-map-legend'
import { withLegend } from '@weerklank/core/charts/picture-file'
import { fill } from '@weerklank/core/shared/spoken'
import { type Day, dayMonth } from '@weerklank/core/shared/time'
import { oftens, usefuls } from '@weerklank/core/team/network'
import type { NetworkDetails, NetworkSheet, NetworkWave } from '@weerklank/core/team/network.contract'
import {
  comparedWords,
  comparisonSentences,
  findingSentences,
  missingSentences,
  networkQuestions,
  oftenWord,
  tieWords,
  usefulWord,
} from '@weerklank/core/team/network.words'
import { networkPicture } from '@weerklank/core/team/network-picture'
import { type Html, html, raw } from '../../http/html.ts'
import { type MapWords, mapWordsFor } from './map.text.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

type Standing = NetworkSheet['standing']
type Closed = Extract<NetworkDetails, { state: 'closed' }>

const dayOf = (day: Day, { listener }: OwnCircle) => dayMonth(`${day}T12:00:00Z`, listener.language, 'UTC')

/** All moments: what can be filled in now, and the maps that are ready. */
export function mapListPage(
  page: OwnCircle,
  of: { waves: readonly NetworkWave[]; standing: Standing; filled: ReadonlySet<string>; told: string | null },
): string {
  const words = mapWordsFor(page.listener)
  const open = of.waves.filter(({ state }) => state === 'open')
  const shut = of.waves.filter(({ state }) => state === 'closed')
  const choice = html`<p><a href="${to(page, '/keuze/network-map')}">${of.standing === 'may-fill' ? words.stop : words.toChoice}</a></p>`
  const line = ({ id, title, closesOn }: NetworkWave) => {
    const way = of.filled.has(id) ? words.change : words.fill
    return html`<p>${fill(words.open, { title, day: dayOf(closesOn, page) })} ${of.filled.has(id) ? words.filled : null}</p>
      ${of.standing === 'may-fill' ? html`<p><a class="b" href="${to(page, `/kaart/${id}`)}">${way}</a></p>` : null}`
  }
  const maps = shut.map(
    ({ id, title, closesOn }) =>
      html`<li><a href="${to(page, `/kaart/${id}`)}">${title}</a> <i>${fill(words.shut, { day: dayOf(closesOn, page) })}</i></li>`,
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

/** One moment that is open: everybody who said yes, by side, each with two questions that can be skipped. */
export function mapSheetPage(
  page: OwnCircle,
  { wave, sheet }: { wave: NetworkWave; sheet: NetworkSheet },
): string {
  const words = mapWordsFor(page.listener)
  const below = `/kaart/${wave.id}`
  const sides = sheet.sides.flatMap((side) => {
    // By her first side: somebody of two sides is asked about once.
    const people = sheet.people.filter(({ sides: own }) => own[0] === side.id)
    return people.length === 0 ? [] : [{ side, people }]
  })
  const blocks = sides.map(
    ({
      side,
      people,
    }) => html`<details open><summary>${fill(words.side, { name: side.name, count: String(people.length) })}</summary>
      ${people.map((person) => personFields(page, { person, sheet, words }))}</details>`,
  )
  const form =
    sheet.people.length === 0
      ? html`<p>${words.nobody}</p>`
      : html`<form method="post" action="${to(page, below)}">${blocks}<button class="go">${words.keep}</button></form>`
  const back =
    sheet.mine === null
      ? null
      : html`<form class="plain" method="post" action="${to(page, `${below}/terug`)}"><button>${words.takeBack}</button></form>`
  return circleDocument(frameOf(page), {
    title: wave.title,
    below,
    main: html`<h1>${wave.title}</h1><p>${words.whoSees}</p><p>${words.onlyYes} ${words.skip}</p>${form}${back}
      <p><a href="${to(page, '/kaart')}">${words.back}</a></p>`,
  })
}

type Fields = { person: NetworkSheet['people'][number]; sheet: NetworkSheet; words: MapWords }

function personFields({ listener }: OwnCircle, { person, sheet, words }: Fields): Html {
  const { language } = listener
  const mine = sheet.mine?.find(({ to: one }) => one === person.participant)
  const others = sheet.sides.filter(({ id }) => person.sides.slice(1).includes(id)).map(({ name }) => name)
  const radio = (name: string, value: string, of: { text: string; isChosen: boolean }) =>
    html`<label><input type="radio" name="${name}" value="${value}"${of.isChosen ? html` checked` : null}> ${of.text}</label>`
  const id = person.participant
  const oftenRadios = oftens.map((often) =>
    radio(`o-${id}`, often, { text: oftenWord(often, language), isChosen: mine?.often === often }),
  )
  const usefulRadios = usefuls.map((useful) =>
    radio(`u-${id}`, useful, { text: usefulWord(useful, language), isChosen: mine?.useful === useful }),
  )
  return html`<fieldset><legend>${[person.name, ...others].join(', ')}</legend>
    <fieldset><legend>${words.often}</legend>${oftenRadios}${radio(`o-${id}`, '', { text: words.skipOften, isChosen: mine === undefined })}</fieldset>
    <fieldset><legend>${words.useful}</legend>${usefulRadios}${radio(`u-${id}`, '', { text: words.skipUseful, isChosen: (mine?.useful ?? null) === null })}</fieldset></fieldset>`
}

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
      <section><h2>${words.talk}</h2><ul>${networkQuestions(language).map((text) => html`<li>${text}</li>`)}</ul></section>
      <section><h2>${words.picture}</h2><p>${words.pictureWhy}</p><div class="wide" tabindex="0" role="group" aria-label="${words.picture}">${drawing(page, details)}</div></section>
      <section><h2>${words.list}</h2>${whoNamesWhom(details, page, words)}</section>
      <p><a href="${to(page, '/kaart')}">${words.back}</a></p>`,
  })
}

function drawing(page: OwnCircle, { map, compared }: Closed): Html {
  const { language: lang } = page.listener
  const words = mapWordsFor(page.listener)
  const head = { idPrefix: 'kaart', title: words.title, description: words.pictureWhy, lang, width: 720 }
  const input = networkPicture({ map, compared, focus: null }, head)
  return raw(withLegend({ picture: networkMap(input), legend: networkMapSigns(input) }).svg)
}

function whoNamesWhom({ map, compared }: Closed, { listener }: OwnCircle, words: MapWords): Html {
  const { language } = listener
  const nameOf = (id: string) => map.people.find(({ participant }) => participant === id)?.name ?? ''
  const sideNames = (ids: readonly string[]) =>
    map.sides.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const lines = map.people.map(({ participant, name, sides }) => {
    const told =
      compared === null
        ? map.ties
            .filter(({ from, often }) => from === participant && often !== 'never')
            .map((tie) => ({ to: tie.to, words: tieWords(tie, language) }))
        : compared.ties
            .filter(({ from }) => from === participant)
            .map((tie) => ({ to: tie.to, words: comparedWords(tie, language) }))
    const said = told.map(
      (one) => html`<p>${fill(words.names, { name: nameOf(one.to), words: one.words })}</p>`,
    )
    const rest = compared === null && said.length === 0 ? html`<p>${words.namesNobody}</p>` : null
    return html`<li><b>${name}</b> <i>${sideNames(sides).join(', ')}</i>${said}${rest}</li>`
  })
  return html`<ul>${lines}</ul>`
}
