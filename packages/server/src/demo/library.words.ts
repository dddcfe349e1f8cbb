import type { Item } from '@weerklank/core/library/item.schema'
import type { When } from './calendar.ts'
import type { MemberKey } from './people.ts'

/** A card that De Linde wrote itself. */
export type DemoItem = {
  key: string
  by: MemberKey
  written: When
  /** Null: being made still. */
  published: When | null
  from: string | null
  item: Item
}

const fits: Item['fits'] = {
  ...{ kinds: [], contexts: [], situations: [], moments: [], signals: [] },
  ...{ markers: [], themes: [], goals: [], voices: [] },
}
const ours = {
  ...{ key: 'new', version: 1 },
  ...({ grade: 'practice', provenance: 'organisation', licence: 'within-organisation' } as const),
}

export const ownItems: readonly DemoItem[] = [
  {
    ...{ key: 'week-card', by: 'noor', written: '-8 mon 14.00', published: '-8 mon 16.00', from: null },
    item: {
      ...ours,
      kind: 'prompt',
      title: { nl: 'Onze weekkaart', en: 'Our week card' },
      summary: {
        nl: 'Eén kaartje op de koelkast. Wat spreken we deze week af, en hoe merken we het?',
        en: 'One card on the fridge. What do we agree on this week, and how do we notice?',
      },
      levels: {
        professional: {
          nl: 'Vul het kaartje samen in, in de woorden van het gezin. Niet meer dan één afspraak.\n\nVraag de week erna eerst naar het kaartje, en dan pas naar de rest.',
          en: 'Fill in the card together, in the words of the family. Not more than one agreement.\n\nThe week after, ask about the card first, and only then about the rest.',
        },
        parent: {
          nl: 'U schrijft op wat u deze week wilt proberen. Wij schrijven op wat wij doen. Lukt het niet? Dan kijken we samen waarom.',
          en: 'You write down what you want to try this week. We write down what we do. Does it not work? Then we look together why.',
        },
        child: {
          nl: 'Jij mag er een tekening bij maken. Zo zie je wat we hebben afgesproken.',
          en: 'You may draw something with it. So you can see what we agreed on.',
        },
      },
      sentences: [
        {
          nl: { u: 'Wat zet u deze week op het kaartje?', je: 'Wat zet jij deze week op het kaartje?' },
          en: 'What will you put on the card this week?',
        },
      ],
      ...{ minutes: 5, groupSize: { min: 2, max: 6 } },
      source: { text: 'Ervaring van het ambulante team van De Linde' },
      fits: {
        ...fits,
        ...{ kinds: ['with-help-seekers'], contexts: ['micro'], situations: ['guidance'] },
        ...{ moments: ['planning', 'between'], lines: ['doable'], themes: ['just-do'] },
      },
    },
  },
  {
    ...{ key: 'listening-walk', by: 'bram', written: '-6 wed 10.00', published: '-6 thu 09.00' },
    from: 'active-listening',
    item: {
      ...ours,
      kind: 'exercise',
      title: { nl: 'Luisteren in de wandelgroep' },
      summary: { nl: 'Actief luisteren, maar dan lopend, twee aan twee.' },
      levels: {
        professional: {
          nl: 'Loop twee aan twee. Eén vertelt tot de brug, de ander luistert en vraagt niets. Op de terugweg wissel je.\n\nNaast elkaar is stilte makkelijker dan tegenover elkaar.',
        },
      },
      steps: [
        { nl: 'Heen: één vertelt, de ander luistert.', minutes: 10 },
        { nl: 'Bij de brug: zeg in één zin wat je hoorde.', minutes: 2 },
        { nl: 'Terug: wissel.', minutes: 10 },
      ],
      ...{ minutes: 25, groupSize: { min: 2, max: 12 } },
      source: { text: 'Naar de oefening ‘Actief luisteren’; zo gedaan in de oudergroepen van De Linde' },
      fits: { ...fits, moments: ['team', 'between'], goals: ['listening'], themes: ['listening'] },
      uses: { exercise: 'active-listening' },
    },
  },
  {
    ...{ key: 'closing-round', by: 'farid', written: '-1 fri 15.20', published: null, from: null },
    item: {
      ...ours,
      kind: 'tip',
      title: { nl: 'Sluit af met wat je meeneemt' },
      summary: { nl: 'Eén zin per persoon, ook de ouders.' },
      levels: { professional: { nl: 'Vraag aan het einde: wat neem je mee, en wat laat je hier?' } },
      source: { text: 'Gezien bij een netwerkgesprek' },
      fits: { ...fits, moments: ['meeting'] },
    },
  },
]

/** Whether a card helped, by its key of ours or of an own card. */
export const demoUses: readonly {
  by: MemberKey
  when: When
  card: string
  helped: boolean
  words: string
}[] = [
  {
    by: 'noor',
    when: '-5 tue 12.00',
    card: 'week-card',
    helped: true,
    words: 'Het kind wilde het zelf ophangen.',
  },
  {
    by: 'bram',
    when: '-4 thu 12.00',
    card: 'week-card',
    helped: false,
    words: 'Eén kaartje werd er snel vier.',
  },
  { by: 'farid', when: '-3 wed 16.00', card: 'week-card', helped: true, words: '' },
  {
    by: 'bram',
    when: '-3 thu 11.30',
    card: 'first-meeting',
    helped: true,
    words: 'De tweede vraag bracht het meest.',
  },
  { by: 'noor', when: '-2 mon 15.00', card: 'after-silence', helped: true, words: '' },
]

export const demoCollections: readonly {
  key: string
  by: MemberKey
  when: When
  title: string
  note: string
  isShared: boolean
  cards: readonly string[]
}[] = [
  {
    ...{ key: 'begin', by: 'noor', when: '-5 wed 09.00', title: 'Voor het eerste gesprek', isShared: true },
    note: 'Lees dit gerust voordat we elkaar zien. Er hoeft niets.',
    cards: ['first-meeting', 'intake-earlier-help', 'week-card'],
  },
  {
    ...{ key: 'chafes', by: 'farid', when: '-2 tue 13.00', title: 'Als het schuurt', isShared: false },
    note: '',
    cards: ['after-silence', 'after-anger', 'tension-naming', 'see-and-repair'],
  },
]
