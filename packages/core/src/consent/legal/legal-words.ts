import type { Role } from '../../access/access.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { dayMonth, localDay } from '../../shared/time.ts'
import type { KeptFor, LegalBlock, LegalDocumentId, LegalFacts } from './legal-document.ts'
import { list, paragraph } from './legal-document.ts'

/** The one name of each text. */
export const legalTitles: Readonly<Record<LegalDocumentId, Bilingual>> = {
  'processing-record': { nl: 'Register van verwerkingen', en: 'Record of processing' },
  'data-list': { nl: 'Lijst van gegevens', en: 'List of data' },
  retention: { nl: 'Bewaartermijnen', en: 'How long data are kept' },
  'impact-assessment': {
    nl: 'Begin van een gegevensbeschermingseffectbeoordeling (DPIA)',
    en: 'Beginning of a data protection impact assessment (DPIA)',
  },
  'works-council': { nl: 'Voor de ondernemingsraad', en: 'For the works council' },
  'intended-use': { nl: 'Waarvoor Weerklank bedoeld is', en: 'What Weerklank is meant for' },
  'privacy-professional': { nl: 'Privacy: voor wie hier werkt', en: 'Privacy: for who works here' },
  'privacy-adult': { nl: 'Wat er met uw antwoorden gebeurt', en: 'What happens with your answers' },
  'privacy-child': { nl: 'Wat er met je antwoord gebeurt', en: 'What happens with your answer' },
}

export const roleNames: Readonly<Record<Role, Bilingual>> = {
  professional: { nl: 'Professional', en: 'Professional' },
  facilitator: { nl: 'Gespreksbegeleider', en: 'Facilitator' },
  trainer: { nl: 'Trainer', en: 'Trainer' },
  researcher: { nl: 'Onderzoeker', en: 'Researcher' },
  coach: { nl: 'Teamcoach', en: 'Team coach' },
  administrator: { nl: 'Beheerder', en: 'Administrator' },
  'privacy-officer': { nl: 'Privacyfunctionaris', en: 'Privacy officer' },
  guest: { nl: 'Gast van een andere organisatie', en: 'Guest of another organisation' },
}

/** What someone in a role can see: of content, only what she takes part in. */
export const roleSees: Readonly<Record<Role, Bilingual>> = {
  professional: {
    nl: 'De samenwerkingen en peilingen waaraan zij zelf meedoet.',
    en: 'The collaborations and rounds she takes part in herself.',
  },
  facilitator: {
    nl: 'De samenwerkingen en peilingen waaraan zij zelf meedoet.',
    en: 'The collaborations and rounds she takes part in herself.',
  },
  trainer: {
    nl: 'De samenwerkingen en peilingen waaraan zij zelf meedoet.',
    en: 'The collaborations and rounds she takes part in herself.',
  },
  coach: {
    nl: 'De samenwerkingen en peilingen waaraan zij zelf meedoet.',
    en: 'The collaborations and rounds she takes part in herself.',
  },
  guest: {
    nl: 'Alleen waar zij voor gevraagd is. Geen lijst van collega’s.',
    en: 'Only what she was asked for. No list of colleagues.',
  },
  researcher: {
    nl: 'Materiaal van wie toestemming gaf, met een nummer in plaats van een naam. Geen samenwerkingen.',
    en: 'Material of those who consented, with a number instead of a name. No collaborations.',
  },
  administrator: {
    nl: 'Instellingen, collega’s en post die niet aankwam. Geen antwoorden, geen samenwerkingen.',
    en: 'Settings, colleagues and mail that did not arrive. No answers, no collaborations.',
  },
  'privacy-officer': {
    nl: 'Het logboek: wie keek waarnaar, en waarom dat mocht. Geen antwoorden.',
    en: 'The log: who looked at what, and why that was allowed. No answers.',
  },
}

const years = (days: number) => {
  const whole = Math.round(days / 365.25)
  return whole > 0 && [Math.ceil(whole * 365.25), Math.floor(whole * 365.25), whole * 365].includes(days)
    ? whole
    : null
}

/** A term as people say it: `20 jaar`, `90 dagen`, `meteen`. */
export function termWords(days: number, language: Language): string {
  const whole = years(days)
  if (language === 'nl') {
    if (days === 0) return 'meteen'
    return whole === null ? `${days} ${days === 1 ? 'dag' : 'dagen'}` : `${whole} jaar`
  }
  if (days === 0) return 'at once'
  if (whole !== null) return `${whole} ${whole === 1 ? 'year' : 'years'}`
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

/** How long and from when: `20 jaar, nadat de samenwerking is gesloten`. */
export function keptWords(kept: KeptFor, language: Language): string {
  return `${termWords(kept.days, language)} ${kept.from[language]}`
}

/** The terms of these kinds; throws for a kind that nobody gave a term, so that no text leaves one out. */
export function keptOf(facts: LegalFacts, kind: string): KeptFor {
  const found = facts.retention.find((kept) => kept.kind === kind)
  if (found === undefined) throw new Error(`There is no term for ${kind}`)
  return found
}

/** From when a text is; the public pages also say it. */
export function madeOn(facts: LegalFacts, language: Language): string {
  const { at, timeZone } = facts
  const day = `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}`
  const { product } = facts.installation
  return language === 'nl'
    ? `Gemaakt op ${day} uit de instellingen van Weerklank ${product}.`
    : `Made on ${day} from the settings of Weerklank ${product}.`
}

const notFilledIn: Bilingual = {
  nl: 'nog niet ingevuld (Beheer, Instellingen)',
  en: 'not filled in yet (Settings)',
}

/** Who is responsible, as lines; a gap is said, so that it is seen. */
export function responsible(facts: LegalFacts, language: Language): LegalBlock {
  const of = facts.organisation
  const given = (text: string | undefined) =>
    text === undefined || text.trim() === '' ? notFilledIn[language] : text
  return language === 'nl'
    ? list(
        `Organisatie: ${given(of?.name)}`,
        `Verwerkingsverantwoordelijke: ${given(of?.controller)}`,
        `Contact: ${given(of?.contact)}`,
        `Functionaris gegevensbescherming of privacyfunctionaris: ${given(of?.privacyOfficer)}`,
      )
    : list(
        `Organisation: ${given(of?.name)}`,
        `Controller: ${given(of?.controller)}`,
        `Contact: ${given(of?.contact)}`,
        `Data protection officer or privacy officer: ${given(of?.privacyOfficer)}`,
      )
}

/** Begins every text for experts: what it is worth, and who must look at it. */
export function notAdvice(facts: LegalFacts, language: Language): LegalBlock {
  return language === 'nl'
    ? paragraph(
        madeOn(facts, language),
        'Dit is geen juridisch advies. De functionaris gegevensbescherming (FG) controleert de tekst en vult haar aan.',
        'Dat geldt ook voor elk wetsartikel dat hier staat: controleer het met uw FG.',
      )
    : paragraph(
        madeOn(facts, language),
        'This is no legal advice. The data protection officer (DPO) checks the text and completes it.',
        'That also goes for every article of law named here: check it with your DPO.',
      )
}
