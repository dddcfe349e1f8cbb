import { type VoiceKey, voiceKey } from '@weerklank/core/analysis/analysis'
import type { Analysis, Quote } from '@weerklank/core/analysis/analysis.contract'
import { type Voice, voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import type { Language } from '@weerklank/core/shared/language'

/** What a column of the matrix, or a voice in a list, is called; roles that are no voice by `roles`. */
export function voiceKeyWord(key: VoiceKey, language: Language, unknown: string): string {
  const voice = voices.find((one): one is Voice => one === key)
  if (voice !== undefined) return voiceWord(voice, language)
  return roleWords[key]?.[language] ?? unknown
}

/** Roles at the table that count as a voice of their own (core's `voiceKey`). */
const roleWords: Readonly<Partial<Record<VoiceKey, Record<Language, string>>>> = {
  facilitator: { nl: 'gespreksleider', en: 'facilitator' },
  host: { nl: 'gastheer', en: 'host' },
  participant: { nl: 'deelnemer', en: 'participant' },
  witness: { nl: 'getuige', en: 'witness' },
  recorder: { nl: 'verslaglegger', en: 'recorder' },
  timekeeper: { nl: 'tijdbewaker', en: 'timekeeper' },
  presenter: { nl: 'inbrenger', en: 'presenter' },
  interviewer: { nl: 'interviewer', en: 'interviewer' },
  'reflecting-team': { nl: 'reflecterend team', en: 'reflecting team' },
  consultant: { nl: 'consulent', en: 'consultant' },
}

/** Every voice that takes part in the texts of an analysis, also those that said nothing. */
export function voicesIn(analysis: Pick<Analysis, 'documents'>): VoiceKey[] {
  return [...new Set(analysis.documents.flatMap((document) => document.voices.map(voiceKey)))]
}

/** Of whom a quote is. */
export function speakerOf(
  quote: Pick<Quote, 'speaker' | 'voice' | 'role'>,
  language: Language,
  unknown: string,
) {
  const voice = voiceKeyWord(voiceKey(quote), language, unknown)
  return quote.speaker === '' ? voice : `${quote.speaker}, ${voice}`
}
