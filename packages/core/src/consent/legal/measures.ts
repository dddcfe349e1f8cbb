import type { Language } from '../../shared/language.ts'
import type { LegalFacts } from './legal-document.ts'

/** How data are kept safe here, as the settings of this moment say; a gap is said as a gap. */
export function measures(facts: LegalFacts, language: Language): string[] {
  return language === 'nl' ? dutch(facts) : english(facts)
}

function dutch(facts: LegalFacts): string[] {
  const { installation, secondFactorRequired, idleMinutes } = facts
  const encrypted = installation.address.startsWith('https:')
  return [
    'Wie welke regel mag zien, bewaakt de database zelf, per organisatie en per samenwerking.',
    secondFactorRequired
      ? 'Een tweede stap bij het inloggen is verplicht.'
      : 'Een tweede stap bij het inloggen kan, maar is hier niet verplicht. Zet die aan bij Instellingen.',
    `Na ${idleMinutes} ${idleMinutes === 1 ? 'minuut' : 'minuten'} zonder gebruik gaat het scherm op slot.`,
    installation.singleSignOn === null
      ? 'Inloggen via de eigen organisatie is niet ingesteld.'
      : `Inloggen kan via ${installation.singleSignOn.name} (${installation.singleSignOn.issuer}).`,
    encrypted
      ? `Verbindingen zijn versleuteld (${installation.address}).`
      : `Let op: het adres ${installation.address} is niet versleuteld. Gebruik dit alleen op deze machine.`,
    'Elke keer dat iemand inhoud leest of verandert, komt in het logboek. De regels zijn aan elkaar gezegeld.',
    'Er gaat geen enkel verzoek naar een andere partij: geen meetpixels, geen lettertypen, geen kaarten van elders.',
    'Weerklank versleutelt de schijf en de back-up niet zelf. Regel dat op de machine.',
    'Een back-up maakt de beheerder met één opdracht. Spreek af hoe vaak, en waar die blijft.',
  ]
}

function english(facts: LegalFacts): string[] {
  const { installation, secondFactorRequired, idleMinutes } = facts
  const encrypted = installation.address.startsWith('https:')
  return [
    'The database itself guards who may see which line, per organisation and per collaboration.',
    secondFactorRequired
      ? 'A second step when signing in is obligatory.'
      : 'A second step when signing in is possible, but not obligatory here. Turn it on in Settings.',
    `After ${idleMinutes} ${idleMinutes === 1 ? 'minute' : 'minutes'} without use the screen is locked.`,
    installation.singleSignOn === null
      ? 'Signing in through one’s own organisation is not set up.'
      : `One can sign in through ${installation.singleSignOn.name} (${installation.singleSignOn.issuer}).`,
    encrypted
      ? `Connections are encrypted (${installation.address}).`
      : `Mind: the address ${installation.address} is not encrypted. Use it on this machine only.`,
    'Each time someone reads or changes content, it goes into the log. Its lines are sealed to each other.',
    'No request goes to any other party: no tracking, no fonts, no maps from elsewhere.',
    'Weerklank does not encrypt the disk and the backup itself. See to that on the machine.',
    'An administrator makes a backup with one command. Agree how often, and where it stays.',
  ]
}

/** Who handles data for the organisation, as the settings say; what they cannot say is asked. */
export function processors(facts: LegalFacts, language: Language): string[] {
  const { mailServer, singleSignOn, database } = facts.installation
  if (language === 'nl') {
    return [
      database === 'embedded'
        ? 'Database: op dezelfde machine als Weerklank.'
        : 'Database: een eigen server. Vul in wie die beheert, en of er een verwerkersovereenkomst is.',
      mailServer === null
        ? 'Post: er is geen mailserver ingesteld. Er gaat geen post naar buiten.'
        : `Post: gaat via ${mailServer}. In een mail staan een naam, een adres en een link. Vul in wie die server beheert.`,
      singleSignOn === null
        ? 'Inloggen: alleen bij Weerklank zelf.'
        : `Inloggen: ${singleSignOn.issuer} weet wie wanneer inlogt.`,
      'De machine zelf: vul in wie haar beheert, in welk land zij staat en of er een verwerkersovereenkomst is.',
    ]
  }
  return [
    database === 'embedded'
      ? 'Database: on the same machine as Weerklank.'
      : 'Database: a server of its own. Fill in who runs it, and whether there is a processing agreement.',
    mailServer === null
      ? 'Mail: no mail server is set up. No mail goes out.'
      : `Mail: goes through ${mailServer}. A mail holds a name, an address and a link. Fill in who runs that server.`,
    singleSignOn === null
      ? 'Signing in: with Weerklank itself only.'
      : `Signing in: ${singleSignOn.issuer} knows who signs in when.`,
    'The machine itself: fill in who runs it, in which country it stands and whether there is a processing agreement.',
  ]
}
