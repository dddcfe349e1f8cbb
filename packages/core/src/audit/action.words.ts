import type { AddressForm, Bilingual, Language } from '../shared/language.ts'
import { afterWords } from './action.words.after.ts'
import { analysisWords } from './action.words.analysis.ts'
import { circleCheckActionWords } from './action.words.circle-checks.ts'
import { circleWords } from './action.words.circles.ts'
import { exchangeWords } from './action.words.exchange.ts'
import { formatWords } from './action.words.formats.ts'
import { formWords } from './action.words.forms.ts'
import { glossaryWords } from './action.words.glossary.ts'
import { learningWords } from './action.words.learning.ts'
import { libraryWords } from './action.words.library.ts'
import { liveWords } from './action.words.live.ts'
import { meaningWords } from './action.words.meaning.ts'
import { meetingWords } from './action.words.meetings.ts'
import { networkWords } from './action.words.network.ts'
import { ownershipWords } from './action.words.ownership.ts'
import { pictureWords } from './action.words.pictures.ts'
import { repairWords } from './action.words.repair.ts'
import { reportWords } from './action.words.report.ts'
import { waysInWords } from './action.words.ways-in.ts'
import { isAuditAction } from './audit.groups.ts'
import { type AuditAction, auditKinds } from './audit.ts'

/**
 * What was done, to follow the name of who did it. Between brackets: first as the record says it, then as the person whose
 * collaboration it is reads it. She is said `u` and `uw` to here, `u` only after a preposition: `je` follows from that.
 */
const actionWords: Readonly<Record<AuditAction, Bilingual>> = {
  'relation.created': { nl: 'begon [een|uw] samenwerking', en: 'began [a|your] collaboration' },
  'relation.read': {
    nl: 'keek in [een|uw] samenwerking: de mensen, de gesprekken en de aantekeningen',
    en: 'looked at [a|your] collaboration: the people, the talks and the notes',
  },
  'relation.listed': {
    nl: 'bekeek de lijst van samenwerkingen[|, met wat in uw antwoorden opviel]',
    en: 'looked at the list of collaborations[|, with what stood out in your answers]',
  },
  'relation.edited': {
    nl: 'veranderde wie er meedoet of hoe [een|uw] samenwerking heet',
    en: 'changed who takes part or what [a|your] collaboration is called',
  },
  'relation.closed': { nl: 'rondde [een|uw] samenwerking af', en: 'closed [a|your] collaboration' },
  'relation.reopened': { nl: 'opende [een|uw] samenwerking opnieuw', en: 'reopened [a|your] collaboration' },
  'relation.left': {
    nl: 'haalde een medewerker uit [een|uw] samenwerking',
    en: 'took a colleague out of [a|your] collaboration',
  },
  'relation.refused': {
    nl: 'wilde bij [een|uw] samenwerking, maar mocht dat niet',
    en: 'tried to get at [a|your] collaboration, but was not allowed to',
  },
  'relation.refused-more': {
    nl: 'vroeg dit uur nog vaker om iets, maar mocht dat niet',
    en: 'asked more often within this hour, but was not allowed to',
  },
  'note.added': { nl: 'schreef een aantekening', en: 'wrote a note' },
  'note.removed': { nl: 'verwijderde een aantekening', en: 'removed a note' },
  'contact.planned': { nl: 'plande een gesprek', en: 'planned a talk' },
  'contact.edited': { nl: 'veranderde iets aan een gesprek', en: 'changed something about a talk' },
  'contact.removed': { nl: 'verwijderde een gesprek', en: 'removed a talk' },
  'feedback.read': { nl: 'keek naar [de|uw] antwoorden', en: 'looked at [the|your] answers' },
  'today.read': {
    nl: 'bekeek wat vandaag aandacht vraagt[|, ook in uw samenwerking]',
    en: 'looked at what asks for attention today[|, also in your collaboration]',
  },
  'invitation.created': {
    nl: 'maakte een link voor [de|uw] vragen',
    en: 'made a link to [the|your] questions',
  },
  'invitation.renewed': {
    nl: 'vernieuwde de link voor [de|uw] vragen',
    en: 'renewed the link to [the|your] questions',
  },
  'invitation.revoked': {
    nl: 'trok de link voor [de|uw] vragen in',
    en: 'withdrew the link to [the|your] questions',
  },
  'invitation.reminded': {
    nl: 'herinnerde aan [de|uw] vragen',
    en: 'reminded of [the|your] questions',
  },
  'plan.read': {
    nl: 'bekeek hoe vaak er vanzelf gevraagd wordt',
    en: 'looked at how often is asked by itself',
  },
  'plan.changed': {
    nl: 'veranderde hoe vaak er vanzelf gevraagd wordt',
    en: 'changed how often is asked by itself',
  },
  'plan.paused': { nl: 'zette de vragen op pauze', en: 'paused the questions' },
  'plan.stopped': {
    nl: 'stopte de vragen die vanzelf komen',
    en: 'stopped the questions that come by themselves',
  },
  'plan.resumed': { nl: 'liet de vragen weer komen', en: 'let the questions come again' },
  'check.opened': { nl: 'opende de vragen', en: 'opened the questions' },
  'response.stored': { nl: 'beantwoordde de vragen', en: 'answered the questions' },
  'response.readers': { nl: 'koos wie een antwoord mag lezen', en: 'chose who may read an answer' },
  'signal.opened': {
    nl: '[gaf een signaal|zag in uw antwoorden iets] om over te praten',
    en: '[gave a signal|saw something in your answers] to talk about',
  },
  'signal.closed': {
    nl: 'schreef op dat er over [de|uw] antwoorden is gepraat',
    en: 'wrote down that [the|your] answers were talked about',
  },
  'signal.reopened': {
    nl: 'zette [de|uw] antwoorden terug bij wat nog te bespreken is',
    en: 'put [the|your] answers back with what is still to be talked about',
  },
  'mutual.asked': { nl: 'vroeg om een wederzijds beeld', en: 'asked for a mutual picture' },
  'mutual.read': { nl: 'bekeek het wederzijdse beeld', en: 'looked at the mutual picture' },
  'mutual.answered': {
    nl: 'vulde de eigen kant in van het beeld',
    en: 'filled in the own side of the picture',
  },
  'mutual.guessed': { nl: 'raadde wat de ander antwoordt', en: 'guessed what the other answers' },
  'mutual.declined': { nl: 'vult het wederzijdse beeld niet in', en: 'does not fill in the mutual picture' },
  'mutual.opened': { nl: 'opende het wederzijdse beeld', en: 'opened the mutual picture' },
  'agreement.made': { nl: 'schreef een afspraak op', en: 'wrote down an agreement' },
  'agreement.ended': { nl: 'sloot een afspraak af', en: 'ended an agreement' },
  'agreement.resumed': { nl: 'opende een afspraak opnieuw', en: 'took up an agreement again' },
  'consent.read': {
    nl: 'keek welke toestemmingen er zijn gegeven',
    en: 'looked at which consents were given',
  },
  'consent.given': { nl: 'gaf toestemming', en: 'gave consent' },
  'consent.refused': { nl: 'gaf geen toestemming', en: 'refused consent' },
  'consent.withdrawn': { nl: 'trok toestemming in', en: 'withdrew consent' },
  'person.edited': {
    nl: 'veranderde [iemands|uw] geboortedatum of wie [er|voor u] mag beslissen',
    en: 'changed [someone’s|your] date of birth or who may decide[| for you]',
  },
  'own-page.linked': {
    nl: 'maakte een link naar [iemands|uw] eigen pagina',
    en: 'made a link to [someone’s|your] own page',
  },
  'own-page.unlinked': {
    nl: 'trok de link naar [iemands|uw] eigen pagina in',
    en: 'withdrew the link to [someone’s|your] own page',
  },
  'own-page.opened': { nl: 'opende [de|uw] eigen pagina', en: 'opened [the|your] own page' },
  'own-page.downloaded': {
    nl: 'haalde alle gegevens van [de|uw] eigen pagina op',
    en: 'downloaded everything from [the|your] own page',
  },
  'own-account.asked': {
    nl: 'vroeg een eigen account voor [de|uw] eigen pagina',
    en: 'asked for an account of one’s own for [the|your] own page',
  },
  'own-account.linked': {
    nl: 'koppelde een eigen account aan [de|uw] eigen pagina',
    en: 'linked an account of one’s own with [the|your] own page',
  },
  'own-account.unlinked': {
    nl: 'maakte het eigen account los van [de|uw] eigen pagina',
    en: 'unlinked the account from [the|your] own page',
  },
  'child-answers.read': {
    nl: 'keek naar [de antwoorden van een kind|uw antwoorden]',
    en: 'looked at [a child’s|your] answers',
  },
  'request.made': {
    nl: 'vroeg om gegevens te verbeteren of te verwijderen',
    en: 'asked to correct or delete data',
  },
  'request.read': {
    nl: 'las wat er is gevraagd over verbeteren of verwijderen',
    en: 'read what was asked about correcting or deleting',
  },
  'request.handled': {
    nl: 'beantwoordde [een|uw] vraag over verbeteren of verwijderen',
    en: 'answered [a|your] request to correct or delete',
  },
  'answers.deleted': { nl: 'verwijderde [|uw] antwoorden', en: 'deleted [|your] answers' },
  ...reportWords,
  'research.register-read': {
    nl: 'keek in het register van het onderzoek',
    en: 'looked at the register of the research',
  },
  'research.answers-read': {
    nl: 'las antwoorden voor onderzoek[|, ook van u, zonder uw naam]',
    en: 'read answers for research[|, also yours, without your name]',
  },
  'research.exports-read': {
    nl: 'keek welke bestanden voor onderzoek er zijn',
    en: 'looked at the files for research',
  },
  'checks.exported': {
    nl: 'maakte een bestand van de checks[| van uw samenwerking]',
    en: 'made a file of the checks[| of your collaboration]',
  },
  'research.exported': {
    nl: 'maakte een bestand voor onderzoek[|, ook met antwoorden van u, zonder uw naam]',
    en: 'made a file for research[|, also with your answers, without your name]',
  },
  'research.published': {
    nl: 'schreef op dat een onderzoek is gepubliceerd',
    en: 'wrote down that research was published',
  },
  'round.made': { nl: 'begon een peiling', en: 'began an anonymous round' },
  'round.listed': { nl: 'bekeek de lijst van peilingen', en: 'looked at the list of rounds' },
  'round.read': {
    nl: 'keek naar de uitkomst van een peiling',
    en: 'looked at the outcome of an anonymous round',
  },
  'round.renewed': {
    nl: 'begon een peiling opnieuw, met nieuwe kaartjes',
    en: 'began an anonymous round anew, with new tickets',
  },
  'round.talk-moved': {
    nl: 'verzette de dag waarop over een peiling wordt gepraat',
    en: 'moved the day on which an anonymous round is talked about',
  },
  'round.closed': { nl: 'sloot een peiling', en: 'closed an anonymous round' },
  'round.refused': {
    nl: 'vroeg om een peiling te zien, maar mocht dat niet',
    en: 'asked to see an anonymous round, but was not allowed to',
  },
  'round.exported': {
    nl: 'maakte een bestand van een peiling',
    en: 'made a file of an anonymous round',
  },
  'member.invited': { nl: 'nodigde een medewerker uit', en: 'invited a colleague' },
  'member.changed': { nl: 'veranderde wat een medewerker mag', en: 'changed what a colleague may do' },
  'member.ended': { nl: 'gaf een medewerker geen toegang meer', en: 'ended the access of a colleague' },
  'members.read': { nl: 'bekeek de lijst van medewerkers', en: 'looked at the list of colleagues' },
  'guest.invited': {
    nl: 'nodigde iemand van een andere organisatie uit',
    en: 'invited someone of another organisation',
  },
  'guest.returned': {
    nl: 'liet iemand van een andere organisatie weer meedoen',
    en: 'let someone of another organisation take part again',
  },
  'guest.ended': {
    nl: 'gaf iemand van een andere organisatie geen toegang meer',
    en: 'ended the access of someone of another organisation',
  },
  'settings.changed': { nl: 'veranderde instellingen', en: 'changed settings' },
  'emergency.opened': {
    nl: 'opende [een|uw] samenwerking met spoed',
    en: 'opened [a|your] collaboration in an emergency',
  },
  'emergency.ended': { nl: 'stopte met de toegang met spoed', en: 'ended the access in an emergency' },
  'emergency.read': {
    nl: 'keek wie er met spoed toegang had',
    en: 'looked at who had access in an emergency',
  },
  'working-note.read': { nl: 'las eigen werkaantekeningen', en: 'read personal working notes' },
  'working-note.saved': { nl: 'schreef een eigen werkaantekening', en: 'wrote a personal working note' },
  'working-note.removed': {
    nl: 'verwijderde een eigen werkaantekening',
    en: 'removed a personal working note',
  },
  'working-note.shared': {
    nl: 'deelde een werkaantekening[| in uw samenwerking]',
    en: 'shared a working note[| in your collaboration]',
  },
  ...repairWords,
  ...waysInWords,
  ...meaningWords,
  ...learningWords,
  ...exchangeWords,
  ...circleCheckActionWords,
  ...circleWords,
  ...glossaryWords,
  ...analysisWords,
  ...pictureWords,
  ...networkWords,
  ...meetingWords,
  ...afterWords,
  ...liveWords,
  'legal.read': { nl: 'las een tekst die de wet vraagt', en: 'read a text that the law asks for' },
  ...ownershipWords,
  ...formatWords,
  ...libraryWords,
  ...formWords,
  'token.made': { nl: 'maakte een sleutel voor een programma', en: 'made a token for a program' },
  'token.revoked': { nl: 'trok de sleutel van een programma in', en: 'revoked the token of a program' },
  'tokens.read': { nl: 'bekeek de sleutels van programma’s', en: 'looked at the tokens of programs' },
  'webhook.made': { nl: 'liet een ander programma bericht krijgen', en: 'had another program be told' },
  'webhook.changed': {
    nl: 'zette berichten aan een ander programma aan of uit',
    en: 'switched messages to another program on or off',
  },
  'webhook.removed': {
    nl: 'stopte met berichten aan een ander programma',
    en: 'ended messages to another program',
  },
  'webhook.sent-again': {
    nl: 'stuurde een bericht aan een ander programma opnieuw',
    en: 'sent a message to another program again',
  },
  'webhook.stopped': {
    nl: 'zette berichten uit die niet aankwamen',
    en: 'switched off messages that did not arrive',
  },
  'webhooks.read': {
    nl: 'bekeek welke programma’s bericht krijgen',
    en: 'looked at which programs are told',
  },
  'takeaway.downloaded': {
    nl: 'haalde een bestand met alle gegevens op',
    en: 'downloaded a file with all data',
  },
  'outbox.read': { nl: 'keek naar de uitgaande post', en: 'looked at the outgoing mail' },
  'mail.tested': { nl: 'stuurde een proefmail', en: 'sent a mail as a test' },
  'mail.retried': { nl: 'liet een mail opnieuw versturen', en: 'had a mail sent again' },
  'mail.removed': { nl: 'verwijderde een mail die wachtte', en: 'removed a mail that was waiting' },
  'workspace.created': { nl: 'maakte deze werkplek', en: 'made this workspace' },
  'account.added': { nl: 'maakte een account', en: 'made an account' },
  'account.signed-in': { nl: 'logde in', en: 'signed in' },
  'account.sign-in-failed': {
    nl: 'kreeg een mislukte poging om in te loggen; wie dat deed, is niet bekend',
    en: 'had a failed attempt to sign in; who made it is not known',
  },
  'account.sign-in-failed-more': {
    nl: 'kreeg dit uur nog meer mislukte pogingen om in te loggen',
    en: 'had more failed attempts to sign in within this hour',
  },
  'account.second-factor-added': {
    nl: 'voegde een tweede stap aan een account toe',
    en: 'added a second step to an account',
  },
  'account.sessions-ended': { nl: 'logde een ander apparaat uit', en: 'signed out another device' },
  'account.password-set': { nl: 'zette een nieuw wachtwoord', en: 'set a new password' },
  'account.link-made': { nl: 'maakte een link om in te loggen', en: 'made a link to sign in' },
  'account.second-factor-removed': {
    nl: 'haalde de tweede stap van een account weg',
    en: 'took away the second step of an account',
  },
  'account.passkey-renamed': { nl: 'gaf een passkey een andere naam', en: 'gave a passkey another name' },
  'account.recovery-codes-renewed': { nl: 'maakte nieuwe herstelcodes', en: 'made new recovery codes' },
  'account.single-sign-on-linked': {
    nl: 'koppelde het account van de eigen organisatie',
    en: 'linked the account of her own organisation',
  },
  'account.data-taken': { nl: 'nam alle eigen gegevens mee', en: 'took along all data of her own' },
  'account.removed': { nl: 'verwijderde een account', en: 'removed an account' },
  'export.refused': {
    nl: 'vroeg om een bestand waarvoor we geen gegevens geven',
    en: 'asked for a file for which we give no data',
  },
  'role.refused': {
    nl: 'vroeg om iets dat bij een andere rol hoort, maar mocht dat niet',
    en: 'asked for what belongs to another role, but was not allowed to',
  },
  'audit.read': {
    nl: 'keek in het logboek[| van uw samenwerking]',
    en: 'looked in the log[| of your collaboration]',
  },
  'audit.exported': {
    nl: 'maakte een bestand van het logboek[| van uw samenwerking]',
    en: 'made a file of the log[| of your collaboration]',
  },
  'audit.verified': { nl: 'controleerde het logboek: het klopt', en: 'verified the log: it is whole' },
  'audit.found-broken': {
    nl: 'controleerde het logboek: het klopt niet',
    en: 'verified the log: it is not whole',
  },
}

/** For a line of another version of the program, whose action has no words here. */
const kindWords: Readonly<Record<string, Bilingual>> = {
  C: { nl: 'maakte iets', en: 'made something' },
  R: { nl: 'keek naar iets', en: 'looked at something' },
  U: { nl: 'veranderde iets', en: 'changed something' },
  D: { nl: 'verwijderde iets', en: 'removed something' },
  E: { nl: 'voerde iets uit', en: 'carried something out' },
}

type Told = { language: Language } & ({ to: 'record' } | { to: 'person'; address: AddressForm })

/** What was done, as words that follow the name of who did it: `keek naar uw antwoorden`, or `keek naar je antwoorden`. */
export function actionPhrase(action: string, told: Told): string {
  const known: Readonly<Record<string, Bilingual | undefined>> = actionWords
  const kind = isAuditAction(action) ? auditKinds[action] : 'E'
  const words = known[action] ?? kindWords[kind] ?? { nl: action, en: action }
  return words[told.language]
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, record: string, person: string) =>
      told.to === 'record' ? record : addressed(person, told),
    )
    .replaceAll(/ {2,}/g, ' ')
}

function addressed(words: string, { language, address }: Told & { to: 'person' }): string {
  if (language !== 'nl' || address === 'u') return words
  return words.replaceAll(/\buw\b/g, 'je').replaceAll(/\bu\b/g, 'jou')
}
