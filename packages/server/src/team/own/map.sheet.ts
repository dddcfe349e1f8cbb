import { fill } from '@weerklank/core/shared/spoken'
import { oftens, usefuls } from '@weerklank/core/team/network'
import type { NetworkSheet, NetworkWave } from '@weerklank/core/team/network.contract'
import { oftenWord, tieWords, usefulWord } from '@weerklank/core/team/network.words'
import { type Html, html } from '../../http/html.ts'
import { lineField, selectField } from '../../http/own-fields.ts'
import { said, talkLine } from './map.page.ts'
import { type MapWords, mapWordsFor } from './map.text.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

type Person = NetworkSheet['people'][number]

/** Up to so many people stand open at once; more are folded, each a line to tap. */
const openUpTo = 6
/** With more people than this one looks for them by side or by name. */
const soughtFrom = 12

/** Whom of the people is asked to be shown: of one side, or by a part of their name. */
export type Sought = { side: string; name: string }

/**
 * One moment that is open: everybody who said yes, by side, each with two questions that can be skipped. Whoever is not shown
 * keeps what was told of her: it goes along unseen.
 */
export function mapSheetPage(
  page: OwnCircle,
  of: { wave: NetworkWave; sheet: NetworkSheet; sought: Sought },
): string {
  const { wave, sheet, sought } = of
  const words = mapWordsFor(page.listener)
  const below = `/kaart/${wave.id}`
  const shown = sheet.people.filter((person) => isSought(person, sought))
  const form =
    sheet.people.length === 0
      ? html`<p>${words.nobody}</p>`
      : html`<form method="post" action="${to(page, below)}">${shown.length === 0 ? html`<p>${words.nobodyFound}</p>` : bySide(page, sheet, shown)}
        ${unseen(sheet, shown)}${shown.length === 0 ? null : html`<button class="go">${words.keep}</button>`}</form>`
  const back =
    sheet.mine === null
      ? null
      : html`<form class="plain" method="post" action="${to(page, `${below}/terug`)}"><button>${words.takeBack}</button></form>`
  return circleDocument(frameOf(page), {
    title: wave.title,
    below,
    main: html`<h1>${wave.title}</h1><p>${words.whoSees}</p><p>${words.onlyYes} ${words.skip}</p>${said(talkLine(page, wave))}
      ${sheet.people.length > soughtFrom ? finding(page, of, shown.length) : null}${form}${back}
      <p><a href="${to(page, '/kaart')}">${words.back}</a></p>`,
  })
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function isSought(person: Person, { side, name }: Sought): boolean {
  const isOf = side === '' || person.sides.some((one) => one === side)
  return isOf && plain(person.name).includes(plain(name.trim()))
}

type Finding = { wave: NetworkWave; sheet: NetworkSheet; sought: Sought }

/** By side and by name, without a script: the page comes again with whom it found. */
function finding(page: OwnCircle, { wave, sheet, sought }: Finding, found: number): Html {
  const words = mapWordsFor(page.listener)
  const sides = sheet.sides.map(({ id, name }) => ({ value: id as string, label: name }))
  const choices = [{ value: '', label: words.allSides }, ...sides]
  const count = fill(words.found, { count: String(found), all: String(sheet.people.length) })
  return html`<form class="plain" method="get" action="${page.root}/kaart/${wave.id}"><input type="hidden" name="lang" value="${page.listener.language}">
    ${selectField({ name: 'kant', label: words.whichSide, value: sought.side, groups: [{ label: null, choices }] })}
    ${lineField({ name: 'naam', label: words.whichName, value: sought.name })}
    <p><button>${words.find}</button> <i>${count} ${words.keepFirst}</i></p></form>`
}

function bySide(page: OwnCircle, sheet: NetworkSheet, shown: readonly Person[]): Html[] {
  return sheet.sides.flatMap((side) => {
    // By her first side: somebody of two sides is asked about once.
    const people = shown.filter(({ sides: own }) => own[0] === side.id)
    if (people.length === 0) return []
    const isOpen = shown.length <= openUpTo
    return [
      html`<section><h2>${side.name}</h2>${people.map((person) => oneOf(page, { person, sheet, isOpen }))}</section>`,
    ]
  })
}

const toldOf = ({ mine }: NetworkSheet, person: Person) =>
  mine?.find(({ to: one }) => one === person.participant)

type One = { person: Person; sheet: NetworkSheet; isOpen: boolean }

function oneOf(page: OwnCircle, { person, sheet, isOpen }: One): Html {
  const { language } = page.listener
  const mine = toldOf(sheet, person)
  const others = sheet.sides.filter(({ id }) => person.sides.slice(1).includes(id)).map(({ name }) => name)
  const said = mine === undefined ? null : html` <i>${tieWords(mine, language)}</i>`
  return html`<details${isOpen ? html` open` : null}><summary><b>${person.name}</b>${others.length === 0 ? null : `, ${others.join(', ')}`}${said}</summary>
    ${questions(mapWordsFor(page.listener), { person, mine, language })}</details>`
}

type Asked = {
  person: Person
  mine: ReturnType<typeof toldOf>
  language: OwnCircle['listener']['language']
}

function questions(words: MapWords, { person, mine, language }: Asked): Html {
  const radio = (name: string, value: string, of: { text: string; isChosen: boolean }) =>
    html`<label><input type="radio" name="${name}" value="${value}"${of.isChosen ? html` checked` : null}> ${of.text}</label>`
  const id = person.participant
  const often = oftens.map((one) =>
    radio(`o-${id}`, one, { text: oftenWord(one, language), isChosen: mine?.often === one }),
  )
  const useful = usefuls.map((one) =>
    radio(`u-${id}`, one, { text: usefulWord(one, language), isChosen: mine?.useful === one }),
  )
  const { name } = person
  return html`<fieldset><legend>${fill(words.often, { name })}</legend>${often}${radio(`o-${id}`, '', { text: words.skipOften, isChosen: mine === undefined })}</fieldset>
    <fieldset><legend>${fill(words.useful, { name })}</legend>${useful}${radio(`u-${id}`, '', { text: words.skipUseful, isChosen: (mine?.useful ?? null) === null })}</fieldset>`
}

/** What was told of those who are not shown now, so that keeping the others does not take it away. */
function unseen(sheet: NetworkSheet, shown: readonly Person[]): Html[] {
  return sheet.people
    .filter((person) => !shown.includes(person))
    .flatMap((person) => {
      const mine = toldOf(sheet, person)
      if (mine === undefined) return []
      const field = (name: string, value: string) =>
        html`<input type="hidden" name="${name}-${person.participant}" value="${value}">`
      return [field('o', mine.often), field('u', mine.useful ?? '')]
    })
}
