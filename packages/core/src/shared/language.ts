/** Screens are Dutch first, English second. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** How someone is spoken to: `u` for clients and parents, `je` for youths and colleagues (domain.md §9.7). */
export const addressForms = ['u', 'je'] as const
export type AddressForm = (typeof addressForms)[number]

/** A text in both languages. Dutch is the source. */
export type Bilingual = { readonly nl: string; readonly en: string }
