/** What the server wants shown before it does what was asked: that one is still (or really) the person of this session. */
const proofCodes = ['session-locked', 'proof-needed'] as const
export type ProofCode = (typeof proofCodes)[number]

let asked: ProofCode | null = null
let waiting: ((proved: boolean) => void)[] = []
const listeners = new Set<() => void>()

export function isProofCode(code: string): code is ProofCode {
  return proofCodes.some((one) => one === code)
}

/** Asks the person, over whatever page she is on, to show that it is her. True when she did: then what was refused can be sent again. */
export function askProof(code: ProofCode): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    // A lock hides the page, so it is never replaced by the milder question.
    if (asked !== 'session-locked') asked = code
    tell()
  })
}

/** All who wait go on, or give up. */
export function answerProof(proved: boolean): void {
  const done = waiting
  waiting = []
  asked = null
  tell()
  for (const resolve of done) resolve(proved)
}

export function askedProof(): ProofCode | null {
  return asked
}

export function onProofAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell() {
  for (const listener of listeners) listener()
}
