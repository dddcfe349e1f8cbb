import type { DataTable } from './data-tables.types.ts'

const searched = [
  'alleen om te zoeken: gemaakt uit de kaart zelf',
  'only for searching: made from the item',
] as const

/** What an organisation wrote for the library, whether items helped, and collections. */
export const libraryTables: Readonly<Record<string, DataTable>> = {
  library_item: {
    words: ['Eigen kaarten in Kennis, versie voor versie', 'Own items of the library, version by version'],
    common: 'workspace_id id created_at created_by',
    fields: {
      version: ['de hoeveelste versie', 'which version'],
      from_key: ['naar welke kaart het is gemaakt', 'after which item it was made'],
      status: [
        'draft: in de maak · published: te vinden · withdrawn: weggehaald',
        'draft: being made · published: can be found · withdrawn: offered no more',
      ],
      body: ['de kaart zelf: teksten, bron en waar hij past', 'the item: texts, source and where it fits'],
      revision: ['hoe vaak er iets aan veranderd is', 'how often something of it changed'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      published_at: ['sinds wanneer men hem kan vinden', 'since when it can be found'],
    },
  },
  library_search: {
    words: ['Waarop eigen kaarten te vinden zijn', 'By what own items are found'],
    common: 'workspace_id version kind',
    fields: {
      item_id: ['de kaart (library_item)', 'the item (library_item)'],
      item_key: ['de sleutel van de kaart', 'the key of the item'],
    },
    leftOut: Object.fromEntries(
      [
        ...['grade', 'provenance', 'languages', 'levels', 'relations', 'contexts', 'situations', 'moments'],
        ...['minutes', 'people_from', 'people_to', 'order_nl', 'order_en', 'words', 'index_version'],
      ].map((field) => [field, searched]),
    ),
  },
  library_word: {
    words: ['Woorden die in eigen kaarten staan', 'Words that stand in own items'],
    common: 'workspace_id',
    fields: {
      letters: ['hoeveel letters deze woorden hebben', 'how many letters these words have'],
      words: ['de woorden, om tikfouten te herkennen', 'the words, to know a typing error by'],
      english: ['die van Engelse teksten', 'those of English texts'],
    },
  },
  library_use: {
    words: ['Dat iemand een kaart gebruikte', 'That somebody used an item'],
    common: 'workspace_id id member_id',
    fields: {
      item_key: ['welke kaart', 'which item'],
      used_at: ['wanneer zij dat zei', 'when she said so'],
    },
  },
  library_experience: {
    words: ['Of een kaart hielp', 'Whether an item helped'],
    common: 'workspace_id id',
    fields: {
      item_key: ['welke kaart', 'which item'],
      helped: ['of het hielp', 'whether it helped'],
      words: ['wat erover is gezegd', 'what was said about it'],
    },
  },
  collection: {
    words: ['Verzamelingen van kaarten', 'Collections of items'],
    common: 'workspace_id id title created_at',
    fields: {
      note: ['waar de verzameling voor is', 'what the collection is for'],
      item_keys: ['de kaarten, in hun volgorde', 'the items, in their order'],
      is_shared: ['of collega’s haar zien', 'whether colleagues see it'],
      made_by: ['de collega die haar maakte (member)', 'the colleague who made it (member)'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      revision: ['hoe vaak er iets aan veranderd is', 'how often something of it changed'],
    },
  },
  collection_link: {
    words: ['Links naar verzamelingen', 'Links to collections'],
    common: 'workspace_id id language created_at expires_at revoked_at',
    fields: {
      collection_id: ['de verzameling (collection)', 'the collection (collection)'],
      level: ['voor wie de teksten zijn', 'for whom the texts are'],
      made_by: ['de collega die de link maakte (member)', 'the colleague who made the link (member)'],
    },
    leftOut: {
      token_hash: ['met deze sleutel kan men de pagina openen', 'this secret opens the page'],
    },
  },
}
