/** The files that items can be taken along as; of cards, four on a page are read at arm’s length, eight are for in a pocket. */
export const libraryFiles = ['cards-4', 'cards-8', 'offline', 'markdown', 'json'] as const
export type LibraryFile = (typeof libraryFiles)[number]

export const collectionItemsAtMost = 100
/** A link works so many days at most. */
export const linkDaysAtMost = 365
