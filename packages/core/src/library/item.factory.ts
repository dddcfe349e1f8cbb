import { type Item, itemShape } from './item.schema.ts'

const base: Item = {
  ...{ key: 'made-item', version: 1, kind: 'tip' },
  title: { nl: 'Een kaart' },
  summary: { nl: 'Waar deze kaart over gaat.' },
  levels: { professional: { nl: 'Wat je doet.' } },
  source: { text: 'Eigen ervaring' },
  ...{ grade: 'practice', provenance: 'organisation', licence: 'within-organisation' },
  fits: {
    ...{ kinds: [], contexts: [], situations: [], moments: [], signals: [] },
    ...{ markers: [], themes: [], goals: [], voices: [] },
  },
}

/** An item of an organisation, in Dutch unless it says otherwise; for tests and benches. */
export function itemFactory(of: Partial<Item> = {}): Item {
  const summary =
    of.title === undefined || of.summary !== undefined ? {} : { summary: sameLanguages(of.title) }
  return itemShape.parse({ ...base, ...summary, ...of })
}

function sameLanguages(title: Item['title']): Item['summary'] {
  return {
    ...(title.nl !== undefined && { nl: 'Waar deze kaart over gaat.' }),
    ...(title.en !== undefined && { en: 'What this card is about.' }),
  }
}
