import type { FormModel } from '@weerklank/core/feedback/form'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import type { SlotAt } from '@weerklank/core/feedback/form.live'
import type { FormPart } from '@weerklank/core/feedback/form.parts'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import type { Language } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'

/** Around every page of a form. */
export type FormFrame = {
  listener: Listener & { language: Language }
  /** Tag of the language in which the questions are shown. */
  formLanguage: string
  workspace: string | null
  /** `/v/<token>`; in a preview where the preview is. */
  path: string
  timeZone: string
  /** Nothing is kept, and nothing can be sent. */
  isPreview?: boolean
}

/** A form as somebody has filled it in so far. */
export type FilledForm = {
  model: FormModel
  parts: readonly FormPart[]
  slots: ReadonlyMap<string, SlotAt>
  /** What could not be read as an answer, by path. */
  unread: Readonly<Record<string, Entry>>
  computed: ReadonlyMap<string, FormValue>
}

/** Whom it is about, and who reads it. */
export type FormPeople = { name: string; seenBy: readonly string[]; unseenBy: readonly string[] }

/** Looking something up in a long list of choices. */
export type Lookup = { path: string; text: string }

export type FormPageModel = FormFrame &
  FormPeople & {
    filled: FilledForm
    /** Which part, from 0. */
    part: number
    /** What has to be mended, by path. */
    problems: ReadonlyMap<string, string>
    hasNewQuestions: boolean
    lookup: Lookup | null
  }
