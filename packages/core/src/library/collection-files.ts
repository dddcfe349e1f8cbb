/** The files that items can be taken along as; of cards, four on a page are read at arm’s length, eight are for in a pocket. */
export const libraryFiles = ['cards-4', 'cards-8', 'offline', 'markdown', 'json'] as const
export type LibraryFile = (typeof libraryFiles)[number]

/** What is set for paper or a page is for people to go through; what is open holds a whole library. Above it nothing is made. */
export const filesAtMost: Readonly<Record<LibraryFile, number>> = {
  ...{ 'cards-4': 1000, 'cards-8': 1000, offline: 1000 },
  ...{ markdown: 10_000, json: 10_000 },
}

export const collectionItemsAtMost = 100
/** A link works so many days at most. */
export const linkDaysAtMost = 365
