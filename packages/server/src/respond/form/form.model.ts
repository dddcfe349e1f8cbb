import type { FormModel } from '@weerklank/core/feedback/form'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import type { SlotAt } from '@weerklank/core/feedback/form.live'
import type { FormPart } from '@weerklank/core/feedback/form.parts'
import type { BrokenRule } from '@weerklank/core/feedback/form.score'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import type { Language } from '@weerklank/core/shared/language'
import type { Reader } from '@weerklank/core/shared/spoken'

/** Around every page of a form. */
export type FormFrame = {
  /** How it is spoken to whom: in any language in which we speak. */
  listener: Reader
  /** Tag of the language in which the questions are shown, where the form has words in it. */
  formLanguage: string
  workspace: string | null
  /** `/v/<token>`; in a preview where the preview is. */
  path: string
  timeZone: string
  /** Only for who looks at a form beforehand: nothing is kept, and nothing can be sent. */
  preview?: FormTry
  /** What is said while a colleague types a paper over. */
  typing?: string
}

/** What a colleague is told on a page that is tried out, in her language. */
export type FormTry = {
  language: Language
  note: string
  /** By linkId (null: the form itself) what is said where words are missing, so that others stand there. */
  gaps: ReadonlyMap<string | null, string>
}

/** What the server found by expressions: values, whether items are asked, and rules of the form that do not hold. */
export type Found = {
  computed: ReadonlyMap<string, FormValue>
  enabled: ReadonlyMap<string, boolean>
  broken: readonly BrokenRule[]
}

/** A form as somebody has filled it in so far. */
export type FilledForm = {
  model: FormModel
  parts: readonly FormPart[]
  slots: ReadonlyMap<string, SlotAt>
  /** What could not be read as an answer, by path. */
  unread: Readonly<Record<string, Entry>>
  found: Found
}

/** Whom it is about, and who reads it. */
export type FormPeople = { name: string; seenBy: readonly string[]; unseenBy: readonly string[] }

/** Rules of a form that do not hold, as they are told on a page. */
export type ToldRules = {
  /** Has to be mended before it is sent: by path, and by '' for the form as a whole. */
  errors: ReadonlyMap<string, string>
  /** Asks to look again, and keeps nobody from going on. */
  hints: ReadonlyMap<string, string>
}

/** Looking something up in a long list of choices. */
export type Lookup = { path: string; text: string }

export type FormPageModel = FormFrame &
  FormPeople & {
    filled: FilledForm
    /** Which part, from 0. */
    part: number
    /** What has to be mended, by path. */
    problems: ReadonlyMap<string, string>
    /** Rules of the form that do not hold at what is on this part. */
    rules: ToldRules
    hasNewQuestions: boolean
    lookup: Lookup | null
  }
