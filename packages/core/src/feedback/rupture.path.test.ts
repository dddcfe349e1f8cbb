import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mayStep,
  nextStep,
  type RupturePath,
  type StepDeed,
  type StepRefusal,
  stepsFor,
  type TakenStep,
} from './rupture.path.ts'
import {
  markerKind,
  markerWord,
  ruptureKinds,
  ruptureMarkers,
  ruptureOutcomes,
  ruptureSteps,
} from './rupture.ts'

const done = (...steps: TakenStep['step'][]): TakenStep[] => steps.map((step) => ({ step, state: 'done' }))
const path = (taken: readonly TakenStep[], outcome: RupturePath['outcome'] = null): RupturePath => ({
  taken,
  outcome,
})
const skipped: TakenStep = { step: 'listen', state: 'skipped' }
const agree = { deed: 'do', step: 'agree', hasAgreement: true, reviewInFuture: true } as const

describe('mayStep', () => {
  const rows: [string, RupturePath, StepDeed, StepRefusal | null][] = [
    ['one begins anywhere: with a pause', path([]), { deed: 'do', step: 'pause' }, null],
    ['or by asking', path([]), { deed: 'do', step: 'invite' }, null],
    ['or by one’s own part', path([]), { deed: 'do', step: 'own-part' }, null],
    ['again changes the words only', path(done('pause')), { deed: 'do', step: 'pause' }, null],
    [
      'no new plan before listening',
      path(done('invite')),
      { deed: 'do', step: 'renegotiate' },
      'listen-first',
    ],
    ['a plan after listening', path(done('listen')), { deed: 'do', step: 'renegotiate' }, null],
    ['a plan when it is said why not', path([skipped]), { deed: 'do', step: 'renegotiate' }, null],
    ['no agreement before listening', path([]), agree, 'listen-first'],
    ['an agreement', path(done('listen')), agree, null],
    ['none without words', path(done('listen')), { ...agree, hasAgreement: false }, 'agreement-missing'],
    [
      'none that nobody looks back at',
      path(done('listen')),
      { ...agree, reviewInFuture: false },
      'review-missing',
    ],
    ['not solved without a talk', path([]), { deed: 'do', step: 'outcome', outcome: 'solved' }, 'talk-first'],
    ['nor partly', path(done('invite')), { deed: 'do', step: 'outcome', outcome: 'partly' }, 'talk-first'],
    ['solved after a talk', path(done('listen')), { deed: 'do', step: 'outcome', outcome: 'solved' }, null],
    ['not solved: at any time', path([]), { deed: 'do', step: 'outcome', outcome: 'not-solved' }, null],
    ['not discussed: at any time', path([]), { deed: 'do', step: 'outcome', outcome: 'not-discussed' }, null],
    [
      'another outcome replaces it',
      path(done('listen'), 'partly'),
      { deed: 'do', step: 'outcome', outcome: 'solved' },
      null,
    ],
    ['nothing more after it', path(done('listen'), 'solved'), { deed: 'do', step: 'invite' }, 'ended'],
    ['no passing over after it', path([], 'solved'), { deed: 'skip', step: 'pause', reason: 'x' }, 'ended'],
    ['no taking back after it', path(done('pause'), 'solved'), { deed: 'undo', step: 'pause' }, 'ended'],
    ['but of the outcome itself', path([], 'solved'), { deed: 'undo', step: 'outcome' }, null],
    ['when there is one', path([]), { deed: 'undo', step: 'outcome' }, 'not-taken'],
    ['passed over with a reason', path([]), { deed: 'skip', step: 'pause', reason: 'We belden.' }, null],
    ['not without', path([]), { deed: 'skip', step: 'pause', reason: '  ' }, 'reason-missing'],
    ['an outcome there always is', path([]), { deed: 'skip', step: 'outcome', reason: 'x' }, 'not-to-skip'],
    ['taken back', path(done('pause')), { deed: 'undo', step: 'pause' }, null],
    ['what was not taken cannot be', path([]), { deed: 'undo', step: 'pause' }, 'not-taken'],
    [
      'listening stays under an agreement',
      path(done('listen', 'agree')),
      { deed: 'undo', step: 'listen' },
      'others-build-on-it',
    ],
    [
      'but not under one passed over',
      path([...done('listen'), { step: 'agree', state: 'skipped' }]),
      { deed: 'undo', step: 'listen' },
      null,
    ],
  ]
  it.each(rows)('%s', (_, at, deed, reason) => {
    expect(mayStep(at, deed)).toEqual(reason === null ? { allowed: true } : { allowed: false, reason })
  })

  it('whatever was allowed, one can always end and always go on after taking that back', () => {
    const deeds = fc.array(
      fc.oneof(
        fc.record({ deed: fc.constant('undo' as const), step: fc.constantFrom(...ruptureSteps) }),
        fc.record({
          deed: fc.constant('skip' as const),
          step: fc.constantFrom(...ruptureSteps),
          reason: fc.constantFrom('', 'want'),
        }),
        fc.record({
          deed: fc.constant('do' as const),
          step: fc.constantFrom('pause', 'invite', 'listen', 'own-part', 'renegotiate'),
        }),
        fc.constant(agree),
        fc.record({
          deed: fc.constant('do' as const),
          step: fc.constant('outcome' as const),
          outcome: fc.constantFrom(...ruptureOutcomes),
        }),
      ),
    )
    fc.assert(
      fc.property(deeds, (wanted) => {
        const end = (wanted as StepDeed[]).reduce(after, path([]))
        const built = end.taken.some(({ step, state }) => step === 'agree' && state === 'done')
        expect(!built || end.taken.some(({ step }) => step === 'listen')).toBe(true)
        const none = { deed: 'do', step: 'outcome', outcome: 'not-discussed' } as const
        expect(mayStep(end, none).allowed).toBe(true)
        const open = { ...end, outcome: null }
        expect(mayStep(open, { deed: 'do', step: 'listen' }).allowed).toBe(true)
      }),
    )
  })
})

/** What a path is after a deed, if it may be done. */
function after(at: RupturePath, deed: StepDeed): RupturePath {
  if (!mayStep(at, deed).allowed) return at
  const left = at.taken.filter(({ step }) => step !== deed.step)
  if (deed.step === 'outcome') {
    const outcome = deed.deed === 'do' && 'outcome' in deed ? deed.outcome : null
    return { ...at, outcome }
  }
  if (deed.deed === 'undo') return { ...at, taken: left }
  return { ...at, taken: [...left, { step: deed.step, state: deed.deed === 'skip' ? 'skipped' : 'done' }] }
}

describe('nextStep', () => {
  it('asks first whoever withdraws, hears first whoever is angry', () => {
    const begun = path(done('pause'))
    expect([nextStep('withdrawal', begun), nextStep('confrontation', begun)]).toEqual(['invite', 'listen'])
  })

  it('is none when the path has ended, and holds every step once', () => {
    expect(nextStep('withdrawal', path([], 'not-discussed'))).toBeNull()
    for (const kind of ruptureKinds) expect([...stepsFor(kind)].sort()).toEqual([...ruptureSteps].sort())
  })
})

describe('markers', () => {
  it('has the codes of the catalogue, each with its kind and its words', () => {
    const codes = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)
    expect(ruptureMarkers).toEqual([...codes('W', 8), ...codes('C', 7)])
    for (const marker of ruptureMarkers) {
      expect(markerKind(marker)).toBe(marker.startsWith('W') ? 'withdrawal' : 'confrontation')
      expect(markerWord(marker, 'nl')).not.toBe(markerWord(marker, 'en'))
    }
  })
})
