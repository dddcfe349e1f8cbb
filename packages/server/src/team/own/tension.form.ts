import { fill } from '@weerklank/core/shared/spoken'
import { polesOf, type TensionPair, type TensionWords, tensionPairs } from '@weerklank/core/team/tension'
import { type Html, html } from '../../http/html.ts'
import { areaField, lineField, type Typed } from '../../http/own-fields.ts'
import { to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { type OwnTensionWords, ownTensionWordsFor } from './tension.text.ts'

export type TensionField = keyof TensionWords

/** A tension that somebody writes down by her link. */
export type TensionDraft = {
  pair: TensionPair
  /** Of the tension that is put in now: a repeat is the same. */
  id: string
  typed: Typed
  /** What is the matter, by the field in which it stands. */
  wrong: Partial<Record<TensionField, string>>
  /** The words at which she is asked to look once more. */
  weighed: readonly string[]
}

const fields = ['left', 'leftGood', 'right', 'rightGood', 'situation', 'asks'] as const

/** The pairs that people know, and a pair of one's own: each leads to its form. */
export function pairChoice(page: OwnCircle): Html {
  const words = ownTensionWordsFor(page.listener)
  const ways = tensionPairs.map((pair) => {
    const [left, right] = polesIn(page, pair)
    const name = left === '' ? words.own : `${left} ↔ ${right}`
    return html`<a class="b" href="${to(page, '/spanningen')}&amp;paar=${pair}">${name}</a>`
  })
  return html`<section><h2>${words.add}</h2><p>${words.which}</p>${ways}</section>`
}

/** What both poles are called as she reads; of an own pair she writes them herself. */
export function polesIn({ listener }: OwnCircle, pair: TensionPair): readonly [string, string] {
  if (pair === 'own') return ['', '']
  const [left, right] = polesOf(pair)
  return [left.name[listener.language], right.name[listener.language]]
}

/** Both poles with what is good about them, and where it shows; with what has to be mended or weighed. */
export function tensionForm(page: OwnCircle, draft: TensionDraft): Html {
  const words = ownTensionWordsFor(page.listener)
  const { weighed, id, pair } = draft
  const labels = labelsOf(words, { page, pair })
  const hints = hintsOf(words, { page, pair })
  const one = (name: TensionField) => {
    const text = draft.wrong[name]
    const hint = hints[name]
    const told = text === undefined ? null : ({ kind: 'wrong', field: name, text } as const)
    const field = { name, label: labels[name], value: draft.typed.get(name) ?? '', told }
    const hinted = hint === undefined ? field : { ...field, hint }
    return name === 'left' || name === 'right' ? lineField(hinted) : areaField(hinted)
  }
  return html`<section><h2>${words.add}</h2>${wrongBox(draft, labels)}${weighBox(words, weighed)}<p>${words.read}</p>
    <form method="post" action="${to(page, '/spanningen')}"><input type="hidden" name="do" value="nieuw">
    <input type="hidden" name="id" value="${id}"><input type="hidden" name="pair" value="${pair}">
    <input type="hidden" name="weighed" value="${JSON.stringify(weighed)}">${fields.map(one)}
    <p><button class="go">${weighed.length > 0 ? words.keepAsIs : words.keep}</button></p></form>
    <p><a href="${to(page, '/spanningen')}">${words.otherPair}</a></p></section>`
}

type Of = { page: OwnCircle; pair: TensionPair }

function labelsOf(words: OwnTensionWords, { page, pair }: Of): Readonly<Record<TensionField, string>> {
  const [left, right] = polesIn(page, pair)
  const good = (pole: string, other: string) => (pole === '' ? other : fill(words.good, { pole }))
  return {
    ...{ left: words.left, leftGood: good(left, words.leftGood) },
    ...{ right: words.right, rightGood: good(right, words.rightGood) },
    ...{ situation: words.situation, asks: words.asks },
  }
}

function hintsOf(words: OwnTensionWords, { page, pair }: Of): Partial<Record<TensionField, string>> {
  const always = { situation: words.situationHint, asks: words.mayBeEmpty }
  if (pair === 'own') return always
  const [left, right] = polesOf(pair)
  const { language } = page.listener
  const example = (good: string) => fill(words.example, { example: good })
  return { ...always, leftGood: example(left.good[language]), rightGood: example(right.good[language]) }
}

/** Each field that has to be mended by its name, with the way to it. */
function wrongBox({ wrong }: TensionDraft, labels: Readonly<Record<TensionField, string>>): Html | null {
  const lines = fields.flatMap((name) => {
    const text = wrong[name]
    return text === undefined ? [] : [html`<p><a href="#${name}">${labels[name]} ${text}</a></p>`]
  })
  return lines.length === 0 ? null : html`<div class="box e" role="alert">${lines}</div>`
}

function weighBox(words: OwnTensionWords, weighed: readonly string[]): Html | null {
  if (weighed.length === 0) return null
  return html`<div class="box" role="alert"><p>${fill(words.weigh, { words: weighed.join(', ') })}</p><p>${words.weighDo}</p></div>`
}
