import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import type { Glossary, GlossaryMeaning, GlossaryWord } from '@weerklank/core/team/glossary.contract'
import { type Html, html } from '../../http/html.ts'
import { areaField, lineField, radioField, type Told, type Typed, toldBox } from '../../http/own-fields.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { ownWordsFor } from './words.text.ts'

export type GlossaryPage = {
  page: OwnCircle
  glossary: Glossary
  typed: Typed
  told: Told
  /** Of the word that is put in now: a repeat is the same. */
  id: string
}

/** The words of a circle by link: what each means by them, what was agreed, and saying it oneself. */
export function glossaryPage(shown: GlossaryPage): string {
  const { page, glossary, told } = shown
  const words = ownWordsFor(page.listener)
  const list = glossary.words.map((word) => oneWord(shown, word))
  const none = glossary.words.length === 0 ? html`<p>${words.noWords}</p>` : null
  return circleDocument(frameOf(page), {
    title: words.words,
    below: '/woorden',
    main: html`<h1>${words.words}</h1><p>${words.wordsWhy}</p>${toldBox(told)}${none}${list}
      ${glossary.mayWrite ? addForm(shown) : null}`,
  })
}

function oneWord(shown: GlossaryPage, word: GlossaryWord): Html {
  const words = ownWordsFor(shown.page.listener)
  const states = { 'to-explain': words.explain, different: words.different, agreed: words.agreedState }
  const meanings =
    word.meanings.length === 0
      ? html`<p>${words.nobody}</p>`
      : html`<ul>${word.meanings.map((one) => html`<li>${meaningLine(shown.page, one)}</li>`)}</ul>`
  return html`<section id="w-${word.id}"><h2>${word.word} <i>${states[word.state]}</i></h2>
    ${agreedLines(shown.page, word)}${meanings}${shown.glossary.mayWrite ? forms(shown, word) : takeBackForm(shown, word)}</section>`
}

function meaningLine(page: OwnCircle, { by, isMine, text }: GlossaryMeaning): Html {
  const words = ownWordsFor(page.listener)
  const who = by === null ? words.table : isMine ? words.you : by.name
  return html`<p><i>${[who, ...(by?.sides ?? [])].join(' · ')}</i></p><p>${text}</p>`
}

function agreedLines(page: OwnCircle, { agreed }: GlossaryWord): Html | null {
  const words = ownWordsFor(page.listener)
  const [newest, ...earlier] = agreed
  if (newest === undefined) return null
  const when = (on: string) =>
    fill(words.agreedOn, { day: dayMonth(`${on}T12:00:00Z`, page.listener.language, 'UTC') })
  const before =
    earlier.length === 0
      ? null
      : html`<details><summary>${words.earlier}</summary><ul>${earlier.map((one) => html`<li>${one.text} <i>${when(one.on)}</i></li>`)}</ul></details>`
  return html`<blockquote><b>${newest.text}</b><br><i>${when(newest.on)}</i></blockquote>${before}`
}

function forms(shown: GlossaryPage, word: GlossaryWord): Html {
  const { page, typed, told } = shown
  const words = ownWordsFor(page.listener)
  const isDifferent = word.state === 'different'
  const mine = word.meanings.find(({ isMine }) => isMine)
  const name = `mine-${word.id}`
  const isOpen = typed.has(name)
  const whose = [
    { value: 'me', label: words.asMe },
    { value: 'table', label: words.asTable },
  ]
  const isSaid = told?.kind === 'wrong' && told.field === name
  return html`<details${isOpen ? html` open` : null}><summary>${words.mine}</summary>${start(page, 'bedoel', word)}
    ${areaField({ name, label: words.mine, hint: words.mineHint, value: typed.get(name) ?? mine?.text ?? '', ...(isSaid && { told }) })}
    ${radioField({ name: `from-${word.id}`, label: words.whose, hint: words.tableHint, value: typed.get(`from-${word.id}`) ?? 'me', choices: whose })}
    <p><button>${words.keep}</button></p></form></details>
    ${takeBackForm(shown, word)}${agreeForm(shown, word)}
    ${start(page, isDifferent ? 'zelfde' : 'anders', word)}<p><button>${isDifferent ? words.sayAlike : words.sayDiffers}</button></p></form>`
}

/** What she wrote she takes back at any time, also when nothing new is asked. */
function takeBackForm({ page }: GlossaryPage, word: GlossaryWord): Html | null {
  const mine = word.meanings.find(({ isMine }) => isMine)
  if (mine === undefined) return null
  return html`${start(page, 'weg', word)}<input type="hidden" name="meaning" value="${mine.id}"><p><button>${ownWordsFor(page.listener).takeBack}</button></p></form>`
}

/** What was typed stays when somebody else wrote a meaning in the meantime: that one is shown beside it. */
function agreeForm({ page, typed, told }: GlossaryPage, word: GlossaryWord): Html {
  const words = ownWordsFor(page.listener)
  const name = `agreed-${word.id}`
  const [newest] = word.agreed
  const isOpen = typed.has(name)
  const isLate = isOpen && newest !== undefined && Number(typed.get('base') ?? newest.seq) < newest.seq
  const late = isLate
    ? html`<div class="box" role="alert"><p>${fill(words.since, { text: newest.text })}</p><p>${words.sinceDo}</p></div>`
    : null
  const isSaid = told?.kind === 'wrong' && told.field === name
  return html`<details${isOpen ? html` open` : null}><summary>${words.agree}</summary>${late}${start(page, 'afspraak', word)}
    <input type="hidden" name="base" value="${String(newest?.seq ?? 0)}">
    ${areaField({ name, label: words.agreeText, value: typed.get(name) ?? newest?.text ?? '', ...(isSaid && { told }) })}
    <p><button>${words.agreeNow}</button></p></form></details>`
}

const start = (page: OwnCircle, act: string, { id }: GlossaryWord): Html =>
  html`<form method="post" action="${to(page, '/woorden')}"><input type="hidden" name="do" value="${act}"><input type="hidden" name="word" value="${id}">`

function addForm({ page, typed, told, id }: GlossaryPage): Html {
  const words = ownWordsFor(page.listener)
  const isSaid = told?.kind === 'wrong' && told.field === 'new'
  return html`<section><h2>${words.add}</h2><form method="post" action="${to(page, '/woorden')}">
    <input type="hidden" name="do" value="woord"><input type="hidden" name="id" value="${id}">
    ${lineField({ name: 'new', label: words.word, value: typed.get('new') ?? '', ...(isSaid && { told }) })}
    <p><button class="go">${words.addNow}</button></p></form></section>`
}
