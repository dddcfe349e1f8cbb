import type { Language } from '../../shared/language.ts'
import { legalBasis } from '../consent.ts'
import { purposeRule } from '../purpose.ts'
import { purposeWord } from '../purpose.words.ts'
import { type Activity, activities, activityIds } from './activities.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, keptWords, notAdvice, responsible, roleNames, roleSees } from './legal-words.ts'
import { measures, processors } from './measures.ts'

const words = {
  nl: {
    who: 'Wie is verantwoordelijk',
    for: 'Waarvoor',
    whose: 'Van wie, en wat voor gegevens',
    basis: 'Grondslag',
    seen: 'Wie ziet het',
    kept: 'Hoe lang',
    consent: 'Waarvoor mensen kunnen kiezen',
    consentHead: ['Doel', 'Hoe gevraagd', 'Tekst', 'Als iemand stopt'],
    basisWords: {
      care: 'vrijwillig, deel van de hulp',
      consent: 'toestemming',
      information: 'verteld, geen naam',
    },
    stopWords: {
      delete: 'wat bewaard is, wordt gewist',
      detach: 'het wordt losgemaakt van waar het gedeeld was',
      stop: 'er komt niets nieuws bij',
      none: 'er is niets van iemand terug te vinden',
    },
    version: 'versie',
    roles: 'Wie in Weerklank wat ziet',
    rolesHead: ['Rol', 'Ziet'],
    others: 'Wie gegevens voor de organisatie verwerkt',
    abroad:
      'Weerklank stuurt zelf geen gegevens naar een land buiten de Europese Unie. Of de machine, de mailserver of de inlogdienst dat doet, controleer dat met uw FG.',
    safe: 'Beveiliging',
  },
  en: {
    who: 'Who is responsible',
    for: 'What for',
    whose: 'Whose, and which data',
    basis: 'Ground',
    seen: 'Who sees it',
    kept: 'How long',
    consent: 'What people can choose',
    consentHead: ['Purpose', 'How it is asked', 'Text', 'When someone stops'],
    basisWords: { care: 'voluntary, part of the help', consent: 'consent', information: 'told, no name' },
    stopWords: {
      delete: 'what is kept is deleted',
      detach: 'it is taken away from where it was shared',
      stop: 'nothing new is added',
      none: 'nothing of anybody can be found',
    },
    version: 'version',
    roles: 'Who sees what in Weerklank',
    rolesHead: ['Role', 'Sees'],
    others: 'Who handles data for the organisation',
    abroad:
      'Weerklank itself sends no data to a country outside the European Union. Whether the machine, the mail server or the sign-in service does so, check that with your DPO.',
    safe: 'Security',
  },
} as const

/** The record of processing of AVG art. 30, one part per activity. */
export function processingRecord(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  return [
    notAdvice(facts, language),
    heading(text.who),
    responsible(facts, language),
    ...activityIds.flatMap((id) => activityBlocks(facts, language, activities[id])),
    heading(text.consent),
    choices(facts, language),
    heading(text.roles),
    rolesTable(facts, language),
    heading(text.others),
    list(...processors(facts, language)),
    paragraph(text.abroad),
    heading(text.safe),
    list(...measures(facts, language)),
  ]
}

function activityBlocks(facts: LegalFacts, language: Language, activity: Activity): LegalBlock[] {
  const text = words[language]
  const terms = activity.kept.map((kind) => {
    const kept = keptOf(facts, kind)
    return `${kept.name[language]}: ${keptWords(kept, language)}.`
  })
  const rest = activity.keptElse === undefined ? [] : [activity.keptElse[language]]
  return [
    heading(activity.name[language]),
    list(
      `${text.for}: ${activity.purpose[language]}`,
      `${text.whose}: ${activity.whose[language]}`,
      `${text.basis}: ${activity.basis[language]}`,
      `${text.seen}: ${activity.seen[language]}`,
      `${text.kept}: ${[...terms, ...rest].join(' ')}`,
    ),
  ]
}

function choices(facts: LegalFacts, language: Language): LegalBlock {
  const text = words[language]
  return {
    kind: 'table',
    caption: text.consent,
    head: text.consentHead,
    rows: facts.consentTexts.map(({ purpose, version }) => [
      purposeWord(purpose, language),
      text.basisWords[legalBasis(purpose)],
      `${text.version} ${version}`,
      text.stopWords[purposeRule(purpose).onWithdrawal],
    ]),
  }
}

/** Who sees what: shared with the page for the works council. */
export function rolesTable(facts: LegalFacts, language: Language): LegalBlock {
  const text = words[language]
  return {
    kind: 'table',
    caption: text.roles,
    head: text.rolesHead,
    rows: facts.roles.map(({ role }) => [roleNames[role][language], roleSees[role][language]]),
  }
}
