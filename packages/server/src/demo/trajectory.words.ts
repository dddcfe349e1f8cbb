import type { HandIn } from '@weerklank/core/learning/moment-hand-in'
import type { ReceiptWay } from '@weerklank/core/learning/trajectory'
import type { Voice } from '@weerklank/core/relation/relation'
import type { MemberKey } from './people.ts'

/**
 * Who takes part in the trajectory of the demo, of the shape of the study's (domain.md §1.6): ten people of six organisations,
 * two who stopped, two without consent. Every word is invented.
 */

export type MomentKey = 'T1' | 'T2' | 'T3' | 'exit'

/** One form that came in. Without consent only that it came in is kept. */
export type Told = { way: ReceiptWay; form: Partial<HandIn> }

export type TrajectoryPerson = {
  key: string
  name: string
  organisation: string
  work: string
  voice: Voice
  address: 'u' | 'je'
  member?: MemberKey
  consents: boolean
  /** May be quoted in a report. */
  mayQuote?: boolean
  stopped?: { reason: 'time' | 'expectation'; exitTalk: 'held' | 'declined' }
  told: Partial<Record<MomentKey, Told>>
  /** How her work is, where it was asked. */
  work_is?: {
    meetings: 'none' | 'once' | 'few' | 'many'
    stage: 'beginning' | 'underway'
    parents: 'seldom' | 'often'
  }
  wantsNone?: boolean
}

const none = { goals: [], reviews: [], mentions: [], choices: [], texts: [] } satisfies HandIn
export const wholeForm = (form: Partial<HandIn>): HandIn => ({ ...none, ...form })

type About = readonly [situation?: string, firstStep?: string, notice?: string]
const goal = (text: string, ...[situation = '', firstStep = '', notice = '']: About) => ({
  ...{ text, situation, why: '', firstStep, notice },
})
type Level = 'person' | 'team' | 'organisation'
const named = (item: string, ...mentions: readonly (readonly [Level, string])[]) => ({
  item,
  named: mentions.map(([level, what]) =>
    /^[a-z]+(-[a-z]+)*$/.test(what) ? { level, code: what } : { level, body: what },
  ),
})
const same = { goal: null, kept: 'same' as const, reason: '', next: null }
const chose = (item: string, choice: string) => ({ item, goal: null, choice })
const said = (item: string, body: string) => ({ item, body })

/** What everybody who looked back halfway named: too much work, in team and organisation. */
const tooBusy = ['organisation', 'workload'] as const

export const trajectoryPeople: readonly TrajectoryPerson[] = [
  {
    ...{ key: 'wouter', name: 'Wouter Kok', organisation: 'Buurtteam Oost', work: 'Buurtteamwerker' },
    ...{ voice: 'professional', address: 'je', consents: false, told: {}, wantsNone: true },
  },
  {
    ...{
      key: 'hanneke',
      name: 'Hanneke Vos',
      organisation: 'Gemeente Rivierdal',
      work: 'Voorzitter tafel jeugd',
    },
    ...{ voice: 'professional', address: 'je', consents: true },
    stopped: { reason: 'time', exitTalk: 'held' },
    told: {
      exit: {
        way: 'talk',
        form: {
          texts: [
            said('why-left', 'Ik wist niet goed waarom ik er zat. En de agenda liep vol.'),
            said('would-have-liked', 'Vooraf horen wat er van mij wordt verwacht.'),
          ],
        },
      },
    },
  },
  {
    ...{ key: 'jamila', name: 'Jamila Haddad', organisation: 'Buurtteam Oost', work: 'Buurtteamwerker' },
    ...{ voice: 'professional', address: 'je', consents: true, told: {} },
    stopped: { reason: 'expectation', exitTalk: 'declined' },
  },
  {
    ...{ key: 'noor', name: 'Noor Bakker', organisation: 'De Linde', work: 'Gezinswerker', member: 'noor' },
    ...{ voice: 'professional', address: 'je', consents: true, mayQuote: true },
    work_is: { meetings: 'many', stage: 'underway', parents: 'often' },
    told: {
      T1: {
        way: 'phone',
        form: {
          goals: [
            goal(
              'Ik wil leren om stil te blijven als een ouder boos is.',
              'Een keukentafelgesprek waarin we het oneens zijn.',
              'Drie tellen wachten voor ik iets zeg.',
              'De ander praat langer door dan ik.',
            ),
          ],
          mentions: [
            named('barriers-expected', ['person', 'fear'], ['organisation', 'workload']),
            named('resources-expected', ['team', 'sparring']),
          ],
        },
      },
      T2: {
        way: 'phone',
        form: {
          reviews: [same],
          choices: [chose('applied', 'ja'), chose('attained', 'enigszins'), chose('noticed', 'grotendeels')],
          texts: [
            said('succeeded', 'Ik liet een moeder uitpraten en vroeg daarna pas door.'),
            said('noticed-where', 'Ze belde de week erna zelf.'),
            said('helped', 'Mijn maatje vroeg hoe het was gegaan.'),
          ],
          mentions: [
            named('barriers-met', tooBusy, ['person', 'patience']),
            named('resources-met', ['team', 'casuistry'], ['person', 'just-do']),
          ],
        },
      },
      T3: {
        way: 'phone',
        form: {
          choices: [
            chose('exchange-valuable', 'ja'),
            chose('external-value', 'ja'),
            chose('check-used', 'ja'),
          ],
          texts: [
            said('daily-practice', 'Ik vraag nu aan het eind of ik goed luisterde.'),
            said('changes-in-self', 'Ik hoef niet meteen een antwoord te hebben.'),
            said('tips', 'Zeg aan het begin waarom we hier zitten.'),
          ],
        },
      },
    },
  },
  {
    ...{ key: 'ria', name: 'Ria Postma', organisation: 'Ervaringskracht', work: 'Ervaringsdeskundige' },
    ...{ voice: 'expert-by-experience', address: 'u', consents: true },
    work_is: { meetings: 'once', stage: 'underway', parents: 'seldom' },
    told: {
      T3: {
        way: 'talk',
        form: {
          choices: [
            chose('exchange-valuable', 'ja'),
            chose('external-value', 'ja'),
            chose('check-used', 'ja'),
          ],
          texts: [said('tops', 'Dat wij er als gelijken bij zaten, en niet als gast.')],
        },
      },
    },
  },
  {
    ...{ key: 'marloes', name: 'Marloes Dekker', organisation: 'Buurtteam Oost', work: 'Buurtteamwerker' },
    ...{ voice: 'professional', address: 'je', consents: true },
    work_is: { meetings: 'once', stage: 'underway', parents: 'seldom' },
    told: {
      T1: {
        way: 'paper',
        form: {
          goals: [
            goal(
              'Ik wil leren eerst te vragen, dan pas uit te leggen.',
              'Een eerste gesprek met ouders die al veel hulp hadden.',
              'Beginnen met: wat moet ik weten?',
              'Er komt iets op tafel wat ik niet had bedacht.',
            ),
          ],
          mentions: [
            named('barriers-expected', ['person', 'judging'], ['team', 'one-view']),
            named('resources-expected', ['organisation', 'leader'], ['team', 'sparring']),
          ],
        },
      },
      T2: {
        way: 'paper',
        form: {
          reviews: [same],
          choices: [chose('applied', 'ja'), chose('attained', 'enigszins'), chose('noticed', 'enigszins')],
          texts: [said('succeeded', 'De eerste vijf minuten alleen vragen gesteld.')],
          mentions: [named('barriers-met', tooBusy, ['organisation', 'waiting'])],
        },
      },
      T3: {
        way: 'phone',
        form: {
          choices: [chose('exchange-valuable', 'ja')],
          texts: [said('tips', 'Geef ons een filmpje tussendoor, dan blijft het leven.')],
        },
      },
    },
  },
  {
    ...{ key: 'peter', name: 'Peter Jonker', organisation: 'Ervaringskracht', work: 'Ervaringsdeskundige' },
    ...{ voice: 'expert-by-experience', address: 'u', consents: true, mayQuote: true },
    work_is: { meetings: 'once', stage: 'beginning', parents: 'seldom' },
    told: {
      T1: {
        way: 'paper',
        form: {
          goals: [
            goal(
              'Ik wil leren mijn verhaal kort te houden.',
              'Een overleg met veel professionals.',
              'Eén ding kiezen dat ik wil zeggen.',
              'Er is tijd over voor een vraag terug.',
            ),
          ],
          mentions: [
            named('barriers-expected', ['team', 'other-views']),
            named('resources-expected', ['person', 'showing']),
          ],
        },
      },
      T2: {
        way: 'phone',
        form: {
          reviews: [same],
          choices: [chose('applied', 'ja'), chose('attained', 'enigszins'), chose('noticed', 'enigszins')],
          texts: [said('noticed-where', 'Een vader vroeg of ik de volgende keer weer kom.')],
          mentions: [named('barriers-met', tooBusy), named('resources-met', ['person', 'showing'])],
        },
      },
      T3: {
        way: 'mail',
        form: {
          texts: [
            said('daily-practice', 'Ik mailde een paar gedachten. Voor een gesprek kwam het niet meer.'),
          ],
        },
      },
    },
  },
  {
    ...{
      key: 'karima',
      name: 'Karima Yilmaz',
      organisation: 'Ouderraad Rivierdal',
      work: 'Moeder in de ouderraad',
    },
    ...{ voice: 'mother', address: 'u', consents: true },
    work_is: { meetings: 'few', stage: 'underway', parents: 'often' },
    told: {
      T1: {
        way: 'phone',
        form: {
          goals: [
            goal(
              'Ik wil leren te zeggen dat ik iets niet snap.',
              'Een gesprek op school met veel afkortingen.',
              'Vragen: wat betekent dat woord?',
              'Ik ga naar huis en weet wat er is afgesproken.',
            ),
          ],
          mentions: [
            named('barriers-expected', ['person', 'Ik wil niet lastig zijn.']),
            named('resources-expected', ['person', 'just-do']),
          ],
        },
      },
      T2: {
        way: 'phone',
        form: {
          reviews: [
            {
              ...{ goal: null, kept: 'changed', reason: 'Dat lukt nu. Iets anders werd belangrijker.' },
              next: goal(
                'Ik wil leren nee te zeggen tegen een plan dat niet van mij is.',
                'Een overleg waarin het al besloten lijkt.',
                'Zeggen: ik denk er een nacht over na.',
                'Er wordt opnieuw met mij gepraat.',
              ),
            },
          ],
          choices: [chose('applied', 'enigszins'), chose('attained', 'nee'), chose('noticed', 'een-beetje')],
          texts: [said('succeeded', 'Ik vroeg wat een woord betekende. Niemand lachte.')],
          mentions: [named('barriers-met', tooBusy, ['team', 'changes'])],
        },
      },
      T3: {
        way: 'talk',
        form: {
          choices: [chose('exchange-valuable', 'nee')],
          texts: [said('missed', 'Meer ouders. Ik was de enige.')],
        },
      },
    },
  },
  {
    ...{ key: 'olaf', name: 'Olaf Prins', organisation: 'Gezinshuis De Berk', work: 'Gezinshuisouder' },
    ...{ voice: 'professional', address: 'je', consents: false },
    told: {
      T1: {
        way: 'phone',
        form: { goals: [goal('Ik wil leren eerder hulp te vragen.')] },
      },
      T2: { way: 'paper', form: {} },
    },
  },
  {
    ...{ key: 'bo', name: 'Bo Willems', organisation: 'Gemeente Rivierdal', work: 'Gedragswetenschapper' },
    ...{ voice: 'professional', address: 'je', consents: true },
    work_is: { meetings: 'once', stage: 'underway', parents: 'seldom' },
    told: {
      T2: {
        way: 'paper',
        form: {
          goals: [goal('Ik wil leren minder te schrijven en meer te vragen.')],
          choices: [chose('applied', 'enigszins')],
          mentions: [named('barriers-met', tooBusy)],
        },
      },
      T3: {
        way: 'talk',
        form: {
          choices: [chose('exchange-valuable', 'nee')],
          texts: [said('tips', 'Koppel mensen die elkaar echt kunnen spreken.')],
        },
      },
    },
  },
]

/** Who was whose buddy, and whether they exchanged in between; null: nobody told. */
export const trajectoryPairs = [
  { keys: ['wouter', 'olaf'], talked: null },
  { keys: ['hanneke', 'peter'], talked: true },
  { keys: ['jamila', 'bo'], talked: false },
  { keys: ['noor', 'ria'], talked: true },
  { keys: ['marloes', 'karima'], talked: false },
] as const

/** Words that may stand in a report after a yes, and one that was asked and waits. */
export const trajectoryQuotes = [
  { key: 'noor', words: 'Ze belde de week erna zelf.', decision: 'yes' },
  { key: 'peter', words: 'Een vader vroeg of ik de volgende keer weer kom.', decision: 'yes' },
  { key: 'noor', words: 'Ik hoef niet meteen een antwoord te hebben.', decision: null },
] as const

/** What nine people answered after the lecture, without a name. */
export const lectureAnswers = [
  { choice: 'mixed', take: 'Praten mét mensen, niet over hen.', needed: 'Tijd.', missed: '' },
  { choice: 'well', take: 'Vaker vragen hoe het samenwerken gaat.', needed: '', missed: '' },
  { choice: 'mixed', take: 'Niet oordelen voor ik luister.', needed: 'Ruimte om te oefenen.', missed: '' },
  { choice: 'hard', take: '', needed: 'Minder wisselingen.', missed: 'Wie besluit er aan het eind?' },
  { choice: 'well', take: 'Eerst contact, dan het plan.', needed: '', missed: '' },
  { choice: 'mixed', take: 'Laten zien dat ik het ook niet weet.', needed: 'Intervisie.', missed: '' },
  { choice: 'unknown', take: '', needed: '', missed: 'Een jongere op het podium.' },
  {
    choice: 'mixed',
    take: 'De moeder van de opening blijft bij me.',
    needed: 'Rust in het team.',
    missed: '',
  },
  { choice: 'well', take: 'Vragen wat er goed ging.', needed: 'Tijd na het gesprek.', missed: '' },
] as const
