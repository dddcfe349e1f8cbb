/** What is said around what a drawn item shows; its own words stand where it is drawn from. */
export const drawnWords = {
  repair: {
    nl: 'Zinnen en hulp bij deze stap van herstel.',
    en: 'Sentences and help at this step of repair.',
  },
  journalTitle: { nl: 'Vragen aan jezelf', en: 'Questions to yourself' },
  journal: {
    nl: 'Schrijf voor jezelf op wat in je opkomt. Niemand anders leest het.',
    en: 'Write down for yourself what comes up. Nobody else reads it.',
  },
  tension: {
    nl: 'Twee kanten die allebei nodig zijn. Je lost dit niet op, je praat erover.',
    en: 'Two sides that are both needed. You do not solve this, you talk about it.',
  },
  bothPoles: {
    nl: 'Houd beide kanten in zicht. Spreek af waar jullie erover praten.',
    en: 'Keep both sides in sight. Agree where you talk about it.',
  },
} as const
