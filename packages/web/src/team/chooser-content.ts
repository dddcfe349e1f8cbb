import type { FormLine } from '@weerklank/core/feedback/form.contract'
import { mayPublishForm } from '@weerklank/core/feedback/form.licence'
import {
  type ChooserInstrument,
  type InstrumentChooser,
  type InstrumentRule,
  isTitleOf,
} from '@weerklank/core/team/chooser'
import content from '../../../../content/team/chooser.json'

/** The rules and instruments; chooser.test.ts holds the file to its shape, so that the browser need not. */
export const chooser = content as unknown as InstrumentChooser

/** The way through the questions, the team for which it is asked, and the talk that was planned on the way. */
export type ChooserSearch = {
  pad?: string | undefined
  team?: string | undefined
  gesprek?: string | undefined
}

/** A form of the organisation that is an instrument, by its title, and whether it may be used now. */
export type Registered = { form: FormLine; mayUse: boolean }

/** With what words the forms of the organisation are looked through for what a rule names. */
export function wordsToLookFor({ outcome }: InstrumentRule): string[] {
  if (outcome.kind === 'talk') return []
  const found = chooser.instruments.filter(({ key }) => outcome.fits.includes(key))
  const words = found.flatMap(({ match = [] }) => match.map((one) => one.split(/[^\p{L}\p{N}]+/u)[0] ?? one))
  return [...new Set(words)]
}

/** The form that is this instrument; one that may be used before one that may not. */
export function registered(
  instrument: ChooserInstrument,
  forms: readonly FormLine[],
): Registered | undefined {
  const found = forms
    .filter(({ title }) => isTitleOf(instrument, title))
    .map((form) => ({
      form,
      mayUse: form.publishedVersion !== null && mayPublishForm(form.licence).allowed,
    }))
  return found.find(({ mayUse }) => mayUse) ?? found[0]
}
