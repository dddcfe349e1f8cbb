import type { Language } from '../../shared/language.ts'
import { heading, type KeptFor, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptWords, notAdvice, termWords } from './legal-words.ts'

const words = {
  nl: {
    runs: 'Weerklank ruimt elke dag zelf op wat lang genoeg bewaard is. De beheerder ziet vooraf wat er gaat, en achteraf wat er ging, in aantallen.',
    caption: 'Hoe lang wat bewaard blijft',
    head: ['Wat', 'Hoe lang', 'Gekozen door', 'Waarom'],
    chosen: 'deze organisatie',
    atLeast: 'ten minste',
    proposed: 'voorstel van Weerklank',
    notYet: 'Bestaat nog niet in Weerklank',
    notYetIntro: 'Voor deze soorten staat de termijn klaar. Weerklank bewaart ze nu niet:',
    elseTitle: 'Wat niet vanzelf gaat',
    elseItems: [
      'Een account blijft tot iemand het verwijdert.',
      'Een back-up is een kopie. Wat hier is opgeruimd, staat nog in oudere back-ups: kies zelf hoe lang die blijven.',
      'Een jongere vanaf 12 jaar of een ouder met gezag kan schriftelijk om vernietigen vragen. Dat kan op de eigen pagina. Controleer met uw FG wat dan moet blijven.',
    ],
  },
  en: {
    runs: 'Weerklank removes every day by itself what was kept long enough. The administrator sees beforehand what will go, and afterwards what went, in numbers.',
    caption: 'How long what is kept',
    head: ['What', 'How long', 'Chosen by', 'Why'],
    chosen: 'this organisation',
    atLeast: 'at least',
    proposed: 'proposal of Weerklank',
    notYet: 'Not in Weerklank yet',
    notYetIntro: 'For these kinds the term stands ready. Weerklank does not keep them now:',
    elseTitle: 'What does not go by itself',
    elseItems: [
      'An account stays until someone removes it.',
      'A backup is a copy. What was removed here still stands in older backups: choose yourself how long those stay.',
      'A youth of 12 or older or a parent with authority can ask in writing for destruction. That can be done on one’s own page. Check with your DPO what must stay.',
    ],
  },
} as const

/** How long each kind is kept here, from when, why, and whether the organisation chose it. */
export function retentionTable(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  const coming = facts.retention.filter(({ isKept }) => !isKept)
  return [
    notAdvice(facts, language),
    paragraph(text.runs),
    {
      kind: 'table',
      caption: text.caption,
      head: text.head,
      rows: facts.retention.filter(({ isKept }) => isKept).map((kept) => rowOf(kept, language)),
    },
    ...(coming.length === 0
      ? []
      : [
          heading(text.notYet),
          paragraph(text.notYetIntro),
          list(...coming.map((kept) => `${kept.name[language]}: ${termWords(kept.days, language)}.`)),
        ]),
    heading(text.elseTitle),
    list(...text.elseItems),
  ]
}

function rowOf(kept: KeptFor, language: Language): string[] {
  const text = words[language]
  return [
    kept.name[language],
    keptWords(kept, language),
    `${kept.isChosen ? text.chosen : text.proposed} (${text.atLeast} ${termWords(kept.minimumDays, language)})`,
    kept.basis[language],
  ]
}
