import type { Answers } from '@weerklank/core/feedback/instrument'

export type MutualDraft = { answers: Answers; openText: string }

const keyOf = (picture: string) => `wk-mutual-${picture}`
const empty: MutualDraft = { answers: {}, openText: '' }

/** What was filled in on this device and not sent yet; empty when there is nothing that can be read. */
export function readDraft(picture: string): MutualDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(picture)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return empty
    const { answers, openText } = kept as { answers?: unknown; openText?: unknown }
    const numbers = Object.entries(typeof answers === 'object' && answers !== null ? answers : {}).filter(
      (one): one is [string, number] => typeof one[1] === 'number' && Number.isFinite(one[1]),
    )
    return { answers: Object.fromEntries(numbers), openText: typeof openText === 'string' ? openText : '' }
  } catch {
    return empty
  }
}

/** Keeps it in this tab; where that is not allowed it stands on the screen only. */
export function keepDraft(picture: string, draft: MutualDraft): void {
  try {
    sessionStorage.setItem(keyOf(picture), JSON.stringify(draft))
  } catch {
    // Nothing is lost while the page is open.
  }
}

export function forgetDraft(picture: string): void {
  try {
    sessionStorage.removeItem(keyOf(picture))
  } catch {
    // Then there was none.
  }
}
