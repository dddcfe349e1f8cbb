import type { Language } from '../shared/language.ts'
import { type Concern, concernsIn, generalise } from '../shared/recognisable.ts'
import { markerWord, type RuptureKind, type RuptureMarker, type RuptureStep } from './rupture.ts'
import { ruptureKindWord, ruptureStepWord } from './rupture.words.ts'

/** What a case is made of. Title, purpose, voices and days of the collaboration are left out on purpose: they point at it. */
export type CaseSource = {
  /** Kind × context × situation, in words. */
  setting: readonly string[]
  kind: RuptureKind
  markers: readonly RuptureMarker[]
  text: string
  steps: readonly { step: RuptureStep; text: string }[]
  /** Of everybody who takes part and of the author: taken out wherever they stand. */
  names: readonly string[]
}

const words = {
  nl: {
    title: 'Casus voor intervisie',
    setting: 'Waar het speelt',
    noticed: 'Wat ik merkte',
    story: 'Wat er gebeurde',
    done: 'Wat ik tot nu toe deed',
    question: 'Mijn vraag aan de groep',
  },
  en: {
    title: 'Case for peer reflection',
    setting: 'Where it happens',
    noticed: 'What I noticed',
    story: 'What happened',
    done: 'What I did so far',
    question: 'My question to the group',
  },
} as const

/** No more is kept of a case than of any other note of one's own. */
export const caseAtMost = 4000
const storyAtMost = 1400
const stepAtMost = 220

/**
 * A draft of a case in which nobody should be recognised: names, places, days, ages and numbers are taken out of what the
 * author wrote, and nothing else of the collaboration is in it. It is a draft: she reads it through and stays responsible.
 * At most `caseAtMost` characters.
 */
export function peerCaseDraft(source: CaseSource, language: Language): string {
  const text = words[language]
  const plain = (own: string, most: number) => cut(generalise(own, { names: source.names, language }), most)
  const noticed = [
    ruptureKindWord(source.kind, language),
    ...source.markers.map((one) => markerWord(one, language)),
  ]
  const steps = source.steps
    .filter((one) => one.text.trim() !== '')
    .map((one) => `- ${ruptureStepWord(one.step, language)}: ${plain(one.text, stepAtMost)}`)
  const parts: [string, string][] = [
    [text.setting, source.setting.join(' · ')],
    [text.noticed, noticed.join('; ')],
    [text.story, plain(source.text, storyAtMost)],
    [text.done, steps.join('\n')],
    [text.question, '…'],
  ]
  const blocks = parts.filter(([, body]) => body !== '').map(([head, body]) => `${head}:\n${body}`)
  return [text.title, ...blocks].join('\n\n')
}

/** What may still point at somebody in a case that its author changed; each word once, in the order of the text. */
export function peerCaseConcerns(text: string, names: readonly string[]): Concern[] {
  const found = concernsIn(text, names)
  return found.filter((one, at) => found.findIndex(({ word }) => word === one.word) === at)
}

function cut(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
