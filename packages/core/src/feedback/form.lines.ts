import type { Language } from '../shared/language.ts'
import { answerInWords } from './form.answer-words.ts'
import type { FormAnswers } from './form.answers.ts'
import { type FormPlace, layForm } from './form.enabling.ts'
import { type FormModel, formText, isAnswerable } from './form.ts'
import type { FormValue } from './form.value.ts'

/** One line of a form that was filled in: a heading, or a question with what was answered (nothing: left empty). */
export type AnswerLine = {
  kind: 'heading' | 'question'
  depth: number
  text: string
  answers: string[]
  linkId: string
}

type Wish = {
  language: Language
  /** Tag of the language in which the words of the form are shown. */
  formLanguage: string
  timeZone: string
  computed?: ReadonlyMap<string, FormValue>
  /** What expressions said of items (see form.enabling.ts). */
  byExpression?: ReadonlyMap<string, boolean>
}

/** What was answered to a form, in its order and in words. What was not asked or is hidden is left out; texts too. */
export function answerLines(model: Pick<FormModel, 'items'>, answers: FormAnswers, wish: Wish): AnswerLine[] {
  return linesOf(layForm(model, answers, wish.byExpression), 0, wish)
}

function linesOf({ slots }: FormPlace, depth: number, wish: Wish): AnswerLine[] {
  return slots.flatMap((slot): AnswerLine[] => {
    const { item } = slot
    if (!slot.enabled || item.hidden === true || item.kind === 'display') return []
    const text = [item.prefix, formText(item.text, wish.formLanguage)].filter((part) => part).join(' ')
    const line = { depth, text, linkId: item.linkId }
    if (item.kind === 'group') {
      return slot.under.flatMap((place) => {
        const inside = linesOf(place, text === '' ? depth : depth + 1, wish)
        return inside.length === 0 || text === ''
          ? inside
          : [{ ...line, kind: 'heading' as const, answers: [] }, ...inside]
      })
    }
    const given = slot.entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
    const found = wish.computed?.get(item.linkId)
    const values = given.length === 0 && found !== undefined ? [found] : given
    if (values.length === 0 && !isAnswerable(item.kind)) return []
    const said = values.map((value) => answerInWords(item, value, wish))
    const below = slot.under
      .slice(0, Math.max(values.length, 1))
      .flatMap((place) => linesOf(place, depth + 1, wish))
    return [{ ...line, kind: 'question' as const, answers: said }, ...below]
  })
}
