/** Consent as it is asked now. */
import type { Purpose } from '@weerklank/core/consent/consent'
import { newestText } from '@weerklank/core/consent/consent-text'
import { loadConsentTexts } from './consent/consent-texts.ts'

const texts = loadConsentTexts()

/** The version of the text with which a purpose is asked now. */
export const askedVersion = (purpose: Purpose): number => newestText(texts.values(), purpose).version
