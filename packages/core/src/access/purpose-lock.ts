import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Bilingual } from '../shared/language.ts'

/**
 * For what someone takes data out. Asked at every export, and kept in the record. The last two are in the list so that
 * they can be said, refused and recorded: who wants figures to judge or to buy by shall hear why not, and not pick another
 * word by accident (peers.md A35, F19; product.md, promise 1).
 */
export const exportPurposes = [
  'own-data',
  'care',
  'research',
  'review',
  'team-discussion',
  'leaving',
  'personnel',
  'purchasing',
] as const
export type ExportPurpose = (typeof exportPurposes)[number]

/** Promises that nothing leaves Weerklank to judge people at work, or to choose and pay who gives care. */
export function mayExport(purpose: ExportPurpose): Decision<'personnel' | 'purchasing'> {
  return purpose === 'personnel' || purpose === 'purchasing' ? refused(purpose) : allowed
}

/** The words of each purpose, as a form asks for it. */
export const exportPurposeTexts: Readonly<Record<ExportPurpose, Bilingual>> = {
  'own-data': { nl: 'Mijn eigen gegevens meenemen', en: 'To take along my own data' },
  care: { nl: 'Bewaren in het dossier', en: 'To keep in the care file' },
  research: { nl: 'Onderzoek waarvoor mensen toestemming gaven', en: 'Research to which people agreed' },
  review: { nl: 'Nakijken wie wat bekeek', en: 'To check who looked at what' },
  'team-discussion': { nl: 'Bespreken in het team', en: 'To talk about it in the team' },
  leaving: { nl: 'Overstappen of stoppen met Weerklank', en: 'To change from Weerklank or to stop' },
  personnel: { nl: 'Medewerkers of teams beoordelen', en: 'To judge members of staff or teams' },
  purchasing: { nl: 'Zorg inkopen of afrekenen', en: 'To buy or settle care' },
}
