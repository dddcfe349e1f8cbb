import { readdirSync, readFileSync } from 'node:fs'
import { type Instrument, instrumentSchema } from '@weerklank/core/feedback/instrument'
import { agreementId, responseId } from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import { inAllLanguages } from './respond.checks.ts'
import type { AnsweredPageModel, CheckPageModel } from './respond.model.ts'

/** Models for tests and pictures, on the instrument that we ship. The people are invented. */
const folder = new URL('../../../../content/instruments/', import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

export const shippedInstrument: Instrument = inAllLanguages(
  instrumentSchema.parse(read('contact-check.v1.json')),
)

/** All checks that we ship; what is asked of groups without names has a page of its own. */
export const shippedInstruments: Instrument[] = readdirSync(folder).flatMap((file) => {
  const parsed = instrumentSchema.safeParse(read(file))
  return parsed.success ? [inAllLanguages(parsed.data)] : []
})

export const agreements = [
  {
    id: agreementId.parse('01926a3e-0000-7000-8000-00000000a001'),
    text: 'Eerst tien minuten bijpraten, dan pas plannen.',
  },
  {
    id: agreementId.parse('01926a3e-0000-7000-8000-00000000a002'),
    text: 'Noor belt op dinsdag, ook als er niets is.',
  },
]

/** Lina's check of today with Noor, as far as not said otherwise. */
export function buildCheckPage(parts: Partial<CheckPageModel> = {}): CheckPageModel {
  return {
    listener: { language: 'nl', address: 'je' },
    workspace: 'De Linde',
    path: '/f/lina',
    form: {
      responseId: responseId.parse('01926a3e-0000-7000-8000-000000000001'),
      instrument: shippedInstrument,
      agreements: [],
    },
    name: 'Lina',
    seenBy: ['Noor'],
    lookingAlong: [],
    unseenBy: ['Samira', 'Fons'],
    ownWords: null,
    contact: {
      at: '2026-11-17T09:00:00.000Z',
      now: '2026-11-17T15:00:00.000Z',
      timeZone: 'Europe/Amsterdam',
    },
    refill: null,
    ...parts,
  }
}

/** What Lina reads after answering. */
export function buildAnsweredPage(parts: Partial<AnsweredPageModel> = {}): AnsweredPageModel {
  const { listener, workspace, path, form, name, seenBy, unseenBy, ownWords } = buildCheckPage()
  return {
    listener,
    workspace,
    path,
    form,
    name,
    seenBy,
    unseenBy,
    ownWords,
    answers: { heard: 8.2, what: 5.4, whole: 0 },
    openText: 'Wat rustiger beginnen.\nDan durf ik meer.',
    echoes: [],
    toOwnPage: 'hers',
    nextContact: null,
    ...parts,
  }
}

/** The most that one page has to carry in real life: long names, a network, two agreements. */
export function buildLongestPage(language: RespondLanguage): CheckPageModel {
  const form = { ...buildCheckPage().form, agreements }
  return buildCheckPage({
    listener: { language, address: 'u' },
    workspace: 'Stichting Samenwerkende Gezinshuizen Achterhoek en Liemers',
    path: `/f/${'Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1'.slice(0, 43)}`,
    form,
    name: 'mevrouw Van den Heuvel-Nieuwenhuizen',
    seenBy: ['Annemarie van Oldenbarneveldt', 'Jan-Willem de Ruijter-Kloosterman', 'Fatima El Khattabi'],
    lookingAlong: ['Willemijn Terpstra-de Boer'],
    unseenBy: ['Wolfert-Jan van den Heuvel', 'opa Geertsema', 'juf Tineke', 'de heer Brouwershaven'],
    contact: {
      at: '2026-11-12T09:00:00.000Z',
      now: '2026-11-17T15:00:00.000Z',
      timeZone: 'Europe/Amsterdam',
    },
  })
}
