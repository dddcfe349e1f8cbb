import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { codingText } from './coding.text.ts'
import { useSaveState } from './deeds.ts'

/** Whether what one did is kept. Calm: it asks for nothing. */
export function SaveSign({ analysis }: { analysis: string }) {
  const text = useText(codingText)
  const state = useSaveState(analysis)
  return (
    <p className={`wk-save wk-save--${state}`} role="status">
      <Icon name={state === 'saved' ? 'check' : 'clock'} />
      {text.save[state]}
    </p>
  )
}
