import { z } from 'zod'
import type { Bilingual } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { addDays, type Instant } from '../shared/time.ts'

/** From what a piece comes: something that is here already, or a text of her own. */
export const evidenceKinds = [
  'own',
  'goal',
  'exercise',
  'strategy',
  'check',
  'meeting',
  'feedback',
  'attendance',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const evidenceWords: Readonly<Record<EvidenceKind, Bilingual>> = {
  own: { nl: 'eigen tekst', en: 'own text' },
  goal: { nl: 'leerdoel', en: 'learning goal' },
  exercise: { nl: 'oefening', en: 'exercise' },
  strategy: { nl: 'eigen aanpak', en: 'own strategy' },
  check: { nl: 'eigen antwoord op vragen', en: 'own answers to questions' },
  meeting: { nl: 'gesprek aan tafel', en: 'meeting' },
  feedback: { nl: 'wat een ander schreef', en: 'what somebody else wrote' },
  attendance: { nl: 'bijeenkomst', en: 'event' },
}

export const pieceSigns = { title: 160, body: 4000 } as const

/** Pieces in one portfolio, and in one link. */
export const piecesAtMost = 200

/**
 * A piece of a portfolio: what it rests on, and what it shows in her own words. The words are hers and stay when what it
 * rests on goes; of somebody else nothing is copied by itself.
 */
export const pieceShape = z
  .strictObject({
    kind: z.enum(evidenceKinds),
    source: z.uuid().nullable(),
    day: z.iso.date(),
    title: requiredText(pieceSigns.title),
    body: text(pieceSigns.body),
  })
  .refine(({ kind, source }) => (kind === 'own') === (source === null), { path: ['source'] })
export type PieceInput = z.infer<typeof pieceShape>

/** For how many days a link to pieces may work. */
export const shareDays = [7, 14, 30, 60] as const
export type ShareDays = (typeof shareDays)[number]

/** Until when a link works that is made now. */
export function sharedUntil(now: Instant, days: ShareDays): Instant {
  return addDays(now, days)
}

/** How a link stands. Taken back wins over expired: whoever took it back must not read that it ran out. */
export type ShareState = 'open' | 'answered' | 'expired' | 'revoked'

export function shareState(
  share: { revokedAt: Instant | null; expiresAt: Instant; answeredAt: Instant | null },
  now: Instant,
): ShareState {
  if (share.revokedAt !== null) return 'revoked'
  if (share.expiresAt <= now) return 'expired'
  return share.answeredAt === null ? 'open' : 'answered'
}

const day = z.iso.date()
const said = z.strictObject({ question: z.string(), answer: z.string() })

/**
 * A portfolio as a file, for any other program: open JSON, one version number, days as ISO 8601. Everything that the learner
 * has here about her own learning is in it, and nothing of others but what they wrote to her.
 */
export const portfolioFile = z.strictObject({
  format: z.literal('weerklank-portfolio'),
  version: z.literal(1),
  name: z.string(),
  trajectory: z.string(),
  madeOn: day,
  pieces: z.array(
    z.strictObject({
      kind: z.enum(evidenceKinds),
      day,
      title: z.string(),
      body: z.string(),
    }),
  ),
  goals: z.array(
    z.strictObject({
      text: z.string(),
      situation: z.string(),
      firstStep: z.string(),
      notice: z.string(),
      status: z.enum(['current', 'replaced']),
      reason: z.string(),
      since: day,
      /** What one would see at −2 … +2, written beforehand, and where she began; null without a scale. */
      scale: z.strictObject({ seen: z.array(z.string()), baseline: z.int() }).nullable(),
      attained: z.array(z.strictObject({ level: z.int(), day, said: z.string() })),
    }),
  ),
  exercises: z.array(
    z.strictObject({
      exercise: z.string(),
      day,
      kind: z.string(),
      context: z.string().nullable(),
      situation: z.string().nullable(),
      happened: z.string(),
      insight: z.string(),
      repeat: z.string().nullable(),
    }),
  ),
  strategies: z.array(
    z.strictObject({ trigger: z.string(), plan: z.string(), fallback: z.string(), since: day }),
  ),
  feedback: z.array(z.strictObject({ from: z.string(), day, answers: z.array(said), own: z.array(said) })),
  attendance: z.array(z.strictObject({ title: z.string(), day, hours: z.number() })),
})
export type PortfolioFile = z.infer<typeof portfolioFile>
