import type { Bilingual, Language } from '../shared/language.ts'
import type { ContactKind, RelationContext, RelationKind, Situation, Voice } from './relation.ts'

const kindWords: Record<RelationKind, Bilingual> = {
  interpersonal: { nl: 'Interpersoonlijk', en: 'Between people' },
  'with-help-seekers': { nl: 'Samenwerken met hulpvragers', en: 'Working with people who ask for help' },
  interprofessional: { nl: 'Interprofessioneel', en: 'Between professions' },
}

const contextWords: Record<RelationContext, Bilingual> = {
  micro: { nl: 'Direct contact', en: 'Direct contact' },
  meso: { nl: 'Samen rond een cliënt of gezin', en: 'Together round one client or family' },
  exo: { nl: 'Zorg voor groepen beter maken', en: 'Improving care for groups' },
}

const situationWords: Record<Situation, Bilingual> = {
  guidance: { nl: 'Begeleiding', en: 'Guidance' },
  intake: { nl: 'Kennismaking (intake)', en: 'Intake' },
  evaluation: { nl: 'Terugkijken (evaluatie)', en: 'Evaluation' },
  therapy: { nl: 'Therapie', en: 'Therapy' },
  treatment: { nl: 'Behandeling', en: 'Treatment' },
  diagnostics: { nl: 'Onderzoek (diagnostiek)', en: 'Assessment' },
  'network-consultation': { nl: 'Netwerkberaad', en: 'Network consultation' },
  mdo: { nl: 'MDO (overleg van meer beroepen)', en: 'Multidisciplinary meeting' },
  course: { nl: 'Cursus', en: 'Course' },
  explanation: { nl: 'Uitleg', en: 'Explanation' },
  psychoeducation: { nl: 'Psycho-educatie', en: 'Psycho-education' },
  'work-meeting': { nl: 'Werkoverleg', en: 'Work meeting' },
  'team-meeting': { nl: 'Teamoverleg', en: 'Team meeting' },
  'case-consultation': { nl: 'Casusoverleg', en: 'Case consultation' },
  'coordination-meeting': { nl: 'Regieoverleg', en: 'Coordination meeting' },
  'treatment-meeting': { nl: 'Behandeloverleg', en: 'Treatment meeting' },
  'learning-network': { nl: 'Leernetwerk', en: 'Learning network' },
  'neighbourhood-initiative': { nl: 'Initiatief in de wijk', en: 'Neighbourhood initiative' },
  consortium: { nl: 'Consortium', en: 'Consortium' },
  policy: { nl: 'Beleid ontwikkelen', en: 'Policy development' },
  'cross-domain-project': { nl: 'Project over domeinen heen', en: 'Cross-domain project' },
}

const voiceWords: Record<Voice, Bilingual> = {
  client: { nl: 'cliënt', en: 'client' },
  youth: { nl: 'jongere', en: 'youth' },
  child: { nl: 'kind', en: 'child' },
  mother: { nl: 'moeder', en: 'mother' },
  father: { nl: 'vader', en: 'father' },
  kin: { nl: 'naaste', en: 'relative' },
  professional: { nl: 'begeleider', en: 'professional' },
  colleague: { nl: 'collega', en: 'colleague' },
  partner: { nl: 'andere organisatie', en: 'other organisation' },
  'expert-by-experience': { nl: 'ervaringsdeskundige', en: 'expert by experience' },
  manager: { nl: 'leidinggevende', en: 'manager' },
}

const contactKindWords: Record<ContactKind, Bilingual> = {
  contact: { nl: 'Contact', en: 'Contact' },
  'repair-talk': { nl: 'Herstelgesprek', en: 'Repair talk' },
}

/** The one wording of a kind of working together. */
export function kindWord(kind: RelationKind, language: Language): string {
  return kindWords[kind][language]
}

/** The one wording of a context. */
export function contextWord(context: RelationContext, language: Language): string {
  return contextWords[context][language]
}

/** The one wording of a situation. */
export function situationWord(situation: Situation, language: Language): string {
  return situationWords[situation][language]
}

/** The one wording of a voice. */
export function voiceWord(voice: Voice, language: Language): string {
  return voiceWords[voice][language]
}

/** The one wording of a kind of contact. */
export function contactKindWord(kind: ContactKind, language: Language): string {
  return contactKindWords[kind][language]
}
