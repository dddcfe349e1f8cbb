import type { Bilingual } from '../../shared/language.ts'

export const activityIds = [
  'care',
  'consent',
  'rights',
  'research',
  'rounds',
  'learning',
  'notes',
  'accounts',
  'log',
  'running',
] as const
export type ActivityId = (typeof activityIds)[number]

/** One processing activity, as the record of processing asks for it (AVG art. 30). */
export type Activity = {
  readonly name: Bilingual
  readonly purpose: Bilingual
  readonly whose: Bilingual
  readonly basis: Bilingual
  /** Who sees it, of those who work with Weerklank and of others. */
  readonly seen: Bilingual
  /** Terms by their kind; what has none is said in words. */
  readonly kept: readonly string[]
  readonly keptElse?: Bilingual
}

const inTheFile: Bilingual = {
  nl: 'Wie aan de samenwerking meedoet, met een reden in het logboek. In een noodgeval een collega die de reden opschrijft. De persoon zelf.',
  en: 'Who takes part in the collaboration, with a reason in the log. In an emergency a colleague who writes down why. The person herself.',
}

/** Sources: domain.md §8.1 (purposes and grounds), §8.3 (terms), §8.4 (log), §8.6 (staff). */
export const activities: Readonly<Record<ActivityId, Activity>> = {
  care: {
    name: { nl: 'Samen praten over hoe de hulp gaat', en: 'Talking together about how the help goes' },
    purpose: {
      nl: 'Na een contact horen hoe het samenwerken was, daarover praten, afspraken maken en terugvragen of die hielpen.',
      en: 'Hearing after a contact how working together was, talking about it, agreeing and asking whether that helped.',
    },
    whose: {
      nl: 'Cliënten, ouders, jongeren en kinderen, en de professionals met wie zij werken. Antwoorden kunnen over gezondheid gaan: bijzondere gegevens.',
      en: 'Clients, parents, youths and children, and the professionals they work with. Answers can be about health: special data.',
    },
    basis: {
      nl: 'De behandelrelatie (WGBO, Jeugdwet; AVG art. 6 lid 1 b of c en art. 9 lid 2 h). Meedoen is vrijwillig; een nee wordt bewaard en houdt vragen tegen.',
      en: 'The treatment relation (Dutch law on treatment and youth care; GDPR art. 6(1)(b) or (c) and 9(2)(h)). Taking part is voluntary; a no is kept and stops questions.',
    },
    seen: inTheFile,
    kept: ['care-data'],
  },
  consent: {
    name: { nl: 'Toestemming bijhouden', en: 'Keeping consent' },
    purpose: {
      nl: 'Per persoon en per doel weten wat is gekozen, door wie, wanneer en op welke tekst, en kunnen laten zien dat het zo was.',
      en: 'Knowing per person and purpose what was chosen, by whom, when and on which text, and being able to show that it was so.',
    },
    whose: {
      nl: 'Iedereen die meedoet, en ouders of voogden die beslissen.',
      en: 'Everybody who takes part, and parents or guardians who decide.',
    },
    basis: {
      nl: 'De plicht om toestemming aan te tonen (AVG art. 6 lid 1 c en art. 7).',
      en: 'The duty to prove consent (GDPR art. 6(1)(c) and art. 7).',
    },
    seen: {
      nl: 'De persoon zelf, wie beslist, en de professional die meedoet.',
      en: 'The person herself, who decides, and the professional who takes part.',
    },
    kept: ['care-data'],
  },
  rights: {
    name: { nl: 'De eigen pagina en verzoeken', en: 'One’s own page and requests' },
    purpose: {
      nl: 'Mensen hun eigen gegevens laten zien en meenemen, en vragen om verbeteren of verwijderen beantwoorden.',
      en: 'Letting people see and take along their own data, and answering requests to correct or delete.',
    },
    whose: { nl: 'Iedereen die meedoet.', en: 'Everybody who takes part.' },
    basis: {
      nl: 'De plicht om rechten van mensen uit te voeren (AVG art. 6 lid 1 c; art. 12 tot en met 22).',
      en: 'The duty to carry out the rights of people (GDPR art. 6(1)(c); art. 12 to 22).',
    },
    seen: {
      nl: 'De persoon zelf en de professional die meedoet.',
      en: 'The person herself and the professional who takes part.',
    },
    kept: ['care-data', 'personal-links'],
  },
  research: {
    name: { nl: 'Onderzoek', en: 'Research' },
    purpose: {
      nl: 'Nagaan wat samenwerken beter maakt. Apart van de zorg: een nee verandert niets aan de hulp.',
      en: 'Finding out what makes working together better. Apart from care: a no changes nothing about the help.',
    },
    whose: {
      nl: 'Alleen wie toestemming gaf. Van wie dat niet deed, is er niets. Ook wie gevraagd is, met een ja of nee, in een eigen lijst.',
      en: 'Only those who consented. Of others there is nothing. And who was asked, with yes or no, in a list of its own.',
    },
    basis: {
      nl: 'Toestemming (AVG art. 6 lid 1 a en art. 9 lid 2 a). De database weigert materiaal zonder toestemming.',
      en: 'Consent (GDPR art. 6(1)(a) and 9(2)(a)). The database refuses material without consent.',
    },
    seen: {
      nl: 'Onderzoekers, met een nummer in plaats van een naam. Dat is nog niet anoniem: de sleutel staat apart.',
      en: 'Researchers, with a number instead of a name. That is not anonymous yet: the key is kept apart.',
    },
    kept: ['research'],
  },
  rounds: {
    name: { nl: 'Anonieme peilingen in een team', en: 'Anonymous rounds in a team' },
    purpose: {
      nl: 'Een team laten zien hoe het samenwerken gaat, zonder te weten wie wat zei.',
      en: 'Showing a team how working together goes, without knowing who said what.',
    },
    whose: {
      nl: 'Medewerkers en anderen die een peiling invullen. Bij een antwoord wordt geen schrijver bewaard, alleen aantallen.',
      en: 'Staff and others who take part in a round. With an answer no author is kept, only counts.',
    },
    basis: {
      nl: 'Gerechtvaardigd belang, met informatie vooraf en instemming van de ondernemingsraad (AVG art. 6 lid 1 f; WOR art. 27). Geen toestemming: tegenover een werkgever is die niet vrij.',
      en: 'Legitimate interest, with information beforehand and consent of the works council (GDPR art. 6(1)(f)). No personal consent: towards an employer it is not free.',
    },
    seen: {
      nl: 'Wie bij de peiling hoort, en alleen uitkomsten van groepen die groot genoeg zijn.',
      en: 'Who belongs to the round, and only outcomes of groups that are large enough.',
    },
    kept: ['rounds', 'round-tickets'],
  },
  learning: {
    name: { nl: 'Samen leren in een traject', en: 'Learning together in a trajectory' },
    purpose: {
      nl: 'Mensen uit meer organisaties laten oefenen met een eigen doel en een maatje, en met toestemming zien wat dat oplevert.',
      en: 'Letting people of several organisations practise with a goal of their own and a buddy, and seeing with consent what comes of it.',
    },
    whose: {
      nl: 'Deelnemers: professionals, ouders, jongeren en ervaringsdeskundigen. En collega’s die een traject trekken.',
      en: 'Learners: professionals, parents, youths and experts by experience. And colleagues who lead a trajectory.',
    },
    basis: {
      nl: 'Het register van wie meedoet: nodig om een traject te organiseren en te laten zien wat is weggelaten (AVG art. 6 lid 1 f). Wat deelnemers schrijven telt alleen mee met toestemming (art. 6 lid 1 a).',
      en: 'The register of who takes part: needed to organise a trajectory and to show what was left out (GDPR art. 6(1)(f)). What learners write counts only with consent (art. 6(1)(a)).',
    },
    seen: {
      nl: 'Wie het traject trekt ziet namen en wat er binnenkwam, geen inhoud. Wie de monitor leest ziet nummers en wat met toestemming gedeeld is.',
      en: 'Who leads the trajectory sees names and what came in, no content. Who reads the monitor sees numbers and what is shared with consent.',
    },
    kept: ['meeting-notes'],
  },
  notes: {
    name: { nl: 'Eigen werkaantekeningen', en: 'Working notes of one’s own' },
    purpose: {
      nl: 'Een geheugensteun van één professional. Gedeeld wordt het deel van het dossier; dat staat er vooraf bij.',
      en: 'A memory aid of one professional. Once shared it becomes part of the file; that is said beforehand.',
    },
    whose: {
      nl: 'De schrijver, en over wie zij schrijft.',
      en: 'The author, and those she writes about.',
    },
    basis: {
      nl: 'Deel van de behandelrelatie; kort bewaard en van niemand anders.',
      en: 'Part of the treatment relation; kept for a short time and nobody else’s.',
    },
    seen: {
      nl: 'Alleen de schrijver. Geen leidinggevende, geen beheerder.',
      en: 'The author only. No manager, no administrator.',
    },
    kept: ['working-notes'],
  },
  accounts: {
    name: { nl: 'Accounts en inloggen', en: 'Accounts and signing in' },
    purpose: {
      nl: 'Weten wie iemand is, en alleen binnenlaten wie hier een plek heeft.',
      en: 'Knowing who someone is, and letting in only those who have a place here.',
    },
    whose: {
      nl: 'Professionals en gasten met een account; cliënten, ouders en jongeren vanaf 12 jaar die er zelf een willen.',
      en: 'Professionals and guests with an account; clients, parents and youths from 12 on who want one themselves.',
    },
    basis: {
      nl: 'Gerechtvaardigd belang en de plicht om gegevens te beveiligen (AVG art. 6 lid 1 f en art. 32).',
      en: 'Legitimate interest and the duty to keep data safe (GDPR art. 6(1)(f) and art. 32).',
    },
    seen: {
      nl: 'De persoon zelf. De beheerder ziet van collega’s en gasten naam, e-mailadres en rol, geen wachtwoord.',
      en: 'The person herself. Of colleagues and guests the administrator sees name, address and role, no password.',
    },
    kept: [],
    keptElse: {
      nl: 'Een account tot het wordt verwijderd of losgemaakt van de eigen pagina; een sessie tot zij verloopt of wordt beëindigd.',
      en: 'An account until it is removed or unlinked from the own page; a session until it runs out or is ended.',
    },
  },
  log: {
    name: { nl: 'Logboek', en: 'Log' },
    purpose: {
      nl: 'Kunnen nagaan wie wat bekeek of veranderde en waarom dat mocht, ook voor de persoon zelf. Er staat geen inhoud in.',
      en: 'Being able to trace who looked at or changed what and why that was allowed, also for the person herself. It holds no content.',
    },
    whose: { nl: 'Wie iets doet en over wie het gaat.', en: 'Who does something and whom it is about.' },
    basis: {
      nl: 'De plicht om toegang tot zorggegevens vast te leggen (NEN 7513; AVG art. 6 lid 1 c en art. 32).',
      en: 'The duty to record access to care data (NEN 7513; GDPR art. 6(1)(c) and art. 32).',
    },
    seen: {
      nl: 'De privacyfunctionaris. De persoon zelf ziet wie naar haar gegevens keek.',
      en: 'The privacy officer. The person herself sees who looked at her data.',
    },
    kept: ['audit-log'],
  },
  running: {
    name: { nl: 'Laten werken van Weerklank', en: 'Keeping Weerklank running' },
    purpose: {
      nl: 'Post versturen, opruimen wat lang genoeg bewaard is, en een organisatie haar gegevens laten meenemen.',
      en: 'Sending mail, removing what was kept long enough, and letting an organisation take its data along.',
    },
    whose: { nl: 'Wie post krijgt, en beheerders.', en: 'Those who get mail, and administrators.' },
    basis: {
      nl: 'Hoort bij de doelen hierboven (AVG art. 6 lid 1 f).',
      en: 'Belongs to the purposes above (GDPR art. 6(1)(f)).',
    },
    seen: {
      nl: 'De beheerder: instellingen, aantallen en post die niet aankwam.',
      en: 'The administrator: settings, numbers and mail that did not arrive.',
    },
    kept: ['sent-mail', 'takeaway-files'],
  },
}
