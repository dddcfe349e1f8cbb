import type { PracticeAdditionKind, PracticeBody } from '@weerklank/core/library/practice'
import type { Setting } from '@weerklank/core/relation/relation'
import type { When } from './calendar.ts'
import type { MemberKey } from './people.ts'

type Said = { by: MemberKey; when: When; kind: PracticeAdditionKind; text: string }

/** A story of practice as a colleague of De Linde wrote it; everything in it is invented, and nobody can be recognised. */
export type DemoPractice = {
  key: string
  by: MemberKey
  setting: Setting
  written: When
  /** Null: hers alone still. */
  shared: When | null
  body: PracticeBody
  recognisedBy: readonly MemberKey[]
  additions: readonly Said[]
}

const guidance: Setting = { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' }

export const practiceTales: readonly DemoPractice[] = [
  {
    ...{ key: 'waiting', by: 'noor', setting: guidance, written: '-9 tue 16.10', shared: '-9 wed 08.40' },
    body: {
      did: 'Ik zei eerst wat ik ging vragen, en waarom. Daarna wachtte ik, langer dan ik gewend ben.',
      behaviour: 'Ik legde mijn pen neer en ging iets schuiner zitten.',
      attitude: 'Ik vond het spannend, en bleef toch stil.',
      communication: 'Ik zei: ik heb geen haast, neem je tijd.',
      brought: 'Er kwam een antwoord dat ik niet had verwacht. De keer daarna begon zij er zelf over.',
      conditions: 'Een kamer waar niemand binnenloopt, en geen afspraak meteen erna.',
    },
    recognisedBy: ['bram', 'farid'],
    additions: [
      {
        ...{ by: 'farid', when: '-8 mon 12.20', kind: 'also' },
        text: 'Ik vraag daarna hoe die stilte voelde. Voor sommigen is stilte juist naar.',
      },
    ],
  },
  {
    ...{ key: 'first-page', by: 'bram', written: '-7 thu 15.00', shared: '-7 thu 16.30' },
    setting: { kind: 'with-help-seekers', context: 'micro', situation: 'intake' },
    body: {
      did: 'Ik begon de intake met eerdere hulp: wat die had gebracht, en gekost.',
      behaviour: 'Ik schreef de woorden van de ouder op, niet mijn samenvatting.',
      attitude: 'Ik was nieuwsgierig en verdedigde niemand.',
      communication: 'Ik vroeg: wat moet ik vooral niet nog een keer doen?',
      brought: 'We hadden meteen een afspraak over bellen. Die kwam niet uit mij.',
      conditions: 'Het formulier mocht een week later af.',
    },
    recognisedBy: ['noor'],
    additions: [
      {
        ...{ by: 'noor', when: '-6 tue 09.05', kind: 'otherwise' },
        text: 'het eerste gesprek was te vroeg voor deze vraag. In het derde lukte het wel.',
      },
    ],
  },
  {
    ...{ key: 'round-the-table', by: 'farid', written: '-5 mon 17.15', shared: '-5 tue 09.10' },
    setting: { kind: 'interprofessional', context: 'meso', situation: 'mdo' },
    body: {
      did: 'Ik vroeg aan het begin om een rondje: wat hoop jij dat hier vandaag gebeurt?',
      behaviour: 'Ik zat niet aan het hoofd van de tafel.',
      attitude: '',
      communication: 'Ik zei dat ik zelf ook nog niet wist wat nodig was.',
      brought:
        'Het duurde zes minuten. Twee mensen bleken hetzelfde te willen en wisten dat niet van elkaar.',
      conditions: 'Iemand die de tijd bewaakt, en dat ben je dan niet zelf.',
    },
    recognisedBy: ['noor', 'bram'],
    additions: [],
  },
  {
    ...{ key: 'saying-sorry', by: 'noor', written: '-4 fri 11.00', shared: '-3 mon 08.50' },
    setting: { kind: 'interpersonal', context: null, situation: null },
    body: {
      did: 'Ik zei tegen mijn collega dat ik haar in de vergadering niet had laten uitpraten.',
      behaviour: 'Ik liep dezelfde dag nog bij haar langs.',
      attitude: 'Zonder uitleg erachteraan. Dat was moeilijk.',
      communication: '',
      brought: 'Zij vertelde dat het vaker zo ging. We spraken af dat zij dan haar hand op tafel legt.',
      conditions: '',
    },
    recognisedBy: ['bram'],
    additions: [],
  },
  {
    ...{ key: 'not-ready', by: 'noor', setting: guidance, written: '-1 thu 17.40', shared: null },
    body: {
      did: 'Ik vroeg of we het gesprek buiten konden voeren.',
      ...{ behaviour: '', attitude: '', communication: '', brought: '', conditions: '' },
    },
    ...{ recognisedBy: [], additions: [] },
  },
]
