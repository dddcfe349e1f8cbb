import type { TableEntry } from './catalogue-entry.ts'

/** What an organisation wrote for the library, whether items helped, and collections. */
export const libraryTables: Readonly<Record<string, TableEntry>> = {
  library_shipped: {
    activity: 'care',
    words: [
      'Kaarten van Kennis die meekomen, voor iedere organisatie gelijk',
      'Items that ship, the same for every organisation',
    ],
    personal: [],
    technical: 'item_key version body',
  },
  library_shipped_search: {
    activity: 'care',
    words: ['Waarop die kaarten te vinden zijn', 'By what those items are found'],
    personal: [],
    technical:
      'item_key version kind grade provenance languages levels relations contexts situations moments minutes people_from people_to order_nl order_en words index_version',
  },
  library_shipped_word: {
    activity: 'care',
    words: ['Woorden uit die kaarten', 'Words of those items'],
    personal: [],
    technical: 'letters words english',
  },
  library_item: {
    activity: 'care',
    words: ['Eigen kaarten in Kennis', 'Own items of the library'],
    personal: [
      [
        'created_by created_at changed_at published_at',
        'welke collega de kaart maakte, en wanneer',
        'which colleague made the item, and when',
      ],
    ],
    technical: 'workspace_id id version from_key status body revision',
  },
  library_search: {
    activity: 'care',
    words: ['Waarop eigen kaarten te vinden zijn', 'By what own items are found'],
    personal: [],
    technical:
      'workspace_id item_id item_key version kind grade provenance languages levels relations contexts situations moments minutes people_from people_to order_nl order_en words index_version',
  },
  library_word: {
    activity: 'care',
    words: ['Woorden uit eigen kaarten', 'Words of own items'],
    personal: [],
    technical: 'workspace_id letters words english',
  },
  library_use: {
    activity: 'care',
    words: ['Gebruik van een kaart uit Kennis', 'Use of an item of the library'],
    personal: [
      [
        'member_id item_key used_at',
        'welke collega van welke kaart zei of hij hielp, en wanneer; alleen zijzelf ziet dit',
        'which colleague said of which item whether it helped, and when; only she sees this',
      ],
    ],
    technical: 'workspace_id id',
  },
  library_experience: {
    activity: 'care',
    words: ['Of een kaart hielp', 'Whether an item helped'],
    personal: [
      [
        'helped words',
        'of een kaart hielp en wat erover is gezegd, zonder naam',
        'whether an item helped and what was said about it, without a name',
      ],
    ],
    technical: 'workspace_id id item_key',
  },
  collection: {
    activity: 'care',
    words: ['Verzamelingen van kaarten', 'Collections of items'],
    personal: [
      [
        'made_by title note created_at changed_at',
        'welke collega welke verzameling maakte, en wanneer',
        'which colleague made which collection, and when',
      ],
    ],
    technical: 'workspace_id id item_keys is_shared revision',
  },
  collection_link: {
    activity: 'care',
    words: ['Links naar verzamelingen', 'Links to collections'],
    personal: [
      [
        'made_by created_at expires_at revoked_at',
        'welke collega een link maakte of introk, en wanneer',
        'which colleague made or withdrew a link, and when',
      ],
    ],
    technical: 'workspace_id token_hash id collection_id level language',
  },
}
