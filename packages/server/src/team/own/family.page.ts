import { type Html, html } from '../../http/html.ts'
import {
  areaField,
  lineField,
  radioField,
  selectField,
  type Told,
  type Typed,
  toldBox,
} from '../../http/own-fields.ts'
import { isOfFamily } from '../circle.open.ts'
import type { FamilyWordRow } from '../family.repository.ts'
import { wordLine } from './family.section.ts'
import { familyWordsFor } from './family.text.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'

export type FamilyPage = {
  page: OwnCircle
  rows: readonly FamilyWordRow[]
  typed: Typed
  told: Told
  /** Of the word that is written down now: a repeat is the same. */
  id: string
}

/** Writing down what the family is asked or told, and that it was said; for who does not speak for the family. */
export function familyPage({ page, rows, typed, told, id }: FamilyPage): string {
  const words = familyWordsFor(page.listener)
  const open = rows.filter(({ said_at }) => said_at === null).map((row) => openWord(page, row))
  const said = rows.filter(({ said_at }) => said_at !== null)
  const done =
    said.length === 0 ? null : html`<ul>${said.map((row) => html`<li>${wordLine(page, row)}</li>`)}</ul>`
  return circleDocument(frameOf(page), {
    title: words.family,
    below: '/gezin',
    main: html`<h1>${words.family}</h1><p>${words.onlySaid}</p>${toldBox(told)}${open}${done}
      <section><h2>${words.add}</h2>${addForm(page, { typed, told, id })}</section>`,
  })
}

function openWord(page: OwnCircle, row: FamilyWordRow): Html {
  const words = familyWordsFor(page.listener)
  const name = `answer-${row.id}`
  return html`<section>${wordLine(page, row)}<details><summary>${words.isSaid}</summary>
    <form method="post" action="${to(page, `/gezin/${row.id}`)}"><input type="hidden" name="version" value="${row.version}">
    ${areaField({ name, label: words.whatAnswer, value: '' })}<p><button>${words.saidNow}</button></p></form></details></section>`
}

function addForm(page: OwnCircle, { typed, told, id }: Pick<FamilyPage, 'typed' | 'told' | 'id'>): Html {
  const words = familyWordsFor(page.listener)
  const value = (name: string) => typed.get(name) ?? ''
  const kinds = [
    { value: 'ask', label: words.kindAsk },
    { value: 'tell', label: words.kindTell },
  ]
  const choices = page.circle.people
    .filter((one) => one.left_at === null && !isOfFamily(page.circle, one))
    .map(({ participant_id, name }) => ({ value: participant_id as string, label: name }))
  return html`<form method="post" action="${to(page, '/gezin')}"><input type="hidden" name="id" value="${id}">
    ${radioField({ name: 'kind', label: words.kind, value: value('kind') || 'ask', choices: kinds })}
    ${areaField({ name: 'text', label: words.text, value: value('text'), told })}
    ${selectField({ name: 'who', label: words.who, value: value('who') || page.self.participant_id, groups: [{ label: null, choices }] })}
    ${lineField({ name: 'when', label: words.when, value: value('when'), type: 'date' })}
    <p><button class="go">${words.addNow}</button></p></form>`
}
