import type { Bilingual, Language } from '../shared/language.ts'
import type { AgreementWarning } from './agreement-report.ts'

// Upper borders after Landis & Koch (1977), Biometrics 33: 159–174. Only words beside a number, never a verdict on a coder.
const landisKoch: readonly { readonly upTo: number; readonly word: Bilingual }[] = [
  { upTo: 0, word: { nl: 'minder dan toeval', en: 'less than chance' } },
  { upTo: 0.2, word: { nl: 'gering', en: 'slight' } },
  { upTo: 0.4, word: { nl: 'matig', en: 'fair' } },
  { upTo: 0.6, word: { nl: 'redelijk', en: 'moderate' } },
  { upTo: 0.8, word: { nl: 'flink', en: 'substantial' } },
  { upTo: 1, word: { nl: 'bijna volledig', en: 'almost perfect' } },
]

const warnings: Record<AgreementWarning, Bilingual> = {
  'nothing-coded': {
    nl: 'Er is nog niets gecodeerd. Er valt dus nog niets te vergelijken.',
    en: 'Nothing was coded yet, so there is nothing to compare.',
  },
  'mostly-uncoded': {
    nl: 'De meeste tekst gaf niemand een thema. Daar zijn jullie het vanzelf eens. Kijk daarom naar de stukken met een thema.',
    en: 'Nobody gave most of the text a theme. There you agree by itself. So look at the parts with a theme.',
  },
  'few-segments': {
    nl: 'Er zijn weinig stukken met een thema. Lees de aantallen, niet de maat erachter.',
    en: 'There are few parts with a theme. Read the counts, not the measure behind them.',
  },
  'no-variation': {
    nl: 'Iedereen koos overal hetzelfde. Dan bestaat er geen maat die het toeval eraf haalt.',
    en: 'Everyone chose the same everywhere. Then no measure exists that takes chance away.',
  },
}

/** Where the words and formulas come from, for below the numbers. */
export const agreementSource: Bilingual = {
  nl: 'Woorden: Landis & Koch (1977). Formules: Cohen (1960), Fleiss (1971), Krippendorff (2004). Bij α geldt vaak: vanaf 0,800 bruikbaar, vanaf 0,667 voorlopig.',
  en: 'Words: Landis & Koch (1977). Formulas: Cohen (1960), Fleiss (1971), Krippendorff (2004). For α one often asks: 0.800 to rely on, 0.667 for tentative conclusions.',
}

/** The word of Landis & Koch for a coefficient; exact 0 counts as slight. */
export function agreementWord(value: number, language: Language): string {
  const found = value < 0 ? landisKoch[0] : landisKoch.slice(1).find(({ upTo }) => value <= upTo + 1e-9)
  return (found ?? landisKoch[5])?.word[language] ?? ''
}

/** A warning in plain words. */
export function agreementWarningWords(warning: AgreementWarning, language: Language): string {
  return warnings[warning][language]
}
