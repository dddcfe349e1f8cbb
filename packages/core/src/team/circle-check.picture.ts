import { radar } from '../charts/radar.ts'
import type { Language } from '../shared/language.ts'
import type { CircleOutcome } from './circle-check.contract.ts'
import { spreadIn } from './circle-check.talk.ts'
import type { CircleInstrument, CircleItem } from './circle-instrument.ts'
import type { Spread } from './spread.ts'
import { spreadSentence } from './spread.words.ts'

/** One question of the picture of a check; `nr` stands at its spoke and before it in the table. */
export type CheckPictureRow = {
  readonly nr: string
  readonly item: CircleItem
  readonly spread: Spread | null
}

const titles: Readonly<Record<Language, (name: string) => string>> = {
  nl: (name) => `${name}: hoe de antwoorden liggen`,
  en: (name) => `${name}: how the answers lie`,
}

/** All questions of a check in one picture, with the middles of the time before, and the rows of the table beside it. */
export function checkPicture(of: {
  id: string
  instrument: CircleInstrument
  outcome: CircleOutcome
  /** Of the same questions; null where there is none. */
  before: CircleOutcome | null
  language: Language
}): { svg: string; rows: readonly CheckPictureRow[] } {
  const { instrument, before, language } = of
  const rows = instrument.items.map((item, at): CheckPictureRow => {
    const spread = spreadIn(of.outcome, { item: item.id, instrument })
    return { nr: String(at + 1), item, spread }
  })
  const svg = radar({
    ...{ idPrefix: `check-${of.id}`, lang: language, scale: instrument.scale },
    title: titles[language](instrument.name[language]),
    description: rows
      .flatMap(({ nr, spread }) => (spread === null ? [] : `${nr}: ${spreadSentence(spread, language)}`))
      .join(' '),
    spokes: rows.map(({ nr, item, spread }) => ({
      label: nr,
      now: spread === null ? null : { ...spread, middle: spread.mean },
      before: before === null ? null : (spreadIn(before, { item: item.id, instrument })?.mean ?? null),
    })),
  })
  return { svg, rows }
}
