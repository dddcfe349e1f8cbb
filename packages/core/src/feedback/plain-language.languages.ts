/** Whether more is looked at than how long sentences are: what follows knows Dutch only. `language` is a BCP-47 tag. */
export const readsWords = (language: string): boolean => /^nl\b/i.test(language)
