import type { MutualRow } from '@weerklank/core/charts/mutual-picture'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { type MutualLine, mutualLines } from '@weerklank/core/feedback/mutual'
import type { MutualPicture } from '@weerklank/core/feedback/mutual.contract'
import { guessWords, lineWords } from '@weerklank/core/feedback/mutual.words'
import type { Language } from '@weerklank/core/shared/language'

export type MutualNames = { client: string; professional: string }

/** The items of the picture with what each answered and guessed. */
export function linesOf(picture: MutualPicture, instrument: Instrument): MutualLine[] {
  return mutualLines(instrument, {
    client: picture.clientSide?.answers ?? null,
    professional: picture.professionalSide?.answers ?? null,
    clientGuess: picture.clientGuess,
    professionalGuess: picture.professionalGuess,
  })
}

/** The short names of the items. */
export function labelsOf({ items }: Instrument, language: Language): Record<string, string> {
  return Object.fromEntries(items.map(({ id, label }) => [id, label[language]]))
}

type Telling = { names: MutualNames; labels: Readonly<Record<string, string>>; language: Language }

/** The rows of the picture. */
export function rowsOf(lines: readonly MutualLine[], { names, labels, language }: Telling): MutualRow[] {
  const value = (at: number | null) => (at === null ? null : { value: at, label: valueLabel(at, language) })
  return lines.map((line) => ({
    label: labels[line.item] ?? line.item,
    first: value(line.client),
    second: value(line.professional),
    // A guess of the client is about the professional: it stands in the professional's shape.
    firstGuessed: line.clientGuess,
    secondGuessed: line.professionalGuess,
    words: lineWords(line, { names, language, short: true }),
    isMarked: line.marked,
  }))
}

/** What each had guessed, beside the answer, as sentences by item. */
export function guessesOf(
  lines: readonly MutualLine[],
  { names, labels, language }: Telling,
): { id: string; label: string; text: string }[] {
  return lines.flatMap((line) => {
    const label = labels[line.item] ?? line.item
    const one = (side: 'client' | 'professional') => {
      const guess = side === 'client' ? line.clientGuess : line.professionalGuess
      const value = side === 'client' ? line.professional : line.client
      const fit = side === 'client' ? line.clientGuessFit : line.professionalGuessFit
      if (guess === null || value === null || fit === null) return []
      const text = guessWords({ who: names[side], guess, value, fit }, language)
      return [{ id: `${line.item}-${side}`, label, text }]
    }
    return [...one('client'), ...one('professional')]
  })
}
