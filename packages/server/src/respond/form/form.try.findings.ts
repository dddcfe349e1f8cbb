import {
  type FormItem,
  type FormModel,
  formText,
  itemsByLinkId,
  itemsOf,
} from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import { languagesOf } from '@weerklank/core/feedback/form.build-language'
import { answersToSend } from '@weerklank/core/feedback/form.change'
import { layForm } from '@weerklank/core/feedback/form.enabling'
import { levelsOf, wordingGaps } from '@weerklank/core/feedback/form.level'
import type { FormScores, NotComputed } from '@weerklank/core/feedback/form.score'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import type { Tried, TryBody } from '@weerklank/core/feedback/form-build.contract'
import type { MemberSession } from '../../access/access.ts'
import type { StoredForm } from '../../feedback/form.repository.ts'
import type { Scorer } from '../../fhir/score.ts'
import { findingsOf } from './form.link.ts'
import type { FilledForm } from './form.model.ts'
import { previewFrame } from './form.preview.ts'
import { allProblems } from './form.problem.ts'
import type { Draft } from './form.repository.ts'
import { placedRules, toldRules } from './form.rules.ts'
import { formWordsFor } from './form.text.ts'

type Filled = { form: StoredForm; filled: FilledForm; draft: Draft; session: MemberSession; scorer: Scorer }

type Told = Pick<Tried, 'problems' | 'hints' | 'scores' | 'sum'>

/** What is missing or refused, and each score, in the language of who tries it. */
export async function findingsIn({ form, filled, draft, session, scorer }: Filled): Promise<Told> {
  const { language } = session.member
  const { timeZone } = session.workspace
  const words = formWordsFor({ language, address: 'je' })
  const rules = toldRules(placedRules(filled))
  const items = itemsByLinkId(form.model)
  const at = ([path, problem]: readonly [string, string]) => {
    const item = filled.slots.get(path)?.slot.item
    return { ...nameOf(item, language), problem }
  }
  const { computed, enabled } = filled.found
  const answers = answersToSend(layForm(form.model, draft.answers, enabled), computed)
  const { scores } = await findingsOf(scorer, form, answers)
  const reader = { language, formLanguage: language, timeZone }
  return {
    problems: [...rules.errors, ...allProblems(filled, { words, timeZone })].map(at),
    hints: [...rules.hints].map(at),
    scores: scoresOf(form.model, scores).map(({ linkId, value, why }) => {
      const item = items.get(linkId)
      const said = value === null || item === undefined ? null : answerInWords(item, value, reader)
      return { ...nameOf(item, language), value: said, why }
    }),
    sum: scores?.sum ?? null,
  }
}

const nameOf = (item: FormItem | undefined, language: string) => ({
  linkId: item?.linkId ?? null,
  text: item === undefined ? '' : formText(item.text, language) || item.linkId,
})

type Score = { linkId: string; value: FormValue | null; why: NotComputed['reason'] | 'open' | null }

/** Each item that computes something, with what it computed or why it did not. */
function scoresOf(model: FormModel, scores: FormScores | null): Score[] {
  const { values = [], notComputed = [] } = scores ?? {}
  return [...itemsOf(model.items)].flatMap((item): Score[] => {
    if (item.calculated === undefined) return []
    const { linkId } = item
    const found = values.filter((one) => one.linkId === linkId)
    if (found.length > 0) return found.map(({ value }) => ({ linkId, value, why: null }))
    const why = notComputed.find((one) => one.linkId === linkId || one.linkId === '')?.reason ?? 'open'
    return [{ linkId, value: null, why }]
  })
}

/** Where words are missing for this reader, and for whom there are any. */
export function wordsIn(
  model: FormModel,
  body: TryBody,
  session: MemberSession,
): Pick<Tried, 'gaps' | 'levels' | 'languages'> {
  const { formLanguage } = previewFrame(model, body, session)
  const items = itemsByLinkId(model)
  const { language } = session.member
  return {
    gaps: wordingGaps(model, { level: body.level, language: formLanguage }).map(({ linkId, missing }) => ({
      ...(linkId === null
        ? { linkId, text: formText(model.title, language) }
        : nameOf(items.get(linkId), language)),
      missing,
    })),
    levels: levelsOf(model),
    languages: languagesOf(model),
  }
}
