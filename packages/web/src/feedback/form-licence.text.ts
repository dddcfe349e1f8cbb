import { dictionary } from '../language/dictionary.ts'

/** The right to use a form. */
export const formLicenceText = dictionary({
  nl: {
    title: 'Licentie',
    state: {
      'not-needed': () => 'Voor deze vragenlijst is geen licentie nodig.',
      missing: () =>
        'Er is een licentie nodig, en er staat er nog geen. Tot die tijd wordt niemand gevraagd.',
      'not-yet': (day: string) => `De licentie gaat in op ${day}. Tot die tijd wordt niemand gevraagd.`,
      valid: (day: string) => `De licentie is in orde, tot en met ${day}.`,
      ending: (day: string, left: number) =>
        left === 0
          ? `De licentie geldt vandaag voor het laatst (${day}).`
          : left === 1
            ? `De licentie geldt nog tot en met morgen (${day}).`
            : `De licentie loopt over ${left} dagen af (${day}).`,
      expired: (day: string) =>
        `De licentie gold tot en met ${day}. Er wordt niemand meer gevraagd. Wie al een link heeft, kan nog antwoorden.`,
    },
    says: 'De vragenlijst zegt zelf:',
    record: 'Schrijf een licentie op',
    mend: 'Verbeter',
    end: 'Beëindig',
    reallyEnd: 'Beëindig deze licentie',
    endText: 'De licentie telt dan niet meer. Ze blijft hier staan om na te lezen.',
    keep: 'Laat staan',
    ended: (by: string, day: string) => `beëindigd door ${by}, ${day}`,
    recorded: (by: string, day: string) => `opgeschreven door ${by}, ${day}`,
    period: (from: string | null, until: string) =>
      from === null ? `tot en met ${until}` : `${from} tot en met ${until}`,
    holder: 'Op naam van',
    number: 'Nummer',
    validFrom: 'Eerste dag',
    expiresOn: 'Laatste dag',
    expiresHint: 'Na deze dag wordt niemand meer gevraagd. Je hoort het dertig dagen vooraf.',
    note: 'Notitie',
    save: 'Bewaar de licentie',
    missing: {
      holder: 'Op wiens naam staat de licentie?',
      number: 'Welk nummer heeft de licentie?',
      expiresOn: 'Wat is de laatste dag?',
    },
    beforeBegin: 'De laatste dag ligt vóór de eerste.',
    needed: 'Er is een licentie nodig',
    notNeeded: 'Er is geen licentie nodig',
    reason: 'Waarom?',
    reasonHint: 'Dit blijft staan, met je naam erbij.',
    reasonMissing: 'Schrijf kort op waarom.',
    saveNeed: 'Bewaar',
    said: (by: string, needed: boolean, day: string) =>
      `${by} zei ${day}: ${needed ? 'er is een licentie nodig' : 'er is geen licentie nodig'}.`,
    refusal: {
      'licence-missing':
        'Deze vragenlijst heeft een licentie nodig. Schrijf eerst nummer, naam en laatste dag op.',
      'licence-not-yet': 'De licentie is nog niet ingegaan. Vanaf de eerste dag kan het wel.',
      'licence-expired': 'De licentie is verlopen. Schrijf eerst de nieuwe op.',
    },
    conflict: 'Iemand anders heeft deze vragenlijst net veranderd. Wat jij typte, staat er nog.',
    look: 'Toon hoe het nu is',
  },
  en: {
    title: 'Licence',
    state: {
      'not-needed': () => 'This form needs no licence.',
      missing: () => 'A licence is needed, and there is none yet. Until then nobody is asked.',
      'not-yet': (day: string) => `The licence begins on ${day}. Until then nobody is asked.`,
      valid: (day: string) => `The licence is in order, up to and including ${day}.`,
      ending: (day: string, left: number) =>
        left === 0
          ? `Today is the last day of the licence (${day}).`
          : left === 1
            ? `The licence holds up to and including tomorrow (${day}).`
            : `The licence ends in ${left} days (${day}).`,
      expired: (day: string) =>
        `The licence held up to and including ${day}. Nobody is asked any more. Who has a link can still answer.`,
    },
    says: 'The form itself says:',
    record: 'Write a licence down',
    mend: 'Mend',
    end: 'End',
    reallyEnd: 'End this licence',
    endText: 'The licence then counts no more. It stays here to be read.',
    keep: 'Leave it',
    ended: (by: string, day: string) => `ended by ${by}, ${day}`,
    recorded: (by: string, day: string) => `written down by ${by}, ${day}`,
    period: (from: string | null, until: string) =>
      from === null ? `up to and including ${until}` : `${from} up to and including ${until}`,
    holder: 'In the name of',
    number: 'Number',
    validFrom: 'First day',
    expiresOn: 'Last day',
    expiresHint: 'After this day nobody is asked any more. You hear of it thirty days beforehand.',
    note: 'Note',
    save: 'Keep the licence',
    missing: {
      holder: 'In whose name is the licence?',
      number: 'Which number does the licence have?',
      expiresOn: 'What is the last day?',
    },
    beforeBegin: 'The last day lies before the first one.',
    needed: 'A licence is needed',
    notNeeded: 'No licence is needed',
    reason: 'Why?',
    reasonHint: 'This stays, with your name.',
    reasonMissing: 'Write down shortly why.',
    saveNeed: 'Keep',
    said: (by: string, needed: boolean, day: string) =>
      `${by} said ${day}: ${needed ? 'a licence is needed' : 'no licence is needed'}.`,
    refusal: {
      'licence-missing': 'This form needs a licence. First write down its number, name and last day.',
      'licence-not-yet': 'The licence has not begun yet. From its first day on it can be done.',
      'licence-expired': 'The licence has ended. First write down the new one.',
    },
    conflict: 'Somebody else has just changed this form. What you typed is still here.',
    look: 'Show how it is now',
  },
})
