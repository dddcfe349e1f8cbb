import {
  challengeWord,
  markerWord,
  type OwnChallenge,
  type RuptureMarker,
  type RuptureStep,
  ruptureStepWord,
  type SignalRule,
} from '../feedback/feedback.ts'
import { type GoalTheme, themeWord } from '../learning/learning.ts'
import { assertNever } from '../shared/assert-never.ts'
import type { Bilingual, Language } from '../shared/language.ts'
import { fill } from '../shared/spoken.ts'
import type { MeetingPart } from './fit.place.ts'
import type { ItemMoment } from './item.ts'
import { itemMomentWords } from './item.words.ts'

/** Why an item is offered; its words are made by `fitReasonWords`. */
export type FitReason =
  | { readonly by: 'rule'; readonly rule: SignalRule }
  | { readonly by: 'line'; readonly line: string }
  | { readonly by: 'challenge'; readonly challenge: OwnChallenge }
  | { readonly by: 'marker'; readonly marker: RuptureMarker }
  | { readonly by: 'step'; readonly step: RuptureStep }
  | { readonly by: 'theme' | 'mention' | 'like'; readonly code: string }
  | { readonly by: 'topic' | 'subject'; readonly topic: GoalTheme }
  | { readonly by: 'part'; readonly part: MeetingPart }
  | { readonly by: 'moment'; readonly moment: ItemMoment }
  | { readonly by: 'level' | 'format' | 'item' | 'try' }

const rules: Readonly<Record<SignalRule, Bilingual>> = {
  'low-item': { nl: 'omdat één antwoord opviel', en: 'because one answer stood out' },
  drop: { nl: 'omdat het antwoord anders was dan eerst', en: 'because the answer was other than before' },
  'mutual-difference': {
    nl: 'omdat jullie een vraag verschillend beantwoordden',
    en: 'because you answered a question differently',
  },
  'voices-differ': { nl: 'omdat twee mensen dit anders zien', en: 'because two people see this differently' },
  'rupture-open': {
    nl: 'omdat er nog iets openstaat tussen jullie',
    en: 'because something is still open between you',
  },
  'own-challenge': { nl: 'omdat je zei wat je lastig vindt', en: 'because you said what you find hard' },
  'below-cutoff': { nl: 'omdat de antwoorden samen opvielen', en: 'because the answers together stood out' },
  'own-limits': {
    nl: 'omdat dit antwoord anders is dan anders',
    en: 'because this answer is other than usual',
  },
  'no-change': { nl: 'omdat er al een tijd weinig verandert', en: 'because little has changed for a while' },
  ceiling: { nl: 'omdat alles steeds helemaal goed heet', en: 'because all is always said to be fine' },
  'no-check': { nl: 'omdat je al een tijd niets hoorde', en: 'because you heard nothing for a while' },
}

/** When a signal is given: the reason to offer an item, as a time for it. */
export function signalWord(rule: SignalRule, language: Language): string {
  return rules[rule][language].replace(/^omdat /, 'als ').replace(/^because /, 'when ')
}

/** Lines of our own checks, as what they are about (content/instruments). */
const lines: Readonly<Record<string, Bilingual>> = {
  goals: { nl: 'doelen die ertoe doen', en: 'goals that matter' },
  doable: { nl: 'afspraken die lukken', en: 'agreements that work out' },
  'speak-up': { nl: 'durven zeggen', en: 'daring to say it' },
  seen: { nl: 'gezien worden', en: 'being seen' },
  fit: { nl: 'tempo en woorden', en: 'pace and words' },
  talk: { nl: 'praten over samenwerken', en: 'talking about working together' },
  past: { nl: 'eerdere hulp', en: 'earlier help' },
  heard: { nl: 'je verhaal kwijt kunnen', en: 'being able to tell one’s story' },
  what: { nl: 'er iets aan hebben', en: 'getting something out of it' },
  how: { nl: 'een manier die past', en: 'a way that suits' },
  whole: { nl: 'alles bij elkaar', en: 'everything together' },
}

const parts: Readonly<Record<MeetingPart, Bilingual>> = {
  before: { nl: 'omdat jullie straks bij elkaar komen', en: 'because you will meet soon' },
  table: { nl: 'omdat jullie nu samen aan tafel zitten', en: 'because you sit at the table now' },
  case: { nl: 'omdat het nu om een casus gaat', en: 'because it is about a case now' },
  shadow: { nl: 'omdat het nu gaat over wat schuurt', en: 'because it is about what chafes now' },
  agreeing: { nl: 'omdat jullie nu iets afspreken', en: 'because you are agreeing on something now' },
  closing: { nl: 'omdat jullie nu afsluiten', en: 'because you are closing now' },
}

const texts = {
  line: { nl: 'omdat het antwoord over ‘{word}’ opviel', en: 'because the answer about ‘{word}’ stood out' },
  challenge: { nl: 'omdat je zei: {word}', en: 'because you said: {word}' },
  marker: { nl: 'omdat je merkte: {word}', en: 'because you noticed: {word}' },
  step: { nl: 'omdat je bij de stap ‘{word}’ bent', en: 'because you are at the step ‘{word}’' },
  theme: { nl: 'omdat het gaat over ‘{word}’', en: 'because it is about ‘{word}’' },
  like: { nl: 'omdat het lijkt op ‘{word}’', en: 'because it is like ‘{word}’' },
  subject: { nl: 'omdat het lijkt te gaan over {word}', en: 'because it seems to be about {word}' },
  mention: { nl: 'omdat je noemde: ‘{word}’', en: 'because you named: ‘{word}’' },
  topic: { nl: 'omdat je doel gaat over {word}', en: 'because your goal is about {word}' },
  moment: { nl: 'omdat het past {word}', en: 'because it fits {word}' },
  level: {
    nl: 'omdat het ook over je team of organisatie gaat',
    en: 'because it is also about your team or organisation',
  },
  format: { nl: 'omdat het past bij deze gespreksvorm', en: 'because it fits this way of talking' },
  item: { nl: 'omdat het over hetzelfde gaat', en: 'because it is about the same' },
  try: { nl: 'omdat je dit kunt oefenen', en: 'because you can practise this' },
} as const satisfies Record<string, Bilingual>

/**
 * Why an item is offered, beginning with a small letter and without a full stop. `codeName` says how a theme is called; of one
 * without a name, and of a line of an organisation's own form, it is said in general.
 */
export function fitReasonWords(
  reason: FitReason,
  language: Language,
  codeName: (code: string) => Bilingual | undefined,
): string {
  const said = (text: keyof typeof texts, word: string) => fill(texts[text][language], { word })
  switch (reason.by) {
    case 'rule':
      return rules[reason.rule][language]
    case 'line': {
      const word = lines[reason.line]?.[language]
      return word === undefined ? rules['low-item'][language] : said('line', word)
    }
    case 'challenge':
      return said('challenge', challengeWord(reason.challenge, language))
    case 'marker':
      return said('marker', markerWord(reason.marker, language))
    case 'step':
      return said('step', ruptureStepWord(reason.step, language))
    case 'theme':
    case 'mention':
    case 'like': {
      const word = codeName(reason.code)?.[language]
      return word === undefined ? texts.item[language] : said(reason.by, word)
    }
    case 'topic':
    case 'subject':
      return said(reason.by, themeWord(reason.topic, language))
    case 'part':
      return parts[reason.part][language]
    case 'moment':
      return said('moment', itemMomentWords[reason.moment][language])
    case 'level':
    case 'format':
    case 'item':
    case 'try':
      return texts[reason.by][language]
    default:
      return assertNever(reason)
  }
}
