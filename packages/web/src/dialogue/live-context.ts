import type { LivePersonNow, LiveStepNow, LiveView } from '@weerklank/core/dialogue/live.contract'
import { createContext, use } from 'react'
import { useLanguage } from '../language/use-text.ts'
import type { LiveLine } from './live.line.ts'

export type LiveNow = { view: LiveView; at: number; line: LiveLine; refused: string | null }

/** The meeting that is held, for every part of its screen. */
export const LiveContext = createContext<LiveNow | null>(null)

export function useLive(): LiveNow {
  const live = use(LiveContext)
  if (live === null) throw new Error('A part of a live meeting outside of one')
  return live
}

/** The step that is held now, in the words of this reader, and where a command is meant for. */
export function useStepNow() {
  const { view } = useLive()
  const language = useLanguage()
  const { step } = view.room
  const now = stepNamed(view, step.key)
  const words = { title: now.title[language], prompt: now.prompt[language] }
  return { step, now, words, meant: { step: step.key, round: step.round } }
}

/** Who looks on, and what she may. */
export function useOwn(): {
  me: LivePersonNow | undefined
  mine: LiveView['own']['places'][number] | undefined
} {
  const { view } = useLive()
  const { place } = view.own
  return {
    me: view.room.people.find((one) => one.place === place),
    mine: view.own.places.find((one) => one.place === place),
  }
}

export function stepNamed(view: LiveView, key: string): LiveStepNow {
  const step = view.room.steps.find((one) => one.key === key)
  if (step === undefined) throw new Error('A meeting in a step that it does not have')
  return step
}
