import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Bilingual } from '../shared/language.ts'
import { addDays, type Instant } from '../shared/time.ts'

/** The kinds of records that are removed by themselves when their term is over. */
export const retentionKinds = [
  'working-notes',
  'meeting-notes',
  'recordings',
  'care-data',
  'research',
  'audit-log',
  'personal-links',
  'sent-mail',
  'round-tickets',
  'rounds',
  'takeaway-files',
  'practice-stories',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** How long a kind of record is kept, from when that is counted, and why. All terms in days. */
export type RetentionRule = {
  readonly kind: RetentionKind
  readonly name: Bilingual
  readonly from: Bilingual
  readonly basis: Bilingual
  readonly defaultDays: number
  readonly minimumDays: number
  readonly maximumDays: number
  /** False: Weerklank keeps no such records yet. The rule stands ready for the day it does. */
  readonly isKept: boolean
}

const year = 365.25
const years = (count: number) => Math.ceil(count * year)

/** Sources: domain.md §8.3 (care files, working notes, research) and §8.4 (the record of who looked at what). */
export const retentionRules: Readonly<Record<RetentionKind, RetentionRule>> = {
  'working-notes': {
    kind: 'working-notes',
    name: { nl: 'Werkaantekeningen', en: 'Working notes' },
    from: {
      nl: 'na de laatste keer dat de schrijver iets veranderde',
      en: 'after their author last changed them',
    },
    basis: {
      nl: 'Een geheugensteun hoort niet in het dossier. De richtlijnen van beroepsverenigingen zeggen: bewaar die kort.',
      en: 'A memory aid does not belong in the care file. Professional guidelines say: keep it for a short time.',
    },
    defaultDays: 90,
    minimumDays: 7,
    maximumDays: 365,
    isKept: true,
  },
  'meeting-notes': {
    kind: 'meeting-notes',
    name: { nl: 'Gesprekken en leertrajecten', en: 'Meetings and learning trajectories' },
    from: {
      nl: 'na het gesprek, of na het einde van het traject',
      en: 'after the meeting, or the end of the trajectory',
    },
    basis: {
      nl: 'Een eigen afspraak: na een jaar is besproken wat besproken moest worden.',
      en: 'Our own choice: after a year, what had to be talked about has been.',
    },
    defaultDays: 365,
    minimumDays: 30,
    maximumDays: years(20),
    isKept: true,
  },
  recordings: {
    kind: 'recordings',
    name: { nl: 'Opnames', en: 'Recordings' },
    from: { nl: 'zodra ze zijn uitgeschreven', en: 'as soon as they are written out' },
    basis: {
      nl: 'Een opname laat meer zien dan nodig is. Langer bewaren mag alleen met een eigen toestemming, voor training.',
      en: 'A recording shows more than is needed. It is kept longer only with a consent of its own, for training.',
    },
    defaultDays: 0,
    minimumDays: 0,
    maximumDays: 30,
    isKept: false,
  },
  'care-data': {
    kind: 'care-data',
    name: { nl: 'Gesloten samenwerkingen', en: 'Ended collaborations' },
    from: { nl: 'nadat de samenwerking is gesloten', en: 'after the collaboration was ended' },
    basis: {
      nl: 'De Jeugdwet en de WGBO vragen twintig jaar voor een dossier. Korter kan als het dossier ergens anders staat, volgens je contract. Vraag het je functionaris gegevensbescherming.',
      en: 'Dutch law on youth care and on treatment asks for twenty years for a care file. Shorter is possible where the file is kept elsewhere, by contract. Ask your data protection officer.',
    },
    defaultDays: years(20),
    minimumDays: 365,
    maximumDays: years(50),
    isKept: true,
  },
  research: {
    kind: 'research',
    name: { nl: 'Materiaal voor onderzoek, en duidingen', en: 'Research material, and analyses' },
    from: {
      nl: 'na het antwoord, of na de laatste verandering in de duiding',
      en: 'after the answer, or the last change in the analysis',
    },
    basis: {
      nl: 'Onderzoek moet na te gaan zijn. Tien jaar is gebruikelijk; controleer de gedragscode die voor jullie geldt.',
      en: 'Research must be possible to check. Ten years is usual; look at the code of conduct that you keep to.',
    },
    defaultDays: years(10),
    minimumDays: 365,
    maximumDays: years(20),
    isKept: true,
  },
  'audit-log': {
    kind: 'audit-log',
    name: { nl: 'Logboek: wie wat bekeek of deed', en: 'Log: who looked at or did what' },
    from: { nl: 'na de regel in het logboek', en: 'after the line in the log' },
    basis: {
      nl: 'NEN 7513 vraagt minstens vijf jaar, en niet langer dan een dossier bewaard wordt.',
      en: 'The standard NEN 7513 asks for five years at least, and no longer than a care file is kept.',
    },
    defaultDays: years(5),
    minimumDays: years(5),
    maximumDays: years(20),
    isKept: true,
  },
  'personal-links': {
    kind: 'personal-links',
    name: { nl: 'Links naar een eigen pagina', en: 'Links to a page of one’s own' },
    from: { nl: 'nadat de link is verlopen of ingetrokken', en: 'after the link ran out or was ended' },
    basis: {
      nl: 'Alleen nodig om te zeggen dat een link verlopen is.',
      en: 'Needed only to say that a link has run out.',
    },
    defaultDays: 30,
    minimumDays: 1,
    maximumDays: 365,
    isKept: true,
  },
  'sent-mail': {
    kind: 'sent-mail',
    name: { nl: 'Regels over verstuurde post', en: 'Lines about mail that was sent' },
    from: { nl: 'nadat de mail is verstuurd of opgegeven', en: 'after the mail was sent or given up' },
    basis: {
      nl: 'Alleen nodig om na te gaan of een mail is aangekomen.',
      en: 'Needed only to find out whether a mail arrived.',
    },
    defaultDays: 30,
    minimumDays: 1,
    maximumDays: 365,
    isKept: true,
  },
  'round-tickets': {
    kind: 'round-tickets',
    name: { nl: 'Kaartjes van een peiling', en: 'Tickets of an anonymous round' },
    from: { nl: 'nadat de peiling is gesloten', en: 'after the round was closed' },
    basis: {
      nl: 'Na de peiling heeft niemand er nog iets aan.',
      en: 'After the round nobody needs them any more.',
    },
    defaultDays: 30,
    minimumDays: 1,
    maximumDays: 365,
    isKept: true,
  },
  rounds: {
    kind: 'rounds',
    name: { nl: 'Uitkomsten van peilingen', en: 'Outcomes of anonymous rounds' },
    from: { nl: 'nadat de peiling is gesloten', en: 'after the round was closed' },
    basis: {
      nl: 'Een eigen afspraak: lang genoeg om naast de volgende peiling te leggen. Van niemand is te zien wat die antwoordde.',
      en: 'Our own choice: long enough to lay beside the next round. Of nobody it can be seen what she answered.',
    },
    defaultDays: years(2),
    minimumDays: 30,
    maximumDays: years(10),
    isKept: true,
  },
  'takeaway-files': {
    kind: 'takeaway-files',
    name: { nl: 'Bestanden om mee te nemen', en: 'Files to take along' },
    from: { nl: 'nadat het bestand is gemaakt', en: 'after the file was made' },
    basis: {
      nl: 'Alles van de organisatie staat erin. Hoe korter zo’n bestand blijft liggen, hoe beter.',
      en: 'Everything of the organisation is in it. The shorter such a file lies about, the better.',
    },
    defaultDays: 7,
    minimumDays: 1,
    maximumDays: 30,
    isKept: true,
  },
  'practice-stories': {
    kind: 'practice-stories',
    name: { nl: 'Gedeelde praktijkverhalen', en: 'Shared practice stories' },
    from: {
      nl: 'nadat de schrijver het deelde, of een collega er het laatst iets bij schreef',
      en: 'after its author shared it, or a colleague last added to it',
    },
    basis: {
      nl: 'Een eigen afspraak: werk verandert, en wie schreef werkt hier misschien niet meer. Wat niet gedeeld is, gaat met de werkaantekeningen mee.',
      en: 'Our own choice: work changes, and who wrote it may not work here any more. What was not shared goes with the working notes.',
    },
    defaultDays: years(5),
    minimumDays: 90,
    maximumDays: years(20),
    isKept: true,
  },
}

/** What goes within so many days is shown beforehand. */
export const previewDays = 30

/** Whether a workspace may keep a kind of record for so many (whole) days. */
export function mayKeepFor(kind: RetentionKind, days: number): Decision<'too-short' | 'too-long'> {
  const { minimumDays, maximumDays } = retentionRules[kind]
  if (days < minimumDays) return refused('too-short')
  return days > maximumDays ? refused('too-long') : allowed
}

/** How long a workspace keeps each kind, in days: what it chose, or the default where it chose nothing (allowed). */
export function retentionDays(
  chosen: ReadonlyMap<RetentionKind, number>,
): Readonly<Record<RetentionKind, number>> {
  const daysOf = (kind: RetentionKind) => {
    const days = chosen.get(kind)
    return days !== undefined && mayKeepFor(kind, days).allowed ? days : retentionRules[kind].defaultDays
  }
  return Object.fromEntries(retentionKinds.map((kind) => [kind, daysOf(kind)])) as Record<
    RetentionKind,
    number
  >
}

/** Records whose term began at this moment or before are due now. */
export function dueFrom(now: Instant, days: number): Instant {
  return addDays(now, -days)
}
