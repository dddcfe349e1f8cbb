import { roles } from '../../access/access.ts'
import { roomsFor } from '../../access/rooms.ts'
import { retentionKinds, retentionRules } from '../../ownership/retention.ts'
import { purposes } from '../consent.ts'
import type { LegalFacts } from './legal-document.ts'

/** How an organisation could be set up, for tests; the terms are those we propose. */
export function legalFacts(parts: Partial<LegalFacts> = {}): LegalFacts {
  return {
    at: '2026-11-22T08:00:00.000Z',
    timeZone: 'Europe/Amsterdam',
    organisation: {
      name: 'De Linde',
      controller: 'Stichting De Linde',
      contact: 'privacy@linde.example',
      privacyOfficer: 'Fatima',
    },
    secondFactorRequired: true,
    idleMinutes: 30,
    smallestGroup: 5,
    retention: retentionKinds.map((kind) => {
      const rule = retentionRules[kind]
      return { ...rule, days: rule.defaultDays, isChosen: false }
    }),
    consentTexts: purposes.map((purpose) => ({ purpose, version: 1 })),
    roles: roles.map((role) => ({ role, rooms: roomsFor([role]) })),
    installation: {
      product: '0.1.0',
      address: 'https://weerklank.example',
      database: 'embedded',
      mailServer: 'post.example',
      singleSignOn: null,
    },
    ...parts,
  }
}
